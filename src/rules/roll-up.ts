// What a cycle comes to: a line for each measure, then counts by priority, directorate and council.
// How one figure stands is decided in standings.ts, how a line is written in roll-up-line.ts;
// percentages are left to those who print them.
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import { newestReturn, returnFor } from './history.ts';
import { type Period, parsePeriod } from './period.ts';
import { inPlanOrder } from './plan-order.ts';
import { type Counted, countLine, measureLine, type RollUpLine } from './roll-up-line.ts';
import { standingAt } from './standings.ts';
import { isRetiredBy, periodDue, periodDueIn } from './what-is-due.ts';

/**
 * One line a measure of the plan, then one a priority, a directorate and the council. A measure whose
 * figure falls due in the cycle shows that figure, or not yet available; any other shows its latest
 * with its own period. Data only, not yet available and target not yet agreed are counted apart, so that
 * a percentage can leave them out; each measure counts once, a part of another (21a) as itself, and one retired by the
 * end of the quarter not at all.
 */
export const rollUp = (registers: Registers, cycle: Cycle): readonly RollUpLine[] => {
  const quarter = parsePeriod(cycle.period);
  if (quarter === null) return [];
  const dueFor = dueOnce(registers, quarter);
  const counted = registers.measures
    .where('plan', cycle.plan)
    .filter((measure) => !isRetiredBy(measure, quarter))
    .toSorted(inPlanOrder)
    .map((measure) => standingIn(registers, measure, { quarter, due: dueFor(measure) }));
  return [
    ...counted.map((each) => measureLine(cycle, each)),
    ...byPriority(registers, cycle, counted),
    ...byDirectorate(registers, cycle, counted),
    countLine(cycle, { scope: 'council', code: 'council', title: 'Council' }, counted),
  ];
};

/** The same few answers serve hundreds of measures. */
const dueOnce = (registers: Registers, quarter: Period): ((measure: Measure) => Period | null) => {
  const known = new Map<string, Period | null>();
  return (measure) => {
    const { frequency, periodBasis, publicationLag, publishedOn } = measure;
    if (publishedOn.length > 0) return periodDueIn(registers, measure, quarter);
    const timing = `${frequency} ${periodBasis} ${publicationLag}`;
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
  const asked = due && returnFor(registers, measure, due);
  if (due && asked?.state !== 'Withdrawn') {
    const at = standingAt(registers, measure, due, asked);
    return { measure, at, due: true, returned: asked?.state === 'Returned' };
  }
  const newest = newestReturn(registers, measure, quarter);
  const at = newest && standingAt(registers, measure, newest.period, newest.row);
  return { measure, at, due: false, returned: false };
};

/** A measure without a priority, as enabling functions have, is counted in the council alone. */
const byPriority = (registers: Registers, cycle: Cycle, counted: readonly Counted[]) => {
  const groups = Map.groupBy(counted, ({ measure }) =>
    measure.priority ? registers.priorities.get(measure.priority) : undefined,
  );
  return registers.priorities
    .where('plan', cycle.plan)
    .toSorted(inPlanOrder)
    .map((priority) =>
      countLine(
        cycle,
        { scope: 'priority', code: priority.code, title: priority.title },
        groups.get(priority) ?? [],
      ),
    );
};

const byDirectorate = (registers: Registers, cycle: Cycle, counted: readonly Counted[]) => {
  const titles = new Map<string, string>();
  const groups = Map.groupBy(counted, ({ measure }) => {
    const title = registers.teams.get(measure.team)?.directorate ?? '';
    const code = codeOf(title);
    titles.set(code, titles.get(code) ?? title);
    return code;
  });
  // A measure whose team is not in the register has no directorate to be counted in.
  groups.delete('');
  return [...groups.keys()]
    .sort()
    .map((code) =>
      countLine(
        cycle,
        { scope: 'directorate', code, title: titles.get(code) ?? code },
        groups.get(code) ?? [],
      ),
    );
};

/** A directorate is known by its name alone; its code is that name without case, marks and spaces. */
const codeOf = (directorate: string): string =>
  directorate
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
