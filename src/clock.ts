// The council's clock: the machine's, or on a machine with no tenant one that stands still until it
// is moved. Tokens, throttling, timeouts and leases never ask it.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from './use-cases/ports.ts';

const councilZone = 'Europe/London';

export const machineClock = (): Clock => ({
  now: () => Temporal.Now.zonedDateTimeISO(councilZone),
});

export type SettableClock = Clock & {
  /** Moves forward only: a register written under one date is not read under an earlier one. */
  moveTo(moment: Temporal.ZonedDateTime): 'moved' | 'not ahead';
};

/** Stands at `start` at first, then wherever it was last moved to: the file outlives a restart. */
export const settableClock = (file: string, start: string): SettableClock => {
  let moment = remembered(file) ?? Temporal.PlainDateTime.from(start).toZonedDateTime(councilZone);
  return {
    now: () => moment,
    moveTo: (to) => {
      if (Temporal.ZonedDateTime.compare(to, moment) <= 0) return 'not ahead';
      moment = to.withTimeZone(councilZone);
      writeFileSync(`${file}.new`, moment.toString());
      renameSync(`${file}.new`, file);
      return 'moved';
    },
  };
};

const remembered = (file: string): Temporal.ZonedDateTime | null => {
  try {
    return Temporal.ZonedDateTime.from(readFileSync(file, 'utf8').trim());
  } catch {
    return null;
  }
};
