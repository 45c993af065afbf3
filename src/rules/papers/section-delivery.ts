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

type Served = { readonly label: string; readonly of: readonly ActionFact[] };

/** In the dataset's order; an action that serves several priorities is in each of them. */
const servedBy = ({ facts }: Told, actions: readonly ActionFact[]): readonly Served[] =>
  facts.groups
    .filter(({ scope }) => scope === 'priority')
    .map((group) => ({
      label: nameOf(group),
      of: actions.filter(({ groups }) => groups.includes(group.key)),
    }))
    .filter(({ of }) => of.length > 0);

/** Those of no priority come last, so that every action is somewhere. */
const placed = (served: readonly Served[], actions: readonly ActionFact[]): readonly Served[] => {
  const some = new Set(served.flatMap(({ of }) => of));
  const rest = actions.filter((each) => !some.has(each));
  return rest.length === 0 ? served : [...served, { label: 'None of these priorities', of: rest }];
};

/** Why the numbers add up to more than there are actions; nothing where they do not. */
const severalNote = (
  served: readonly Served[],
  { actions, where }: { readonly actions: readonly ActionFact[]; readonly where: string },
): readonly string[] => {
  const all = served.reduce((sum, { of }) => sum + of.length, 0);
  const several = actions.filter((each) => served.filter(({ of }) => of.includes(each)).length > 1);
  if (several.length === 0) return [];
  const who =
    actions.length === 1 ? 'The one action' : `${several.length} of the ${actions.length} actions`;
  const they = several.length === 1 ? ['serves', 'is'] : ['serve', 'are'];
  return [
    `${who} ${they[0]} more than one priority and ${they[1]} ${where}, so the numbers add up to ${all}.`,
  ];
};

/** How many stand how in each priority; a status that no action has gets no column. */
const byPriority = (told: Told, actions: readonly ActionFact[]): readonly Block[] => {
  const used = reported.filter((each) => actions.some((action) => action.status === each));
  const served = servedBy(told, actions);
  if (served.length === 0) return [];
  const all = placed(served, actions);
  const notes = severalNote(all, { actions, where: 'counted in each' });
  const rows = all.map(({ label, of }) => ({
    label,
    total: of.length,
    values: used.map((each) => of.filter((action) => action.status === each).length),
  }));
  const title = 'Actions of each priority by how they go';
  const said = few(
    rows.map(
      ({ label, values }) =>
        `${label}, ${listed(used.map((each, at) => `${values[at]} ${wordsOf(each).toLowerCase()}`))}`,
    ),
  );
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'bars',
        id: 'chart delivery',
        title,
        alt: [`${title}: ${said}.`, ...notes].join(' '),
        unit: 'actions',
        series: used.map(wordsOf),
        rows: rows.map(({ label, values }) => ({ label, values })),
      },
    },
    ...filledTableBlock({
      id: 'table delivery',
      caption: title,
      columns: [text('Priority'), number('Actions'), ...used.map((each) => number(wordsOf(each)))],
      rows: rows.map(({ label, total, values }) => [
        textCell(label),
        ...[total, ...values].map((each) => numberCell(each)),
      ]),
      notes,
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

/** Every action of the plan, by priority: what a delivery plan report lays open. Its numbers are byPriority's. */
export const everyActionSection = (told: Told): PaperSection | null => {
  const actions = ofPlan(told);
  if (actions.length === 0) return null;
  const served = servedBy(told, actions);
  const tables =
    served.length === 0 ? [{ label: 'The plan', of: actions }] : placed(served, actions);
  const note = severalNote(tables, { actions, where: 'listed under each' });
  return {
    id: 'actions',
    heading: 'Every action',
    blocks: [
      ...note.map((each) => paragraph(each)),
      ...tables.flatMap(({ label, of }, at) =>
        actionsTable(of, {
          id: `${at + 1}`,
          caption: `${label}: ${counted(of.length, 'action')}`,
        }),
      ),
    ],
    sections: [],
  };
};
