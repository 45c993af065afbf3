// Cycles: one quarter's or month's asking, its calendar and its reminder ladder, all of it settings.
import {
  choice,
  date,
  instant,
  keys,
  longText,
  number,
  type RowOf,
  register,
  text,
  title,
} from './register.ts';

export const cycleStates = ['Planned', 'Open', 'Suspended', 'Closed', 'Withdrawn'] as const;
export type CycleState = (typeof cycleStates)[number];

/** What a cycle may ask about; blank is measures alone. */
export const cycleAsks = [
  'measures',
  'actions',
  'projects',
  'savings',
  'risks',
  'assurance',
  'finance',
] as const;
export type CycleAsks = (typeof cycleAsks)[number];

// Without these two a cycle has no calendar, and all that is worked out from it would fail.
const isQuarterOrMonth = (text: string): boolean => {
  const [, year, next] =
    /^((?:19|20|21)\d\d)-(\d\d) (?:Q[1-4]|M(?:0[1-9]|1[0-2]))$/.exec(text) ?? [];
  return next !== undefined && (Number(year) + 1) % 100 === Number(next);
};
const isTimeOfDay = (text: string): boolean => /^([01]?\d|2[0-3])[:.][0-5]\d$/.test(text.trim());

export const cycles = register({
  list: 'Cycles',
  row: "a quarter's or a month's collection",
  keyIs: 'plan|period',
  busy: true,
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    period: text('Period', {
      required: true,
      form: {
        isIn: isQuarterOrMonth,
        words: 'a quarter or a month such as 2020-21 Q2 or 2020-21 M05',
      },
      note: 'A quarter, or a month: 2020-21 Q2, 2020-21 M05. A month asks the monthly measures alone.',
    }),
    asks: keys('Asks about', {
      note: 'measures, actions, projects, savings, risks, assurance, finance: one to a line. Blank is measures.',
    }),
    state: choice('State', cycleStates, { required: true }),
    opensOn: date('Opens on', { required: true }),
    sendAt: text('Cards go out at', {
      required: true,
      form: { isIn: isTimeOfDay, words: 'a time such as 09:30' },
      note: 'Local time, 24 hours: 09:30.',
    }),
    quietFrom: text('Nothing is sent from', { note: 'Local time; blank is 18:00.' }),
    quietUntil: text('Nothing is sent until', { note: 'Local time; blank is 08:00.' }),
    dueWorkingDay: number('Due on working day', {
      required: true,
      note: 'Working days after the period ends; the framework says ten for a quarter and five for a month.',
    }),
    lowerFirst: number('Lower levels first (working days)', {
      note: 'So many working days before the rest, what managers look over is due. Blank is none.',
    }),
    financeDueDay: number('Finance due on working day', {
      note: "Working days after the period ends. Blank is the cycle's own day.",
    }),
    remindBefore: number('Remind (working days before)', { required: true }),
    managerAfter: number('Tell the manager (working days after)', { required: true }),
    smtAfter: number('Tell SMT (working days after)', { required: true }),
    closeAfter: number('Close (working days after)', { required: true }),
    openedAt: instant('Opened at'),
    closedAt: instant('Closed at'),
    withdrawnAt: instant('Withdrawn at'),
    withdrawnReason: longText('Withdrawn because'),
    suspendedBy: text('Suspended by', {
      pointsAt: 'Decisions',
      note: 'The decision that suspended it; nothing is asked or chased until it goes on.',
    }),
    revision: number('Revision', { note: 'How many times the product has changed its state.' }),
    changedBy: text('Changed by', { pointsAt: 'People' }),
  },
});
export type Cycle = RowOf<typeof cycles>;
