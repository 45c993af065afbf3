// The bars of a saving, told apart by how they are filled and by their names, never by colour: hollow is
// required, striped is forecast, solid is achieved.
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { SavingLine, SavingsView } from '../../src/web/api-work.ts';
import { useWidth } from '../measure/use-width.ts';
import {
  type Bar,
  barHeight,
  barsHeight,
  barWords,
  guideShape,
  savingBars,
  type savingsScale,
  savingWords,
} from './savings-shape.ts';

const useStyles = makeStyles({
  frame: { width: '100%', minWidth: 0 },
  bars: { display: 'block', maxWidth: '100%', color: tokens.colorBrandForeground1 },
  words: {
    fill: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  quiet: { fill: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  guide: { flexShrink: 0, overflow: 'visible', color: tokens.colorBrandForeground1 },
  mark: { stroke: tokens.colorNeutralForeground1, strokeWidth: '2px' },
});

type Props = { readonly line: SavingLine; readonly scale: ReturnType<typeof savingsScale> };

export const SavingBars = ({ line, scale }: Props) => {
  const styles = useStyles();
  const [frame, width] = useWidth();
  const stripes = useId();
  return (
    <div className={styles.frame} ref={frame}>
      <svg
        aria-label={`${line.title}: ${savingWords(line)}`}
        className={styles.bars}
        height={barsHeight}
        role="img"
        viewBox={`0 0 ${width} ${barsHeight}`}
        width={width}
      >
        <pattern
          height={5}
          id={stripes}
          patternTransform="rotate(45)"
          patternUnits="userSpaceOnUse"
          width={5}
        >
          <rect fill="currentColor" height={5} width={2} />
        </pattern>
        {savingBars(line, scale, width).map((bar) => (
          <OneBar bar={bar} key={bar.kind} stripes={stripes} />
        ))}
      </svg>
    </div>
  );
};

const OneBar = ({ bar, stripes }: { readonly bar: Bar; readonly stripes: string }) => {
  const styles = useStyles();
  const fill = { required: 'none', forecast: `url(#${stripes})`, achieved: 'currentColor' }[
    bar.kind
  ];
  return (
    <g transform={`translate(0 ${bar.y + 4})`}>
      <text className={styles.quiet} y={11}>
        {barWords[bar.kind]}
      </text>
      {bar.bar && (
        <rect
          fill={fill}
          height={barHeight - 2}
          stroke="currentColor"
          strokeWidth={1.5}
          width={bar.bar.width}
          x={bar.bar.x}
          y={1}
        />
      )}
      <text className={bar.bar ? styles.words : styles.quiet} x={bar.wordsAt} y={11}>
        {bar.words}
      </text>
    </g>
  );
};

const guideWidth = 160;

/** Its words stand beside it. */
export const GuideBar = ({ live }: { readonly live: SavingsView['live'] }) => {
  const styles = useStyles();
  const { bar, mark } = guideShape(live, guideWidth);
  return (
    <svg aria-hidden="true" className={styles.guide} height={20} width={guideWidth}>
      <rect fill="currentColor" height={10} width={bar} y={5} />
      {mark !== null && <line className={styles.mark} x1={mark} x2={mark} y1={0} y2={20} />}
    </svg>
  );
};
