// What was just done, said where reading goes on: the button that was pressed may have gone.
import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles({
  said: { ':focus': { outlineStyle: 'none' } },
  done: { marginTop: '16px' },
});

/** `nth` tells one saying from the next, also where their words are the same. */
export type Done = { readonly words: string; readonly did: boolean; readonly nth: number };

export const Said = ({ done }: { readonly done: Done | null }) => {
  const styles = useStyles();
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done) said.current?.focus();
  }, [done]);
  return (
    <div className={styles.said} ref={said} role="status" tabIndex={-1}>
      {done && (
        <MessageBar
          className={styles.done}
          intent={done.did ? 'success' : 'info'}
          layout="multiline"
        >
          <MessageBarBody>{done.words}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
};
