// Which lists are asked for news, and when. During a collection a few change all the time, by many
// hands: they are asked at every beat, unless Graph says when they change. The rest, and those Graph tells
// of, are asked once a minute, and at the next beat after this process wrote to them or was told they
// changed. At one unit a list and a beat every ten seconds asking all would be near 220 units a minute,
// asking the busy ones about 70, and being told about 50.
import { type RegisterName, registers } from '../../registers/registers.ts';
import type { MachineClock } from '../graph/machine-clock.ts';

/** 'all', those that are due by the policy above, or those named. */
export type Asked = 'all' | 'due' | readonly RegisterName[];

export type Listening = {
  due(asked: Asked): readonly RegisterName[];
  /** Those asked at that time were heard from. */
  heard(names: readonly RegisterName[], at: number): void;
  /** There is news to be had of it. */
  changed(name: RegisterName): void;
  /** Of which lists Graph says when they change: these wait for the timer only in case its word is lost. */
  toldOf(tells: (name: RegisterName) => boolean): void;
};

/**
 * Milliseconds. On a beat of ten seconds a quiet list is asked at every fifth, even where a timer comes
 * a little early: none is then older than a minute unless Graph is slow to answer.
 */
const quietFor = 45_000;

export const openListening = (
  kept: readonly RegisterName[],
  clock: Pick<MachineClock, 'now'>,
): Listening => {
  const heardAt = new Map<RegisterName, number>();
  const changedAt = new Map<RegisterName, number>();
  let tells = (_name: RegisterName): boolean => false;
  const isDue = (name: RegisterName): boolean => {
    const heard = heardAt.get(name);
    if (heard === undefined || (isBusy(name) && !tells(name))) return true;
    return clock.now() - heard >= quietFor || (changedAt.get(name) ?? -1) >= heard;
  };
  return {
    due: (asked) => {
      if (asked === 'all') return kept;
      return kept.filter(asked === 'due' ? isDue : (name) => asked.includes(name));
    },
    heard: (names, at) => {
      for (const name of names) heardAt.set(name, at);
    },
    changed: (name) => {
      changedAt.set(name, clock.now());
    },
    toldOf: (by) => {
      tells = by;
    },
  };
};

export const isBusy = (name: RegisterName): boolean =>
  (registers[name] as { readonly busy?: true }).busy === true;
