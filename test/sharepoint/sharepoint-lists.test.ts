// The contract of lists against local Microsoft 365 and, where GRAPH_SITE and credentials are set
// (real-site.ts says which), against a real site, unchanged. So that the way to a real site does not
// rot unused, it is gone each time: a second local Microsoft 365 is reached by its environment alone.
import { expect, test } from 'vitest';
import { anyoneHere, appId, tenantId } from '../../src/local/ids.ts';
import { listsContract } from '../contracts/lists-contract.ts';
import { openLocalSite } from './local-site.ts';
import { realSite } from './real-site.ts';
import { maya, openTwoHands } from './writes/two-hands.ts';

listsContract('lists of local Microsoft 365', async () => {
  const two = await openTwoHands();
  return { open: two.open, byHand: two.hand(maya), handIsTheApp: false, close: two.close };
});

listsContract('lists of a site that is known by its environment alone', async () => {
  const second = await openLocalSite();
  const start = realSite({
    GRAPH_SITE: second.site,
    TENANT_ID: tenantId,
    APP_ID: appId,
    APP_SECRET: 'local',
    HAND_APP_ID: anyoneHere,
    HAND_APP_SECRET: anyoneHere,
    GRAPH_URL: second.url,
    LOGIN_URL: second.url,
    UNITS_PER_MINUTE: '1000000',
  });
  if (!start) throw new Error('The site was named, and not taken.');
  return { ...(await start()), close: second.close };
});

test('a site named without all that signs in to it is said, not passed over', () => {
  expect(realSite({ TENANT_ID: tenantId })).toBeNull();
  expect(() => realSite({ GRAPH_SITE: 'contoso.sharepoint.com:/sites/x', APP_ID: appId })).toThrow(
    'GRAPH_SITE is set, but not TENANT_ID, APP_SECRET.',
  );
});

const start = realSite(process.env);
if (start) listsContract(`lists of ${process.env['GRAPH_SITE']}`, start);
