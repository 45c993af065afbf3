// The peer for a page view: an app that holds nothing and reads, with PnPjs, every list the first screen
// of a team plan is drawn from, each time somebody opens it.
import type { RegisterName } from '../../src/registers/registers.ts';
import { registers } from '../../src/registers/registers.ts';
import { fieldsRead } from '../../src/sharepoint/rows/columns.ts';
import { pnpOn } from '../local/other-clients.ts';
import type { House } from './given-house.ts';
import { anyonesToken, graphScope } from './given-token.ts';

/** What the strip, the measures and what needs you are worked out from; the plan's work is left out. */
export const listsOfAPage = [
  'plans',
  'teams',
  'people',
  'measures',
  'targets',
  'returns',
  'cycles',
  'closedDays',
  'notifications',
] as const satisfies readonly RegisterName[];

/**
 * Opens the screen once: all lists side by side, each page by page. `top` null leaves a page as large
 * as Graph makes it, 200 rows.
 */
export const naivePage = async ({
  localUrl,
  site,
}: House): Promise<(top: number | null) => Promise<number>> => {
  const pnp = pnpOn(localUrl, await anyonesToken(localUrl, graphScope));
  const found = await pnp.sites.getByUrl('localhost', `/sites/${site}`);
  const id = String((await found()).id);
  const readAll = async (name: RegisterName, top: number | null): Promise<number> => {
    const { items } = pnp.sites.getById(id).lists.getById(registers[name].list);
    const asked = items.select('id').expand(`fields($select=${fieldsRead(name)})`);
    let rows = 0;
    for await (const page of top === null ? asked : asked.top(top)) rows += page.length;
    return rows;
  };
  return async (top) => {
    const rows = await Promise.all(listsOfAPage.map((name) => readAll(name, top)));
    return rows.reduce((sum, each) => sum + each, 0);
  };
};
