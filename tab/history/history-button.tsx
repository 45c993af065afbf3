// A button that opens a row's history over the screen; closed again, the focus is back on the button.
import { Button, Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { Asker } from '../ask.ts';
import { OverScreen } from '../pieces/over-screen.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { History } from './history.tsx';
import { HistoryTitle } from './history-title.tsx';
import type { RowAsked } from './use-history.ts';

const useStyles = makeStyles({
  touch: { [narrow]: { minHeight: '44px' } },
  small: { minHeight: '24px', fontSize: 'inherit', display: 'inline-flex', alignItems: 'center' },
});

type Props = {
  readonly asker: Asker;
  readonly row: RowAsked;
  /** What it is the history of: 'Q2 2020-21'. */
  readonly of: string;
  /** A link among other words; else a button with an icon. */
  readonly isSmall?: boolean;
};

/** Nothing of it is on the page, nor asked for, until it is opened. */
export const HistoryButton = ({ asker, row, of, isSmall = false }: Props) => {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLSpanElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const open = () => setIsOpen(true);
  return (
    <span className="not-printed" ref={button}>
      {isSmall ? (
        <Link
          aria-label={`Change history of ${of}`}
          as="button"
          className={mergeClasses(styles.touch, styles.small)}
          onClick={open}
        >
          Changes
        </Link>
      ) : (
        <Button className={styles.touch} icon={<HistoryRegular />} onClick={open} size="small">
          Change history
        </Button>
      )}
      {isOpen && (
        <OverScreen leave={() => setIsOpen(false)} title={<HistoryTitle of={of} />}>
          <History asker={asker} row={row} />
        </OverScreen>
      )}
    </span>
  );
};
