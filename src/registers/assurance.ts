// Assurance: what a manager can say each quarter of how their service is run, and the early support
// offered where it is not all well.
import { choice, date, instant, longText, type RowOf, register, text, title } from './register.ts';

export const assuranceAnswers = ['assured', 'partly assured', 'not assured'] as const;

const statement = (words: string) => choice(words, assuranceAnswers);

export const assurance = register({
  list: 'Assurance',
  row: "a manager's statement of assurance for a quarter",
  keyIs: 'plan|team|quarter',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    team: text('Team', { required: true, indexed: true, pointsAt: 'Teams' }),
    period: text('Quarter', { required: true, indexed: true }),
    manager: text('Manager', { indexed: true, pointsAt: 'People' }),
    state: choice('State', ['Due', 'Given'], { required: true }),
    probity: statement('Probity'),
    control: statement('Regularity and control'),
    budgets: statement('Budgets'),
    risk: statement('Risk'),
    audit: statement('Audit'),
    statutoryDuty: statement('Statutory duty'),
    peopleProcesses: statement('People processes'),
    statement: longText('Statement'),
    support: longText('Support offered'),
    supportBy: text('Support offered by', { pointsAt: 'People' }),
    supportOn: date('Support offered on'),
    givenAt: instant('Given at'),
  },
});
export type Assurance = RowOf<typeof assurance>;
