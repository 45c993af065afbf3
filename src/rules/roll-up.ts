// What a cycle comes to: a line for each measure, counts by every group of them up to the plan, and the council's,
// which counts every plan that is asked for the same period.
// What the groups are is decided in roll-up-groups.ts, how one figure stands in standings.ts, what is counted
// and weighed in roll-up-tally.ts, how a line is written in roll-up-line.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import { groupScopes } from '../registers/report-lines.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Tally } from './dataset/dataset.ts';
import { newestReturn, returnsAt } from './history.ts';
import { type Period, parsePeriod } from './period.ts';
import { groupKey } from './roll-up-found.ts';
import { type Placed, type Places, placesIn } from './roll-up-groups.ts';
import { type Counted, countLine, measureLine, type RollUpLine } from './roll-up-line.ts';
import { beginTally, count, endTally, type Tallying, together } from './roll-up-tally.ts';
import { type StandingAt, standingFrom } from './standings.ts';
import { isRetiredBy, periodDue, periodDueIn } from './what-is-due.ts';

/**
 * One line a measure of the plan, then one a group of them (roll-up-groups.ts), the plan's and the council's
 * last. A measure whose figure falls due in the cycle shows that figure, or not yet available; any other shows
 * its latest with its own period. Each measure counts once in a group, a part of another (21a) as itself, and
 * one retired by the end of the quarter not at all. A group that holds none has a line only where the plan
 * prints it: a priority, the plan and the council. A period that is no quarter or month rolls up to nothing.
 */
export const rollUp = (registers: Registers, cycle: Cycle): readonly RollUpLine[] => {
  const rolled = countedIn(registers, cycle);
  if (rolled === null) return [];
  const { counted, groups, tallies } = rolled;
  const lines = counted.map((each) => measureLine(cycle, each));
  for (const scope of groupScopes)
    for (const [place, group] of groups.entries()) {
      const tally = tallies[place];
      // What a plan's groups call the council is all of the plan.
      if (group.scope !== scope || tally === undefined || scope === 'council') continue;
      if (tally.measures === 0 && scope !== 'priority') continue;
      lines.push(countLine(cycle, group, endTally(tally)));
    }
  return [...lines, planLine(registers, cycle, rolled), councilLine(registers, cycle, rolled)];
};

/** Of the line that counts all of a cycle's plan. */
export const planLineKey = ({ key, plan }: Pick<Cycle, 'key' | 'plan'>): string =>
  `${key}|${groupKey('plan', plan)}`;

const planLine = (registers: Registers, cycle: Cycle, rolled: RolledUp): RollUpLine => {
  const title = registers.plans.get(cycle.plan)?.title ?? cycle.plan;
  return countLine(cycle, { scope: 'plan', code: cycle.plan, title }, endTally(wholeOf(rolled)));
};

/** All of the plan was counted with its groups. */
const wholeOf = ({ groups, tallies }: RolledUp): Tallying =>
  tallies[groups.findIndex(({ scope }) => scope === 'council')] ?? beginTally();

/** Each measure of each plan counts once, as its figures stand now, whether its cycle goes on or has closed. */
const councilLine = (registers: Registers, cycle: Cycle, rolled: RolledUp): RollUpLine => {
  const plans = [rolled, ...besides(registers, cycle).map((other) => countedIn(registers, other))];
  const wholes = plans.flatMap((each) => (each === null ? [] : [wholeOf(each)]));
  const named = { scope: 'council', code: 'council', title: 'Council' } as const;
  return countLine(cycle, named, endTally(together(wholes)));
};

/** The cycles of other plans for the same period; one that has not opened, or was withdrawn, asks nothing of it. */
const besides = (registers: Registers, { plan, period }: Cycle): readonly Cycle[] =>
  [...registers.cycles.values()].filter(
    (other) => other.period === period && !sameKey(other.plan, plan) && isCounted(other),
  );

const isCounted = ({ state }: Cycle): boolean => state !== 'Planned' && state !== 'Withdrawn';

/**
 * What of a closed report still moves: the council's line, until the reports of all plans of the period have
 * closed: it is then as it was at the last of them. A report from before plans had a line stays as it is.
 */
export const stillCounted = (registers: Registers, cycle: Cycle): readonly RollUpLine[] => {
  const isLive = ({ key }: Cycle) => registers.reports.get(key)?.state !== 'Closed';
  if (!isCounted(cycle) || !besides(registers, cycle).some(isLive)) return [];
  if (registers.reportLines.get(planLineKey(cycle)) === undefined) return [];
  const rolled = countedIn(registers, cycle);
  return rolled === null ? [] : [councilLine(registers, cycle, rolled)];
};

/** What each group of a cycle's plan comes to, those that hold nothing too; by the group's key. */
export const talliesOf = (registers: Registers, cycle: Cycle): ReadonlyMap<string, Tally> => {
  const rolled = countedIn(registers, cycle);
  if (rolled === null) return new Map();
  const { groups, tallies } = rolled;
  return new Map(
    groups.map(({ key }, place) => [key, endTally(tallies[place] ?? beginTally())] as const),
  );
};

type RolledUp = Pick<Places, 'groups'> & {
  readonly counted: readonly Counted[];
  /** By the places of the groups. */
  readonly tallies: readonly Tallying[];
};

const countedIn = (registers: Registers, cycle: Cycle): RolledUp | null => {
  const quarter = parsePeriod(cycle.period);
  if (quarter === null) return null;
  const { groups, inOrder } = placesIn(registers, cycle.plan);
  const dueFor = dueOnce(registers, quarter);
  const tallies = groups.map(() => beginTally());
  const counted: Counted[] = [];
  for (const placed of inOrder) {
    const { measure } = placed;
    if (isRetiredBy(measure, quarter)) continue;
    const found = standingIn(registers, measure, { quarter, due: dueFor(placed) });
    counted.push(found);
    for (const place of placed.places) {
      const tally = tallies[place];
      if (tally !== undefined) count(tally, found);
    }
  }
  return { groups, counted, tallies };
};

const countedAs = (
  measure: Measure,
  at: StandingAt | null,
  asked: Pick<Counted, 'due' | 'returned'>,
): Counted => ({
  measure,
  at,
  standing: at?.standing ?? 'not yet available',
  due: asked.due,
  returned: asked.returned,
  weight: measure.weight,
});

const notAsked = { due: false, returned: false } as const;
const awaited = { due: true, returned: false } as const;
const gotIn = { due: true, returned: true } as const;

/** The same few answers serve hundreds of measures. */
const dueOnce = (registers: Registers, quarter: Period): ((placed: Placed) => Period | null) => {
  const known = new Map<string, Period | null>();
  return ({ measure, timing }) => {
    if (measure.publishedOn.length > 0) return periodDueIn(registers, measure, quarter);
    const before = known.get(timing);
    if (before !== undefined) return before;
    const due = periodDue(measure, quarter);
    known.set(timing, due);
    return due;
  };
};

const standingIn = (
  registers: Registers,
  measure: Measure,
  { quarter, due }: { readonly quarter: Period; readonly due: Period | null },
): Counted => {
  const at = returnsAt(registers, measure);
  const asked = due && at(due);
  if (due && asked?.state !== 'Withdrawn') {
    const found = standingFrom(registers, measure, { period: due, row: asked, at });
    return countedAs(measure, found, asked?.state === 'Returned' ? gotIn : awaited);
  }
  const newest = newestReturn(registers, measure, quarter);
  const found = newest && standingFrom(registers, measure, { ...newest, at });
  return countedAs(measure, found, notAsked);
};
