// Where a plan disagrees with itself: what is queried, said beside the line it is about.
import { makeStyles, tokens } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  query: {
    display: 'flex',
    alignItems: 'start',
    columnGap: '6px',
    maxWidth: '80ch',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0, fontSize: '16px' },
});

/** `about`: the line it is about, where it does not stand beneath it. */
export const Query = (props: { readonly words: string; readonly about?: string }) => {
  const styles = useStyles();
  return (
    <div className={styles.query}>
      <QuestionCircleRegular aria-hidden className={styles.icon} />
      <span>
        Query{props.about && `, ${props.about}`}: {props.words}
      </span>
    </div>
  );
};
