// The limits of a control chart as it is drawn, where they begin again, and the ring of a special cause.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ChartedPoint } from '../../src/web/api-measure.ts';
import { type ChartShape, margins } from './chart-shape.ts';

const useStyles = makeStyles({
  band: { fill: tokens.colorNeutralForeground1, fillOpacity: 0.06 },
  limit: { stroke: tokens.colorNeutralForeground3, strokeWidth: '1.5px' },
  mean: { stroke: tokens.colorNeutralForeground3, strokeWidth: '1px' },
  again: { stroke: tokens.colorNeutralForeground1, strokeWidth: '1.5px' },
  letter: {
    fill: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  ring: { stroke: tokens.colorNeutralForeground1, strokeWidth: '1.5px', fill: 'none' },
});

/** Firm limits are dashed, trial limits more finely. */
export const limitDashes = (trial: boolean): string => (trial ? '3 4' : '8 5');

type Props = { readonly shape: ChartShape; readonly height: number };

export const Limits = ({ shape, height }: Props) => {
  const styles = useStyles();
  return (
    <g aria-hidden="true">
      {shape.bands.map(({ x1, x2, low, mean, high, trial }) => (
        <g key={x1}>
          <rect className={styles.band} height={low - high} width={x2 - x1} x={x1} y={high} />
          <line className={styles.mean} x1={x1} x2={x2} y1={mean} y2={mean} />
          {[low, high].map((y) => (
            <line
              className={styles.limit}
              key={y}
              strokeDasharray={limitDashes(trial)}
              x1={x1}
              x2={x2}
              y1={y}
              y2={y}
            />
          ))}
        </g>
      ))}
      {shape.rebased.map(({ x, letter }) => (
        <g key={letter}>
          <line
            className={styles.again}
            strokeDasharray="1 3"
            x1={x}
            x2={x}
            y1={margins.top - 8}
            y2={height - margins.bottom}
          />
          <text className={styles.letter} textAnchor="middle" x={x} y={margins.top - 12}>
            {letter}
          </text>
        </g>
      ))}
    </g>
  );
};

type Is = NonNullable<ChartedPoint['cause']>['is'];

/** Round 0,0: a ring, and under it an arrow where it is for the better or the worse. */
export const CauseRing = ({ is, arrow = 18 }: { readonly is: Is; readonly arrow?: number }) => {
  const styles = useStyles();
  const drawn = arrows[is];
  return (
    <>
      <circle className={styles.ring} r={9} />
      {drawn !== null && (
        <path className={styles.ring} d={drawn} transform={`translate(0 ${arrow})`} />
      )}
    </>
  );
};

/** As the arrows beside the words of a direction. */
const arrows: { readonly [I in Is]: string | null } = {
  better: 'M-3.5 3.5 3.5-3.5M-1.5-3.5H3.5V1.5',
  worse: 'M-3.5-3.5 3.5 3.5M-1.5 3.5H3.5V-1.5',
  neither: null,
};
