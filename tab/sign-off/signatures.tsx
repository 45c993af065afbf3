// What a director, or the section 151 officer's post, signs: how it stands, and whether it is signed.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { SignatureLine } from '../../src/web/api-sign-off.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import type { Opened } from './dialogs.tsx';

export const useRowStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: '8px 16px',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  words: { flex: '1 1 320px', minWidth: 0, maxWidth: '80ch' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  button: { alignSelf: 'start', whiteSpace: 'nowrap', [narrow]: { minHeight: '44px' } },
});

const stateWords: { readonly [S in SignatureLine['state']]: string } = {
  signed: 'Signed',
  waiting: 'Waits for a signature',
  'not asked': 'May be signed',
  'not in time': 'Not signed in time',
};

type Props = {
  readonly lines: readonly SignatureLine[];
  readonly open: (opened: Opened) => void;
};

export const Signatures = ({ lines, open }: Props) => {
  const styles = useRowStyles();
  const page = usePageStyles();
  if (lines.length === 0) return null;
  return (
    <Section heading="Signatures">
      <ul className={styles.list}>
        {lines.map((line) => (
          <li className={styles.row} key={line.name}>
            <div className={styles.words}>
              <div>
                <span className={styles.strong}>{line.name}</span> · {stateWords[line.state]}
              </div>
              <div className={page.quiet}>{line.signed ?? line.stands}</div>
              {line.remarks && <div className={page.quiet}>Remarks: {line.remarks}</div>}
              {line.changed && (
                <div>
                  {line.changed} Now: {line.stands}
                </div>
              )}
            </div>
            {line.may && (
              <Button
                appearance={line.state === 'waiting' ? 'primary' : 'secondary'}
                aria-label={`Sign ${line.name}`}
                className={styles.button}
                onClick={() => open({ what: 'sign', line })}
              >
                {line.state === 'signed' ? 'Sign it as it stands now' : 'Sign'}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};
