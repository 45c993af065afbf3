// When a measure, or another line that somebody owns, has nobody to answer for it, and who is asked to name another. What is asked
// of whom in the meantime is decided in asked.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { JournalEntry } from '../registers/journal.ts';
import { lineName } from '../registers/line-name.ts';
import type { Measure } from '../registers/measures.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Step } from '../registers/words.ts';
import { askingSteps } from './asked.ts';
import { coverOf, hasLeft, isAway, isNobody } from './away.ts';
import { cycleCalendar, zone } from './calendar.ts';
import { askingTimes, firstDueDays } from './lower-first.ts';
import { owedBy } from './owed.ts';
import { type Owned, ownedLines, ownedMeasure } from './owned.ts';
import { inPlanOrder } from './plan-order.ts';
import { may } from './rights.ts';
import { isPerformanceTeam, managersOf } from './roles.ts';
import { closedDates } from './working-days.ts';

/** No owner, one who is not on People, or one who has left. A null day: or is to leave. */
export const lacksOwner = (
  registers: Registers,
  { owner }: Pick<Owned, 'owner'>,
  today: Temporal.PlainDate | null,
): boolean => isNobody(registers, owner, today);

/**
 * Who is asked to name another owner for a team's measures: its managers, whoever covers for one who
 * is away, and where it has none the performance team. None where nobody is left of those either.
 */
export const askedToName = (
  registers: Registers,
  team: string | null,
  today: Temporal.PlainDate,
): readonly Person[] => {
  const managers = team === null ? [] : managersOf(registers, team, today);
  if (managers.length > 0) return managers.map((each) => reachable(registers, each, today));
  return [...registers.people.values()].filter(
    (each) => isPerformanceTeam(each) && !hasLeft(each, today),
  );
};

const reachable = (registers: Registers, manager: Person, today: Temporal.PlainDate): Person =>
  isAway(manager, today) ? (coverOf(registers, manager, today)?.person ?? manager) : manager;

/**
 * The measures of a plan, in its order, for which this person is asked to name an owner, then its other
 * lines. A line with no owner is nobody's by its nature, as a milestone is, unless somebody let it go.
 */
export const toBeNamedBy = (
  registers: Registers,
  person: Person,
  { plan, today }: { readonly plan: string; readonly today: Temporal.PlainDate },
): readonly Owned[] => {
  const isAsked = once((team: string | null) =>
    askedToName(registers, team, today).some((each) => each.key === person.key),
  );
  const measures = registers.measures
    .where('plan', plan)
    .filter((each) => isInUse(each, today) && lacksOwner(registers, each, today))
    .toSorted(inPlanOrder)
    .map(ownedMeasure);
  return [...measures, ...linesWithout(registers, plan, today)].filter(({ team }) => isAsked(team));
};

const linesWithout = (
  registers: Registers,
  plan: string,
  today: Temporal.PlainDate | null,
): readonly Owned[] => {
  const isGone = once((owner: string | null) => lacksOwner(registers, { owner }, today));
  return ownedLines(registers, plan).filter(
    (each) => isGone(each.owner) && (each.owner !== null || lastLetGo(registers, each) !== null),
  );
};

/** Asked once of each, as of a few teams by hundreds of lines. */
const once = <Answer>(ask: (of: string | null) => Answer): ((of: string | null) => Answer) => {
  const known = new Map<string | null, Answer>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const answer = ask(of);
    known.set(of, answer);
    return answer;
  };
};

const isInUse = ({ retiredOn }: Measure, today: Temporal.PlainDate): boolean =>
  retiredOn === null || Temporal.PlainDate.compare(today, retiredOn) < 0;

/** What is still to be answered of a measure, now or on a date given: an owner's going changes whose it is. */
export const openReturnsOf = (
  registers: Registers,
  { register, key }: Pick<Owned, 'register' | 'key'>,
): readonly Return[] =>
  (register === 'measures'
    ? registers.returns.where('measure', key)
    : registers.returns.where('about', lineName({ register, key }))
  ).filter(({ state, cycle }) => {
    if (state === 'No data until') return true;
    const asked = cycle === null ? undefined : registers.cycles.get(cycle)?.state;
    return state === 'Due' && (asked === 'Open' || asked === 'Suspended');
  });

/** Of each person who has left and still owns measures of the cycle's plan: who is asked to name others. */
export const leaversToHandOver = (
  registers: Registers,
  cycle: Pick<Cycle, 'plan'>,
  today: Temporal.PlainDate,
): readonly { readonly about: Person; readonly to: Person }[] =>
  [...registers.people.values()]
    .filter((person) => hasLeft(person, today))
    .flatMap((about) => {
      const measures = registers.measures
        .where('owner', about.key)
        .filter((each) => sameKey(each.plan, cycle.plan) && isInUse(each, today));
      const lines = isOwner(registers, about)
        ? ownedLines(registers, cycle.plan).filter(({ owner }) => sameKey(owner, about.key))
        : [];
      const teams = [...measures, ...lines].map((each) => each.team);
      const asked = [...new Set(teams)].flatMap((team) => askedToName(registers, team, today));
      const once = new Map(asked.map((to) => [to.key, to]));
      return [...once.values()].map((to) => ({ about, to }));
    });

/** Of any line at all: hundreds need not be looked through for each who has left. */
const isOwner = (registers: Registers, { key }: Person): boolean =>
  (['actions', 'projects', 'savings', 'risks'] as const).some(
    (name) => registers[name].where('owner', key).length > 0,
  );

/**
 * The newest step of a cycle's ladder that asks and has come, where this person has not had it yet: the
 * ladder will tell them with it of what is theirs, once. Null where they have had it.
 */
export const stepToCome = (
  registers: Registers,
  { person, cycle }: { readonly person: string; readonly cycle: Cycle },
  now: Temporal.ZonedDateTime,
): { readonly key: string; readonly step: Step; readonly at: Temporal.ZonedDateTime } | null => {
  const closed = closedDates(registers);
  const counted = { cycle, closed, calendar: cycleCalendar(cycle, closed) };
  const today = now.withTimeZone(zone).toPlainDate();
  const due = firstDueDays(registers, counted, today).get(person) ?? counted.calendar.dueOn;
  const first = { step: askingSteps[0], at: counted.calendar.opens };
  // A cycle opened before its day has no step yet; its opening will tell them.
  const { step, at } =
    askingTimes(counted, due)
      .filter((each) => Temporal.ZonedDateTime.compare(each.at, now) <= 0)
      .toSorted((one, other) => Temporal.ZonedDateTime.compare(one.at, other.at))
      .at(-1) ?? first;
  const key = `${person}|${cycle.key}|${step}`;
  return registers.notifications.get(key) === undefined ? { key, step, at } : null;
};

/** Whether a hand-over still has something to say: a measure to find an owner for, or something owed. */
export const handOverWanted = (
  registers: Registers,
  person: Person,
  cycle: Pick<Cycle, 'key' | 'plan' | 'state'>,
): boolean => {
  const mayName = (line: Pick<Owned, 'team'>) =>
    may({ registers, person, today: null }, 'name an owner', line);
  return (
    // Nothing is owed while it is suspended: what waits is asked about when it goes on.
    cycle.state === 'Suspended' ||
    owedBy(registers, person).some((each) => sameKey(each.return.cycle, cycle.key)) ||
    registers.measures
      .where('plan', cycle.plan)
      .some((each) => lacksOwner(registers, each, null) && mayName(each)) ||
    linesWithout(registers, cycle.plan, null).some(mayName)
  );
};

type Told = Pick<Owned, 'register' | 'key' | 'owner'>;

/** Who last let go of a line and why, as the Journal tells it; null where nobody has, or it has an owner. */
export const lastLetGo = (
  registers: Registers,
  line: Told,
): { readonly by: string; readonly because: string } | null => {
  const told = line.owner === null ? newestTold(registers, line, letGoKey) : null;
  return told?.by && told.why !== null ? { by: told.by, because: told.why } : null;
};

/** Who named the owner a line has; null where nobody did, on a card. */
export const lastNamedBy = (registers: Registers, line: Told): string | null =>
  line.owner === null ? null : (newestTold(registers, line, namedKey)?.by ?? null);

/** What the entries of the two are known by in the Outbox, and so in the Journal. */
export const letGoKey = 'not-mine';
export const namedKey = 'name-owner';

const newestTold = (
  registers: Registers,
  { register, key }: Told,
  kind: string,
): JournalEntry | null =>
  registers.journal
    .where('row', lineName({ register, key }).slice(0, 255))
    .filter((each) => each.key.startsWith(`${kind}|`))
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
    .at(-1) ?? null;
