// Stands around what may fail to open, so that the rest of the page stays: says so, and opens it anew.
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  mergeClasses,
} from '@fluentui/react-components';
import { Component, type ReactNode, useEffect, useState } from 'react';
import { notOpenedWords } from '../words.ts';
import { NotFetched } from './fetched.ts';
import { usePageStyles } from './page.tsx';
import { useBarStyles } from './trouble.tsx';

type Props = {
  /** 'This screen'. */
  readonly what: string;
  /** It stands on a screen, and brings no margins of its own. */
  readonly isPart?: boolean;
  readonly children: ReactNode;
};

/** React has no other way to catch what goes wrong while a screen is drawn. */
export class IfNotOpened extends Component<Props, { readonly fault: unknown }> {
  override state = { fault: null };

  static getDerivedStateFromError(fault: unknown) {
    return { fault };
  }

  override render() {
    const { what, isPart = false, children } = this.props;
    const { fault } = this.state;
    return fault === null ? children : <NotOpened fault={fault} isPart={isPart} what={what} />;
  }
}

type NotOpenedProps = { readonly what: string; readonly isPart: boolean; readonly fault: unknown };

/** A file that could not be fetched is remembered so by the browser: the whole page is loaded again. */
const NotOpened = ({ what, isPart, fault }: NotOpenedProps) => {
  const page = usePageStyles();
  const styles = useBarStyles();
  const isFetch = fault instanceof NotFetched;
  const [isAway, setIsAway] = useState(true);
  const [isAsking, setIsAsking] = useState(false);
  useEffect(() => {
    if (isFetch) void answers().then((is) => setIsAway(!is));
  }, [isFetch]);
  const again = async () => {
    setIsAsking(true);
    // While nothing answers, loading it again would leave nothing at all.
    if (await answers()) return window.location.reload();
    setIsAway(true);
    setIsAsking(false);
  };
  const why = isFetch ? (isAway ? 'away' : 'not fetched') : 'fault';
  return (
    <div className={mergeClasses(!isPart && page.page)}>
      <MessageBar className={styles.row} intent="error" layout="multiline" role="alert">
        <MessageBarBody>{notOpenedWords(what, why)}</MessageBarBody>
        <MessageBarActions className={styles.actions}>
          <Button
            className={styles.touch}
            disabledFocusable={isAsking}
            onClick={() => void again()}
          >
            Try again
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
};

const answersWithin = 8_000;

/** Whether the page itself is there to be loaded. */
const answers = (): Promise<boolean> =>
  fetch('/tab/', { cache: 'no-store', signal: AbortSignal.timeout(answersWithin) }).then(
    ({ ok }) => ok,
    () => false,
  );
