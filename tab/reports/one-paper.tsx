// One paper: how far it has come, what may be done with it, its words, and the page itself.
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PaperView } from '../../src/web/api-papers.ts';
import { type Address, addressText } from '../address.ts';
import type { Asker } from '../ask.ts';
import { Said } from '../cycle/said.tsx';
import { Title, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import type { Go } from '../use-address.ts';
import { Clearances } from './clearances.tsx';
import { type Opened, OpenedDialog } from './dialogs.tsx';
import { Files } from './files.tsx';
import { Held } from './held.tsx';
import { PaperPage } from './paper-page.tsx';
import { Stage } from './stage.tsx';
import { Timetable } from './timetable.tsx';
import { usePress } from './use-papers.ts';
import { Wordings } from './wordings.tsx';

const useStyles = makeStyles({
  page: { rowGap: '24px', display: 'flex', flexDirection: 'column' },
  back: {
    display: 'inline-block',
    paddingTop: '6px',
    paddingBottom: '6px',
    [narrow]: { minHeight: '44px', display: 'inline-flex', alignItems: 'center' },
  },
  stands: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px' },
  late: { color: tokens.colorStatusDangerForeground1 },
  acts: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', rowGap: '8px' },
  button: { [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly view: PaperView;
  readonly asker: Asker;
  readonly address: Address;
  readonly go: Go;
  readonly again: () => void;
};

export const OnePaper = ({ view, asker, address, again }: Props) => {
  const styles = useStyles();
  const page = usePageStyles();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { done, send } = usePress(asker, again);
  const { paper } = view;
  const leave = () => setOpened(null);
  return (
    <>
      <div>
        <Link className={styles.back} href={addressText({ ...address, open: null })}>
          All papers
        </Link>
        <Title focused>{paper.name}</Title>
        {paper.audience && <div className={page.quiet}>{paper.audience}</div>}
        <div className={styles.stands}>
          <Stage of={paper.stage} />
          <span className={paper.isLate ? styles.late : undefined}>{paper.waits}</span>
        </div>
        {view.issued && <div className={page.quiet}>{view.issued}</div>}
        <Said done={done} />
      </div>
      {view.hold && <Held hold={view.hold} release={() => setOpened({ what: 'release' })} />}
      <div className={`${styles.acts} not-printed`}>
        {paper.mayIssue && (
          <Button
            appearance="primary"
            className={styles.button}
            onClick={() => setOpened({ what: 'issue' })}
          >
            Issue this paper
          </Button>
        )}
        <Files asker={asker} view={view} />
      </div>
      <Clearances
        clear={(clearance) => setOpened({ what: 'clear', clearance })}
        clearances={paper.clearances}
      />
      <Timetable steps={view.steps} />
      <PaperPage asker={asker} view={view} />
      <Wordings change={(line) => setOpened({ what: 'words', line })} view={view} />
      {opened && <OpenedDialog leave={leave} opened={opened} send={send} view={view} />}
    </>
  );
};
