// A measure's history as one honest line: its target, each period's status, gaps where nothing came, and
// the limits of its usual variation where there are enough figures.
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { HistoryRow, MeasureView } from '../../src/web/api.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { Mark, useStandingColour } from '../pieces/status.tsx';
import { type ChartShape, chartShape, fittingIn, margins, type Point } from './chart-shape.ts';
import { Legend } from './legend.tsx';
import { CauseRing, Limits } from './limits.tsx';
import { useWidth } from './use-width.ts';

const useStyles = makeStyles({
  frame: { width: '100%', minWidth: 0 },
  chart: { display: 'block', maxWidth: '100%' },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: '1px' },
  words: { fill: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  line: { stroke: tokens.colorNeutralForeground2, strokeWidth: '2px', strokeLinecap: 'round' },
  target: { stroke: tokens.colorBrandStroke1, strokeWidth: '2px' },
});

const height = 300;

export const HistoryChart = ({ view }: { readonly view: MeasureView }) => {
  const page = usePageStyles();
  const styles = useStyles();
  const [frame, width] = useWidth();
  const about = useId();
  if (view.history.every((row) => row.value === null))
    return <div>No figure has been returned yet, so there is nothing to draw.</div>;
  const history = fittingIn(view.history, width);
  const shape = chartShape(history, width, height);
  return (
    <div className={styles.frame} ref={frame}>
      <svg
        aria-describedby={about}
        aria-label={`History of ${view.name}`}
        className={styles.chart}
        height={height}
        role="img"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
      >
        <Axes shape={shape} width={width} />
        <Limits height={height} shape={shape} />
        <Lines shape={shape} />
        {shape.points.map((point) => (
          <Figure key={point.row.period} point={point} />
        ))}
      </svg>
      <div className={page.hidden} id={about}>
        {[view.verdict, ...view.chart.verdicts, ...view.chart.limits].join(' ')} Choose Table for
        every figure.
      </div>
      <Legend history={history} />
      <div className={page.quiet}>{footWords(view, { shape, drawn: history.length })}</div>
    </div>
  );
};

type Drawn = { readonly shape: ChartShape; readonly drawn: number };

const footWords = (view: MeasureView, { shape, drawn }: Drawn): string =>
  [
    `In ${view.unit}.`,
    shape.foot !== 0 && `The scale starts at ${shape.valueTicks[0]?.words}, not at zero.`,
    drawn < view.history.length && `The newest ${drawn} periods; choose Table for all.`,
  ]
    .filter(Boolean)
    .join(' ');

const Axes = ({ shape, width }: { readonly shape: ChartShape; readonly width: number }) => {
  const styles = useStyles();
  return (
    <g aria-hidden="true">
      {shape.valueTicks.map((tick) => (
        <g key={tick.words}>
          <line
            className={styles.grid}
            x1={margins.left}
            x2={width - margins.right}
            y1={tick.at}
            y2={tick.at}
          />
          <text className={styles.words} textAnchor="end" x={margins.left - 8} y={tick.at + 4}>
            {tick.words}
          </text>
        </g>
      ))}
      {shape.periodTicks.map((tick) => {
        // The newest period's words stay inside the chart, however near its edge the point is.
        const atEdge = tick.at > width - 40;
        return (
          <text
            className={styles.words}
            key={tick.words}
            textAnchor={atEdge ? 'end' : 'middle'}
            x={atEdge ? width : tick.at}
            y={height - 8}
          >
            {tick.words}
          </text>
        );
      })}
    </g>
  );
};

const Lines = ({ shape }: { readonly shape: ChartShape }) => {
  const styles = useStyles();
  return (
    <g aria-hidden="true">
      {shape.targets.map(({ x1, x2, y }) => (
        <line
          className={styles.target}
          key={x1}
          strokeDasharray="2 3"
          x1={x1}
          x2={x2}
          y1={y}
          y2={y}
        />
      ))}
      {shape.stretches.map(({ from, to, dashed }) => (
        <line
          className={styles.line}
          key={to.row.period}
          strokeDasharray={dashed ? '6 5' : undefined}
          x1={from.x}
          x2={to.x}
          y1={from.y}
          y2={to.y}
        />
      ))}
    </g>
  );
};

/** Hollow where illustrative, with a p where provisional, ringed where it is a special cause. */
const Figure = ({ point: { x, y, row } }: { readonly point: Point }) => {
  const styles = useStyles();
  const colour = useStandingColour();
  return (
    <g transform={`translate(${x} ${y})`}>
      <title>{titleOf(row)}</title>
      <circle fill="transparent" r={16} />
      {row.chart.cause && (
        <CauseRing arrow={y > height - margins.bottom - 26 ? -18 : 18} is={row.chart.cause.is} />
      )}
      <g className={colour(row.standing)}>
        <Mark hollow={row.illustrative} standing={row.standing} />
      </g>
      {row.provisional && (
        <text className={styles.words} textAnchor="middle" x={row.chart.cause ? 13 : 0} y={-12}>
          p
        </text>
      )}
    </g>
  );
};

const titleOf = ({ words, text, targetText, chart: { cause } }: HistoryRow): string =>
  [`${words}: ${text}`, targetText !== '–' && `target ${targetText}`, cause?.words]
    .filter(Boolean)
    .join(', ');
