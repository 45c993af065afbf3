// One thing opened over the screen, wide enough to read, with Close at its end.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { narrow } from './use-narrow.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '860px' },
  title: { overflowWrap: 'anywhere' },
  close: { [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly title: ReactNode;
  readonly leave: () => void;
  /** Beside Close. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

export const OverScreen = ({ title, leave, actions, children }: Props) => {
  const styles = useStyles();
  return (
    <Dialog onOpenChange={leave} open>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle className={styles.title}>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            {actions}
            <Button className={styles.close} onClick={leave}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
