// What is shown when an answer could not be had, or is older than it should be.
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { Freshness } from '../../src/web/api.ts';
import type { Unanswered } from '../ask.ts';
import { narrow } from './use-narrow.ts';

const useStyles = makeStyles({ touch: { [narrow]: { minHeight: '44px' } } });

type Shown = { readonly trouble: Unanswered; readonly again: () => void; readonly kept: boolean };

/** `kept`: what was last heard is still on screen beneath. A right refused, or a thing not there, is not asked for again. */
export const TroubleBar = ({ trouble, again, kept }: Shown) => {
  const styles = useStyles();
  const settled = trouble.status === 403 || trouble.status === 404;
  return (
    <MessageBar intent={settled ? 'info' : 'error'} layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{titleOf(trouble, kept)}</MessageBarTitle>
        {trouble.message}
      </MessageBarBody>
      {!settled && (
        <MessageBarActions>
          <Button className={styles.touch} onClick={again}>
            Try again
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
};

const titleOf = ({ status }: Unanswered, kept: boolean): string => {
  if (status === 403) return 'Not open to you.';
  if (status === 404) return 'Not found.';
  return kept ? 'These are the last figures heard.' : 'Nothing to show yet.';
};

export const StaleBar = ({ freshness }: { readonly freshness: Freshness }) =>
  freshness.stale ? (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {freshness.heardAt ? `As of ${freshness.heardAt}.` : 'Still reading the lists.'}
        </MessageBarTitle>
        SharePoint is slow to answer. What is shown may be behind; returns sent now are kept.
      </MessageBarBody>
    </MessageBar>
  ) : null;
