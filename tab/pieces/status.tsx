// A status as a shape, a word and a colour, always together; and the shape alone, for charts.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  type RatedAgainst,
  type Standing,
  standingWords,
  wordsOfStanding,
} from '../../src/registers/words.ts';

const useStyles = makeStyles({
  status: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  shape: { flexShrink: 0, overflow: 'visible' },
  blue: { color: tokens.colorPaletteBlueForeground2 },
  green: { color: tokens.colorPaletteGreenForeground3 },
  amber: { color: tokens.colorPaletteMarigoldForeground2 },
  red: { color: tokens.colorPaletteRedForeground1 },
  grey: { color: tokens.colorNeutralForeground3 },
});

/** The class that gives a standing its colour, to be drawn in currentColor. */
export const useStandingColour = (): ((standing: Standing) => string) => {
  const styles = useStyles();
  return (standing) => styles[standingWords[standing].colour];
};

/** By which words, where it is not rated against a target. */
export const Status = (props: {
  readonly standing: Standing;
  readonly against?: RatedAgainst | undefined;
  readonly size?: number;
}) => {
  const { standing, against, size = 12 } = props;
  const styles = useStyles();
  return (
    <span className={styles.status}>
      <StatusShape size={size} standing={standing} />
      <span>{wordsOfStanding(standing, against).words}</span>
    </span>
  );
};

export const StatusShape = (props: { readonly standing: Standing; readonly size?: number }) => {
  const styles = useStyles();
  const colour = useStandingColour()(props.standing);
  const size = props.size ?? 12;
  return (
    <svg
      aria-hidden="true"
      className={mergeClasses(styles.shape, colour)}
      height={size}
      viewBox="-6 -6 12 12"
      width={size}
    >
      <Mark standing={props.standing} hollow={false} />
    </svg>
  );
};

/** Drawn round 0,0, twelve across. Hollow is for illustrative points of a chart. */
export const Mark = (props: { readonly standing: Standing; readonly hollow: boolean }) => {
  const paint = props.hollow
    ? { fill: tokens.colorNeutralBackground1, stroke: 'currentColor', strokeWidth: 1.75 }
    : { fill: 'currentColor', stroke: 'currentColor', strokeWidth: 0 };
  switch (props.standing) {
    case 'better than target':
      return (
        <path d="M0-6 1.6-2 6-1.8 2.6.9 3.7 5.2 0 2.8-3.7 5.2-2.6.9-6-1.8-1.6-2Z" {...paint} />
      );
    case 'on target':
      return <circle r={props.hollow ? 4.4 : 5.2} {...paint} />;
    case 'within tolerance':
      return (
        <path
          d="M0-4.6 5 4.2H-5Z"
          strokeLinejoin="round"
          {...paint}
          {...(!props.hollow && {
            fill: tokens.colorPaletteMarigoldBackground3,
            strokeWidth: 1.25,
          })}
        />
      );
    case 'off target':
      return props.hollow ? (
        <rect x={-4} y={-4} width={8} height={8} {...paint} />
      ) : (
        <rect x={-5} y={-5} width={10} height={10} {...paint} />
      );
    case 'not yet available':
      return <circle r={4.4} fill="none" stroke="currentColor" strokeWidth={1.75} />;
    case 'target not yet agreed':
      return <path d="M0-5 5 0 0 5-5 0Z" fill="none" stroke="currentColor" strokeWidth={1.75} />;
    case 'data only':
      return <rect x={-5} y={-1.25} width={10} height={2.5} fill="currentColor" />;
  }
};
