// What the marks of a chart mean: only those that are in it.
import { makeStyles, tokens } from '@fluentui/react-components';
import { standings, standingWords } from '../../src/registers/words.ts';
import type { HistoryRow } from '../../src/web/api.ts';
import { Mark, StatusShape } from '../pieces/status.tsx';
import { rebasedIn } from './chart-shape.ts';
import { CauseRing, limitDashes } from './limits.tsx';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '20px',
    rowGap: '4px',
    listStyleType: 'none',
    margin: '8px 0',
    padding: 0,
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: 'inline-flex', alignItems: 'center', columnGap: '6px' },
  target: { stroke: tokens.colorBrandStroke1, strokeWidth: '2px' },
  line: { stroke: tokens.colorNeutralForeground2, strokeWidth: '2px' },
  limit: { stroke: tokens.colorNeutralForeground3, strokeWidth: '1.5px' },
  mean: { stroke: tokens.colorNeutralForeground3, strokeWidth: '1px' },
});

export const Legend = ({ history }: { readonly history: readonly HistoryRow[] }) => {
  const styles = useStyles();
  const drawn = history.filter((row) => row.value !== null);
  const seen = standings.filter((standing) => drawn.some((row) => row.standing === standing));
  return (
    <ul aria-label="What the marks mean" className={styles.legend}>
      {seen.map((standing) => (
        <li className={styles.entry} key={standing}>
          <StatusShape standing={standing} />
          {standingWords[standing].words}
        </li>
      ))}
      {history.some((row) => row.target !== null) && (
        <li className={styles.entry}>
          <svg aria-hidden="true" height={12} width={24}>
            <line className={styles.target} strokeDasharray="2 3" x2={24} y1={6} y2={6} />
          </svg>
          Target{history.some((row) => row.targetIllustrative) && ', illustrative'}
        </li>
      )}
      {drawn.some((row) => row.illustrative) && (
        <li className={styles.entry}>
          <svg aria-hidden="true" height={12} viewBox="-14 -6 28 12" width={28}>
            <line className={styles.line} strokeDasharray="6 5" x1={-14} x2={14} />
            <Mark hollow standing="on target" />
          </svg>
          Hollow and dashed: illustrative figure
        </li>
      )}
      {drawn.some((row) => row.provisional) && <li className={styles.entry}>p: provisional</li>}
      <LimitEntries history={history} />
      {causes
        .filter((is) => drawn.some((row) => row.chart.cause?.is === is))
        .map((is) => (
          <li className={styles.entry} key={is}>
            <svg aria-hidden="true" height={26} viewBox="-11 -11 22 36" width={16}>
              <CauseRing is={is} />
            </svg>
            {causeWords[is]}
          </li>
        ))}
    </ul>
  );
};

/** Where limits are drawn, what their lines are; and from which period they begin again. */
const LimitEntries = ({ history }: { readonly history: readonly HistoryRow[] }) => {
  const styles = useStyles();
  const limits = history.flatMap(({ chart }) => chart.limits ?? []);
  return (
    <>
      {limits.length > 0 && (
        <li className={styles.entry}>
          <svg aria-hidden="true" height={12} width={24}>
            <line className={styles.mean} x2={24} y1={6} y2={6} />
          </svg>
          Mean
        </li>
      )}
      {[false, true]
        .filter((trial) => limits.some((each) => each.trial === trial))
        .map((trial) => (
          <li className={styles.entry} key={String(trial)}>
            <svg aria-hidden="true" height={12} width={24}>
              <line
                className={styles.limit}
                strokeDasharray={limitDashes(trial)}
                x2={24}
                y1={6}
                y2={6}
              />
            </svg>
            {trial ? 'Trial limits of usual variation' : 'Limits of usual variation'}
          </li>
        ))}
      {rebasedIn(history).map(({ letter, words }) => (
        <li className={styles.entry} key={letter}>
          <strong>{letter}</strong> Limits begin again from {words}
        </li>
      ))}
    </>
  );
};

const causes = ['better', 'worse', 'neither'] as const;
const causeWords = {
  better: 'Special cause, improving',
  worse: 'Special cause, concerning',
  neither: 'Special cause',
} as const;
