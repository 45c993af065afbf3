// A person says until when they are away, or that they are here again. Whoever is asked in their place
// is told at once, unless the ladder is about to.

import type { Cycle } from '../registers/cycles.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { askedFor } from '../rules/asked.ts';
import { isAway } from '../rules/away.ts';
import { stepToCome } from '../rules/hand-over.ts';
import { owedBy } from '../rules/owed.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { changesToldOf } from './changes-told.ts';
import { handOverEntries } from './hand-over-entry.ts';
import { whoMay } from './may-do.ts';
import { orNotKept } from './or-not-kept.ts';
import type { Entry, Ports } from './ports.ts';
import { readDate } from './read-date.ts';
import { type Refused, refused } from './refused.ts';

/** `already`: it stood so before; nothing changed. */
export type AwaySaid = { readonly outcome: 'said' | 'already' };

/** `until`: ISO, the day they are back, as typed. Refused where it is no date, or not ahead of today. */
export const sayAway = async (
  ports: Ports,
  { by, until }: { readonly by: string; readonly until: string },
): Promise<AwaySaid | Refused> => {
  const who = whoMay(ports, by, 'say when they are away');
  if (who.outcome === 'refused') return who;
  const { person } = who;
  const back = readDate(until);
  if (back === null) return refused({ reason: 'not a date', typed: until });
  const today = ports.clock.now().toPlainDate();
  if (Temporal.PlainDate.compare(back, today) <= 0)
    return refused({ reason: 'date not ahead', date: back });
  const already = person.awayUntil?.equals(back) === true;
  const said = already ? [] : [awayEntry(ports, person, back)];
  return orNotKept(
    // Whoever covers is told in the same breath; pressed again after a fall, that is made up.
    accept(ports, [...said, ...coverEntries(ports, { ...person, awayUntil: back })]).then(() => ({
      outcome: already ? ('already' as const) : ('said' as const),
    })),
  );
};

/** Here again from now on, whatever date was given. */
export const sayBack = async (
  ports: Ports,
  { by }: { readonly by: string },
): Promise<AwaySaid | Refused> => {
  const who = whoMay(ports, by, 'say when they are away');
  if (who.outcome === 'refused') return who;
  const { person } = who;
  if (person.awayUntil === null) return { outcome: 'already' };
  return orNotKept(
    accept(ports, [awayEntry(ports, person, null)]).then(() => ({ outcome: 'said' as const })),
  );
};

/** The same press twice finds the date as it would set it; the Journal's count tells one change from the next. */
const awayEntry = (
  ports: Pick<Ports, 'replica' | 'clock'>,
  { key }: Person,
  awayUntil: Temporal.PlainDate | null,
): Entry => {
  const nth = changesToldOf(ports, 'people', key);
  return {
    key: `away|${key}|${nth}|${awayUntil?.toString() ?? 'back'}`,
    by: key,
    at: ports.clock.now().toInstant(),
    changes: [change('people', key, { awayUntil })],
    message: null,
    journal: { source: 'card', why: null },
  };
};

type Found = {
  /** Null: the product found it. */
  readonly by: string | null;
  /** Who else changes in the same moment, as they will be. */
  readonly others: readonly Person[];
};

/** One message to each who is asked in their place and whom the ladder would not ask by itself. */
export const coverEntries = (
  ports: Pick<Ports, 'replica' | 'clock'>,
  away: Person,
  { by, others }: Found = { by: away.key, others: [] },
): readonly Entry[] => {
  const before = ports.replica.registers();
  const now = ports.clock.now();
  const registers = [away, ...others].reduce(withPerson, before);
  const today = now.toPlainDate();
  return openCycles(before).flatMap((cycle) => {
    const theirs = owedBy(before, away, null).filter((each) => each.return.cycle === cycle.key);
    const own = theirs.filter(
      (each) => each.as === 'owner' || askedFor(before, each.return, today).some(is(away)),
    );
    const asked = own.flatMap((each) => askedFor(registers, each.return, today));
    const covers = new Set(asked.filter((each) => !is(away)(each)).map((each) => each.key));
    return [...covers]
      .filter((person) => stepToCome(before, { person, cycle }, now) === null)
      .flatMap((to) => {
        const known = toldAlready(before, { cycle, to, away, today });
        return handOverEntries(
          before,
          { cycle, to, about: away.key, on: known ?? away.awayUntil },
          {
            by,
            at: now.toInstant(),
            again: known && `until ${away.awayUntil?.toString() ?? ''}`,
          },
        );
      });
  });
};

type Covering = {
  readonly cycle: Cycle;
  readonly to: string;
  readonly away: Person;
  readonly today: Temporal.PlainDate;
};

/**
 * The day that tells the message by which whoever covers knows of it already, where the person is away
 * as it is and says another date: its card is drawn again. Null: they do not know.
 */
const toldAlready = (
  registers: Registers,
  { cycle, to, away, today }: Covering,
): Temporal.PlainDate | null => {
  const stood = registers.people.get(away.key);
  if (stood === undefined || !isAway(stood, today)) return null;
  const told = registers.notifications
    .where('cycle', cycle.key)
    .filter(
      ({ step, person, about }) => step === 'Hand-over' && person === to && about === away.key,
    )
    .toSorted((one, other) => Temporal.Instant.compare(one.fellDueAt, other.fellDueAt));
  return told.at(-1)?.on ?? null;
};

const is = (person: Person) => (other: Person) => other.key === person.key;

const openCycles = (registers: Registers): readonly Cycle[] =>
  [...registers.cycles.values()].filter((each) => each.state === 'Open');

/** The registers as they will be once this person's row has changed. */
const withPerson = (registers: Registers, changed: Person): Registers => ({
  ...registers,
  people: {
    size: registers.people.size,
    get: (key) => {
      const found = registers.people.get(key);
      return found?.key === changed.key ? changed : found;
    },
    values: () =>
      [...registers.people.values()].map((each) => (is(changed)(each) ? changed : each)),
    where: (column, value) =>
      registers.people.where(column, value).map((each) => (is(changed)(each) ? changed : each)),
  },
});
