// What lights up when a line of the golden thread is chosen: all that it serves, step by step to the
// vision, and all that serves it, down to the people. A thread that comes round to itself ends there.
import type { Standing } from '../../src/registers/words.ts';
import type { ThreadNode } from '../../src/web/api-registers.ts';
import { seriousFirst } from '../words.ts';

type Ids = readonly string[];

/** Which lines are next to which: directly above, and directly below. */
export type Links = {
  readonly above: ReadonlyMap<string, Ids>;
  readonly below: ReadonlyMap<string, Ids>;
};

export type Lit = {
  readonly chosen: string;
  /** What the chosen line serves, near and far. */
  readonly above: ReadonlySet<string>;
  /** What serves it, near and far. A line on both sides counts as above. */
  readonly below: ReadonlySet<string>;
};

/** Where a lit line stands to the chosen one. */
export type Place = 'chosen' | 'above' | 'below';

type Joined = Pick<ThreadNode, 'id' | 'above'>;

/** A line named above that is not there, and a line that names itself, join nothing. */
export const linksOf = (nodes: readonly Joined[]): Links => {
  const known = new Set(nodes.map(({ id }) => id));
  const above = new Map<string, Ids>();
  const below = new Map<string, string[]>();
  for (const node of nodes) {
    const uppers = node.above.filter((id) => known.has(id) && id !== node.id);
    above.set(node.id, uppers);
    for (const upper of uppers) {
      const lines = below.get(upper);
      if (lines) lines.push(node.id);
      else below.set(upper, [node.id]);
    }
  }
  return { above, below };
};

/** Null where the line chosen is not there. */
export const litBy = (links: Links, chosen: string | null): Lit | null => {
  if (chosen === null || !links.above.has(chosen)) return null;
  const above = reach(links.above, chosen);
  const below = reach(links.below, chosen);
  for (const id of above) below.delete(id);
  return { chosen, above, below };
};

export const placeOf = (lit: Lit | null, id: string): Place | null => {
  if (lit === null) return null;
  if (id === lit.chosen) return 'chosen';
  if (lit.above.has(id)) return 'above';
  return lit.below.has(id) ? 'below' : null;
};

const reach = (links: ReadonlyMap<string, Ids>, from: string): Set<string> => {
  const reached = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const next of links.get(id) ?? []) {
      if (next === from || reached.has(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
  return reached;
};

/**
 * The most serious standing among a line's own measures: its own, those beneath it, and for a person
 * those they carry. Lines with no measure are not in it.
 */
export const worstOf = (
  nodes: readonly ThreadNode[],
  links: Links,
): ReadonlyMap<string, Standing> => {
  const worst = new Map<string, Standing>();
  for (const standing of seriousFirst)
    for (const node of nodes) {
      if (node.standing !== standing) continue;
      const waiting = [node.id];
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (worst.has(id)) continue;
        worst.set(id, standing);
        waiting.push(...(links.above.get(id) ?? []));
      }
    }
  for (const node of nodes)
    if (node.kind === 'Person') {
      const carried = node.above.flatMap((id) => worst.get(id) ?? []);
      const most = seriousFirst.find((standing) => carried.includes(standing));
      if (most) worst.set(node.id, most);
    }
  return worst;
};
