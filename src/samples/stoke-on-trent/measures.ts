// The 79 strategic measures of the appendix, as Measures rows in the order they are printed, with
// their illustrative targets and history.
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';
import { illustrativeHistory } from '../illustrative-history.ts';
import { illustrativeTargets } from '../illustrative-targets.ts';
import type { SampleMeasure } from '../sample-measure.ts';
import { businessOutcomes, businessProcesses } from './business-measures.ts';
import { communitiesOutcomes, communitiesProcesses } from './communities-measures.ts';
import { councilOutcomes, councilProcesses } from './council-measures.ts';
import { teamOfOwner } from './people.ts';
import { keyed, plan } from './plan.ts';
import { residentsHealthOutcomes } from './residents-health-measures.ts';
import { residentsOutcomes } from './residents-measures.ts';
import { vulnerableOutcomes, vulnerableProcesses } from './vulnerable-measures.ts';

type Placed = SampleMeasure & {
  readonly priority: string;
  readonly kind: 'outcome' | 'process';
};

/** In code order, as printed: 'EP 9' before 'EP 10', 'EP 21a' before 'EP 21b'. */
const inCodeOrder = (a: SampleMeasure, b: SampleMeasure): number =>
  a.code.localeCompare(b.code, 'en', { numeric: true });

const under = (
  priority: string,
  outcomes: readonly SampleMeasure[],
  processes: readonly SampleMeasure[] = [],
): readonly Placed[] =>
  [
    ...outcomes.map((measure) => ({ ...measure, priority, kind: 'outcome' as const })),
    ...processes.map((measure) => ({ ...measure, priority, kind: 'process' as const })),
  ].sort(inCodeOrder);

const placed: readonly Placed[] = [
  ...under('2', [...residentsOutcomes, ...residentsHealthOutcomes]),
  ...under('3', businessOutcomes, businessProcesses),
  ...under('4', communitiesOutcomes, communitiesProcesses),
  ...under('5', councilOutcomes, councilProcesses),
  ...under('1', vulnerableOutcomes, vulnerableProcesses),
];

/** Counted in people or households: papers that anybody may read leave out their numbers of 1 to 4. */
const ofPeople: ReadonlySet<string> = new Set([
  'EP 2',
  'EP 18',
  'HB 12',
  'VUL 1',
  'VUL 6',
  'VUL 11',
  'VUL 16',
  'VUL 17',
]);

const rowOf = (measure: Placed, index: number): Row<'measures'> => {
  const { asks, asked, code } = measure;
  return newRow('measures', {
    ...asked,
    key: keyed(code),
    title: measure.name,
    plan,
    code,
    priority: keyed(measure.priority),
    parent: measure.parent ? keyed(measure.parent) : null,
    position: index + 1,
    team: teamOfOwner(measure.owner),
    owner: measure.owner,
    kind: measure.kind,
    unit: measure.unit,
    decimals: measure.decimals,
    polarity: measure.good,
    asksFor: asks ? 'numerator and denominator' : 'value',
    per: asks?.per ?? null,
    numeratorIs: asks?.numerator ?? null,
    denominatorIs: asks?.denominator ?? null,
    // A new measure with no target yet is not data only: it is waiting for one.
    dataOnly: measure.good === 'none',
    definition: measure.means,
    figureIs: measure.figureIs ?? null,
    countsPeople: ofPeople.has(code),
    benchmark: measure.benchmark,
    trajectory: measure.trajectory,
    level: 'strategic',
  });
};

const both = placed.map((measure, index) => ({ measure, row: rowOf(measure, index) }));

export const measures: readonly Row<'measures'>[] = both.map(({ row }) => row);
export const targets: readonly Row<'targets'>[] = both.flatMap(({ measure, row }) =>
  illustrativeTargets(measure, row),
);
export const returns: readonly Row<'returns'>[] = both.flatMap(({ measure, row }) =>
  illustrativeHistory(measure, row),
);
