// What became of a row, newest first: who, when, from what, to what, and why.
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Spinner,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { HistoryStep, HistoryView } from '../../src/web/api-history.ts';
import type { Asker } from '../ask.ts';
import { StepsLoading } from '../pieces/loading.tsx';
import { usePageStyles } from '../pieces/page.tsx';
import { TroubleBar, useBarStyles } from '../pieces/trouble.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { counted } from '../words.ts';
import { Step } from './step.tsx';
import { type RowAsked, useHistory } from './use-history.ts';

const useStyles = makeStyles({
  history: { display: 'flex', flexDirection: 'column', rowGap: '12px', minWidth: 0 },
  steps: { listStyleType: 'none', margin: 0, padding: 0 },
  more: { alignSelf: 'start', [narrow]: { minHeight: '44px', alignSelf: 'stretch' } },
});

type Props = { readonly asker: Asker; readonly row: RowAsked };

export const History = ({ asker, row }: Props) => {
  const styles = useStyles();
  const page = usePageStyles();
  const { heard, steps, trouble, asking, more, anew } = useHistory(asker, row);
  const list = useRef<HTMLOListElement>(null);
  const shown = useRef(0);
  const wantsOlder = useRef(false);
  // Older steps were asked for: reading goes on at the first of them.
  useEffect(() => {
    const before = shown.current;
    shown.current = steps.length;
    if (wantsOlder.current && steps.length > before)
      (list.current?.children[before] as HTMLElement | undefined)?.focus();
    wantsOlder.current = false;
  }, [steps]);
  const older = () => {
    wantsOlder.current = true;
    more();
  };
  if (!heard && !trouble) return <StepsLoading />;
  return (
    <div aria-busy={asking} className={styles.history}>
      {trouble && <TroubleBar again={more} kept={heard !== null} of="changes" trouble={trouble} />}
      {heard && <Opening anew={anew} asking={asking} steps={steps} view={heard} />}
      {steps.length > 0 && (
        <ol aria-label="Changes, newest first" className={styles.steps} ref={list}>
          {steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ol>
      )}
      {heard && heard.older > 0 && !trouble && (
        <Button
          className={`${styles.more} not-printed`}
          disabledFocusable={asking}
          icon={asking ? <Spinner size="tiny" /> : null}
          onClick={older}
        >
          Show older changes ({heard.older.toLocaleString('en-GB')} more)
        </Button>
      )}
      {heard && heard.withheld > 0 && (
        <div className={page.quiet} role="note">
          {counted(heard.withheld, 'change was', 'changes were')} made while this row was exempt,
          and {heard.withheld === 1 ? 'is' : 'are'} not shown to you.
        </div>
      )}
    </div>
  );
};

type OpeningProps = {
  readonly view: HistoryView;
  readonly steps: readonly HistoryStep[];
  readonly anew: () => void;
  readonly asking: boolean;
};

const Opening = ({ view, steps, anew, asking }: OpeningProps) => {
  const page = usePageStyles();
  const bar = useBarStyles();
  const words = openingWords(view, steps);
  return (
    <>
      {view.note && (
        <MessageBar className={bar.row} intent="warning" layout="multiline">
          <MessageBarBody>{view.note}</MessageBarBody>
          {view.askAgain && (
            <MessageBarActions className={bar.actions}>
              <Button className={bar.touch} disabledFocusable={asking} onClick={anew}>
                Try again
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
      {words && <div className={page.quiet}>{words}</div>}
    </>
  );
};

/** Null where the bar above says it all. */
const openingWords = (
  { total, withheld, note }: HistoryView,
  steps: readonly HistoryStep[],
): string | null => {
  if (total === 0) {
    if (withheld > 0) return 'Nothing that can be shown to you.';
    return note === null ? 'Nothing is known of its changes.' : null;
  }
  if (total === 1 && steps[0]?.kind === 'begun') return 'Nothing has changed since it was made.';
  return `${counted(total, 'change')}, newest first.`;
};
