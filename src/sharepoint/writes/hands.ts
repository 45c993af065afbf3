// Writing as the person who saved something, where the council has that switched on: whose token is at hand,
// and of whom none is to be asked for a while. Which rows are written so is decided in row-writes.ts.
import type { SignedIn } from '../../use-cases/accounts-port.ts';
import type { AsPerson } from '../graph/directory-search.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import { delegated, type OnBehalfOf } from '../graph/on-behalf-of.ts';

export type Hands = {
  /** Somebody is about to save: a token is asked for, for as long as it lasts. Nothing is waited for. */
  offer(as: SignedIn): void;
  /** Graph as a person; null where there is no token of theirs: then the app writes. */
  of(person: string): Promise<GraphClient | null>;
  /** Graph would not let them: the app writes what they save for a while. */
  refused(person: string): void;
  /** In a sentence for /health; null where nothing is wrong. */
  trouble(): string | null;
};

/** Milliseconds in which nobody who was refused is asked for again. */
const restAfterRefusal = 10 * 60_000;
/** Milliseconds a write waits for a token that is on its way. */
const patience = 2_000;

const notAgreed =
  'What people save in the tab is written by the app, with their names in Changed by: nobody has agreed to Sites.Selected on behalf of people for the council. /consent says how.';

/** `accountOf`: whom People says by now that a person is in Entra, by object id; null: nobody. */
export const openHands = (
  asPerson: AsPerson,
  onBehalfOf: OnBehalfOf,
  accountOf: (person: string) => string | null,
): Hands => {
  const resting = new Map<string, number>();
  const coming = new Map<string, Promise<unknown>>();
  let agreed = true;
  const rest = (person: string): void => {
    for (const [each, until] of resting) if (until < Date.now()) resting.delete(each);
    resting.set(person, Date.now() + restAfterRefusal);
  };
  const ask = async (as: SignedIn): Promise<void> => {
    const got = await onBehalfOf.token(as, delegated.lists);
    agreed = typeof got === 'string' || got.notAsked !== 'consent';
    if (typeof got !== 'string') rest(as.person);
  };
  return {
    offer: (as) => {
      if ((resting.get(as.person) ?? 0) > Date.now() || coming.has(as.person)) return;
      const asking = ask(as).finally(() => coming.delete(as.person));
      coming.set(as.person, asking);
    },
    of: async (person) => {
      if ((resting.get(person) ?? 0) > Date.now()) return null;
      await within(coming.get(person));
      // People may have given their row to another account since: then this is not theirs to write with.
      const account = accountOf(person);
      const token = account === null ? null : onBehalfOf.held(person, delegated.lists, account);
      return token === null ? null : asPerson(async () => token);
    },
    refused: (person) => {
      onBehalfOf.forget(person, delegated.lists);
      rest(person);
    },
    trouble: () => (agreed ? null : notAgreed),
  };
};

const within = async (coming: Promise<unknown> | undefined): Promise<void> => {
  if (!coming) return;
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([coming, enough]);
  clearTimeout(timer);
};
