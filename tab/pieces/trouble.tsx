// What is shown when an answer could not be had, or is older than it should be.
import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { Freshness } from '../../src/web/api.ts';
import type { Unanswered } from '../ask.ts';
import { consentWords } from '../words.ts';
import { narrow } from './use-narrow.ts';

/** A bar with its button on the row of its words; on a phone beneath them. */
export const useBarStyles = makeStyles({
  row: {
    gridTemplateColumns: 'auto minmax(0, 1fr) auto auto',
    gridTemplateAreas: '"icon body secondaryActions actions"',
    alignItems: 'center',
    paddingTop: '6px',
    paddingBottom: '6px',
    [narrow]: {
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gridTemplateAreas: '"icon body" "secondaryActions secondaryActions"',
    },
  },
  actions: { marginTop: 0, marginBottom: 0, paddingLeft: '12px', [narrow]: { marginTop: '8px' } },
  touch: { [narrow]: { minHeight: '44px' } },
});

type Shown = {
  readonly trouble: Unanswered;
  readonly again: () => void;
  readonly kept: boolean;
  /** What the bar is about: changes told so far, or figures. */
  readonly of?: 'figures' | 'changes';
};

/** `kept`: what was last heard is still on screen beneath. A right refused, or a thing not there, is not asked for again. */
export const TroubleBar = ({ trouble, again, kept, of = 'figures' }: Shown) => {
  const styles = useBarStyles();
  const settled = trouble.status === 403 || trouble.status === 404;
  return (
    <MessageBar
      className={styles.row}
      intent={settled ? 'info' : 'error'}
      layout="multiline"
      role="alert"
    >
      <MessageBarBody>
        <MessageBarTitle>{titleOf(trouble, { kept, of })}</MessageBarTitle>
        {trouble.message}{' '}
        {trouble.wantsConsent && (
          <Link href={consentWords.at} inline rel="noopener noreferrer" target="_blank">
            {consentWords.link}
          </Link>
        )}
      </MessageBarBody>
      {!settled && (
        <MessageBarActions className={styles.actions}>
          <Button className={styles.touch} onClick={again}>
            Try again
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
};

const titleOf = (
  { status }: Unanswered,
  { kept, of }: Required<Pick<Shown, 'kept' | 'of'>>,
): string | null => {
  if (status === 403) return 'Not open to you.';
  if (status === 404) return 'Not found.';
  if (of === 'changes') return kept ? 'These are the changes heard so far.' : null;
  return kept ? 'These are the last figures heard.' : 'Nothing to show yet.';
};

export const StaleBar = ({ freshness }: { readonly freshness: Freshness }) =>
  freshness.stale ? (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {freshness.heardAt ? `As of ${freshness.heardAt}.` : 'Still reading the lists.'}
        </MessageBarTitle>
        {freshness.heardAt
          ? 'SharePoint has not answered since then; what is given meanwhile is kept and shown here.'
          : 'SharePoint is slow to answer, so not everything is shown yet; what is given meanwhile is kept.'}
      </MessageBarBody>
    </MessageBar>
  ) : null;
