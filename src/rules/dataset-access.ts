// A frozen dataset as it may be told of today: a row that was marked after the close as exempt, as inside, or as
// counting people is treated in papers as if it had been then. Never the other way round.
import type { Access } from '../registers/register.ts';
import type { RegisterName, Registers } from '../registers/registers.ts';
import { accessOf } from './access.ts';
import type { Classified, Dataset } from './dataset/dataset.ts';

type Fact = Classified & { readonly key: string };

type Marked = { readonly access: Access | null; readonly exemptUnder: string | null };

/** The higher, the fewer may read it. */
const reserve: { readonly [A in Access]: number } = { public: 0, internal: 1, exempt: 2 };

/** The same dataset where nothing has been marked since. */
export const asExemptNow = (dataset: Dataset, registers: Registers): Dataset =>
  asMarked(dataset, marksSince(dataset, registers), registers);

/**
 * What of a dataset has been marked since it was frozen, each once and in order: 'exempt measures plan|1',
 * 'people measures plan|1'. Kept with a paper when it is issued, which then stays as it is.
 */
export const marksSince = (dataset: Dataset, registers: Registers): readonly string[] => [
  ...registersTold.flatMap(([register, facts]) =>
    facts(dataset).flatMap((fact) => {
      const row: Marked | undefined = registers[register].get(fact.key);
      if (row === undefined || reserve[accessOf(row)] <= reserve[fact.access]) return [];
      return [markOf(accessOf(row), register, fact.key)];
    }),
  ),
  ...dataset.measures
    .filter(({ key, countsPeople }) => !countsPeople && registers.measures.get(key)?.countsPeople)
    .map(({ key }) => markOf('people', 'measures', key)),
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
        (each) => reserve[each] > reserve[fact.access] && all.has(markOf(each, register, fact.key)),
      );
      if (access === undefined) return fact;
      const row: Marked | undefined = registers[register].get(fact.key);
      return { ...fact, access, exemptUnder: row?.exemptUnder ?? fact.exemptUnder };
    });
  const measures = now('measures', dataset.measures).map((measure) =>
    all.has(markOf('people', 'measures', measure.key))
      ? { ...measure, countsPeople: true }
      : measure,
  );
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

const markOf = (mark: Access | 'people', register: RegisterName, key: string): string =>
  `${mark} ${register} ${key}`;

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

/** Which rows are not public, or count people, for whoever tells two tellings of one dataset apart. */
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
];
