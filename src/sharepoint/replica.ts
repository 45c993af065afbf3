// All reads, answered from memory: first read whole, then kept current by what changed. Every
// reading of all lists is applied in one step, so that whoever reads in one turn of the event loop
// reads one state. Which version of a row counts is decided in layers.ts.
import {
  registers as declared,
  type RegisterName,
  type Registers,
  registerNames,
} from '../registers/registers.ts';
import type { Replica } from '../use-cases/ports.ts';
import { type Held, type Landed, type Layers, openLayers } from './layers.ts';
import {
  type Changed,
  type ItemHeard,
  type ListItem,
  type ListSource,
  readById,
  readChanged,
  readWhole,
  startLinks,
} from './list-items.ts';
import { type Asked, type Listening, openListening } from './listening.ts';
import type { RowFault } from './rows.ts';

/** The replica as the writer knows it: what each row is in its list. */
export type Known = {
  held(register: RegisterName, key: string): Held | undefined;
  /** A row read by itself, just now. */
  hear(register: RegisterName, item: ListItem): void;
  gone(register: RegisterName, item: string): void;
  land(register: RegisterName, landed: Landed): void;
};

export type LiveReplica = Replica &
  Known & {
    /** Reads every list whole. */
    load(): Promise<void>;
    /**
     * Hears what changed since, in all lists or in those that are due (listening.ts); nothing of it
     * counts unless all of it could be read.
     */
    refresh(asked?: Asked): Promise<void>;
    /** Cells that could not be read, in words, until they are put right. */
    faults(): readonly RowFault[];
    /** Display names of lists that are not in the site any more. */
    missing(): readonly string[];
  };

const mostDoubtRounds = 3;

type State = {
  readonly source: ListSource;
  /** A register that is not kept has an empty table and is never asked for. */
  readonly kept: readonly RegisterName[];
  readonly listening: Listening;
  readonly layers: Readonly<Record<RegisterName, Layers>>;
  /** Where to ask for what changed; empty before the first load. */
  links: Map<RegisterName, string>;
  heardAt: Temporal.Instant | null;
};

export const openReplica = (source: ListSource, kept: readonly RegisterName[]): LiveReplica => {
  const layers = Object.fromEntries(
    registerNames.map((name) => [name, openLayers(name)]),
  ) as Readonly<Record<RegisterName, Layers>>;
  const registers = Object.fromEntries(
    registerNames.map((name) => [name, layers[name].table]),
  ) as unknown as Registers;
  const listening = openListening(kept, source.graph.clock);
  const state: State = { source, kept, listening, layers, links: new Map(), heardAt: null };
  let widest: Asked = 'due';
  const refreshWidest = oneAtATime(() => {
    const asked = widest;
    widest = 'due';
    return refresh(state, asked);
  });
  return {
    registers: () => registers,
    heardAt: () => state.heardAt,
    lay: (changes) => {
      for (const [name, some] of Map.groupBy(changes, ({ register }) => register)) {
        if (kept.includes(name)) layers[name].lay(some);
      }
    },
    load: oneAtATime(() => load(state)),
    refresh: (asked = 'all') => {
      if (asked === 'all') widest = 'all';
      return refreshWidest();
    },
    faults: () => registerNames.flatMap((name) => layers[name].faults()),
    missing: () =>
      kept.filter((name) => !source.places.has(name)).map((name) => declared[name].list),
    held: (name, key) => layers[name].held(key),
    hear: (name, item) => layers[name].hear(item, Number.POSITIVE_INFINITY),
    gone: (name, item) => layers[name].gone(item),
    land: (name, landed) => {
      listening.wrote(name);
      layers[name].land(landed);
    },
  };
};

const load = async (state: State): Promise<void> => {
  const { source, kept, listening } = state;
  source.places.check(kept);
  const [at, began] = [Temporal.Now.instant(), source.graph.clock.now()];
  // Before the first page: what changes during the reading is then told of as a change.
  const links = await startLinks(source, kept);
  const wholes = await Promise.all(kept.map((name) => hearWhole(state, name)));
  for (const count of wholes) count();
  state.links = links;
  listening.heard(kept, began);
  state.heardAt = at;
};

/**
 * Reads a list whole; answers what will make it count. The first time, with nobody reading yet,
 * each page counts as it comes and need not be kept.
 */
const hearWhole = async (state: State, name: RegisterName): Promise<() => void> => {
  const layers = state.layers[name];
  const since = layers.mark();
  const isFirst = state.heardAt === null;
  const kept: ListItem[] = [];
  const there = new Set<string>();
  await readWhole(state.source, name, (items) => {
    for (const item of items) {
      there.add(item.id);
      if (isFirst) layers.hear(item, since);
      else kept.push(item);
    }
  });
  return () => {
    layers.keepOnly(there, since);
    for (const item of kept) layers.hear(item, since);
  };
};

const refresh = async (state: State, asked: Asked): Promise<void> => {
  if (state.links.size === 0) return load(state);
  const { listening, source } = state;
  const [at, began] = [Temporal.Now.instant(), source.graph.clock.now()];
  const due = listening.due(asked);
  const since = new Map(due.map((name) => [name, state.layers[name].mark()]));
  const changed = await readChanged(source, linksOf(state, due));
  const anew = await foundAnew(state, changed);
  const expired = due.filter((name) => changed.get(name) === 'expired');
  const again = [...expired, ...anew];
  const restarted = again.length > 0 ? await startLinks(source, again) : [];
  const wholes = await Promise.all(again.map((name) => hearWhole(state, name)));
  // The rows of a list made again are others, though they are numbered alike.
  for (const name of anew) state.layers[name].keepOnly(new Set(), since.get(name) ?? 0);
  // All has been read: from here to the new links nothing waits, and readers see one step.
  for (const count of wholes) count();
  const links = new Map(state.links);
  for (const [name, change] of changed) {
    if (change === 'expired' || change === 'gone') continue;
    for (const item of change.items) hearOne(state.layers[name], item, since.get(name) ?? 0);
    links.set(name, change.link);
  }
  for (const [name, link] of restarted) links.set(name, link);
  state.links = links;
  listening.heard(
    due.filter((name) => source.places.has(name)),
    began,
  );
  await settleDoubts(state);
  state.heardAt = at;
};

/** Lists that were deleted and are there again, under another id. Others go on being heard meanwhile. */
const foundAnew = async (
  { source }: State,
  changed: ReadonlyMap<RegisterName, Changed>,
): Promise<readonly RegisterName[]> => {
  const gone = [...changed].flatMap(([name, change]) => (change === 'gone' ? [name] : []));
  if (gone.length === 0) return [];
  await source.places.find();
  return gone.filter((name) => source.places.has(name));
};

const linksOf = (
  { links }: State,
  names: readonly RegisterName[],
): ReadonlyMap<RegisterName, string> =>
  new Map([...links].filter(([name]) => names.includes(name)));

const hearOne = (layers: Layers, item: ItemHeard, since: number): void => {
  if (item.deleted) layers.gone(item.id);
  else layers.hear(item, since);
};

/** Where two versions of a row could not be told apart, the row itself is asked. */
const settleDoubts = async (state: State): Promise<void> => {
  for (let round = 0; round < mostDoubtRounds; round += 1) {
    const doubted = registerNames
      .map((name) => ({ name, ids: state.layers[name].doubts() }))
      .filter(({ ids }) => ids.length > 0);
    if (doubted.length === 0) return;
    for (const { name, ids } of doubted) {
      const since = state.layers[name].mark();
      const read = await readById(state.source, name, ids);
      for (const item of read.values()) hearOne(state.layers[name], item, since);
    }
  }
};

/** Asked again while under way, it runs once more after, however many asked. */
const oneAtATime = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = (): Promise<void> => {
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return start();
      });
    return next;
  };
};
