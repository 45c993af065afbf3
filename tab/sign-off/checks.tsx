// The returns picked to be checked against their evidence, and what came of each.
import { Button, Link } from '@fluentui/react-components';
import type { VerificationLine } from '../../src/web/api-sign-off.ts';
import { addressText, start } from '../address.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import type { Opened } from './dialogs.tsx';
import { useRowStyles } from './signatures.tsx';

type Props = {
  readonly lines: readonly VerificationLine[];
  readonly open: (opened: Opened) => void;
};

export const Checks = ({ lines, open }: Props) => {
  const styles = useRowStyles();
  const page = usePageStyles();
  if (lines.length === 0) return null;
  const checked = lines.filter((each) => each.outcome !== null).length;
  return (
    <Section heading={`Checked against evidence: ${checked} of ${lines.length}`}>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li className={styles.row} key={line.key}>
            <div className={styles.words}>
              <div>
                {line.measure === null ? (
                  line.name
                ) : (
                  <Link href={addressText({ ...start, screen: 'measure', open: line.measure })}>
                    {line.name}
                  </Link>
                )}
                {line.figure && <span className={styles.strong}> · {line.figure}</span>}
              </div>
              <div className={page.quiet}>
                {line.why} · given by {line.given}
              </div>
              {line.outcome && (
                <div>
                  <span className={styles.strong}>{outcomeWords(line.outcome)}</span> ·{' '}
                  {line.checked}
                </div>
              )}
              {line.evidence && <div className={page.quiet}>Evidence: {line.evidence}</div>}
              {line.remarks && <div className={page.quiet}>Remarks: {line.remarks}</div>}
            </div>
            {line.may ? (
              <Button
                aria-label={`Record the check of ${line.name}`}
                className={styles.button}
                onClick={() => open({ what: 'check', line })}
              >
                {line.outcome === null ? 'Record the check' : 'Put it right'}
              </Button>
            ) : (
              <span className={page.quiet}>Yours, so somebody else checks it</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};

export const outcomeWords = (outcome: string): string =>
  outcome.charAt(0).toUpperCase() + outcome.slice(1);
