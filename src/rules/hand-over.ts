// When a measure has nobody to answer for it, who is asked to name another, and who may. What is asked
// of whom in the meantime is decided in asked.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { JournalEntry } from '../registers/journal.ts';
import { lineName } from '../registers/line-name.ts';
import type { Measure } from '../registers/measures.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import type { Step } from '../registers/words.ts';
import { askingSteps, isAskingStep } from './asked.ts';
import { coverOf, hasLeft, isAway, isNobody } from './away.ts';
import { cycleCalendar, stepTimes } from './calendar.ts';
import { owedBy } from './owed.ts';
import { inPlanOrder } from './plan-order.ts';
import { isPerformanceTeam, managersOf, standsInFor } from './roles.ts';
import { closedDates } from './working-days.ts';

/** No owner, one who is not on People, or one who has left. A null day: or is to leave. */
export const lacksOwner = (
  registers: Registers,
  { owner }: Pick<Measure, 'owner'>,
  today: Temporal.PlainDate | null,
): boolean => isNobody(registers, owner, today);

/**
 * Who is asked to name another owner for a team's measures: its managers, whoever covers for one who
 * is away, and where it has none the performance team. None where nobody is left of those either.
 */
export const askedToName = (
  registers: Registers,
  team: string,
  today: Temporal.PlainDate,
): readonly Person[] => {
  const managers = managersOf(registers, team, today);
  if (managers.length > 0) return managers.map((each) => reachable(registers, each, today));
  return [...registers.people.values()].filter(
    (each) => isPerformanceTeam(each) && !hasLeft(each, today),
  );
};

const reachable = (registers: Registers, manager: Person, today: Temporal.PlainDate): Person =>
  isAway(manager, today) ? (coverOf(registers, manager, today)?.person ?? manager) : manager;

/** The measures of a plan, in its order, for which this person is asked to name an owner. */
export const toBeNamedBy = (
  registers: Registers,
  person: Person,
  { plan, today }: { readonly plan: string; readonly today: Temporal.PlainDate },
): readonly Measure[] => {
  const asksThem = new Map<string, boolean>();
  const isAsked = (team: string): boolean => {
    const known = asksThem.get(fold(team));
    if (known !== undefined) return known;
    const asks = askedToName(registers, team, today).some((each) => each.key === person.key);
    asksThem.set(fold(team), asks);
    return asks;
  };
  return registers.measures
    .where('plan', plan)
    .filter((each) => isInUse(each, today) && lacksOwner(registers, each, today))
    .filter((each) => isAsked(each.team))
    .toSorted(inPlanOrder);
};

const isInUse = ({ retiredOn }: Measure, today: Temporal.PlainDate): boolean =>
  retiredOn === null || Temporal.PlainDate.compare(today, retiredOn) < 0;

/** The manager of its team, a deputy of theirs, and the performance team. */
export const mayNameOwner = (registers: Registers, person: Person, measure: Measure): boolean =>
  isPerformanceTeam(person) ||
  managersOf(registers, measure.team).some(
    (principal) =>
      principal.key === person.key ||
      sameKey(principal.deputy, person.key) ||
      standsInFor(registers, { person, principal }, null),
  );

/** What is still to be answered of a measure, now or on a date given: an owner's going changes whose it is. */
export const openReturnsOf = (registers: Registers, measure: string): readonly Return[] =>
  registers.returns.where('measure', measure).filter(({ state, cycle }) => {
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
      const teams = registers.measures
        .where('owner', about.key)
        .filter((each) => sameKey(each.plan, cycle.plan) && isInUse(each, today))
        .map((each) => each.team);
      const asked = [...new Set(teams)].flatMap((team) => askedToName(registers, team, today));
      const once = new Map(asked.map((to) => [to.key, to]));
      return [...once.values()].map((to) => ({ about, to }));
    });

/**
 * The newest step of a cycle's ladder that asks and has come, where this person has not had it yet: the
 * ladder will tell them with it of what is theirs, once. Null where they have had it.
 */
export const stepToCome = (
  registers: Registers,
  { person, cycle }: { readonly person: string; readonly cycle: Cycle },
  now: Temporal.ZonedDateTime,
): { readonly key: string; readonly step: Step; readonly at: Temporal.ZonedDateTime } | null => {
  const calendar = cycleCalendar(cycle, closedDates(registers));
  const first = { step: askingSteps[0], at: calendar.opens };
  // A cycle opened before its day has no step yet; its opening will tell them.
  const { step, at } =
    stepTimes(calendar)
      .filter((each) => isAskingStep(each.step))
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
): boolean =>
  // Nothing is owed while it is suspended: what waits is asked about when it goes on.
  cycle.state === 'Suspended' ||
  owedBy(registers, person).some((each) => sameKey(each.return.cycle, cycle.key)) ||
  registers.measures
    .where('plan', cycle.plan)
    .some((each) => lacksOwner(registers, each, null) && mayNameOwner(registers, person, each));

/** Who last let go of a measure and why, as the Journal tells it; null where nobody has, or it has an owner. */
export const lastLetGo = (
  registers: Registers,
  measure: Pick<Measure, 'key' | 'owner'>,
): { readonly by: string; readonly because: string } | null => {
  const told = measure.owner === null ? newestTold(registers, measure, letGoKey) : null;
  return told?.by && told.why !== null ? { by: told.by, because: told.why } : null;
};

/** Who named the owner a measure has; null where nobody did, on a card. */
export const lastNamedBy = (
  registers: Registers,
  measure: Pick<Measure, 'key' | 'owner'>,
): string | null =>
  measure.owner === null ? null : (newestTold(registers, measure, namedKey)?.by ?? null);

/** What the entries of the two are known by in the Outbox, and so in the Journal. */
export const letGoKey = 'not-mine';
export const namedKey = 'name-owner';

const newestTold = (
  registers: Registers,
  { key }: Pick<Measure, 'key'>,
  kind: string,
): JournalEntry | null =>
  registers.journal
    .where('row', lineName({ register: 'measures', key }).slice(0, 255))
    .filter((each) => each.key.startsWith(`${kind}|`))
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
    .at(-1) ?? null;
