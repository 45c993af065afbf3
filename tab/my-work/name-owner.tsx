// Lines with nobody to answer for them, and naming somebody: of their team, of People, or of the council's
// directory. Who may, and whom there is, is the app's to say.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PersonQuestionMarkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { LineToName, OwnerNamed } from '../../src/web/api-hand-over.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { type Done, Said } from '../cycle/said.tsx';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { troubleWords } from '../words.ts';
import { ChooseColleague } from './choose-colleague.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '12px',
    alignItems: 'start',
    padding: '10px 0',
    overflowWrap: 'anywhere',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    [narrow]: { gridTemplateColumns: '20px minmax(0, 1fr)' },
  },
  mark: { fontSize: '20px', height: '20px', color: tokens.colorNeutralForeground2 },
  name: { fontWeight: tokens.fontWeightSemibold },
  button: {
    whiteSpace: 'nowrap',
    [narrow]: { gridColumnStart: 2, justifySelf: 'start', minHeight: '44px', marginTop: '8px' },
  },
});

type Props = {
  readonly asker: Asker;
  readonly lines: readonly LineToName[];
  readonly again: () => void;
};

export const NameOwners = ({ asker, lines, again }: Props) => {
  const styles = useStyles();
  const page = usePageStyles();
  const [open, setOpen] = useState<LineToName | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const send = async (line: LineToName, who: object): Promise<string | null> => {
    try {
      const { words } = await asker.post<OwnerNamed>(paths.nameOwner, { line: line.key, who });
      setDone((before) => ({ words, did: true, nth: (before?.nth ?? 0) + 1 }));
      setOpen(null);
      again();
      return null;
    } catch (error) {
      return error instanceof Unanswered ? error.message : troubleWords.unreadable;
    }
  };
  if (lines.length === 0 && done === null) return null;
  return (
    <Section heading={lines.length > 0 ? 'What needs an owner' : 'Nothing else needs an owner'}>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li className={styles.line} key={line.key}>
            <PersonQuestionMarkRegular className={styles.mark} />
            <div>
              <span className={styles.name}>{line.name}</span>
              <div className={page.quiet}>{line.why}</div>
            </div>
            <Button
              aria-label={`Name an owner: ${line.name}`}
              className={styles.button}
              onClick={() => setOpen(line)}
            >
              Name an owner
            </Button>
          </li>
        ))}
      </ul>
      <Said done={done} />
      {open && (
        <ChooseColleague
          asker={asker}
          leave={() => setOpen(null)}
          line={open}
          send={(who) => send(open, who)}
        />
      )}
    </Section>
  );
};
