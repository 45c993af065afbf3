// Direction of travel: an arrow with its word, never one alone.
import { makeStyles, tokens } from '@fluentui/react-components';
import { type Direction, directionSaid } from '../../src/registers/words.ts';

const useStyles = makeStyles({
  long: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  none: { color: tokens.colorNeutralForeground3 },
});

/**
 * Short on the last period, long on the same period last year. Null: nothing to compare with. `within` is
 * how near reads the same, where that is said.
 */
export const DirectionOfTravel = (props: {
  readonly short: Direction | null;
  readonly long: Direction | null;
  readonly within?: string | null | undefined;
}) => {
  const within = props.within ?? null;
  const styles = useStyles();
  if (!props.short && !props.long)
    return (
      <span className={styles.none} title="There is no earlier figure to compare with">
        –
      </span>
    );
  return (
    <>
      <div>{props.short ? directionSaid(props.short, within) : '–'}</div>
      {props.long && props.long !== props.short && (
        <div className={styles.long}>{directionSaid(props.long, within)} on last year</div>
      )}
    </>
  );
};
