// Text that may be long: four lines of it, and a press to read on.
import { Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { narrow } from './use-narrow.ts';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  clamped: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 4,
    overflowX: 'hidden',
    overflowY: 'hidden',
    '@media print': { display: 'block' },
  },
  more: { minHeight: '24px', [narrow]: { minHeight: '44px' } },
});

const usuallyLongest = 140;
const mostLines = 4;

/** Whether some of it is kept back at first. */
export const isLong = (text: string, longest = usuallyLongest): boolean =>
  text.length > longest || text.split('\n').length > mostLines;

type Shown = {
  readonly text: string;
  /** Whose text it is, for those who hear the button alone. */
  readonly of: string;
  /** Characters that are shown whole, where there is more room than in a cell of a grid. */
  readonly longest?: number;
};

export const Clamped = ({ text, of, longest = usuallyLongest }: Shown) => {
  const [open, setOpen] = useState(false);
  return isLong(text, longest) ? (
    <Folding of={of} open={open} text={text} turn={() => setOpen(!open)} />
  ) : (
    text
  );
};

type Props = {
  readonly text: string;
  readonly of: string;
  readonly open: boolean;
  readonly turn: () => void;
};

const Folding = ({ text, of, open, turn }: Props) => {
  const styles = useStyles();
  return (
    <>
      <div className={mergeClasses(styles.text, !open && styles.clamped)}>{text}</div>
      <Link
        aria-expanded={open}
        aria-label={`${open ? 'Show less' : 'Read it all'}: ${of}`}
        as="button"
        className={`${styles.more} not-printed`}
        onClick={turn}
      >
        {open ? 'Show less' : 'Read it all'}
      </Link>
    </>
  );
};
