// A frozen dataset as it may be told of today: a row that was marked after the close as exempt, as inside, or as
// counting people is treated in papers as if it had been then; so is a return or a target that is marked by itself,
// and what a measure is counted from. Never the other way round.
import { lineName } from '../registers/line-name.ts';
import type { Access } from '../registers/register.ts';
import type { RegisterName, Registers } from '../registers/registers.ts';
import type { Restatement } from '../registers/restatements.ts';
import { fold } from '../registers/same-key.ts';
import { fewerMayRead, markedAs } from './access.ts';
import { countsExemptNow } from './dataset/counted-from.ts';
import type { Classified, Dataset, MeasureFact } from './dataset/dataset.ts';
import { figureMarksSince, figuresKeptBack, markedSince } from './dataset/figure-marks.ts';
import { rowAt } from './hangs-on.ts';

type Fact = Classified & { readonly key: string };

/** The same dataset where nothing has been marked since. */
export const asExemptNow = (dataset: Dataset, registers: Registers): Dataset =>
  asMarked(dataset, marksSince(dataset, registers), registers);

/**
 * What of a dataset has been marked since it was frozen, each once and in order: 'exempt measures plan|1',
 * 'people measures plan|1', 'from exempt measures plan|1' of one that is counted from exempt rows; of returns and
 * targets as figure-marks.ts has it. Kept with a paper when it is issued, which then stays as it is.
 */
export const marksSince = (dataset: Dataset, registers: Registers): readonly string[] => [
  ...registersTold.flatMap(([register, facts]) =>
    facts(dataset).flatMap((fact) => {
      const marked = markedToday(registers, register, fact);
      if (marked === null || !fewerMayRead(marked.access, fact.access)) return [];
      return [markOf(marked.access, register, fact.key)];
    }),
  ),
  ...dataset.measures
    .filter(({ key, countsPeople }) => !countsPeople && registers.measures.get(key)?.countsPeople)
    .map(({ key }) => markOf('people', 'measures', key)),
  ...dataset.measures
    .filter((measure) => !measure.countsExempt && countsExemptNow(registers, measure))
    .map(({ key }) => markOf('from exempt', 'measures', key)),
  ...figureMarksSince(dataset, registers),
];

/** A dataset with marks upon it. By which paragraph a row is exempt, the register says. */
export const asMarked = (
  dataset: Dataset,
  marks: readonly string[],
  registers: Registers,
): Dataset => {
  if (marks.length === 0) return dataset;
  const all = new Set(marks);
  const now = <F extends Fact>(register: RegisterName, facts: readonly F[]): readonly F[] =>
    facts.map((fact) => {
      const access = (['exempt', 'internal'] as const).find(
        (each) => fewerMayRead(each, fact.access) && all.has(markOf(each, register, fact.key)),
      );
      if (access === undefined) return fact;
      const marked = markedToday(registers, register, fact);
      return { ...fact, access, exemptUnder: marked?.exemptUnder ?? fact.exemptUnder };
    });
  const measures = now('measures', dataset.measures).map((measure): MeasureFact => {
    const is = (mark: Mark) => all.has(markOf(mark, 'measures', measure.key));
    const marked = markedSince(measure, marks, registers);
    return {
      ...measure,
      ...(is('people') && { countsPeople: true }),
      ...(is('from exempt') && { countsExempt: true }),
      ...(marked.length > 0 && { marked: [...(measure.marked ?? []), ...marked] }),
    };
  });
  return {
    ...dataset,
    measures,
    actions: now('actions', dataset.actions),
    projects: now('projects', dataset.projects),
    savings: now('savings', dataset.savings),
    risks: now('risks', dataset.risks),
    money: now('budgets', dataset.money),
    questions: now('questions', dataset.questions),
  };
};

/** With what it hangs on; null where it has left the register. */
const markedToday = (registers: Registers, register: RegisterName, { key }: Fact) => {
  const of = rowAt(registers, { register, key });
  return of && markedAs(registers, of);
};

type Mark = Access | 'people' | 'from exempt';

const markOf = (mark: Mark, register: RegisterName, key: string): string =>
  `${mark} ${register} ${key}`;

/** Corrections as they may be told of: one is as exempt as its return has become since it was written. */
export const correctionsAsMarked = (
  corrections: readonly Restatement[],
  { measures }: Dataset,
): readonly Restatement[] => {
  const exempt = new Set(
    measures.flatMap(({ key, marked }) =>
      (marked ?? [])
        .filter(({ register, access }) => register === 'returns' && access === 'exempt')
        .map(({ period }) => correctionOf(lineName({ register: 'measures', key }), period)),
    ),
  );
  return corrections.map((each) =>
    exempt.has(correctionOf(each.line, each.period)) ? { ...each, access: 'exempt' } : each,
  );
};

const correctionOf = (line: string, period: string): string => fold(`${line}|${period}`);

type Told = readonly [register: RegisterName, facts: (dataset: Dataset) => readonly Fact[]];

const registersTold: readonly Told[] = [
  ['measures', ({ measures }) => measures],
  ['actions', ({ actions }) => actions],
  ['projects', ({ projects }) => projects],
  ['savings', ({ savings }) => savings],
  ['risks', ({ risks }) => risks],
  ['budgets', ({ money }) => money],
  ['questions', ({ questions }) => questions],
];

/**
 * Which rows are not public, count people or are counted from exempt ones, for whoever tells two tellings of one
 * dataset apart.
 */
export const keptBack = ({
  measures,
  actions,
  projects,
  savings,
  risks,
  money,
  questions,
}: Dataset): readonly string[] => [
  ...[...measures, ...actions, ...projects, ...savings, ...risks, ...money, ...questions]
    .filter(({ access }) => access !== 'public')
    .map(({ key, access }) => `${access} ${key}`),
  ...measures.filter(({ countsPeople }) => countsPeople).map(({ key }) => `people ${key}`),
  ...measures.filter(({ countsExempt }) => countsExempt).map(({ key }) => `from exempt ${key}`),
  ...measures.flatMap(figuresKeptBack),
];
