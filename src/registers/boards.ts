// Boards: who sees what, how often. This is the framework's reporting matrix.
import { choice, lines, number, type RowOf, register, text, title, yesNo } from './register.ts';

export const howOften = ['monthly', 'quarterly', 'six-monthly', 'annual', 'when asked'] as const;

export const boards = register({
  list: 'Boards',
  row: 'a board, committee or audience that reports go to',
  keyIs: 'board code',
  columns: {
    title: title('Name'),
    kind: choice(
      'Kind',
      [
        'Council',
        'Cabinet',
        'directors',
        'portfolio',
        'scrutiny',
        'partnership',
        'programme',
        'public',
      ],
      { required: true },
    ),
    plan: text('Plan', { indexed: true, pointsAt: 'Plans', note: 'Blank where it hears of all.' }),
    hearsOf: lines('Hears of', {
      note: 'Priorities, objectives, plans or measures. Blank is all of its plan.',
    }),
    chair: text('Chair', { note: 'A post, never a name.' }),
    measuresAndFinance: choice('Measures and finance report', howOften),
    deliveryPlan: choice('Delivery plan report', howOften),
    inPublic: yesNo('Meets in public'),
    position: number('Position'),
  },
});
export type Board = RowOf<typeof boards>;
