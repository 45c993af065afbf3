// Who has cleared a paper and who has still to: finance, legal, the portfolio holder. Of words changed since it
// is to be cleared again, and which they are is said.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PaperClearance } from '../../src/web/api-papers.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { useRowStyles } from '../sign-off/signatures.tsx';

const useStyles = makeStyles({
  changed: { color: tokens.colorStatusWarningForeground1 },
});

type Props = {
  readonly clearances: readonly PaperClearance[];
  readonly clear: (clearance: PaperClearance) => void;
};

export const Clearances = ({ clearances, clear }: Props) => {
  const rows = useRowStyles();
  const styles = useStyles();
  const page = usePageStyles();
  const given = clearances.filter(stands).length;
  return (
    <Section heading={`Clearance: ${given} of ${clearances.length}`}>
      <ul className={rows.list}>
        {clearances.map((line) => (
          <li className={rows.row} key={line.clearance}>
            <div className={rows.words}>
              <div>
                <span className={rows.strong}>{line.words}</span>
                {` · ${stateWords(line)}`}
              </div>
              {line.cleared && <div className={page.quiet}>{line.cleared}</div>}
              {line.reworded && <div className={styles.changed}>{line.reworded}</div>}
            </div>
            {line.may && (
              <Button
                aria-label={`${buttonWords(line)}: ${line.words}`}
                className={rows.button}
                onClick={() => clear(line)}
              >
                {buttonWords(line)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** A clearance of words that have changed since is still to give. */
export const stands = ({ cleared, reworded }: PaperClearance): boolean =>
  cleared !== null && reworded === null;

const stateWords = (line: PaperClearance): string => {
  if (stands(line)) return '● Cleared';
  return line.cleared === null ? '○ Not cleared yet' : '◐ To be cleared again';
};

const buttonWords = ({ clearance, cleared }: PaperClearance): string => {
  if (cleared !== null) return 'Clear it as it is now';
  return clearance === 'portfolio' ? 'Record that it is agreed' : 'Clear it';
};
