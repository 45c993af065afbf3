// Direction of travel: an arrow with its word, never one alone.
import { makeStyles, tokens } from '@fluentui/react-components';
import { type Direction, directionWords } from '../../src/registers/words.ts';

const useStyles = makeStyles({
  long: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  none: { color: tokens.colorNeutralForeground3 },
});

/** Short on the last period, long on the same period last year. Null: nothing to compare with. */
export const DirectionOfTravel = (props: {
  readonly short: Direction | null;
  readonly long: Direction | null;
}) => {
  const styles = useStyles();
  if (!props.short && !props.long)
    return (
      <span className={styles.none} title="There is no earlier figure to compare with">
        –
      </span>
    );
  return (
    <>
      <div>{props.short ? arrowed(props.short) : '–'}</div>
      {props.long && props.long !== props.short && (
        <div className={styles.long}>{arrowed(props.long)} on last year</div>
      )}
    </>
  );
};

const arrowed = (direction: Direction): string =>
  `${directionWords[direction].arrow} ${directionWords[direction].words}`;
