// Who is asked to endorse a target that was proposed, and what waits for whom. Who agrees it is Cabinet or its
// delegate, by a decision on record.
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Target } from '../registers/targets.ts';
import { mayRead } from './access.ts';
import { coverOf, isAway } from './away.ts';
import { zone } from './calendar.ts';
import { inPlanOrder } from './plan-order.ts';
import { directorsOf } from './roles.ts';
import { returnThatAsked } from './targets-due.ts';

/**
 * Who is asked to endorse a target: the directors of its team's directorate, or whoever covers for one
 * who is away; never who proposed it or is in their place, and nobody who may not read it. Empty: nobody is there to, and
 * the performance team records that it was agreed without.
 */
export const endorsersOf = (
  registers: Registers,
  target: Target,
  today: Temporal.PlainDate,
): readonly Person[] => {
  const measure = registers.measures.get(target.measure);
  if (measure === undefined) return [];
  const reached = directorsOf(registers, measure.team, today)
    .filter((each) => !sameKey(target.setBy, each.key))
    .map((each) => (isAway(each, today) ? coverOf(registers, each, today)?.person : each) ?? each)
    .filter((each) => mayWeigh(registers, each, target));
  return [...new Map(reached.map((each) => [each.key, each])).values()];
};

/** Nobody says yes to their own, nor to what they may not read. */
const mayWeigh = (registers: Registers, person: Person, target: Target): boolean =>
  !sameKey(target.setBy, person.key) &&
  mayRead(registers, person, { register: 'targets', row: target });

export type Proposed = { readonly target: Target; readonly measure: Measure };

/** Every target that was proposed and waits for a director's word, in the order of its plan. */
export const proposedTargets = (registers: Registers): readonly Proposed[] =>
  [...registers.targets.values()]
    .filter(({ state }) => state === 'proposed')
    .flatMap((target) => {
      const measure = registers.measures.get(target.measure);
      return measure === undefined ? [] : [{ target, measure }];
    })
    .toSorted(
      (one, other) =>
        one.target.plan.localeCompare(other.target.plan) || inPlanOrder(one.measure, other.measure),
    );

/** What this person is asked to endorse today. */
export const toEndorse = (
  registers: Registers,
  person: Person,
  today: Temporal.PlainDate,
): readonly Proposed[] =>
  proposedTargets(registers).filter(({ target }) =>
    endorsersOf(registers, target, today).some(({ key }) => key === person.key),
  );

/** Which answer to its return a target goes back to, or how often it was changed where none asked for it. */
export const targetRevision = (registers: Pick<Registers, 'returns'>, target: Target): number =>
  returnThatAsked(registers, target)?.revision ?? target.revision ?? 0;

/**
 * What some targets are known by as they stand: the same at the same revision and with the same figures,
 * since a list may be edited by hand.
 */
export const targetsAsStand = (
  registers: Pick<Registers, 'returns'>,
  targets: readonly Target[],
): readonly string[] =>
  targets.map((target) => {
    const { key, isA, target: figure, rangeLow, rangeHigh } = target;
    const revision = targetRevision(registers, target);
    return [key.toLowerCase(), revision, isA, figure, rangeLow, rangeHigh].join(' ');
  });

/** Who is asked for their word in a cycle's plan, and since when; one person may be there many times. */
export const endorsementsWanted = (
  registers: Registers,
  cycle: Pick<Cycle, 'plan'>,
  now: Temporal.ZonedDateTime,
): readonly { readonly person: string; readonly since: Temporal.Instant }[] => {
  const today = now.toPlainDate();
  return proposedTargets(registers)
    .filter(({ target }) => sameKey(target.plan, cycle.plan))
    .flatMap(({ target }) => {
      const since = proposedAt(registers, target) ?? now.toInstant();
      return endorsersOf(registers, target, today).map(({ key }) => ({ person: key, since }));
    });
};

const proposedAt = (registers: Registers, target: Target): Temporal.Instant | null =>
  returnThatAsked(registers, target)?.returnedAt ??
  target.setOn?.toZonedDateTime(zone).toInstant() ??
  null;
