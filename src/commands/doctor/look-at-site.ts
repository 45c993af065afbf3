// Whether the site is there, and how much the app may do in it: write, and no more. Each right is tried by
// what changes nothing whichever way it is answered.

import { registers } from '../../registers/registers.ts';
import { type GraphClient, isPassing } from '../../sharepoint/graph/graph-client.ts';
import { GraphFault, toldInFull } from '../../sharepoint/graph/graph-fault.ts';
import { SiteMissing } from '../../sharepoint/rows/not-there.ts';
import { findSite, namesOnly, type SiteFound } from '../../sharepoint/rows/site-found.ts';
import { type Finding, fails, notTried, ok, warns } from './finding.ts';
import type { Patient } from './patient.ts';

const grantWrite = (site: string) =>
  `Have a SharePoint administrator grant the app write on ${site} alone (docs/permissions.md says how).`;

export type SiteLookedAt = {
  readonly findings: readonly Finding[];
  readonly site: SiteFound | null;
};

/** `site` null: it cannot be read, and what hangs on it cannot be tried. */
export const lookAtSite = async ({ graph, config }: Patient): Promise<SiteLookedAt> => {
  const name = config.site;
  try {
    const site = await findSite(graph, name, namesOnly);
    const there = ok('site', `${name} is there, and the app reads it.`);
    return {
      site,
      findings: [there, await mayWrite(graph, site, name), await mayMore(graph, site)],
    };
  } catch (error) {
    if (error instanceof SiteMissing)
      return {
        site: null,
        findings: [fails('site', error.message, `Check SITE. ${grantWrite(name)}`)],
      };
    if (!(error instanceof GraphFault)) throw error;
    const words = `${name} cannot be read: ${toldInFull(error)}.`;
    const toDo = error.kind === 'forbidden' ? grantWrite(name) : awayToDo(error);
    return { site: null, findings: [fails('site', words, toDo)] };
  }
};

/** What to do where Graph refused for a reason of its own. */
export const awayToDo = (fault: GraphFault): string =>
  isPassing(fault)
    ? 'Try again in a few minutes; if it stays so, check GRAPH_URL and that this machine reaches it.'
    : 'Look the words up in Graph’s error codes, and try again.';

/**
 * A row with a column that no list has is refused by whoever may write (400) and by whoever may not (403),
 * and so is never made.
 */
const mayWrite = async (graph: GraphClient, site: SiteFound, name: string): Promise<Finding> => {
  const list = site.lists.find(({ displayName }) => displayName === registers.journal.list);
  if (list === undefined) return notTried('site', 'Writing is tried once the lists are there.');
  const body = { fields: { GoldenThreadDoctor: '' } };
  const path = `${site.path}/lists/${list.id}/items`;
  const fault = await refusal(graph.exchange({ method: 'POST', path, body, units: 2 }));
  if (fault?.kind === 'forbidden')
    return fails('site', 'The app may read the lists and not write them.', grantWrite(name));
  if (fault !== null && isPassing(fault))
    return notTried('site', `Writing could not be tried: ${fault.message}.`);
  return ok('site', 'The app may write to the lists.');
};

/**
 * Grants are shown to full control alone. Making a list of a name that is taken is refused to whoever may
 * make lists (409) and to whoever may not (403).
 */
const mayMore = async (graph: GraphClient, site: SiteFound): Promise<Finding> => {
  const grants = await refusal(
    graph.exchange({ method: 'GET', path: `${site.path}/permissions`, units: 5 }),
  );
  if (grants === null)
    return warns(
      'site',
      'The app has full control of the site, and needs write to run.',
      'Once provision has run, take it back to write (docs/permissions.md says how).',
    );
  const [taken] = site.lists;
  if (taken === undefined)
    return notTried('site', 'Whether the app may make lists is tried once there are some.');
  const body = { displayName: taken.displayName, list: { template: 'genericList' } };
  const lists = await refusal(
    graph.exchange({ method: 'POST', path: `${site.path}/lists`, body, units: 2 }),
  );
  if (lists?.kind === 'forbidden')
    return ok('site', 'The app holds no more than write on the site.');
  if (lists !== null && isPassing(lists))
    return notTried('site', `Whether the app may make lists could not be tried: ${lists.message}.`);
  return warns(
    'site',
    'The app may make and change lists, and needs write to run.',
    'Once provision has run, take it back to write (docs/permissions.md says how).',
  );
};

/** Null where it was done. */
const refusal = async (asked: Promise<unknown>): Promise<GraphFault | null> => {
  try {
    await asked;
    return null;
  } catch (error) {
    if (error instanceof GraphFault) return error;
    throw error;
  }
};
