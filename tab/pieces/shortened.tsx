// A list that shows its first lines and, when asked, the rest: the focus goes to the first of them.
import { Button, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { usePageStyles } from './page.tsx';
import { narrow } from './use-narrow.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, minWidth: 0 },
  more: { alignSelf: 'start', [narrow]: { minHeight: '44px', alignSelf: 'stretch' } },
  printed: { display: 'none', '@media print': { display: 'block' } },
});

type Props<Line> = {
  readonly lines: readonly Line[];
  readonly first: number;
  /** An li with a key. */
  readonly draw: (line: Line) => ReactNode;
  /** 'actions': what the button shows more of. */
  readonly what: string;
  readonly label?: string;
};

/** One or two more than the first are not worth a press. */
const notWorthAPress = 2;

export const Shortened = <Line,>({ lines, first, draw, what, label }: Props<Line>) => {
  const page = usePageStyles();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const most = all || lines.length <= first + notWorthAPress ? lines.length : first;
  const showAll = () => {
    flushSync(() => setAll(true));
    const next = list.current?.children[most];
    next?.querySelector<HTMLElement>('a, button')?.focus();
  };
  return (
    <>
      {most > 0 && (
        <ul aria-label={label} className={styles.list} ref={list}>
          {lines.slice(0, most).map(draw)}
        </ul>
      )}
      {lines.length > most && (
        <>
          <Button className={`${styles.more} not-printed`} onClick={showAll}>
            {most > 0
              ? `Show ${(lines.length - most).toLocaleString('en-GB')} more ${what}`
              : `Show ${lines.length.toLocaleString('en-GB')} ${what}`}
          </Button>
          <div className={`${styles.printed} ${page.quiet}`}>
            {(lines.length - most).toLocaleString('en-GB')} more {what} are not printed: show them
            on the screen first.
          </div>
        </>
      )}
    </>
  );
};
