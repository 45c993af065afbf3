// What was spent of a day's resource units: the last 24 hours, counted by ten minutes, and kept in a small
// file so that a restart is no fresh allowance. Commands share the file with the running app: each adds
// what it spent. It decides nothing: when a call may go is the governor's.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Log } from '../../use-cases/ports.ts';

export type DayUnits = {
  /** Units spent in the last 24 hours. */
  spent(): number;
  add(units: number): void;
  /** Milliseconds until so many of the units spent have fallen out of the day. */
  until(units: number): number;
  /** Writes down what is not written yet. */
  close(): void;
};

export type DaySettings = {
  /** Null: nothing is kept. */
  readonly file: string | null;
  readonly log: Pick<Log, 'info' | 'fault'>;
  /** Milliseconds since 1970: what is kept must mean the same after a restart. */
  readonly now?: () => number;
};

const minute = 60_000;
const step = 10 * minute;
/** A step counts until its last moment is a day old. */
const countsFor = 24 * 60 * minute + step;
/** What a process that is killed may forget. */
const writeEvery = 10_000;

/** Units by the beginning of the ten minutes in which they were spent. */
type Steps = Map<number, number>;

type State = {
  readonly settings: DaySettings;
  readonly now: () => number;
  steps: Steps;
  total: number;
  /** Spent here since the file was last written. */
  unwritten: Steps;
  writing: NodeJS.Timeout | null;
  cannotWrite: boolean;
};

export const openDayUnits = (settings: DaySettings): DayUnits => {
  const now = settings.now ?? Date.now;
  const state: State = {
    settings,
    now,
    steps: new Map(),
    total: 0,
    unwritten: new Map(),
    writing: null,
    cannotWrite: false,
  };
  take(state, begin(state));
  return {
    spent: () => {
      forgetOld(state);
      return state.total;
    },
    add: (units) => {
      const at = Math.floor(now() / step) * step;
      addTo(state.steps, at, units);
      addTo(state.unwritten, at, units);
      state.total += units;
      state.writing ??= soon(() => write(state));
    },
    until: (units) => {
      forgetOld(state);
      let left = units;
      for (const at of [...state.steps.keys()].toSorted((one, other) => one - other)) {
        left -= state.steps.get(at) ?? 0;
        if (left <= 0) return Math.max(1, at + countsFor - now());
      }
      return 0;
    },
    close: () => {
      if (state.writing !== null) write(state);
    },
  };
};

const begin = (state: State): Steps => {
  const { file, log } = state.settings;
  if (file === null) return new Map();
  const held = read(state);
  if (held instanceof Map) return held;
  log.info('the count of the day’s units begins again', { because: held });
  return new Map();
};

/**
 * What is in the file; or, in a word, why nothing of it can be used. What was spent while the machine's
 * clock was ahead was spent all the same: it counts as spent now.
 */
const read = ({ settings: { file }, now }: State): Steps | string => {
  try {
    const held = JSON.parse(readFileSync(file ?? '', 'utf8')) as { steps: [number, number][] };
    const isStep = ([at, units]: [number, number]) =>
      at % step === 0 && Number.isFinite(units) && units >= 0;
    if (!held.steps.every(isStep)) return 'not readable';
    const present = Math.floor(now() / step) * step;
    const steps: Steps = new Map();
    for (const [at, units] of held.steps) addTo(steps, at > now() + step ? present : at, units);
    return steps;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'not there' : 'not readable';
  }
};

/** Adds what was spent here to what the file says by now, for another process may have written too. */
const write = (state: State): void => {
  if (state.writing !== null) clearTimeout(state.writing);
  state.writing = null;
  const { file, log } = state.settings;
  if (file === null) return;
  const held = read(state);
  if (held instanceof Map) {
    for (const [at, units] of state.unwritten) addTo(held, at, units);
    take(state, held);
  }
  forgetOld(state);
  const mine = `${file}.${process.pid}.new`;
  try {
    writeFileSync(mine, JSON.stringify({ steps: [...state.steps] }));
    renameSync(mine, file);
    state.unwritten = new Map();
    state.cannotWrite = false;
  } catch (error) {
    if (!state.cannotWrite) log.fault('the count of the day’s units was not kept', error);
    state.cannotWrite = true;
    leaveNone(mine);
  }
};

/** Where it cannot be removed either, the log has told of it already. */
const leaveNone = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    return;
  }
};

const take = (state: State, steps: Steps): void => {
  state.steps = steps;
  state.total = [...steps.values()].reduce((sum, units) => sum + units, 0);
  forgetOld(state);
};

const forgetOld = (state: State): void => {
  const before = state.now() - countsFor;
  for (const [at, units] of state.steps) {
    if (at > before) continue;
    state.steps.delete(at);
    state.total -= units;
  }
};

const addTo = (steps: Steps, at: number, units: number): void => {
  steps.set(at, (steps.get(at) ?? 0) + units);
};

/** Nothing waits for it: a process that ends writes as it closes. */
const soon = (work: () => void): NodeJS.Timeout => setTimeout(work, writeEvery).unref();
