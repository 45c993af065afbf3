// Views of the Report card as the cards' tests need them: each kind as it comes, and as long as it can be.
import { challengeCard } from '../../bot/cards/challenge-card.ts';
import { dueCard } from '../../bot/cards/due-card.ts';
import { questionCard } from '../../bot/cards/question-card.ts';
import type { Asks, BudgetLine, LineTyped, ReportView } from '../../bot/cards/report.ts';
import { moneyField } from '../../bot/cards/report.ts';
import { reportCard } from '../../bot/cards/report-card.ts';
import { assuranceQuestions } from '../../src/rules/line-fault.ts';
import { anyScript, challengeView, dueView, longName, questionView, redView } from './given.ts';

const cycle = 'operating-plan-2020-21|2020-21 Q2';

export const reportView = (asks: Asks, more: Partial<ReportView> = {}): ReportView => ({
  return: 'Actions: operating-plan-2020-21|3.2|2020-21 Q2',
  revision: 0,
  cycle,
  name: `Milestone: ${longName}`,
  beneath: 'Milestone 3.2 · for Head of Housing Needs',
  facts: [
    'Q2 2020-21. Due by Wed 31 March 2021.',
    'Part of: Homes fit to live in',
    'Serves: A healthy city; Homes for all; Work for all; and 2 more',
  ],
  before: {
    when: 'Last time, Q1 2020-21',
    status: 'delayed',
    rest: ['40% done', 'now expected by Fri 30 October'],
    said: 'The survey waits for a second contractor.',
  },
  asks,
  typed: {},
  position: { number: 2, of: 9 },
  saved: null,
  refusal: null,
  keptOn: null,
  others: [],
  tomorrow: '2020-10-02',
  longestCommentary: 500,
  seenBy: 'Your manager, SMT and the performance team see these answers.',
  ...more,
});

export const progress: Asks = { of: 'progress', isBehind: false };
export const risk: Asks = {
  of: 'risk',
  scores: [
    { name: 'Before any control', likelihood: '5', impact: '5', score: '25' },
    { name: 'As last looked at', likelihood: '3', impact: '4', score: '12' },
    { name: 'As wished for', likelihood: '–', impact: '–', score: '–' },
  ],
  appetite: 'The council accepts a score of 8 at most: it was above that.',
};
export const budgetLine = (number: number, more: Partial<BudgetLine> = {}): BudgetLine => ({
  key: `operating-plan-2020-21|Revenue ${number}`,
  name: `Net budget of priority ${number}`,
  facts: ['Budget £142,575,000', 'last forecast £143,000,000'],
  variance: null,
  savingsRequired: number % 2 === 0 ? '£3,900,000' : null,
  ...more,
});
export const finance = (page: number, of: number, long = false): Asks => ({
  of: 'finance',
  page: { number: page, of },
  lines: Array.from({ length: 12 }, (_, at) =>
    long
      ? budgetLine(at, {
          key: `${'k'.repeat(250)}${at}`,
          name: anyScript(255),
          variance: 'On budget',
        })
      : budgetLine(at),
  ),
});

/** Every field as long as it is taken. */
export const everythingTyped: LineTyped = {
  status: 'delayed',
  percent: '40',
  expectedOn: '2020-11-30',
  commentary: anyScript(500),
  achieved: '£120,000',
  forecast: '£380,000',
  likelihood: '3',
  impact: '4',
  reviewOn: '2020-12-01',
  ...Object.fromEntries(assuranceQuestions.map((each) => [each, 'partly assured'])),
  statement: anyScript(500),
  until: '2020-11-20',
  because: anyScript(500),
};

const others = Array.from({ length: 24 }, (_, n) => ({
  title: anyScript(60),
  value: `Risks: operating-plan-2020-21|HB ${n}|2020-21 Q2`,
}));

const workedOut = {
  figure: '83.3%',
  standing: 'off target' as const,
  words: '5 of 6 actions due by Wed 30 September 2020 were complete by their day; 1 not complete.',
};

const kinds: readonly (readonly [string, Asks])[] = [
  ['an action', progress],
  ['a saving', { of: 'saving' }],
  ['a risk', risk],
  ['a statement of assurance', { of: 'assurance' }],
  ['the money of a plan', finance(1, 1)],
];

const fieldsOf: { readonly [O in Asks['of']]: readonly string[] } = {
  progress: ['status', 'percent', 'expectedOn', 'commentary'],
  saving: ['achieved', 'forecast', 'status'],
  risk: ['likelihood', 'impact', 'reviewOn'],
  assurance: ['probity', 'peopleProcesses', 'statement'],
  finance: ['commentary', moneyField('forecast', budgetLine(3).key)],
};

/** As a plan's forty would come: each kind several times over. */
const dueOfAllKinds = () => {
  const { lines, ...due } = dueView(40);
  const names = ['Action', 'Milestone', 'Project', 'Saving', 'Risk', 'Finance', 'Assurance'];
  return dueCard({
    ...due,
    lines: lines.map((each, at) => {
      if (at % 8 === 0) return each;
      const stands = {
        status: at % 3 === 0 ? null : ('at risk' as const),
        words: at % 3 === 0 ? [] : ['40% done', 'due by Wed 31 March 2021'],
      };
      return { ...each, name: `${names[at % 7]}: ${anyScript(200)}`, last: null, stands };
    }),
  });
};

export const everyReport = [
  ['forty due of every kind', dueOfAllKinds()] as const,
  ...kinds.flatMap(([name, asks]) => [
    [name, reportCard(reportView(asks))] as const,
    [
      `${name}, everything typed and forty owed`,
      reportCard(
        reportView(asks, {
          typed: everythingTyped,
          others,
          keptOn: 'Thu 1 October',
          saved: { keptName: longName },
          facts: [anyScript(300), anyScript(300), anyScript(400)],
        }),
      ),
    ] as const,
    [`${name}, corrected`, reportCard(reportView(asks, { position: null, before: null }))] as const,
    ...['until', 'because', null, ...fieldsOf[asks.of]].map(
      (field) =>
        [
          `${name} refused at ${field}`,
          reportCard(reportView(asks, { refusal: { words: 'Not understood.', field } })),
        ] as const,
    ),
  ]),
  ['a figure that is worked out', questionCard(questionView({ workedOut }))] as const,
  [
    'a figure that is worked out, off target and not right, with forty owed',
    questionCard(
      redView({
        workedOut,
        refusal: { words: 'Say why.', field: 'because', computed: null, doubts: [] },
      }),
    ),
  ] as const,
  ['the first of three pages of money', reportCard(reportView(finance(1, 3)))] as const,
  [
    'money with names and keys as long as they can be',
    reportCard(reportView(finance(3, 3, true), { others })),
  ] as const,
  [
    'a report that is doubted',
    challengeCard(
      challengeView({
        verb: 'report',
        history: null,
        typed: everythingTyped,
        right: anyScript(500),
      }),
    ),
  ] as const,
];
