// The golden thread: columns from the vision to the people. Choosing a line lights up all it serves
// and all that serves it, and says so in a sentence.
import { Checkbox, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import type { ThreadView } from '../../src/web/api-registers.ts';
import type { Address } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { ScreenLoading } from '../pieces/loading.tsx';
import { Title, usePageStyles } from '../pieces/page.tsx';
import { StaleBar, TroubleBar } from '../pieces/trouble.tsx';
import { narrow, useTooNarrowForGrid } from '../pieces/use-narrow.ts';
import { Picker, PickerRow } from '../team-plan/pickers.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { useSame } from '../use-same.ts';
import { ChosenLine } from './chosen-line.tsx';
import { type Column, columnsOf, litAlone } from './columns.ts';
import { linksOf, litBy, worstOf } from './lit.ts';
import { ThreadColumns } from './thread-columns.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '1760px', rowGap: '16px', paddingBottom: '16px' },
  only: { [narrow]: { minHeight: '44px', alignItems: 'center' } },
});

type Props = { readonly asker: Asker; readonly address: Address; readonly go: Go };

export const Thread = ({ asker, address, go }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const { heard, trouble, asking, again } = useAnswer<ThreadView>(asker, paths.thread(address));
  if (!heard && !trouble) return <ScreenLoading name="thread" />;
  return (
    <div aria-busy={asking} className={mergeClasses(page.page, styles.page)}>
      {trouble && <TroubleBar again={again} kept={heard !== null} trouble={trouble} />}
      {heard && <StaleBar freshness={heard.freshness} />}
      {heard && (
        <>
          <div>
            <PickerRow>
              <Picker
                choices={heard.plans}
                chosen={heard.plan}
                label="Plan"
                onChoose={(plan) => go({ plan, open: null })}
              />
            </PickerRow>
            <Title focused={false}>{heard.title}</Title>
          </div>
          <Lines chosen={address.open} go={go} isOld={asking} view={heard} />
        </>
      )}
    </div>
  );
};

type LinesProps = {
  readonly view: ThreadView;
  readonly chosen: string | null;
  /** Another plan's thread is on its way. */
  readonly isOld: boolean;
  readonly go: Go;
};

const Lines = ({ view, chosen, isOld, go }: LinesProps) => {
  const styles = useStyles();
  const nodes = useSame(view.nodes);
  const { columns, links, worst } = useMemo(() => {
    const joined = linksOf(nodes);
    return { columns: columnsOf(nodes), links: joined, worst: worstOf(nodes, joined) };
  }, [nodes]);
  const lit = useMemo(() => litBy(links, chosen), [links, chosen]);
  const stacked = useTooNarrowForGrid();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const alone = wanted ?? stacked;
  const shown = useMemo(
    (): readonly Column[] =>
      lit && alone ? columns.map((column) => litAlone(column, lit)) : columns,
    [columns, lit, alone],
  );
  const { plan } = view;
  const choose = useCallback((open: string | null) => go({ plan, open }, 'replace'), [go, plan]);
  if (columns.length === 0) return <div>This plan has no lines yet.</div>;
  return (
    <>
      <ChosenLine
        choose={choose}
        go={go}
        isLost={chosen !== null && !isOld}
        lit={lit}
        links={links}
        nodes={nodes}
      >
        <Checkbox
          checked={alone}
          className={styles.only}
          label="Show only what is lit"
          onChange={(_event, { checked }) => setWanted(checked === true)}
        />
      </ChosenLine>
      <ThreadColumns
        all={columns}
        choose={choose}
        columns={shown}
        lit={lit}
        stacked={stacked}
        worst={worst}
      />
    </>
  );
};
