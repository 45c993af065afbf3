// Makes what the registers declare and a site lacks: first a plan, which reads and writes nothing,
// then the plan step by step. Run again, it finds nothing to do. Nothing is ever taken away.
import type { RegisterName } from '../../registers/registers.ts';
import type { Token } from '../graph/credentials.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import { GraphFault } from '../graph/graph-fault.ts';
import { openSiteRest, type SiteRest } from '../graph/site-rest.ts';
import { isApart } from '../rows/kept.ts';
import { findLists, findSite, type SiteFound, withColumns } from '../rows/site-found.ts';
import { type Cost, leastPossible } from './cost.ts';
import { planCells } from './migrate-cells.ts';
import { listOf, planLists } from './plan-lists.ts';
import { type Outcome, openOutcome, runApart, runGraph, runLooks } from './run-steps.ts';
import type { Plan } from './step.ts';
import {
  type LooksPlan,
  looksSkipped,
  noLooks,
  planClosing,
  planLooks,
  readLooks,
} from './views-and-formats.ts';

export type ProvisionSettings = {
  readonly site: string;
  readonly kept: readonly RegisterName[];
  /** Null or left out: no right to SharePoint's own interface, so no views, formats or closed lists. */
  readonly restToken?: Token | null;
  readonly timeLimit: number;
};

export type Provisioned = {
  /** In words, as done. Empty when all was there. */
  readonly done: readonly string[];
  readonly noticed: readonly string[];
  readonly skipped: readonly string[];
  /** What SharePoint refused, with its reason. */
  readonly failed: readonly string[];
  /** Graph's own cost, and the least its writes could have cost. */
  readonly cost: Cost;
  readonly least: Cost;
  /** Requests to SharePoint's own interface, which Microsoft does not price. */
  readonly restRequests: number;
};

type Tell = (words: string) => void;
type Reading = { readonly site: SiteFound; readonly rest: SiteRest | null };

/** Says what is lacking, and does nothing. */
export const planWith = async (graph: GraphClient, settings: ProvisionSettings): Promise<Plan> =>
  planFrom(graph, settings, await readSite(graph, settings));

/** Throws a GraphFault where the site cannot be read or written at all. */
export const provisionWith = async (
  graph: GraphClient,
  settings: ProvisionSettings,
  tell: Tell = () => undefined,
): Promise<Provisioned> => {
  const before = { requests: graph.requests(), units: graph.governor.spentInAll() };
  const reading = await readSite(graph, settings);
  const plan = await planFrom(graph, settings, reading);
  const outcome = openOutcome(tell);
  await runGraph(graph, plan.lists, outcome);
  await runApart({ graph, rest: reading.rest }, plan.apart, outcome);
  if (plan.lists.some(({ call }) => call.path.endsWith('/lists'))) {
    await seeThatItIsSo(graph, { ...settings, site: reading.site }, outcome);
  }
  await runLooks(reading.rest, plan.looks, outcome);
  return {
    done: outcome.done,
    noticed: [...plan.noticed, ...outcome.noticed],
    skipped: [...plan.skipped, ...outcome.skipped],
    failed: outcome.failed,
    cost: {
      requests: graph.requests() - before.requests,
      units: graph.governor.spentInAll() - before.units,
    },
    least: leastPossible(outcome.writes),
    restRequests: reading.rest?.requests() ?? 0,
  };
};

const readSite = async (
  graph: GraphClient,
  { site, restToken, timeLimit }: ProvisionSettings,
): Promise<Reading> => {
  const found = await findSite(graph, site, withColumns);
  const host = site.split(':')[0] ?? site;
  const { clock } = graph;
  const rest = restToken
    ? openSiteRest({ webUrl: found.webUrl, host, token: restToken, timeLimit, clock })
    : null;
  return { site: found, rest };
};

const planFrom = async (
  graph: GraphClient,
  { kept }: ProvisionSettings,
  { site, rest }: Reading,
): Promise<Plan> => {
  const lists = planLists(site, kept);
  const cells = await planCells(graph, site, kept);
  const looks = rest ? await planAllLooks(rest, site, lists.named) : null;
  const notMade = lists.apart.map(({ words }) => `${words}: ${whyNotMade}`);
  return {
    lists: [...lists.steps, ...cells],
    apart: looks ? [...lists.apart, ...looks.apart] : [],
    looks: looks?.steps ?? [],
    noticed: [...lists.noticed, ...(looks?.noticed ?? [])],
    skipped: looks ? [] : [...notMade, ...withoutRight(site, lists.named)],
  };
};

const whyNotMade = 'not made, for it must be closed before a row is written';

const withoutRight = (site: SiteFound, named: readonly RegisterName[]): readonly string[] =>
  named.filter((name) => !isApart(name) || listOf(site, name)).map(looksSkipped);

/** Null where the right is missing. A list not made yet need not be asked about. */
const planAllLooks = async (rest: SiteRest, site: SiteFound, named: readonly RegisterName[]) => {
  const plans: (LooksPlan & { readonly apart: Plan['apart'] })[] = [];
  for (const name of named) {
    const isThere = listOf(site, name) !== undefined;
    const found = isThere ? await readLooks(rest, name).catch(missingRight) : noLooks;
    if (found === null) return null;
    const apart = isThere ? planClosing(name, found) : [];
    plans.push({ ...planLooks(name, found), apart });
  }
  return {
    steps: plans.flatMap(({ steps }) => steps),
    noticed: plans.flatMap(({ noticed }) => noticed),
    apart: plans.flatMap(({ apart }) => apart),
  };
};

const missingRight = (fault: unknown): null => {
  if (fault instanceof GraphFault && fault.kind === 'forbidden') return null;
  throw fault;
};

/**
 * Reads the site once more after making lists, and mends what did not come with them: sources
 * disagree on whether columns, indexes and unique keys always do.
 */
const seeThatItIsSo = async (
  graph: GraphClient,
  { site, kept }: { readonly site: SiteFound; readonly kept: readonly RegisterName[] },
  outcome: Outcome,
): Promise<void> => {
  const lists = await findLists(graph, site.path, withColumns);
  const left = planLists({ ...site, lists }, kept);
  const columns = left.steps.filter(({ call }) => !call.path.endsWith('/lists'));
  await runGraph(graph, columns, outcome);
};
