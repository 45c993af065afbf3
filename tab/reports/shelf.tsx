// A quarter's papers by audience: each with how far it has come and what it waits for; all of them in one go.
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PaperLine, PapersView } from '../../src/web/api-papers.ts';
import { type Address, addressText } from '../address.ts';
import type { Asker } from '../ask.ts';
import { Said } from '../cycle/said.tsx';
import { Section, Title, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { Picker, PickerRow } from '../team-plan/pickers.tsx';
import type { Go } from '../use-address.ts';
import { AllPapers } from './all-papers.tsx';
import { stands } from './clearances.tsx';
import { ReleaseHold } from './dialogs.tsx';
import { Held } from './held.tsx';
import { Stage } from './stage.tsx';
import { usePress } from './use-papers.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 160px',
    columnGap: '16px',
    rowGap: '2px',
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  },
  name: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    [narrow]: { display: 'inline-flex', alignItems: 'flex-end', minHeight: '44px' },
  },
  paper: { display: 'block' },
  late: { color: tokens.colorStatusDangerForeground1 },
});

type Props = {
  readonly view: PapersView;
  readonly asker: Asker;
  readonly address: Address;
  readonly go: Go;
  readonly again: () => void;
};

export const Shelf = ({ view, asker, address, go, again }: Props) => {
  const page = usePageStyles();
  const [releasing, setReleasing] = useState(false);
  const { done, send } = usePress(asker, again);
  const papers = view.groups.flatMap((group) => group.papers);
  const choose = (cycle: string) => {
    const chosen = view.cycles.find(({ key }) => key === cycle);
    if (chosen) go({ plan: chosen.plan, quarter: chosen.period });
  };
  return (
    <>
      <div>
        {view.cycles.length > 1 && (
          <PickerRow>
            <Picker choices={view.cycles} chosen={view.cycle} label="Quarter" onChoose={choose} />
          </PickerRow>
        )}
        <Title focused={false}>{view.title}</Title>
        {view.note && <div className={page.quiet}>{view.note}</div>}
        <Said done={done} />
      </div>
      {view.hold && <Held hold={view.hold} release={() => setReleasing(true)} />}
      {view.groups.length === 0 && (
        <div>
          No board hears of this quarter. How often each hears is in the Boards register: the papers
          made for it appear here.
        </div>
      )}
      {view.groups.map((group) => (
        <Group address={address} group={group} key={group.heading} />
      ))}
      {papers.length > 0 && <AllPapers asker={asker} name={view.name} papers={papers} />}
      {releasing && view.hold && (
        <ReleaseHold hold={view.hold} leave={() => setReleasing(false)} send={send} />
      )}
    </>
  );
};

type GroupProps = {
  readonly group: PapersView['groups'][number];
  readonly address: Address;
};

const Group = ({ group: { heading, papers }, address }: GroupProps) => {
  const styles = useStyles();
  return (
    <Section heading={heading}>
      <ul className={styles.list}>
        {papers.map((paper) => (
          <Row address={address} key={paper.key} paper={paper} />
        ))}
      </ul>
    </Section>
  );
};

const Row = ({ paper, address }: { readonly paper: PaperLine; readonly address: Address }) => {
  const styles = useStyles();
  const page = usePageStyles();
  const cleared = paper.clearances.filter(stands).length;
  return (
    <li className={styles.row}>
      <div>
        <Link className={styles.name} href={addressText({ ...address, open: paper.key })}>
          {/* A board has several papers of one meeting: each link says which it opens. */}
          <span>
            {paper.audience ?? paper.name}{' '}
            {paper.audience !== null && (
              <span className={mergeClasses(page.quiet, styles.paper)}>{paper.name}</span>
            )}
          </span>
        </Link>
        {paper.waits && <div className={paper.isLate ? styles.late : undefined}>{paper.waits}</div>}
      </div>
      <div>
        <Stage of={paper.stage} />
        {cleared > 0 && paper.stage !== 'Issued' && (
          <div className={page.quiet}>
            {cleared} of {paper.clearances.length} clearances
          </div>
        )}
      </div>
    </li>
  );
};
