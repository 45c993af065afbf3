// One line of the thread. What is lit is marked by a bar, a ground and words for those who listen;
// what is not steps back but stays readable.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { type Standing, standingWords } from '../../src/registers/words.ts';
import type { ThreadNode } from '../../src/web/api-registers.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { StatusShape } from '../pieces/status.tsx';
import { narrow, tooNarrowForGrid } from '../pieces/use-narrow.ts';
import type { Place } from './lit.ts';

const useStyles = makeStyles({
  line: {
    boxSizing: 'border-box',
    padding: '6px 8px 6px 11px',
    borderRadius: tokens.borderRadiusMedium,
    borderLeft: '3px solid transparent',
    marginBottom: '2px',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    // Thousands of lines are laid out only as they come into sight.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 64px',
    ':hover': { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1}` },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    [tooNarrowForGrid]: { minHeight: '44px' },
    [narrow]: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
    '@media print': { contentVisibility: 'visible' },
  },
  title: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 4,
    overflowX: 'hidden',
    overflowY: 'hidden',
  },
  quiet: {
    color: `var(--quiet-words, ${tokens.colorNeutralForeground2})`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  status: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: '6px',
    '& > svg': { filter: 'var(--status-filter, none)' },
  },
  /** On the list: one rule for all that is not lit, so that choosing redraws only what lights up. */
  dimming: {
    '& [data-line]:not([data-lit])': {
      color: tokens.colorNeutralForeground3,
      // Handed down, which is quicker over thousands of lines than a rule for all that is within them.
      '--quiet-words': tokens.colorNeutralForeground3,
      '--status-filter': 'grayscale(1)',
    },
    '& [data-lit]': {
      borderLeftColor: tokens.colorBrandStroke1,
      backgroundColor: tokens.colorBrandBackground2,
    },
    '& [aria-selected="true"]': {
      fontWeight: tokens.fontWeightSemibold,
      boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    },
  },
});

export type LineParts = Record<'line' | 'title' | 'quiet' | 'status' | 'hidden', string>;

/** Worked out once for a column, not for each of its lines. */
export const useLineStyles = (
  isAnyLit: boolean,
): { readonly list: string | undefined; readonly parts: LineParts } => {
  const { dimming, ...parts } = useStyles();
  const { hidden } = usePageStyles();
  return {
    list: isAnyLit ? dimming : undefined,
    parts: { ...parts, title: mergeClasses(parts.title), hidden },
  };
};

type Props = {
  readonly node: ThreadNode;
  readonly place: Place | null;
  /** The Tab key stops here. */
  readonly stops: boolean;
  /** The most serious standing of its measures. */
  readonly worst: Standing | null;
  readonly styles: LineParts;
};

const litWords: { readonly [P in Place]: string } = {
  chosen: 'Chosen.',
  above: 'Lit: the chosen line serves it.',
  below: 'Lit: it serves the chosen line.',
};

const LineDrawn = ({ node, place, stops, worst, styles }: Props) => (
  <div
    aria-selected={place === 'chosen'}
    className={styles.line}
    data-line={node.id}
    data-lit={place ?? undefined}
    role="option"
    tabIndex={stops ? 0 : -1}
  >
    <div className={styles.title}>
      {node.code && <span className={styles.quiet}>{node.code} </span>}
      {node.title}
    </div>
    {node.otherPlan && <div className={styles.quiet}>{node.otherPlan}</div>}
    {(node.state ?? worst) && (
      <div className={styles.quiet}>
        {node.state}
        {worst && (
          <span className={styles.status}>
            <StatusShape size={10} standing={worst} />
            {node.standing
              ? standingWords[worst].words
              : `Worst: ${standingWords[worst].words.toLowerCase()}`}
          </span>
        )}
      </div>
    )}
    {place && <span className={styles.hidden}>{litWords[place]}</span>}
  </div>
);

export const ThreadLine = memo(
  LineDrawn,
  (before, now) =>
    before.node === now.node &&
    before.place === now.place &&
    before.stops === now.stops &&
    before.worst === now.worst,
);
