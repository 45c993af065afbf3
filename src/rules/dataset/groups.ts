// The groups of a cycle's dataset with what they come to, now and as the cycle before closed; and which of
// them a measure or a line of work lies in. What a group is, and what it counts, is roll-up-groups.ts's.
import type { Cycle } from '../../registers/cycles.ts';
import type { Line } from '../../registers/line-name.ts';
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { parsePeriod, periodText, previousPeriod } from '../period.ts';
import { planLineKey, talliesOf } from '../roll-up.ts';
import type { GroupName } from '../roll-up-found.ts';
import { placesIn } from '../roll-up-groups.ts';
import { tallyOf } from '../roll-up-tally.ts';
import type { Group, Tally } from './dataset.ts';
import { workOf } from './plan-rows.ts';

/**
 * Every group of the plan that holds a measure or a line of work; priorities and the council always.
 * `before` is null where the cycle before this one was not held, or has not closed.
 */
export const gatherGroups = (registers: Registers, cycle: Cycle): readonly Group[] => {
  const { groups, inOrder, ofLine } = placesIn(registers, cycle.plan);
  const held = new Set(inOrder.flatMap(({ places }) => places));
  for (const { line, team } of workOf(registers, cycle.plan))
    for (const place of ofLine(line, team)) held.add(place);
  const now = talliesOf(registers, cycle);
  const before = talliesBefore(registers, cycle);
  return groups
    .filter(({ scope }, place) => scope === 'priority' || scope === 'council' || held.has(place))
    .map((group) => ({
      ...group,
      now: now.get(group.key) ?? tallyOf([]),
      before: before?.(group) ?? null,
    }));
};

/** Keys of the groups of a plan that a measure of it is counted in, widest last. */
export const groupsOfMeasure = (
  registers: Registers,
  plan: string,
): ((measure: Measure) => readonly string[]) => {
  const { groups, ofMeasure } = placesIn(registers, plan);
  return (measure) => ofMeasure(measure).flatMap((place) => groups[place]?.key ?? []);
};

/** Keys of the groups of a plan that work or money lies in. `team` null: nobody's is named. */
export const groupsOfLine = (
  registers: Registers,
  plan: string,
): ((line: Line, team: string | null) => readonly string[]) => {
  const { groups, ofLine } = placesIn(registers, plan);
  return (line, team) => ofLine(line, team).flatMap((place) => groups[place]?.key ?? []);
};

/** A cycle of a plan, by its period. */
const cycleBefore = (registers: Registers, cycle: Cycle): Cycle | null => {
  const period = parsePeriod(cycle.period);
  if (period === null) return null;
  const known = registers.cycles.get(`${cycle.plan}|${periodText(previousPeriod(period))}`);
  return known?.state === 'Closed' ? known : null;
};

/**
 * As its closed report has it; where it closed before such a group was written, as its figures come to by
 * the groups of today.
 */
const talliesBefore = (
  registers: Registers,
  cycle: Cycle,
): ((group: GroupName) => Tally | null) | null => {
  const before = cycleBefore(registers, cycle);
  if (before === null) return null;
  const isFrozen = registers.reports.get(before.key)?.state === 'Closed';
  let worked: ReadonlyMap<string, Tally> | null = null;
  return (group) => {
    const frozen = isFrozen ? frozenTally(registers, before, group) : null;
    if (frozen !== null) return frozen;
    worked ??= talliesOf(registers, before);
    return worked.get(group.key) ?? null;
  };
};

/**
 * What a dataset calls the council is all of its plan: in a report that is the plan's line, and in one from before
 * plans had a line the council's.
 */
const frozenTally = (
  registers: Registers,
  before: Cycle,
  { key, scope }: GroupName,
): Tally | null =>
  (scope === 'council' ? tallyOfLine(registers, planLineKey(before)) : null) ??
  tallyOfLine(registers, `${before.key}|${key}`);

const tallyOfLine = (registers: Registers, key: string): Tally | null => {
  const line = registers.reportLines.get(key);
  if (line === undefined || line.measures === null) return null;
  return {
    measures: line.measures,
    due: line.due ?? 0,
    returned: line.returned ?? 0,
    better: line.better ?? 0,
    onTarget: line.onTarget ?? 0,
    within: line.within ?? 0,
    off: line.off ?? 0,
    notYet: line.notYet ?? 0,
    notAgreed: line.notAgreed ?? 0,
    dataOnly: line.dataOnly ?? 0,
    weighted: line.weighted,
  };
};
