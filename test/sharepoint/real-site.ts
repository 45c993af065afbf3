// A site named by the environment, as the contract of lists is run against it: a council's own test
// site, or, to see that this wiring works, a second local Microsoft 365.
//
//   GRAPH_SITE   contoso.sharepoint.com:/sites/golden-thread-test
//   TENANT_ID, APP_ID, APP_SECRET   an app registration with the application permission
//                Sites.Selected, admin consent given, and the role `fullcontrol` granted on that one
//                site: the suite makes lists, which `write` may not. It needs no other permission.
//   HAND_APP_ID, HAND_APP_SECRET   another registration, with `write` on that site, which plays the
//                person who edits by hand. Without it what tells the two apart is not tried.
//   GRAPH_URL, LOGIN_URL   only where they are not Microsoft's own (a national cloud, this machine).
//   UNITS_PER_MINUTE       what the tenant allows one app; 1,250 where it is not said.
//
// A site of its own: the suite makes every list, and leaves the rows of each run behind under a plan of
// its own name. A run spends some 1,500 resource units, most of them once, making the lists.

import { graphScope, tokensFor } from '../../src/sharepoint/graph/tokens.ts';
import { openSharePoint } from '../../src/sharepoint/open-sharepoint.ts';
import type { ListsUnderTest } from '../contracts/lists-contract.ts';
import { byHandOn } from './by-hand.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const credentials = ['TENANT_ID', 'APP_ID', 'APP_SECRET'] as const;

/** Null where no site is named. Throws where one is, and what signs in to it is not all there. */
export const realSite = (env: Environment): (() => Promise<ListsUnderTest>) | null => {
  const site = env['GRAPH_SITE'];
  if (!site) return null;
  const missing = credentials.filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`GRAPH_SITE is set, but not ${missing.join(', ')}.`);
  const graphUrl = env['GRAPH_URL'] ?? 'https://graph.microsoft.com';
  const loginUrl = env['LOGIN_URL'] ?? 'https://login.microsoftonline.com';
  const unitsPerMinute = Number(env['UNITS_PER_MINUTE'] ?? 1_250);
  const [tenantId = '', clientId = '', clientSecret = ''] = credentials.map((name) => env[name]);
  const token = tokensFor({ loginUrl, tenantId, clientId, clientSecret })(graphScope);
  const { HAND_APP_ID, HAND_APP_SECRET } = env;
  const hand =
    HAND_APP_ID && HAND_APP_SECRET
      ? tokensFor({ loginUrl, tenantId, clientId: HAND_APP_ID, clientSecret: HAND_APP_SECRET })(
          graphScope,
        )
      : null;
  const log = { info: () => undefined, fault: () => undefined };
  return async () => ({
    open: () => openSharePoint({ graphUrl, site, token, log, unitsPerMinute, appId: clientId }),
    byHand: byHandOn(asking(graphUrl, hand ?? token), site),
    handIsTheApp: hand === null,
    close: async () => undefined,
  });
};

/** Graph, asked by nothing but `fetch`, again where it is busy. */
const asking =
  (graphUrl: string, token: () => Promise<string>) =>
  async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(`${graphUrl}/v1.0${path}`, {
        method,
        headers: { Authorization: `Bearer ${await token()}`, 'Content-Type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (response.ok) return (text === '' ? null : JSON.parse(text)) as Body;
      if (response.status !== 429 || attempt === 5)
        throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
      const seconds = Number(response.headers.get('retry-after') ?? 1);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    }
  };
