// The Performance Framework: when figures are due, and who hears of them how often. Audiences it names
// are boards here; a blank says that it prints nothing.
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';

/** Working days after a quarter or a month ends, and the quarter in which targets are set. */
export const returnCalendar = {
  quarterlyDueDay: 10,
  monthlyDueDay: 5,
  targetsSetIn: 1,
} as const satisfies Partial<Row<'plans'>>;

/** For the Strategic Plan, which it was written for: 50 to 60 strategic measures. */
export const frameworkSettings = {
  ...returnCalendar,
  mostMeasures: 60,
} as const satisfies Partial<Row<'plans'>>;

type Board = Row<'boards'>;

/** The matrix gives its four columns one answer each: quarterly, and six-monthly (quarters 2 and 4). */
const inMatrix = {
  measuresAndFinance: 'quarterly',
  deliveryPlan: 'six-monthly',
} as const satisfies Partial<Board>;

const said: readonly (Partial<Board> & Pick<Board, 'key' | 'title' | 'kind'>)[] = [
  { key: 'directors-board', title: 'Corporate Directors Board', kind: 'directors', ...inMatrix },
  { key: 'portfolio-briefings', title: 'Portfolio briefings', kind: 'portfolio', ...inMatrix },
  { key: 'cabinet', title: 'Cabinet', kind: 'Cabinet', ...inMatrix, inPublic: true },
  {
    // Four, none of them named: one row, since four would need names of our making.
    key: 'overview-and-scrutiny',
    title: 'Overview and Scrutiny committees',
    kind: 'scrutiny',
    ...inMatrix,
    inPublic: true,
  },
  { key: 'council', title: 'Council', kind: 'Council', inPublic: true },
  // Every quarterly report is published, and quarters 2 and 4 carry the delivery plan.
  { key: 'public', title: 'The public', kind: 'public', ...inMatrix },
];

export const frameworkBoards: readonly Board[] = said.map((board, index) =>
  newRow('boards', { ...board, position: index + 1 }),
);
