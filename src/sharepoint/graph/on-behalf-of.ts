// A token for Graph as the person who is signed in to the tab, through msal-node's on-behalf-of. It is kept
// in memory for its life and nowhere else. What it is asked for is decided by who asks.
import type { ConfidentialClientApplication } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import type { NotAsked, SignedIn } from '../../use-cases/accounts-port.ts';
import type { Log } from '../../use-cases/ports.ts';
import type { Credentials } from './credentials.ts';
import { clientOf, tokensFor } from './tokens.ts';

/**
 * `account`: whom it is of in Entra, since People may give a person another, by tenant and object id.
 * `ends`: milliseconds since 1970.
 */
type Kept = {
  readonly account: string;
  readonly objectId: string;
  readonly token: string;
  readonly ends: number;
};

export type OnBehalfOf = {
  /** One that lasts a minute yet; told of one that Graph refused, another. */
  token(as: SignedIn, scope: string, refused?: string): Promise<string | NotAsked>;
  /**
   * The one there is of a person, `objectId` being their account as People has it by now; null where there is
   * none, not for much longer, or where it is of an account they had before.
   */
  held(person: string, scope: string, objectId: string): string | null;
  forget(person: string, scope: string): void;
};

/** What is asked for on behalf of people: each is in src/permissions.ts, as delegated. */
export const delegated = {
  directory: 'https://graph.microsoft.com/User.ReadBasic.All',
  lists: 'https://graph.microsoft.com/Sites.Selected',
} as const;

/** Milliseconds before its end that a token is not begun with any more. */
const early = 60_000;

/** The audience under which a managed identity vouches for an app registration that trusts it. */
const exchange = 'api://AzureADTokenExchange/.default';

/** What keeps the app from acting for somebody is answered and logged, and throws nothing. */
export const openOnBehalfOf = (credentials: Credentials, log: Log): OnBehalfOf => {
  const kept = new Map<string, Kept>();
  const asking = new Map<string, Promise<string | NotAsked>>();
  const apps = new Map<string, ConfidentialClientApplication>();
  /** In the tenant of whoever is acted for, which is one of those served: another knows nothing of them. */
  const appFor = ({ token }: SignedIn): ConfidentialClientApplication => {
    const tenantId = String(decodeJwt(token)['tid']).toLowerCase();
    const app = apps.get(tenantId) ?? appOf({ ...credentials, tenantId });
    apps.set(tenantId, app);
    return app;
  };

  const ask = async (as: SignedIn, scope: string, place: string): Promise<string | NotAsked> => {
    const app = appFor(as);
    try {
      const got = await app.acquireTokenOnBehalfOf({
        oboAssertion: as.token,
        scopes: [scope],
        skipCache: true,
      });
      if (!got?.accessToken) return { notAsked: 'no answer' };
      for (const [each, { ends }] of kept) if (ends < Date.now()) kept.delete(each);
      const ends = got.expiresOn?.getTime() ?? 0;
      kept.set(place, { ...accountOf(as), token: got.accessToken, ends });
      return got.accessToken;
    } catch (cause) {
      const why = whyNot(cause);
      log.info('not signed in to Graph for a person', { why: why.notAsked, code: codeOf(cause) });
      return why;
    } finally {
      // msal would keep every token that it was ever shown, and ours, until the process ends.
      app.clearCache();
    }
  };

  const lasting = (one: Kept | undefined): string | null =>
    one && one.ends - early > Date.now() ? one.token : null;

  return {
    held: (person, scope, objectId) => {
      const one = kept.get(`${person} ${scope}`);
      return one?.objectId === objectId.toLowerCase() ? lasting(one) : null;
    },
    forget: (person, scope) => void kept.delete(`${person} ${scope}`),
    token: (as, scope, refused) => {
      const place = `${as.person} ${scope}`;
      const { account } = accountOf(as);
      const one = kept.get(place);
      const token = one?.account === account ? lasting(one) : null;
      if (token !== null && token !== refused) return Promise.resolve(token);
      kept.delete(place);
      const turn = `${place} ${account}`;
      const under = asking.get(turn) ?? ask(as, scope, place).finally(() => asking.delete(turn));
      asking.set(turn, under);
      return under;
    },
  };
};

const accountOf = ({ token }: SignedIn): Pick<Kept, 'account' | 'objectId'> => {
  const { tid, oid } = decodeJwt(token);
  return { account: `${String(tid)} ${String(oid)}`, objectId: String(oid).toLowerCase() };
};

const appOf = (credentials: Credentials): ConfidentialClientApplication => {
  if (!('managedIdentity' in credentials)) return clientOf(credentials, {});
  const identity = tokensFor(credentials)(exchange);
  return clientOf(credentials, { clientAssertion: () => identity() });
};

type Said = {
  readonly name?: string;
  readonly errorCode?: string;
  readonly subError?: string;
  readonly errorMessage?: string;
};

/** By Entra's codes: 65001 and 65004 nobody agreed, or somebody declined; the rest that wants a person at the screen. */
const whyNot = (cause: unknown): NotAsked => {
  const { name, errorCode = '', subError = '', errorMessage = '' } = (cause ?? {}) as Said;
  const isConsent =
    subError === 'consent_required' ||
    errorCode === 'consent_required' ||
    /AADSTS6500[14]\b/.test(errorMessage);
  if (isConsent) return { notAsked: 'consent' };
  const wantsPerson =
    name === 'InteractionRequiredAuthError' ||
    ['interaction_required', 'login_required', 'invalid_grant'].includes(errorCode);
  return { notAsked: wantsPerson ? 'sign in' : 'no answer' };
};

/** Its number alone: Entra's words can name a person. */
const codeOf = (cause: unknown): string => {
  const { errorCode = '', errorMessage = '' } = (cause ?? {}) as Said;
  return /AADSTS\d+/.exec(errorMessage)?.[0] ?? errorCode.slice(0, 40);
};
