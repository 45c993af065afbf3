// A choice between a drawing and the same as a table.
import { makeStyles, ToggleButton } from '@fluentui/react-components';
import { narrow } from './use-narrow.ts';

const useStyles = makeStyles({
  choice: { display: 'flex', columnGap: '4px', border: 'none', margin: 0, padding: 0 },
  touch: { minWidth: 'auto', [narrow]: { minHeight: '44px' } },
});

type Props<Way extends string> = {
  /** 'Show history as'. */
  readonly label: string;
  readonly ways: readonly Way[];
  readonly shown: Way;
  readonly show: (way: Way) => void;
};

export const ShowAs = <Way extends string>({ label, ways, shown, show }: Props<Way>) => {
  const styles = useStyles();
  return (
    <fieldset aria-label={label} className={`${styles.choice} not-printed`}>
      {ways.map((way) => (
        <ToggleButton
          appearance="subtle"
          checked={shown === way}
          className={styles.touch}
          key={way}
          onClick={() => show(way)}
        >
          {way}
        </ToggleButton>
      ))}
    </fieldset>
  );
};
