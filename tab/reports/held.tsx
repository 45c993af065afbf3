// That publicity is held back, until when and why; released by the monitoring officer's post alone.
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { HoldLine } from '../../src/web/api-papers.ts';
import { useBarStyles } from '../pieces/trouble.tsx';

type Props = { readonly hold: HoldLine; readonly release: () => void };

export const Held = ({ hold: { words, because, mayRelease }, release }: Props) => {
  const styles = useBarStyles();
  return (
    <MessageBar className={styles.row} intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words}</MessageBarTitle>
        Papers for residents are not issued until then. They are made and read here as before.
        {because && ` ${because}`}
      </MessageBarBody>
      {mayRelease && (
        <MessageBarActions className={styles.actions}>
          <Button className={styles.touch} onClick={release}>
            Release the hold
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
};
