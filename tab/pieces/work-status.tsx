// How work stands: a shape, a word and a colour, always together. Blank is not yet reported, which is
// neither good nor bad.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { WorkStatus } from '../../src/web/api-work.ts';

const useStyles = makeStyles({
  status: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  shape: { flexShrink: 0, overflow: 'visible' },
  green: { color: tokens.colorPaletteGreenForeground3 },
  amber: { color: tokens.colorPaletteMarigoldForeground2 },
  red: { color: tokens.colorPaletteRedForeground1 },
  grey: { color: tokens.colorNeutralForeground3 },
});

type Kind = WorkStatus | 'not yet reported';

const words: { readonly [K in Kind]: { readonly words: string; readonly colour: Colour } } = {
  'not started': { words: 'Not started', colour: 'grey' },
  'on track': { words: 'On track', colour: 'green' },
  'at risk': { words: 'At risk', colour: 'amber' },
  delayed: { words: 'Delayed', colour: 'red' },
  complete: { words: 'Complete', colour: 'green' },
  stopped: { words: 'Stopped', colour: 'grey' },
  'not yet reported': { words: 'Not yet reported', colour: 'grey' },
};
type Colour = 'green' | 'amber' | 'red' | 'grey';

export const WorkStatusShown = ({ status }: { readonly status: WorkStatus | null }) => {
  const styles = useStyles();
  const kind = status ?? 'not yet reported';
  return (
    <span className={styles.status}>
      <svg
        aria-hidden="true"
        className={mergeClasses(styles.shape, styles[words[kind].colour])}
        height={12}
        viewBox="-6 -6 12 12"
        width={12}
      >
        <Shape kind={kind} />
      </svg>
      <span>{words[kind].words}</span>
    </span>
  );
};

const outlined = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75 } as const;

const Shape = ({ kind }: { readonly kind: Kind }) => {
  switch (kind) {
    case 'on track':
      return <circle fill="currentColor" r={5.2} />;
    case 'at risk':
      return (
        <path
          d="M0-4.6 5 4.2H-5Z"
          fill={tokens.colorPaletteMarigoldBackground3}
          stroke="currentColor"
          strokeLinejoin="round"
          strokeWidth={1.25}
        />
      );
    case 'delayed':
      return <rect fill="currentColor" height={10} width={10} x={-5} y={-5} />;
    case 'complete':
      return (
        <path d="M-5 0-1.5 3.75 5-4" strokeLinejoin="round" {...outlined} strokeWidth={2.25} />
      );
    case 'stopped':
      return <path d="M-4-4 4 4M4-4-4 4" {...outlined} />;
    case 'not started':
      return <path d="M0-5 5 0 0 5-5 0Z" {...outlined} />;
    case 'not yet reported':
      return <circle r={4.4} {...outlined} />;
  }
};
