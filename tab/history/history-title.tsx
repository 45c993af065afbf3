// What a dialog of changes is headed by: small, that it is the history; large, of what.
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  label: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

/** `of` begins a line: 'the return for Q2 2020-21' is headed 'Return for Q2 2020-21'. */
export const HistoryTitle = ({ of }: { readonly of: string }) => {
  const styles = useStyles();
  const name = of.replace(/^the /, '');
  return (
    <>
      <span className={styles.label}>Change history </span>
      {name.charAt(0).toUpperCase() + name.slice(1)}
    </>
  );
};
