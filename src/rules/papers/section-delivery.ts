// How the delivery plan goes: what is done, late or not reported, by priority, what is overdue first.
import { type WorkStatus, workStatuses } from '../../registers/shared-columns.ts';
import { notYetReported, workStatusWords } from '../../registers/work-words.ts';
import type { ActionFact } from '../dataset/dataset.ts';
import { dayCell, numberCell, statusCell, textCell } from './cells.ts';
import { counted, few, listed, nameOf } from './measure-words.ts';
import type { Block, Cell, PaperSection } from './paper.ts';
import { paragraph } from './said.ts';
import { filledTableBlock, number, status, text } from './tables.ts';
import type { Told } from './told.ts';

/** Null where no action of the plan is told. Corrective actions are told with their measures. */
export const deliverySection = (
  told: Told,
  { most = 25 }: { readonly most?: number } = {},
): PaperSection | null => {
  const actions = ofPlan(told);
  if (actions.length === 0) return null;
  const late = lateOf(actions);
  return {
    id: 'delivery',
    heading: 'Delivery of the plan',
    blocks: [
      paragraph(deliverySentence(actions), { lead: true }),
      ...byPriority(told, actions),
      ...actionsTable(late.slice(0, most), {
        id: 'late',
        caption: 'Actions that are overdue, delayed or at risk',
        notes: late.length > most ? [`The first ${most} of ${late.length}.`] : [],
      }),
    ],
    sections: [],
  };
};

const ofPlan = ({ facts }: Told): readonly ActionFact[] =>
  facts.actions.filter(({ kind }) => kind === 'activity' || kind === 'milestone');

const isDone = ({ status: of, completedOn }: ActionFact): boolean =>
  of === 'complete' || (of === null && completedOn !== null);

const lateOf = (actions: readonly ActionFact[]): readonly ActionFact[] =>
  actions
    .filter(({ overdueBy, status: of }) => overdueBy > 0 || of === 'delayed' || of === 'at risk')
    .toSorted((one, other) => other.overdueBy - one.overdueBy);

export const deliverySentence = (actions: readonly ActionFact[]): string => {
  const done = actions.filter(isDone).length;
  const overdue = actions.filter(({ overdueBy }) => overdueBy > 0).length;
  const silent = actions.filter((each) => each.status === null && !isDone(each)).length;
  const quiet =
    silent === 0
      ? ''
      : ` Nobody has reported on ${silent === actions.length ? 'any' : silent} of them.`;
  // A plan that shows as overdue what was done and never closed is believed by nobody.
  const unclosed = actions.filter((each) => each.overdueBy > 0 && each.percent === 100).length;
  const close =
    unclosed === 0
      ? ''
      : ` Of those overdue ${unclosed} ${unclosed === 1 ? 'is' : 'are'} said to be 100% done and not closed.`;
  return `Of ${counted(actions.length, 'action')}${howMany(done, overdue)}.${close}${quiet}`;
};

const howMany = (done: number, overdue: number): string => {
  if (done === 0 && overdue === 0) return ' none is complete and none overdue';
  const are = (count: number) =>
    count === 0 ? 'none is' : `${count} ${count === 1 ? 'is' : 'are'}`;
  return `${done === 0 ? '' : ','} ${are(done)} complete and ${are(overdue)} overdue`;
};

const reported: readonly (WorkStatus | null)[] = [
  'complete',
  ...workStatuses.filter((each) => each !== 'complete'),
  null,
];

const wordsOf = (of: WorkStatus | null): string =>
  of === null ? notYetReported.words : workStatusWords[of].words;

/** How many stand how in each priority; a status that no action has gets no column. */
const byPriority = ({ facts }: Told, actions: readonly ActionFact[]): readonly Block[] => {
  const used = reported.filter((each) => actions.some((action) => action.status === each));
  const rows = facts.groups
    .filter(({ scope }) => scope === 'priority')
    .map((group) => ({
      label: nameOf(group),
      of: actions.filter(({ groups }) => groups.includes(group.key)),
    }))
    .filter(({ of }) => of.length > 0)
    .map(({ label, of }) => ({
      label,
      values: used.map((each) => of.filter((action) => action.status === each).length),
    }));
  if (rows.length === 0) return [];
  const title = 'Actions of each priority by how they go';
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'bars',
        id: 'chart delivery',
        title,
        alt: `${title}: ${few(rows.map(({ label, values }) => `${label}, ${listed(used.map((each, at) => `${values[at]} ${wordsOf(each).toLowerCase()}`))}`))}.`,
        unit: 'actions',
        series: used.map(wordsOf),
        rows,
      },
    },
    ...filledTableBlock({
      id: 'table delivery',
      caption: title,
      columns: [text('Priority'), ...used.map((each) => number(wordsOf(each)))],
      rows: rows.map(({ label, values }) => [
        textCell(label),
        ...values.map((each) => numberCell(each)),
      ]),
    }),
  ];
};

type Asked = {
  readonly id: string;
  readonly caption: string;
  readonly notes?: readonly string[];
};

const actionsTable = (
  actions: readonly ActionFact[],
  { id, caption, notes = [] }: Asked,
): readonly Block[] =>
  filledTableBlock({
    id: `table actions ${id}`,
    caption,
    dash: 'not said',
    columns: [
      text('Action'),
      text('Due'),
      number('Overdue (working days)'),
      number('Done (%)'),
      status('Status'),
      text('What is said of it'),
    ],
    rows: actions.map((action): readonly Cell[] => [
      textCell(nameOf(action)),
      dayCell(action.dueOn),
      numberCell(action.dueOn === null ? null : action.overdueBy),
      numberCell(action.percent),
      statusCell(action.status),
      textCell(action.commentary),
    ]),
    notes,
  });

/** Every action of the plan, by priority: what a delivery plan report lays open. */
export const everyActionSection = (told: Told): PaperSection | null => {
  const actions = ofPlan(told);
  if (actions.length === 0) return null;
  const placed = new Set<ActionFact>();
  const tables = told.facts.groups
    .filter(({ scope }) => scope === 'priority')
    .flatMap((group, at) => {
      const own = actions.filter((each) => !placed.has(each) && each.groups.includes(group.key));
      for (const each of own) placed.add(each);
      return actionsTable(own, { id: `${at + 1}`, caption: `Actions of ${nameOf(group)}` });
    });
  const rest = actions.filter((each) => !placed.has(each));
  return {
    id: 'actions',
    heading: 'Every action',
    blocks: [
      ...tables,
      ...actionsTable(rest, { id: 'rest', caption: 'Actions of no one priority' }),
    ],
    sections: [],
  };
};
