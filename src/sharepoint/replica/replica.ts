// All reads, answered from memory: first read whole, then kept current by what changed (hearing.ts).
// Every reading of all lists is applied in one step, so that whoever reads in one turn of the event
// loop reads one state. Which version of a row counts is decided in believed.ts.
import {
  registers as declared,
  type RegisterName,
  type Registers,
  registerNames,
} from '../../registers/registers.ts';
import type { Log, Replica } from '../../use-cases/ports.ts';
import type { ListItem, ListSource } from '../rows/list-items.ts';
import type { RowFault } from '../rows/rows.ts';
import { openHandEdits } from './hand-edits.ts';
import { type Hearing, hearChanged, hearEverything } from './hearing.ts';
import { type Held, type Landed, type Layers, openLayers } from './layers.ts';
import { type Asked, openListening } from './listening.ts';
import { openWentBack, type WentBack } from './went-back.ts';

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
     * Hears what changed since, in all lists, in those that are due (listening.ts) or in those named;
     * nothing of it counts unless all of it could be read.
     */
    refresh(asked?: Asked): Promise<void>;
    /** Cells that could not be read, in words, until they are put right. */
    faults(): readonly RowFault[];
    /** Display names of lists that are not in the site any more. */
    missing(): readonly string[];
    /** Lists that were put back as they had been before, in the last day. */
    wentBack(): readonly WentBack[];
    /** The changes that lie over the lists, by sequence. */
    laid(): readonly number[];
    /** Of which lists Graph says when they change: they are asked less often (listening.ts). */
    toldOf(tells: (name: RegisterName) => boolean): void;
    /** These landed by another process: they lie over the lists until those have been heard again. */
    landedElsewhere(sequences: readonly number[]): void;
  };

export const openReplica = (
  source: ListSource,
  kept: readonly RegisterName[],
  log: Log,
): LiveReplica => {
  const edits = openHandEdits(log);
  const layers = Object.fromEntries(
    registerNames.map((name) => [name, openLayers(name, edits.tell)]),
  ) as Readonly<Record<RegisterName, Layers>>;
  const registers = Object.fromEntries(
    registerNames.map((name) => [name, layers[name].table]),
  ) as unknown as Registers;
  const listening = openListening(kept, source.graph.clock);
  const wentBack = openWentBack({ layers, log, clock: source.graph.clock });
  const hearing: Hearing = {
    source,
    kept,
    listening,
    edits,
    layers,
    wentBack,
    links: new Map(),
    heardAt: new Map(),
    elsewhere: new Map(),
  };
  const { load, refresh } = inTurn(hearing);
  return {
    registers: () => registers,
    heardAt: () => oldestIn(hearing),
    lay: (changes) => {
      for (const [name, some] of Map.groupBy(changes, ({ register }) => register)) {
        if (kept.includes(name)) layers[name].lay(some);
      }
    },
    takeEdits: edits.take,
    load,
    refresh,
    faults: () => registerNames.flatMap((name) => layers[name].faults()),
    missing: () =>
      kept.filter((name) => !source.places.has(name)).map((name) => declared[name].list),
    wentBack: wentBack.said,
    laid: () => registerNames.flatMap((name) => [...layers[name].laid()]),
    toldOf: listening.toldOf,
    landedElsewhere: (sequences) => noteElsewhere(hearing, new Set(sequences)),
    held: (name, key) => layers[name].held(key),
    hear: (name, item) => layers[name].hear(item, Number.POSITIVE_INFINITY, 'itself'),
    gone: (name, item) => layers[name].gone(item),
    land: (name, landed) => {
      listening.changed(name);
      layers[name].land(landed);
    },
  };
};

/**
 * When the list heard from longest ago was heard from: a screen may show any of them. One that is not
 * in the site cannot be heard from, and is named by itself.
 */
const oldestIn = ({ kept, source, heardAt }: Hearing): Temporal.Instant | null => {
  let oldest: Temporal.Instant | null = null;
  for (const name of kept) {
    const at = heardAt.get(name);
    if (at === undefined || !source.places.has(name)) continue;
    // Most were heard in one reading: it is asked at every answer.
    if (at === oldest) continue;
    if (oldest === null || Temporal.Instant.compare(at, oldest) < 0) oldest = at;
  }
  return oldest;
};

const noteElsewhere = (
  { layers, listening, elsewhere }: Hearing,
  sequences: ReadonlySet<number>,
): void => {
  for (const name of registerNames) {
    const landed = [...layers[name].laid()].filter((sequence) => sequences.has(sequence));
    if (landed.length === 0) continue;
    listening.changed(name);
    elsewhere.set(name, new Set([...(elsewhere.get(name) ?? []), ...landed]));
  }
};

/** One reading at a time. Asked again while one is under way, it runs once more after, for all asked. */
const inTurn = (hearing: Hearing): Pick<LiveReplica, 'load' | 'refresh'> => {
  let asked = new Set<RegisterName | 'all' | 'due'>();
  const take = (): Asked => {
    const taken = asked;
    asked = new Set();
    if (taken.has('all')) return 'all';
    const due = taken.has('due') ? hearing.listening.due('due') : [];
    return hearing.kept.filter((name) => taken.has(name) || due.includes(name));
  };
  let isLoad = false;
  const run = oneAtATime(() => {
    const wanted = take();
    if (!isLoad && hearing.links.size > 0) return hearChanged(hearing, wanted);
    isLoad = false;
    return hearEverything(hearing);
  });
  return {
    load: () => {
      isLoad = true;
      return run();
    },
    refresh: (wanted = 'all') => {
      for (const each of typeof wanted === 'string' ? [wanted] : wanted) asked.add(each);
      return run();
    },
  };
};

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
