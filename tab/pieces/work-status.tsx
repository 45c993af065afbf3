// How work stands: a shape, a word and a colour, always together, as cards and lists have them; here the
// shape is drawn, so that it is the same size in every font.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  notYetReported,
  type WorkStatus,
  workStatusWords,
} from '../../src/registers/work-words.ts';

const useStyles = makeStyles({
  status: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  shape: { flexShrink: 0, overflow: 'visible' },
  blue: { color: tokens.colorPaletteBlueForeground2 },
  green: { color: tokens.colorPaletteGreenForeground3 },
  amber: { color: tokens.colorPaletteMarigoldForeground2 },
  red: { color: tokens.colorPaletteRedForeground1 },
  grey: { color: tokens.colorNeutralForeground3 },
});

/** Null where nobody has reported yet. */
export const WorkStatusShown = ({ status }: { readonly status: WorkStatus | null }) => {
  const styles = useStyles();
  const { glyph, words, colour } = status === null ? notYetReported : workStatusWords[status];
  return (
    <span className={styles.status}>
      <svg
        aria-hidden="true"
        className={mergeClasses(styles.shape, styles[colour])}
        height={12}
        viewBox="-6 -6 12 12"
        width={12}
      >
        <Shape glyph={glyph} />
      </svg>
      <span>{words}</span>
    </span>
  );
};

const outlined = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75 } as const;

const Shape = ({ glyph }: Pick<typeof notYetReported, 'glyph'>) => {
  switch (glyph) {
    case '●':
      return <circle fill="currentColor" r={5.2} />;
    case '▲':
      return (
        <path
          d="M0-4.6 5 4.2H-5Z"
          fill={tokens.colorPaletteMarigoldBackground3}
          stroke="currentColor"
          strokeLinejoin="round"
          strokeWidth={1.25}
        />
      );
    case '■':
      return <rect fill="currentColor" height={10} width={10} x={-5} y={-5} />;
    case '✓':
      return (
        <path d="M-5 0-1.5 3.75 5-4" strokeLinejoin="round" {...outlined} strokeWidth={2.25} />
      );
    case '✕':
      return <path d="M-4-4 4 4M4-4-4 4" {...outlined} />;
    case '◇':
      return <path d="M0-5 5 0 0 5-5 0Z" {...outlined} />;
    case '○':
      return <circle r={4.4} {...outlined} />;
  }
};
