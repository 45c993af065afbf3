// Who may read the confidential appendix of a paper. Everybody in People reads the rest.
import type { Person } from '../registers/people.ts';
import type { RegisterName, Registers, Row } from '../registers/registers.ts';
import { mayRead } from './access.ts';
import type { Classified, Dataset } from './dataset/dataset.ts';
import { isPerformanceTeam, isSmt } from './roles.ts';

/**
 * Whoever may read each exempt row that is in it; of a row that has left the registers the performance team
 * and SMT alone.
 */
export const mayReadAppendix = (
  registers: Registers,
  person: Person,
  dataset: Dataset,
): boolean => {
  const exempt = exemptRows(dataset);
  if (isPerformanceTeam(person) || isSmt(person)) return true;
  return exempt.every(({ register, key }) => {
    const row: Row<RegisterName> | undefined = registers[register].get(key);
    return row !== undefined && mayRead(registers, person, { register, row });
  });
};

type Named = { readonly register: RegisterName; readonly key: string };

export const exemptRows = (dataset: Dataset): readonly Named[] => {
  const of = (register: RegisterName, rows: readonly (Classified & { readonly key: string })[]) =>
    rows.filter(({ access }) => access === 'exempt').map(({ key }) => ({ register, key }));
  return [
    ...of('measures', dataset.measures),
    ...of('actions', dataset.actions),
    ...of('projects', dataset.projects),
    ...of('savings', dataset.savings),
    ...of('risks', dataset.risks),
    ...of('budgets', dataset.money),
    ...of('questions', dataset.questions),
  ];
};

/** The paragraphs relied on, each once: '3, 4'. Null where none is named. */
export const exemptUnder = ({
  measures,
  actions,
  projects,
  savings,
  risks,
  money,
  questions,
}: Dataset) => {
  const named = [...measures, ...actions, ...projects, ...savings, ...risks, ...money, ...questions]
    .filter(({ access }) => access === 'exempt')
    .flatMap((row) => row.exemptUnder ?? []);
  return named.length === 0 ? null : [...new Set(named)].toSorted().join(', ').slice(0, 255);
};
