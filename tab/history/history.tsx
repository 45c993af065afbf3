// What became of a row, newest first: who, when, from what, to what, and why.
import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { HistoryStep, HistoryView } from '../../src/web/api-history.ts';
import type { Asker } from '../ask.ts';
import { StepsLoading } from '../pieces/loading.tsx';
import { usePageStyles } from '../pieces/page.tsx';
import { TroubleBar } from '../pieces/trouble.tsx';
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
  const { heard, steps, trouble, asking, more } = useHistory(asker, row);
  const list = useRef<HTMLOListElement>(null);
  const shown = useRef(0);
  // Older steps were asked for: reading goes on at the first of them.
  useEffect(() => {
    const before = shown.current;
    shown.current = steps.length;
    if (before > 0 && steps.length > before)
      (list.current?.children[before] as HTMLElement | undefined)?.focus();
  }, [steps]);
  if (!heard && !trouble) return <StepsLoading />;
  return (
    <div aria-busy={asking} className={styles.history}>
      {trouble && <TroubleBar again={more} kept={heard !== null} trouble={trouble} />}
      {heard && <Opening steps={steps} view={heard} />}
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
          onClick={more}
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

type OpeningProps = { readonly view: HistoryView; readonly steps: readonly HistoryStep[] };

const Opening = ({ view, steps }: OpeningProps) => {
  const page = usePageStyles();
  return (
    <>
      {view.note && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{view.note}</MessageBarBody>
        </MessageBar>
      )}
      <div className={page.quiet}>{openingWords(view, steps)}</div>
    </>
  );
};

const openingWords = ({ total, withheld }: HistoryView, steps: readonly HistoryStep[]): string => {
  if (total === 0)
    return withheld > 0 ? 'Nothing that can be shown to you.' : 'Nothing is known of its changes.';
  if (total === 1 && steps[0]?.kind === 'begun') return 'Nothing has changed since it was made.';
  return `${counted(total, 'change')}, newest first.`;
};
