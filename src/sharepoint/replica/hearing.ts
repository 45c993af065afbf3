// How the lists are heard: whole at first, then what changed. Everything is read before any of it
// counts, and then counts in one step. What a row's news means is decided in hear-row.ts.
import { type RegisterName, registerNames } from '../../registers/registers.ts';
import {
  type Changed,
  type ItemHeard,
  type ListItem,
  type ListSource,
  readById,
  readChanged,
  readWhole,
  startLinks,
} from '../rows/list-items.ts';
import type { HandEdits } from './hand-edits.ts';
import type { Layers } from './layers.ts';
import type { Asked, Listening } from './listening.ts';
import type { WentBackLists } from './went-back.ts';

/** What is kept between one hearing and the next. */
export type Hearing = {
  readonly source: ListSource;
  /** A register that is not kept has an empty table and is never asked for. */
  readonly kept: readonly RegisterName[];
  readonly listening: Listening;
  readonly edits: HandEdits;
  readonly layers: Readonly<Record<RegisterName, Layers>>;
  readonly wentBack: WentBackLists;
  /** Where to ask for what changed; empty before the first load. */
  readonly links: Map<RegisterName, string>;
  /** On the machine's clock. */
  readonly heardAt: Map<RegisterName, Temporal.Instant>;
  /** Changes another process landed, that lie over a list until it has been heard again. */
  readonly elsewhere: Map<RegisterName, ReadonlySet<number>>;
};

/** Past this many rows to ask for one by one, reading the list whole is cheaper. */
const mostAskedSingly = 100;
const mostDoubtRounds = 3;

type Began = { readonly at: Temporal.Instant; readonly clock: number };

export const hearEverything = async (hearing: Hearing): Promise<void> => {
  const { source, kept, links } = hearing;
  source.places.check(kept);
  const began = begin(hearing);
  // Before the first page: what changes during the reading is then told of as a change.
  const started = await startLinks(source, kept);
  const wholes = await Promise.all(kept.map((name) => hearWhole(hearing, name)));
  for (const count of wholes) count();
  for (const [name, link] of started) links.set(name, link);
  finish(hearing, kept, began);
  hearing.edits.begin();
};

export const hearChanged = async (hearing: Hearing, asked: Asked): Promise<void> => {
  const { source, listening, links, layers, elsewhere } = hearing;
  const began = begin(hearing);
  const due = listening.due(asked);
  const since = new Map(due.map((name) => [name, layers[name].mark()]));
  const sinceFor = (name: RegisterName): number => since.get(name) ?? 0;
  const landed = due.map((name) => [name, elsewhere.get(name)] as const);
  const changed = await readChanged(source, linksOf(hearing, due));
  const anew = await foundAnew(hearing, changed);
  const { settled, unsettled } = await settlePuzzles(hearing, changed, sinceFor);
  const expired = due.filter((name) => changed.get(name) === 'expired');
  const restart = [...expired, ...anew];
  const restarted = restart.length > 0 ? await startLinks(source, restart) : [];
  const again = [...restart, ...unsettled];
  const wholes = new Map(
    await Promise.all(again.map(async (name) => [name, await hearWhole(hearing, name)] as const)),
  );
  // All has been read: from here on nothing waits, and readers see one step.
  for (const [name, count] of wholes) {
    if (anew.includes(name)) hearing.edits.unheard(() => startOver(layers[name], count));
    else count();
  }
  for (const [name, change] of changed) {
    if (change === 'expired' || change === 'gone') continue;
    if (!wholes.has(name)) hearNews(layers[name], change.items, { since: sinceFor(name), settled });
    links.set(name, change.link);
  }
  for (const [name, link] of restarted) links.set(name, link);
  for (const [name, sequences] of landed) {
    if (sequences === undefined) continue;
    layers[name].unlay(sequences);
    if (elsewhere.get(name) === sequences) elsewhere.delete(name);
  }
  await settleDoubts(hearing);
  finish(hearing, due, began);
};

const begin = ({ source }: Hearing): Began => ({
  at: Temporal.Now.instant(),
  clock: source.graph.clock.now(),
});

const finish = (hearing: Hearing, names: readonly RegisterName[], { at, clock }: Began): void => {
  const heard = names.filter((name) => hearing.source.places.has(name));
  hearing.listening.heard(heard, clock);
  for (const name of heard) hearing.heardAt.set(name, at);
  hearing.wentBack.note();
};

/**
 * Reads a list whole; answers what will make it count. The first time, with nobody reading yet,
 * each page counts as it comes and need not be kept.
 */
const hearWhole = async (
  { source, layers: all, links }: Hearing,
  name: RegisterName,
): Promise<() => void> => {
  const layers = all[name];
  const since = layers.mark();
  const isFirst = links.size === 0;
  const kept: ListItem[] = [];
  const there = new Set<string>();
  await readWhole(source, name, (items) => {
    for (const item of items) {
      there.add(item.id);
      if (isFirst) layers.hear(item, since, 'whole');
      else kept.push(item);
    }
  });
  return () => {
    layers.keepOnly(there, since);
    for (const item of kept) layers.hear(item, since, 'whole');
  };
};

/** The rows of a list made again are others, though they are numbered alike. */
const startOver = (layers: Layers, count: () => void): void => {
  layers.keepOnly(new Set(), layers.mark());
  count();
};

/** Lists that were deleted and are there again, under another id. Others go on being heard meanwhile. */
const foundAnew = async (
  { source }: Hearing,
  changed: ReadonlyMap<RegisterName, Changed>,
): Promise<readonly RegisterName[]> => {
  const gone = [...changed].flatMap(([name, change]) => (change === 'gone' ? [name] : []));
  if (gone.length === 0) return [];
  await source.places.find();
  return gone.filter((name) => source.places.has(name));
};

const linksOf = (
  { links }: Hearing,
  names: readonly RegisterName[],
): ReadonlyMap<RegisterName, string> =>
  new Map([...links].filter(([name]) => names.includes(name)));

type Settled = ReadonlyMap<ItemHeard, ItemHeard>;

/**
 * Rows told of in an older version than is held, which nothing here explains: they are asked for, one by
 * one or, where they are many, by reading their list whole.
 */
const settlePuzzles = async (
  { source, layers }: Hearing,
  changed: ReadonlyMap<RegisterName, Changed>,
  sinceFor: (name: RegisterName) => number,
): Promise<{ settled: Settled; unsettled: readonly RegisterName[] }> => {
  const settled = new Map<ItemHeard, ItemHeard>();
  const unsettled: RegisterName[] = [];
  for (const [name, change] of changed) {
    if (change === 'expired' || change === 'gone') continue;
    const puzzles = change.items.filter(
      (item) => !item.deleted && layers[name].isPuzzling(item, sinceFor(name)),
    );
    if (puzzles.length > mostAskedSingly) unsettled.push(name);
    else if (puzzles.length > 0) {
      const read = await readById(source, name, idsOf(puzzles));
      for (const item of puzzles) settled.set(item, read.get(item.id) ?? item);
    }
  }
  return { settled, unsettled };
};

const idsOf = (items: readonly ListItem[]): readonly string[] => items.map(({ id }) => id);

const hearNews = (
  layers: Layers,
  items: readonly ItemHeard[],
  { since, settled }: { readonly since: number; readonly settled: Settled },
): void => {
  for (const told of items) {
    const item = settled.get(told) ?? told;
    if (item.deleted) layers.gone(item.id);
    else layers.hear(item, since, item === told ? 'news' : 'itself');
  }
};

/** Where two versions of a row could not be told apart, the row itself is asked. */
const settleDoubts = async (hearing: Hearing): Promise<void> => {
  for (let round = 0; round < mostDoubtRounds; round += 1) {
    const doubted = registerNames
      .map((name) => ({ name, ids: hearing.layers[name].doubts() }))
      .filter(({ ids }) => ids.length > 0);
    if (doubted.length === 0) return;
    for (const { name, ids } of doubted) await settleIn(hearing, name, ids);
  }
};

const settleIn = async (
  hearing: Hearing,
  name: RegisterName,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length > mostAskedSingly) return (await hearWhole(hearing, name))();
  const layers = hearing.layers[name];
  const since = layers.mark();
  const read = await readById(hearing.source, name, ids);
  for (const item of read.values()) {
    if (item.deleted) layers.gone(item.id);
    else layers.hear(item, since, 'itself');
  }
};
