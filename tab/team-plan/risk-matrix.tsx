// Risks on the five by five, as they stand with their controls. A cell says how many it holds; pressed,
// its risks are listed beside it, with where they came from and where they are to go.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { RiskLine } from '../../src/web/api-work.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { type Cell, matrixCells, movesOf, riskCount, shade } from './risk-matrix-shape.ts';

const useStyles = makeStyles({
  frame: { maxWidth: '560px', minWidth: 0, breakInside: 'avoid' },
  matrix: {
    display: 'grid',
    gridTemplateColumns: '20px 16px minmax(0, 1fr)',
    gridTemplateRows: 'auto 20px 20px',
    columnGap: '4px',
  },
  likelihood: {
    writingMode: 'vertical-rl',
    transform: 'rotate(180deg)',
    textAlign: 'center',
    gridRowStart: 1,
  },
  up: {
    display: 'grid',
    gridTemplateRows: 'repeat(5, 1fr)',
    alignItems: 'center',
    gridRowStart: 1,
  },
  square: { position: 'relative', gridRowStart: 1, gridColumnStart: 3, aspectRatio: '5 / 4' },
  drawing: {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    overflow: 'visible',
    color: tokens.colorNeutralForeground1,
    forcedColorAdjust: 'auto',
  },
  moves: { pointerEvents: 'none' },
  cells: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    gridTemplateRows: 'repeat(5, minmax(0, 1fr))',
  },
  cell: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    alignItems: 'center',
    minWidth: '44px',
    minHeight: '44px',
    padding: 0,
    font: 'inherit',
    lineHeight: 1.1,
    color: tokens.colorNeutralForeground1,
    background: 'none',
    border: '2px solid transparent',
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  holds: {
    cursor: 'pointer',
    ':hover': { border: `2px solid ${tokens.colorNeutralStrokeAccessible}` },
  },
  pressed: { border: `3px solid ${tokens.colorNeutralForeground1}` },
  number: {
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  above: { fontSize: tokens.fontSizeBase200, marginLeft: '3px' },
  word: { fontSize: tokens.fontSizeBase200 },
  across: {
    gridColumnStart: 3,
    display: 'grid',
    gridTemplateColumns: 'repeat(5, 1fr)',
    textAlign: 'center',
    alignItems: 'end',
  },
  impact: { gridColumnStart: 3, textAlign: 'center', alignSelf: 'end' },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', marginTop: '4px' },
});

export type Place = { readonly likelihood: number; readonly impact: number };

type Props = {
  readonly lines: readonly RiskLine[];
  readonly chosen: Place | null;
  readonly choose: (place: Place | null) => void;
};

export const RiskMatrix = ({ lines, chosen, choose }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const cells = matrixCells(lines);
  const isChosen = ({ likelihood, impact }: Cell) =>
    chosen?.likelihood === likelihood && chosen.impact === impact;
  const pressed = cells.find(isChosen);
  return (
    <div className={styles.frame}>
      <div className={styles.matrix}>
        <div aria-hidden="true" className={mergeClasses(styles.likelihood, page.quiet)}>
          Likelihood
        </div>
        <div aria-hidden="true" className={mergeClasses(styles.up, page.quiet)}>
          {[5, 4, 3, 2, 1].map((step) => (
            <span key={step}>{step}</span>
          ))}
        </div>
        <div className={styles.square}>
          <Ground cells={cells} />
          <fieldset
            aria-label="Risks by likelihood and impact, as they stand with their controls"
            className={styles.cells}
            style={{ border: 'none', margin: 0, padding: 0 }}
          >
            {cells.map((cell) => (
              <CellShown
                cell={cell}
                isPressed={cell === pressed}
                key={cell.words}
                press={() => choose(cell === pressed ? null : cell)}
              />
            ))}
          </fieldset>
          {pressed && <Moves cell={pressed} />}
        </div>
        <div aria-hidden="true" className={mergeClasses(styles.across, page.quiet)}>
          {[1, 2, 3, 4, 5].map((step) => (
            <span key={step}>{step}</span>
          ))}
        </div>
        <div aria-hidden="true" className={mergeClasses(styles.impact, page.quiet)}>
          Impact
        </div>
      </div>
      <Legend above={cells.some((cell) => cell.aboveAppetite > 0)} moves={pressed !== undefined} />
    </div>
  );
};

/** The five by five itself: the higher the score the deeper the shade, and the score in its corner. */
const Ground = ({ cells }: { readonly cells: readonly Cell[] }) => {
  const styles = useStyles();
  return (
    <svg aria-hidden="true" className={styles.drawing} preserveAspectRatio="none" viewBox="0 0 5 5">
      {cells.map(({ likelihood, impact, score }) => (
        <rect
          fill="currentColor"
          fillOpacity={shade(score)}
          height={1}
          key={`${likelihood} ${impact}`}
          stroke={tokens.colorNeutralBackground1}
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
          width={1}
          x={impact - 1}
          y={5 - likelihood}
        />
      ))}
    </svg>
  );
};

type CellProps = {
  readonly cell: Cell;
  readonly isPressed: boolean;
  readonly press: () => void;
};

/** An empty cell is nothing to press. */
const CellShown = ({ cell, isPressed, press }: CellProps) => {
  const styles = useStyles();
  const count = cell.risks.length;
  if (count === 0) return <span />;
  return (
    <button
      aria-label={cell.words}
      aria-pressed={isPressed}
      className={mergeClasses(styles.cell, styles.holds, isPressed && styles.pressed)}
      onClick={press}
      type="button"
    >
      <span className={styles.number}>
        {count}
        {cell.aboveAppetite > 0 && <span className={styles.above}>▲</span>}
      </span>
      <span className={styles.word}>{riskCount(count).replace(/^\d+ /, '')}</span>
    </button>
  );
};

/** Solid from before control to now; dashed from now to the target. */
const Moves = ({ cell }: { readonly cell: Cell }) => {
  const styles = useStyles();
  const head = useId();
  return (
    <svg
      aria-hidden="true"
      className={mergeClasses(styles.drawing, styles.moves)}
      viewBox="0 0 500 400"
    >
      <marker id={head} markerHeight={7} markerWidth={7} orient="auto" refX={6} refY={3.5}>
        <path d="M0 0 7 3.5 0 7Z" fill="currentColor" />
      </marker>
      {movesOf(cell.risks).map(({ kind, x1, y1, x2, y2 }) => (
        <line
          key={`${kind} ${x1} ${y1} ${x2} ${y2}`}
          markerEnd={`url(#${head})`}
          stroke="currentColor"
          strokeDasharray={kind === 'to target' ? '6 5' : undefined}
          strokeWidth={2}
          x1={x1 * 100}
          x2={x2 * 100}
          y1={y1 * 80}
          y2={y2 * 80}
        />
      ))}
    </svg>
  );
};

const Legend = ({ above, moves }: { readonly above: boolean; readonly moves: boolean }) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.legend, page.quiet)}>
      <span>The deeper the shade, the higher the score.</span>
      {above && <span>▲ one or more above what the council accepts</span>}
      {moves && <span>Solid line: from before control. Dashed line: to the target.</span>}
      {!moves && <span className="not-printed">Press a cell to list its risks.</span>}
    </div>
  );
};
