// Opens a cycle: works out who owes what, and puts each return in the register as due, with what an
// earlier cycle was promised.
// The cards that ask for them are the ladder's business.
import type { Cycle } from '../registers/cycles.ts';
import type { Change, Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold } from '../registers/same-key.ts';
import { aboutOf } from '../rules/about.ts';
import { dateWords } from '../rules/date-words.ts';
import { askedAgain, backOn, type Counted } from '../rules/due-again.ts';
import { asksAbout, linesDue } from '../rules/lines-due.ts';
import { dueDayOf } from '../rules/lower-first.ts';
import { countedBy } from '../rules/rungs.ts';
import { targetReturnKey } from '../rules/target-keys.ts';
import { targetsDue } from '../rules/targets-due.ts';
import { returnsDue } from '../rules/what-is-due.ts';
import { workingDayAfter } from '../rules/working-days.ts';
import { asExempt } from './as-exempt.ts';
import { cameBackWords } from './ask-again.ts';
import { change } from './change.ts';
import { acceptChange, type CycleAsked, cycleEntry, cycleIn } from './change-cycle.ts';
import type { Entry, Ports } from './ports.ts';
import type { Refused } from './refused.ts';

export type Opened = { readonly outcome: 'opened'; readonly owed: number };

/**
 * Opens a planned cycle, by hand or by the clock. A measure with nobody to answer is put down as due
 * all the same: its manager is asked.
 */
export const openCycle = async (ports: Ports, asked: CycleAsked): Promise<Opened | Refused> => {
  const may = cycleIn(ports, asked, 'Planned');
  if (may.outcome === 'refused') return may;
  const { cycle } = may;
  const { by } = asked;
  const at = ports.clock.now().toInstant();
  const owed = owedEntries(ports.replica.registers(), cycle, { by, at });
  // The cycle turns Open last: an opening cut short is simply done again, and finds its rows.
  const opened = cycleEntry(cycle, { by, at, to: 'Open', set: { openedAt: at } });
  const changed = await acceptChange(ports, [...owed, opened]);
  if (changed.outcome === 'refused') return changed;
  const due = owed.filter(({ changes }) => changes.some(({ set }) => set['state'] === 'Due'));
  return { outcome: 'opened', owed: due.length };
};

type Owed = Pick<Return, 'key' | 'title' | 'plan' | 'measure' | 'period' | 'owner' | 'kind'> &
  Partial<Pick<Return, 'about' | 'access' | 'exemptUnder'>> & {
    /** The day its figure comes out, where that is still to come. */
    readonly outOn?: Temporal.PlainDate | null;
  };

/** All that a cycle asks for: of measures, and of the lines besides, each once. */
const owedIn = (registers: Registers, cycle: Cycle): readonly Owed[] => [
  ...(asksAbout(cycle, 'measures') ? owedOfMeasures(registers, cycle) : []),
  ...linesDue(registers, cycle).map(({ key, title, line, period, kind, owner, about }) => ({
    key,
    title,
    plan: cycle.plan,
    measure: null,
    about: line,
    period,
    kind,
    owner,
    ...asExempt([about.row]),
  })),
];

/**
 * The figures a cycle asks for, the year's targets in the quarter they are set in, and what an earlier
 * cycle was promised: each once.
 */
const owedOfMeasures = (registers: Registers, cycle: Cycle): readonly Owed[] => {
  const { plan } = cycle;
  const figures = returnsDue(registers, cycle).map(({ measure, period, owner, outOn }) => ({
    key: `${measure.key}|${period}`,
    title: `${measure.code}, ${period}`,
    plan,
    measure: measure.key,
    period,
    owner,
    kind: null,
    outOn,
  }));
  const targets = targetsDue(registers, cycle).map(({ measure, year, owner }) => ({
    key: targetReturnKey(measure.key, year),
    title: `${measure.code}, target for ${year}`,
    plan,
    measure: measure.key,
    period: year,
    owner,
    kind: 'target' as const,
  }));
  const keys = new Set([...figures, ...targets].map(({ key }) => fold(key)));
  const again = askedAgain(registers, cycle)
    .filter((asked) => !keys.has(fold(asked.return.key)))
    .map(({ return: { key, title, plan: of, measure, period, kind }, owner }) => {
      const asked = { key, title, measure, period, kind, owner };
      // What an earlier plan left is that plan's still.
      return { ...asked, plan: of };
    });
  return [...figures, ...targets, ...again];
};

/** What an opening would put in the register; worked out for a preview too (preview-opening.ts). */
export const owedEntries = (
  registers: Registers,
  cycle: Cycle,
  opened: Pick<Entry, 'by' | 'at'>,
): Entry[] => {
  const counted = countedBy(registers, cycle);
  return owedIn(registers, cycle).flatMap((asked) => {
    const known = registers.returns.get(asked.key);
    const isWaiting = known?.state === 'No data until';
    const waits = isWaiting ? waitsUntil(known, counted, opened.at) : null;
    if (waits === 'longer') return [];
    const { key, outOn = null } = asked;
    const entry = {
      key: `open|${cycle.key}|${cycle.revision ?? 0}|${key}`,
      ...opened,
      message: null,
    };
    // Promised for a day within this cycle: it comes back on that day.
    if (waits === 'a while')
      return [{ ...entry, changes: [change('returns', key, { cycle: cycle.key })] }];
    const due = { ...asked, dueOn: dueOnOf(registers, counted, asked) };
    if (isWaiting) {
      const journal = { source: 'product' as const, why: cameBackWords(known) };
      return [{ ...entry, changes: [dueChange(due, known, cycle)], journal }];
    }
    const isOut = outOn === null || hasCome(outOn, counted, opened.at);
    return [
      { ...entry, changes: [dueChange({ ...due, outOn: isOut ? null : outOn }, known, cycle)] },
    ];
  });
};

const dueOnOf = (registers: Registers, counted: Counted, asked: Owed): Temporal.PlainDate => {
  const about = aboutOf(registers, { about: null, ...asked });
  return about === null ? counted.calendar.dueOn : dueDayOf(counted, about);
};

/** Whether a day, or the working day after it, has come at the hour cards go out. */
const hasCome = (
  day: Temporal.PlainDate,
  { calendar, closed }: Pick<Counted, 'calendar' | 'closed'>,
  at: Temporal.Instant,
): boolean =>
  Temporal.Instant.compare(calendar.at(workingDayAfter(day, 0, closed)).toInstant(), at) <= 0;

/** A figure that comes out within the cycle waits for its day, and comes back on it by itself. */
const dueChange = (
  { key, outOn = null, ...asked }: Owed & Pick<Return, 'dueOn'>,
  known: Return | undefined,
  cycle: Cycle,
): Change =>
  change('returns', key, {
    ...asked,
    cycle: cycle.key,
    state: outOn === null ? 'Due' : 'No data until',
    ...(known?.state === 'No data until'
      ? // Its number is left alone: it may be given after the close in the very moment it is asked for again.
        { noDataReason: null }
      : // Kept from an opening that was withdrawn, or an answer would claim a key already claimed.
        { revision: known?.revision ?? 0 }),
    ...(outOn !== null && { noDataUntil: outOn, noDataReason: comesOutWords(outOn) }),
  });

/** What a return says that waits for a figure's own day of publication. */
const comesOutWords = (day: Temporal.PlainDate): string => `Comes out on ${dateWords(day)}.`;

/** Null: not any longer. 'longer': past the close of this cycle too, so a later one asks for it. */
const waitsUntil = (
  known: Return,
  { calendar, closed }: Counted,
  at: Temporal.Instant,
): 'a while' | 'longer' | null => {
  const back = backOn(known, closed);
  if (back === null || hasCome(back, { calendar, closed }, at)) return null;
  return Temporal.PlainDate.compare(back, calendar.closesOn) < 0 ? 'a while' : 'longer';
};
