// Exactly who would get a nudge, about what, and who would not and why. What is sent is what is shown here;
// where things have changed meanwhile nothing goes, and what they are now is shown in its place.
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { NudgeAnswer, SendsPreview } from '../../src/web/api-cycle.ts';
import { type Asker, paths } from '../ask.ts';
import { OverScreen } from '../pieces/over-screen.tsx';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { counted } from '../words.ts';
import { AsShown, useAsShown } from './as-shown.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' },
  person: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { fontWeight: tokens.fontWeightSemibold },
  returns: {
    listStyleType: 'disc',
    margin: 0,
    paddingLeft: '20px',
    color: tokens.colorNeutralForeground2,
  },
  button: { [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly asker: Asker;
  readonly cycle: string;
  readonly people: readonly string[];
  readonly back: () => void;
  readonly leave: () => void;
  readonly done: (words: string) => void;
};

/** A preview asked for as this opens; and sent only as it was shown. */
const useNudge = ({ asker, cycle, people, done }: Props) => {
  const ask = useCallback(
    () => asker.post<SendsPreview>(paths.ofCycle(cycle, 'nudge/preview'), { people }),
    [asker, cycle, people],
  );
  const doIt = async ({ will }: SendsPreview) => {
    const agreed = will.map(({ person, returns }) => ({
      person,
      returns: returns.map(({ key }) => key),
    }));
    const path = paths.ofCycle(cycle, 'nudge');
    const answer = await asker.post<NudgeAnswer>(path, { people, agreed });
    return answer.outcome === 'nudged' ? { done: answer.words } : answer;
  };
  return useAsShown(ask, { doIt, done });
};

export const NudgePreview = (props: Props) => {
  const styles = useStyles();
  const { preview, trouble, changed, doing, go } = useNudge(props);
  const count = preview?.will.length ?? 0;
  return (
    <OverScreen
      actions={
        <>
          <Button className={styles.button} onClick={props.back}>
            Back
          </Button>
          {count > 0 && (
            <Button
              appearance="primary"
              className={styles.button}
              disabledFocusable={doing}
              icon={doing ? <Spinner size="tiny" /> : null}
              onClick={() => void go()}
            >
              {`Send ${counted(count, 'nudge')}`}
            </Button>
          )}
        </>
      }
      leave={props.leave}
      title={preview ? titleOf(count) : 'Who would get a nudge'}
    >
      <AsShown changed={changed} trouble={trouble}>
        {preview && <Shown heading="One card each, with what they still owe" preview={preview} />}
      </AsShown>
    </OverScreen>
  );
};

const titleOf = (count: number): string =>
  count === 0 ? 'Nobody would get a nudge' : `Send ${counted(count, 'nudge')}?`;

const mostNamed = 5;

type ShownProps = {
  readonly preview: SendsPreview;
  readonly heading: string;
  /** Who is not asked stands above a long list, where it is to be seen before all is set going. */
  readonly exceptionsFirst?: boolean;
};

export const Shown = ({ preview, heading, exceptionsFirst = false }: ShownProps) => {
  const styles = useStyles();
  const page = usePageStyles();
  const { will, willNot } = preview;
  return (
    // Longer than the screen it is moved by the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls takes the focus.
    <div aria-label="Who would get what" className={styles.content} role="region" tabIndex={0}>
      {exceptionsFirst && <NotAsked willNot={willNot} />}
      {will.length > 0 && <h3 className={styles.heading}>{heading}</h3>}
      <ul className={styles.list}>
        {will.map(({ person, name, returns, goesAt, note }) => (
          <li className={styles.person} key={person}>
            <span className={styles.name}>{name}</span>
            {`: ${counted(returns.length, 'return')}`}
            {goesAt && <span className={page.quiet}>{` · goes ${goesAt}`}</span>}
            {note && <span className={page.quiet}>{` · ${note}`}</span>}
            <ul className={styles.returns}>
              {returns.slice(0, mostNamed).map(({ key, words }) => (
                <li key={key}>{words}</li>
              ))}
              {returns.length > mostNamed && <li>and {returns.length - mostNamed} more</li>}
            </ul>
          </li>
        ))}
      </ul>
      {!exceptionsFirst && <NotAsked willNot={willNot} />}
    </div>
  );
};

const NotAsked = ({ willNot }: Pick<SendsPreview, 'willNot'>) => {
  const styles = useStyles();
  const page = usePageStyles();
  if (willNot.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>Not asked</h3>
      <ul className={styles.list}>
        {willNot.map(({ words, names }) => (
          <li className={styles.person} key={words}>
            {`${words} (${names.length})`}
            <div className={page.quiet}>{names.join(', ')}</div>
          </li>
        ))}
      </ul>
    </>
  );
};
