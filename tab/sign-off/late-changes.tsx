// What was changed after the close, each with its reason; and for the performance team a way to change one.
import { Button, Link } from '@fluentui/react-components';
import type { SignOffView } from '../../src/web/api-sign-off.ts';
import { addressText, start } from '../address.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import type { Opened } from './dialogs.tsx';
import { useRowStyles } from './signatures.tsx';

type Props = { readonly view: SignOffView; readonly open: (opened: Opened) => void };

export const LateChanges = ({ view, open }: Props) => {
  const styles = useRowStyles();
  const page = usePageStyles();
  const { lateChanges, changeable } = view;
  if (lateChanges.length + changeable.length === 0) return null;
  return (
    <Section heading="Changed after the close">
      {lateChanges.length === 0 ? (
        <div className={page.quiet}>Nothing has been changed since it closed.</div>
      ) : (
        <ul className={styles.list}>
          {lateChanges.map((line) => (
            <li className={styles.row} key={line.measure + line.name}>
              <div className={styles.words}>
                <div>
                  <Link href={addressText({ ...start, screen: 'measure', open: line.measure })}>
                    {line.name}
                  </Link>
                  {line.figure && <span className={styles.strong}> · {line.figure}</span>}
                </div>
                <div>Because: {line.because}</div>
                <div className={page.quiet}>By {line.by}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
      {changeable.length > 0 && (
        <div className="not-printed">
          <Button className={styles.button} onClick={() => open({ what: 'change' })}>
            Change a figure
          </Button>
        </div>
      )}
    </Section>
  );
};
