// The contract of lists against local Microsoft 365 and, where GRAPH_SITE and credentials are set,
// against a real site, unchanged.

import { openSharePoint } from '../../src/sharepoint/open-sharepoint.ts';
import { appTokens, graphScope } from '../../src/sharepoint/tokens.ts';
import { listsContract } from '../contracts/lists-contract.ts';
import { byHandOn } from './by-hand.ts';
import { openLocalSite } from './local-site.ts';

listsContract('lists of local Microsoft 365', async () => {
  const local = await openLocalSite();
  return { open: local.open, byHand: byHandOn(local.graph, local.site), close: local.close };
});

const { GRAPH_SITE, TENANT_ID, APP_ID, APP_SECRET } = process.env;

if (GRAPH_SITE && TENANT_ID && APP_ID && APP_SECRET) {
  const graphUrl = 'https://graph.microsoft.com';
  const loginUrl = 'https://login.microsoftonline.com';
  const token = appTokens(
    { loginUrl, tenantId: TENANT_ID, clientId: APP_ID, clientSecret: APP_SECRET },
    graphScope,
  );
  const ask = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    const response = await fetch(`${graphUrl}/v1.0${path}`, {
      method,
      headers: { Authorization: `Bearer ${await token()}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    const text = await response.text();
    return (text === '' ? null : JSON.parse(text)) as Body;
  };
  const log = { info: () => undefined, fault: () => undefined };
  listsContract(`lists of ${GRAPH_SITE}`, async () => ({
    open: () => openSharePoint({ graphUrl, site: GRAPH_SITE, token, log }),
    byHand: byHandOn(ask, GRAPH_SITE),
    close: async () => undefined,
  }));
}
