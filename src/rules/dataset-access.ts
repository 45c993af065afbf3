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
export const asExemptNow = (dataset: Dataset, registers: Registers): Dataset => {
  let isSame = true;
  const now = <F extends Fact>(register: RegisterName, facts: readonly F[]): readonly F[] =>
    facts.map((fact) => {
      const row: Marked | undefined = registers[register].get(fact.key);
      if (row === undefined || reserve[accessOf(row)] <= reserve[fact.access]) return fact;
      isSame = false;
      return { ...fact, access: accessOf(row), exemptUnder: row.exemptUnder };
    });
  const counting = (measures: Dataset['measures']): Dataset['measures'] =>
    measures.map((measure) => {
      if (measure.countsPeople || !registers.measures.get(measure.key)?.countsPeople)
        return measure;
      isSame = false;
      return { ...measure, countsPeople: true };
    });
  const told: Dataset = {
    ...dataset,
    measures: counting(now('measures', dataset.measures)),
    actions: now('actions', dataset.actions),
    projects: now('projects', dataset.projects),
    savings: now('savings', dataset.savings),
    risks: now('risks', dataset.risks),
    money: now('budgets', dataset.money),
    questions: now('questions', dataset.questions),
  };
  return isSame ? dataset : told;
};

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
