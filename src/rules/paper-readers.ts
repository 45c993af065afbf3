// What is exempt in a paper's figures, and under which paragraphs. Who may read that part of it is in the
// table of rights; everybody in People reads the rest.
import type { RegisterName } from '../registers/registers.ts';
import type { Classified, Dataset, MarkedRow } from './dataset/dataset.ts';

type Named = { readonly register: RegisterName; readonly key: string };

export const exemptRows = (dataset: Dataset): readonly Named[] => {
  const of = (register: RegisterName, rows: readonly (Classified & { readonly key: string })[]) =>
    rows.filter(({ access }) => access === 'exempt').map(({ key }) => ({ register, key }));
  return [
    ...of('measures', dataset.measures),
    ...marked(dataset)
      .filter(({ access }) => access === 'exempt')
      .map(({ register, key }) => ({ register, key })),
    ...of('actions', dataset.actions),
    ...of('projects', dataset.projects),
    ...of('savings', dataset.savings),
    ...of('risks', dataset.risks),
    ...of('budgets', dataset.money),
    ...of('questions', dataset.questions),
  ];
};

/** A return or a target may be exempt though its measure is not. */
const marked = ({ measures }: Pick<Dataset, 'measures'>): readonly MarkedRow[] =>
  measures.flatMap((measure) => measure.marked ?? []);

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
  const work = [...actions, ...projects, ...savings, ...risks, ...money, ...questions];
  const named = [...measures, ...marked({ measures }), ...work]
    .filter(({ access }) => access === 'exempt')
    .flatMap((row) => row.exemptUnder ?? []);
  return named.length === 0 ? null : [...new Set(named)].toSorted().join(', ').slice(0, 255);
};
