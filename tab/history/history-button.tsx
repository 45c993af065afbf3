// A button that opens a row's history over the screen; closed again, the focus is back on the button.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Link,
  makeStyles,
  mergeClasses,
} from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { Asker } from '../ask.ts';
import { narrow } from '../pieces/use-narrow.ts';
import { History } from './history.tsx';
import { HistoryTitle } from './history-title.tsx';
import type { RowAsked } from './use-history.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '860px' },
  title: { overflowWrap: 'anywhere' },
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
      {isOpen && <HistoryDialog asker={asker} leave={() => setIsOpen(false)} of={of} row={row} />}
    </span>
  );
};

type DialogProps = Omit<Props, 'isSmall'> & { readonly leave: () => void };

const HistoryDialog = ({ asker, row, of, leave }: DialogProps) => {
  const styles = useStyles();
  return (
    <Dialog onOpenChange={leave} open>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle className={styles.title}>
            <HistoryTitle of={of} />
          </DialogTitle>
          <DialogContent>
            <History asker={asker} row={row} />
          </DialogContent>
          <DialogActions>
            <Button className={styles.touch} onClick={leave}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
