// A small trend: the shape of the last periods, its newest point marked with its status.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { TrendPoint } from '../../src/web/api.ts';
import { sparklineShape, sparklineWords } from './sparkline-shape.ts';
import { Mark, useStandingColour } from './status.tsx';

const useStyles = makeStyles({
  line: { fill: 'none', stroke: tokens.colorNeutralForeground3, strokeWidth: '1.5px' },
  svg: { display: 'block', overflow: 'visible' },
});

const width = 88;
const height = 24;

export const Sparkline = ({ trend }: { readonly trend: readonly TrendPoint[] }) => {
  const styles = useStyles();
  const colour = useStandingColour();
  const { lines, last } = sparklineShape(trend, width, height);
  if (!last) return <span title="No figures yet">–</span>;
  const dashes = trend.some((point) => point.illustrative) ? '3 2' : undefined;
  return (
    <svg
      aria-label={sparklineWords(trend)}
      className={styles.svg}
      height={height}
      role="img"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
    >
      {lines.map((line) => (
        <polyline className={styles.line} key={line} points={line} strokeDasharray={dashes} />
      ))}
      <g className={colour(last.standing)} transform={`translate(${last.x} ${last.y}) scale(0.75)`}>
        <Mark standing={last.standing} hollow={false} />
      </g>
    </svg>
  );
};
