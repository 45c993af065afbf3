// Every state of the cards of escalations, at their longest: names and words that markdown would read, in
// any script, and as many lines as there may be.
import type { AdaptiveCard } from '../../bot/cards/adaptive-card.ts';
import { answerBackCard, questionAboutCard } from '../../bot/cards/answer-card.ts';
import { type AskView, askCard, escalationForms } from '../../bot/cards/ask-card.ts';
import { type DigestView, digestCard } from '../../bot/cards/digest-card.ts';
import type { EscalationLine } from '../../bot/cards/escalation-lines.ts';
import { smtCard } from '../../bot/cards/smt-card.ts';
import { anyScript, longName, smtView } from './given.ts';

const long = anyScript(600);
const mark = (index: number) => index.toString(16).padStart(16, '0');

export const escalationLineView = (
  index = 1,
  more: Partial<EscalationLine> = {},
): EscalationLine => ({
  mark: mark(index),
  name: longName,
  rule: 'Off target on two new figures running · urgent',
  howBad: long,
  standing: 'off target',
  howLong: 'Off target since Q4 2019-20.',
  said: long,
  promised: long,
  became: 'At risk, 40% done, 12 working days overdue',
  caveat: 'Illustrative.',
  plan: 'The recovery plan was due on Fri 6 November, and has not come.',
  standingInFor: 'for Director of Place',
  may: { see: true, ask: true, plan: true, accept: false },
  ...more,
});

export const digestCardView = (count = 7, more: Partial<DigestView> = {}): DigestView => ({
  title: `${count} things need you this week`,
  lines: Array.from({ length: count }, (_, index) => escalationLineView(index)),
  missing: [],
  others: '3 more you have acknowledged are open in the tab.',
  ...more,
});

const askView = (more: Partial<AskView> = {}): AskView => ({
  line: escalationLineView(),
  form: 'none',
  askedOf: 'Head of Housing Needs',
  history: Array.from({ length: 12 }, () => long),
  asked: 2,
  required: 0,
  from: '2020-11-10',
  maySupport: true,
  typed: { words: '', day: '' },
  refusal: null,
  saved: null,
  ...more,
});

const question = {
  mark: mark(1),
  question: mark(2),
  title: 'Director of Place asks',
  words: long.slice(0, 500),
  about: longName,
  figure: long,
  said: long,
  plan: null,
  typed: '',
  refusal: null,
};
const plan = {
  dueOn: 'Fri 6 November',
  required: 1,
  from: '2020-10-21',
  people: Array.from({ length: 40 }, (_, index) => ({ key: `p-${index}`, name: longName })),
  chosen: 'p-1',
  day: '',
};

export const everyEscalation: readonly (readonly [string, AdaptiveCard])[] = [
  ['a week of seven things', digestCard(digestCardView(7))],
  ['a week of forty things', digestCard(digestCardView(40))],
  [
    'a week of forty things and returns missing in three cycles',
    digestCard(
      digestCardView(40, {
        missing: [1, 2, 3].map((nth) => ({
          cycle: `plan|2020-21 Q${nth}`,
          count: 138,
          words: `138 returns of quarter ${nth} are still missing`,
          longest: long,
        })),
      }),
    ),
  ],
  ['a week with nothing left in it', digestCard(digestCardView(0, { saved: 'Acknowledged: 7.' }))],
  ['a week with one thing', digestCard(digestCardView(1, { others: null }))],
  [
    'what is missing, with the week’s forty things besides',
    smtCard(smtView(40, { besides: digestCardView(40).lines })),
  ],
  [
    'what is missing, with one thing besides',
    smtCard(smtView(1, { besides: [escalationLineView()] })),
  ],
  ...escalationForms.flatMap((form) => [
    [`one escalation, ${form}`, askCard(askView({ form }))] as const,
    [
      `one escalation, ${form}, refused`,
      askCard(
        askView({
          form,
          typed: { words: 'x'.repeat(900), day: '2020-10-01' },
          refusal: long.slice(0, 200),
        }),
      ),
    ] as const,
  ]),
  ['a question about an escalation', questionAboutCard(question)],
  [
    'a question refused',
    questionAboutCard({ ...question, typed: 'x'.repeat(1_200), refusal: 'Shorten it.' }),
  ],
  ['a recovery plan asked for', questionAboutCard({ ...question, question: null, plan })],
  [
    'an answer that came back',
    answerBackCard({
      title: 'Head of Housing Needs has answered',
      about: longName,
      figure: long,
      asked: long,
      answer: long,
      mark: mark(1),
    }),
  ],
];
