// One list of many rows in a site of its own, and the three who read and write it: our adapter, PnPjs
// and Microsoft's own client, each signed in before anything is measured.
import type { Client } from '@microsoft/microsoft-graph-client';
import type { GraphFI } from '@pnp/graph';
import type { IListItems } from '@pnp/graph/list-item/index.js';
import { openLocalSharePoint } from '../../src/commands/open-local-sharepoint.ts';
import { administratorHere, anyoneHere, appId, tenantId } from '../../src/local/ids.ts';
import type { Change } from '../../src/registers/registers.ts';
import { tokensFor } from '../../src/sharepoint/graph/tokens.ts';
import { openSharePoint, type SharePoint } from '../../src/sharepoint/open-sharepoint.ts';
import type { Pending } from '../../src/use-cases/ports.ts';
import { ask } from '../journeys/seat.ts';
import { bareClientOn, pnpOn } from '../local/other-clients.ts';
import { asPending } from '../pending.ts';
import type { House } from './given-house.ts';
import { anyonesToken, graphScope } from './given-token.ts';

export const benchSite = 'bench-lists';
export const listName = 'Returns';

/** Makes the site and every list, as an administrator. */
export const makeLists = async (house: House): Promise<void> => {
  await ask('PUT', `${house.localUrl}/local/sites/${benchSite}`, { displayName: 'Bench' });
  await house.trouble({ unitsPerMinute: 100_000_000 });
  await (await openLocalSharePoint(house.localUrl, benchSite)).provision();
};

/** Writes rows as an administrator, with Graph as quick as it can be. */
export const fillList = async (house: House, changes: readonly Change[]): Promise<void> => {
  const sharepoint = await openLocalSharePoint(house.localUrl, benchSite);
  const written = await sharepoint.lists.write(inTurn(changes));
  const refused = written.filter(({ fault }) => fault !== null).length;
  if (refused > 0) throw new Error(`${refused} rows were not taken.`);
};

let sequence = 0;
export const inTurn = (changes: readonly Change[]): readonly Pending[] =>
  changes.map((each) => {
    sequence += 1;
    return asPending(each, sequence);
  });

/** The Returns alone, so that what is measured is the one list. */
export const ours = async (
  { localUrl }: House,
  unitsPerMinute: number,
  clientId: string = appId,
): Promise<SharePoint> => {
  const token = tokensFor({ loginUrl: localUrl, tenantId, clientId, clientSecret: anyoneHere })(
    graphScope,
  );
  await token();
  return openSharePoint({
    graphUrl: localUrl,
    site: `localhost:/sites/${benchSite}`,
    kept: ['returns'],
    token,
    unitsPerMinute,
    log: { info: () => undefined, fault: () => undefined },
  });
};

export const administratorsOwn = (house: House): Promise<SharePoint> =>
  ours(house, 100_000_000, administratorHere);

/** Where the list is, once found: '/sites/{id}/lists/Returns'. */
export type Peers = {
  readonly pnp: GraphFI;
  readonly pnpItems: (on?: GraphFI) => IListItems;
  readonly bare: Client;
  readonly list: string;
  readonly token: string;
};

export const peersOn = async ({ localUrl }: House): Promise<Peers> => {
  const token = await anyonesToken(localUrl, graphScope);
  const pnp = pnpOn(localUrl, token);
  const site = await pnp.sites.getByUrl('localhost', `/sites/${benchSite}`);
  const id = String((await site()).id);
  return {
    pnp,
    pnpItems: (on = pnp) => on.sites.getById(id).lists.getById(listName).items,
    bare: bareClientOn(localUrl, token),
    list: `/sites/${id}/lists/${listName}`,
    token,
  };
};
