// Views as the cards' tests need them: whole and plausible, each test changing what it is about.
import type { ChallengeView } from '../../bot/cards/challenge-card.ts';
import type { DueView } from '../../bot/cards/due-card.ts';
import type { MissingLine } from '../../bot/cards/escalation-lines.ts';
import type { HistoryLine } from '../../bot/cards/history-table.ts';
import type { ManagerView } from '../../bot/cards/manager-card.ts';
import type { Field, QuestionView, Typed } from '../../bot/cards/question.ts';
import { questionCard } from '../../bot/cards/question-card.ts';
import type { ReceiptView } from '../../bot/cards/receipt-card.ts';
import type { SmtView } from '../../bot/cards/smt-card.ts';
import type { TargetView } from '../../bot/cards/target-card.ts';

const cycle = 'operating-plan-2020-21|2020-21 Q2';
const seenBy = 'Your manager, SMT and the performance team see these answers.';

/** Ninety characters, with marks that markdown would read. */
export const longName =
  'Percentage of *care leavers* (19-21) in [suitable] accommodation_and known to be in work <18+>';

export const dueView = (count = 3): DueView => ({
  cycle,
  title: `Quarter 2 returns: ${count} due by Wed 14 October`,
  minutes: Math.max(1, Math.round((count * 2) / 3)),
  seenBy,
  lines: Array.from({ length: count }, (_, index) => ({
    return: `operating-plan-2020-21|${index + 1}|2020-21 Q2`,
    name:
      index === 1
        ? longName
        : 'Household waste sent for reuse, recycling and composting across the city',
    last:
      index === 2
        ? null
        : {
            period: 'Q1 2020-21',
            figure: index === 1 ? '1,204 days' : '83.2%',
            standing: index === 1 ? 'off target' : 'on target',
            marks: index === 1 ? ['provisional', 'illustrative'] : ['illustrative'],
          },
    standingInFor: index === 2 ? 'Head of Housing Needs' : null,
  })),
});

const history = (period: string, more: Partial<HistoryLine> = {}): HistoryLine => ({
  period,
  figure: '83.2%',
  target: '85.0%',
  standing: 'within tolerance',
  provisional: false,
  illustrative: true,
  yearAgo: false,
  ...more,
});

export const nothingTyped: Typed = {
  value: '',
  numerator: '',
  denominator: '',
  finality: 'final',
  commentary: '',
  until: '',
  because: '',
  forecast: '',
  source: '',
  limits: '',
  action: '',
  actionOwner: '',
  actionBy: '',
  noAction: '',
  promise: '',
};

export const questionView = (more: Partial<QuestionView> = {}): QuestionView => ({
  return: 'operating-plan-2020-21|12|2020-21 Q2',
  revision: 0,
  cycle,
  name: 'Household waste sent for reuse, recycling and composting',
  code: '12',
  period: 'Q2 2020-21',
  unit: '%',
  unitHeading: '',
  goodIs: 'higher is better',
  target: '85.0% or more (illustrative)',
  definition: 'Tonnes reused, recycled or composted, as a share of all household waste collected.',
  comparators: ['National average, 2018-19: 45.1%; here 43.2%. Third quarter.'],
  standingInFor: null,
  history: [
    history('Q1 2020-21', { provisional: true }),
    history('Q4 2019-20', { figure: '79.9%', standing: 'off target' }),
    history('Q3 2019-20', { figure: '86.1%', standing: 'on target' }),
    history('Q2 2019-20', { figure: '–', standing: 'not yet available', yearAgo: true }),
  ],
  asksFor: 'value',
  typed: nothingTyped,
  position: { number: 1, of: 3 },
  saved: null,
  refusal: null,
  tomorrow: '2020-10-02',
  provisional: null,
  workedOut: null,
  promised: null,
  offTarget: null,
  keptOn: null,
  sentBack: null,
  others: [],
  longestCommentary: 500,
  seenBy,
  ...more,
});

/** Right to left, outside the basic plane, and with marks that markdown would read. */
export const anyScript = (length: number): string => {
  const whole = 'ازدادت الطلبات 🏘️ *during* the 夏季, [see](https://council.example) `notes`. ';
  return whole.repeat(Math.ceil(length / whole.length)).slice(0, length);
};

/** Every field as long as it is taken. */
export const everythingTyped: Typed = {
  ...nothingTyped,
  value: '73,390',
  commentary: anyScript(500),
  forecast: '1,700.5',
  source: anyScript(255),
  limits: anyScript(500),
  action: anyScript(255),
  actionOwner: 'p-30',
  actionBy: '2020-11-30',
  noAction: anyScript(500),
  until: '2020-11-20',
  because: anyScript(500),
  promise: 'delayed',
};

const promisedOf = 'operating-plan-2020-21|12 2020-21 Q1';

/** Off target, with a promise from before, a team of thirty and forty owed. */
export const redView = (more: Partial<QuestionView> = {}): QuestionView =>
  questionView({
    typed: everythingTyped,
    keptOn: 'Thu 1 October',
    sentBack: `Assistant Director, Housing: ${anyScript(500)}`,
    promised: {
      key: promisedOf,
      what: anyScript(255),
      who: 'Head of Housing Needs',
      by: 'Fri 30 October',
    },
    offTarget: {
      people: Array.from({ length: 30 }, (_, n) => ({ title: anyScript(60), value: `p-${n + 1}` })),
    },
    others: Array.from({ length: 24 }, (_, n) => ({
      title: anyScript(60),
      value: `operating-plan-2020-21|HB ${n}|2020-21 Q2`,
    })),
    position: { number: 1, of: 40 },
    ...more,
  });

export const challengeView = (more: Partial<ChallengeView> = {}): ChallengeView => {
  const { history: past, ...asked } = questionView();
  return {
    cycle,
    return: asked.return,
    revision: 0,
    name: longName,
    title: 'Is 73,390 households right?',
    beneath: 'Measure VUL 6 · Q2 2020-21',
    unitHeading: 'households',
    doubts: [
      'This is 175 times last quarter (420).',
      'This is over 100%, which it has never been.',
    ],
    history: past,
    verb: 'confirm',
    typed: { ...everythingTyped, promiseOf: promisedOf },
    wrote: everythingTyped.commentary,
    right: '',
    refused: null,
    longestReason: 500,
    seenBy,
    ...more,
  };
};

export const receiptView = (count = 3, more: Partial<ReceiptView> = {}): ReceiptView => ({
  cycle,
  title: `All ${count} returned. Thank you.`,
  saved: null,
  after: [],
  correctUntil: 'Wed 21 October',
  seenBy,
  lines: Array.from({ length: count }, (_, index) => ({
    return: `operating-plan-2020-21|${index}|2020-21 Q2`,
    name: index === 1 ? longName : 'Household waste sent for reuse, recycling and composting',
    by: index === 1 ? 'Deputy Head of Waste' : null,
    approval: index === 1 ? 'waits for approval' : null,
    result:
      index === 2
        ? { until: 'Wed 4 November' }
        : {
            figure: '83.2%',
            standing: index === 1 ? ('off target' as const) : ('better than target' as const),
            direction: index === 1 ? '↘ Worse than last quarter' : '↗ Better than last quarter',
            provisional: index === 1,
            promised: index === 1 ? 'action by Fri 30 October, Head of Housing Needs' : null,
          },
  })),
  ...more,
});

const missing = (index: number): MissingLine => ({
  name: index === 1 ? longName : 'Average days to re-let an empty council home',
  who: index === 2 ? null : 'Head of Housing Needs',
  late: `${index + 1} working days late`,
  last:
    index === 2
      ? null
      : {
          period: 'Q1 2020-21',
          figure: '41 days',
          standing: 'off target',
          target: '28 days or fewer',
          aim: '28',
          illustrative: index === 0,
        },
  told: { who: 'Assistant Director, Housing', outcome: 'told Thu 15 October, not acknowledged' },
});

export const managerView = (count = 2, more: Partial<ManagerView> = {}): ManagerView => ({
  cycle,
  title: `Quarter 2: ${count} returns late in your teams`,
  cameIn: '10 of 12 answered.',
  late: Array.from({ length: count }, (_, index) => ({ ...missing(index), told: null })),
  offTarget: [
    {
      name: 'Council tax collected in the year',
      figure: '51.2%',
      target: '54.0% or more',
      commentary: 'Recovery was paused until September. Reminders restart on 2 November.',
    },
  ],
  acknowledged: null,
  ...more,
});

export const smtView = (count = 4, more: Partial<SmtView> = {}): SmtView => ({
  cycle,
  title: `Quarter 2: ${count} returns need you`,
  late: Array.from({ length: count }, (_, index) => missing(index)),
  acknowledged: null,
  ...more,
});

export const targetView = (more: Partial<TargetView> = {}): TargetView => ({
  return: 'operating-plan-2021-22|COM 6|2021-22 target',
  revision: 0,
  cycle: 'operating-plan-2021-22|2021-22 Q1',
  name: longName,
  code: 'COM 6',
  year: '2021-22',
  unit: '% of waste',
  unitHeading: '',
  goodIs: 'higher is better',
  lastTarget: '85.0% or more (illustrative)',
  standingInFor: 'Head of Housing Needs',
  history: [history('Q1 2021-22'), history('Q4 2020-21', { provisional: true })],
  asksFor: 'value',
  typed: { value: '', low: '', high: '', because: '' },
  position: { number: 2, of: 4 },
  saved: { name: longName, result: { target: '45% or more' } },
  refusal: null,
  keptOn: null,
  others: [],
  sentBack: null,
  whatNext: 'Your director endorses it; until it is agreed nothing is rated against it.',
  longestReason: 500,
  seenBy,
  ...more,
});

/** Refused at a field, off target and with more typed than would be taken. */
export const refusedAt = (field: Field | null) =>
  questionCard(
    questionView({
      asksFor: { numeratorIs: 'Homes re-let', denominatorIs: longName },
      offTarget: redView().offTarget,
      typed: { ...nothingTyped, value: '73,390', commentary: 'x'.repeat(4_000) },
      refusal: { words: 'Not understood.', field, computed: null, doubts: [] },
    }),
  );
