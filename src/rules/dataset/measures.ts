// Each measure of a plan as a dataset holds it: the figure its cycle shows, those before, what was said and
// promised of it. Which figure a cycle shows is the roll-up's rule; the two are held together by a test.
import type { Cycle } from '../../registers/cycles.ts';
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { yearEndPoint } from '../chart/year-end.ts';
import {
  type HistoryPoint,
  historyOf,
  lineage,
  newestReturn,
  returnFor,
  rowWith,
} from '../history.ts';
import { type Period, parsePeriod } from '../period.ts';
import { inPlanOrder } from '../plan-order.ts';
import { standingAt } from '../standings.ts';
import { isRetiredBy, periodDueIn } from '../what-is-due.ts';
import { byText } from './canonical.ts';
import { type Comparisons, comparedFacts, comparisonsByMeasure } from './compared.ts';
import { countedFrom } from './counted-from.ts';
import type { MeasureFact } from './dataset.ts';
import { declaredOf, saidWith } from './declared.ts';
import { figureFact, runningSince } from './figure-facts.ts';
import { groupsOfMeasure } from './groups.ts';
import { markedRows } from './marked-rows.ts';
import { promisesOf, promisesServing, type Serving } from './promises-made.ts';
import { yearsEnded } from './years.ts';

/** With the figure shown: five years of quarters. */
const figuresAtMost = 20;

/** In the plan's order; one retired by the end of the cycle's period is not among them. */
export const gatherMeasures = (registers: Registers, cycle: Cycle): readonly MeasureFact[] => {
  const quarter = parsePeriod(cycle.period);
  if (quarter === null) return [];
  const gathering: Gathering = {
    registers,
    quarter,
    serving: promisesServing(registers, cycle.plan),
    comparisons: comparisonsByMeasure(registers),
    groupsOf: groupsOfMeasure(registers, cycle.plan),
  };
  return registers.measures
    .where('plan', cycle.plan)
    .filter((measure) => !isRetiredBy(measure, quarter))
    .toSorted(inPlanOrder)
    .map((measure) => measureFact(gathering, measure));
};

type Gathering = {
  readonly registers: Registers;
  readonly quarter: Period;
  readonly serving: Serving;
  readonly comparisons: Comparisons;
  readonly groupsOf: (measure: Measure) => readonly string[];
};

/** Which period a cycle shows, and `of` which row of the measure: that of an earlier plan had other periods. */
type Shown = {
  readonly of: Measure;
  readonly period: Period;
  readonly due: boolean;
  readonly returned: boolean;
};

const shownIn = ({ registers, quarter }: Gathering, measure: Measure): Shown => {
  const due = periodDueIn(registers, measure, quarter);
  const asked = due && returnFor(registers, measure, due);
  if (due && asked?.state !== 'Withdrawn')
    return { of: measure, period: due, due: true, returned: asked?.state === 'Returned' };
  const newest = newestReturn(registers, measure, quarter)?.period ?? null;
  const of = newest === null ? measure : rowWith(registers, measure, newest);
  return { of, period: newest ?? quarter, due: false, returned: false };
};

const measureFact = (gathering: Gathering, measure: Measure): MeasureFact => {
  const { registers } = gathering;
  const { of, period, due, returned } = shownIn(gathering, measure);
  const points = historyOf(registers, of, period, figuresAtMost);
  const shown = points.at(-1) as HistoryPoint;
  const now = figureFact(registers, measure, shown);
  const before = sinceFirst(points.slice(0, -1)).map((point) =>
    figureFact(registers, measure, point),
  );
  const end = yearEndPoint(registers, of, period);
  const years = yearsEnded(registers, measure, gathering.quarter);
  return {
    ...declaredOf(registers, measure),
    groups: gathering.groupsOf(measure),
    now,
    ...(end !== null && { yearEnd: figureFact(registers, of, end) }),
    ...years,
    ...markedRows(registers, measure, {
      points: end === null ? points : [...points, end],
      ...years,
    }),
    ...countedFrom(registers, measure),
    before,
    ...travelOf(registers, measure, shown),
    running: runningSince(now, before),
    ...saidWith(shown),
    promises: promisesIn(gathering, measure, { points, shown }),
    ...comparedFacts(measure, gathering.comparisons),
    rebasings: rebasingsOf(registers, measure),
    due,
    returned,
  };
};

/** Periods before a measure's first figure are no gaps in it. */
const sinceFirst = (points: readonly HistoryPoint[]): readonly HistoryPoint[] => {
  const first = points.findIndex(({ value }) => value !== null);
  return first === -1 ? [] : points.slice(first);
};

type Travel = Pick<MeasureFact, 'short' | 'long'>;

const travelOf = (registers: Registers, measure: Measure, shown: HistoryPoint): Travel => {
  const period = shown.value === null ? null : parsePeriod(shown.period);
  if (period === null) return { short: null, long: null };
  const { short, long } = standingAt(registers, measure, period, shown.return);
  return { short, long };
};

type Points = { readonly points: readonly HistoryPoint[]; readonly shown: HistoryPoint };

const promisesIn = (
  { registers, quarter, serving }: Gathering,
  measure: Measure,
  { points, shown }: Points,
): MeasureFact['promises'] => {
  const period = parsePeriod(shown.period);
  const { value, aim } = shown;
  const newest = period === null || value === null ? null : { period, value };
  const valueIn = (text: string) => points.find((each) => each.period === text)?.value ?? null;
  return promisesOf(registers, measure, {
    upTo: quarter,
    serving,
    figures: { newest, aim, valueIn },
  });
};

const rebasingsOf = (registers: Registers, measure: Measure): MeasureFact['rebasings'] =>
  lineage(registers, measure)
    .flatMap((key) => registers.rebasings.where('measure', key))
    .toSorted((one, other) => byText(one.period, other.period) || byText(one.key, other.key))
    .map(({ period, because }) => ({ period, because }));
