// A question to an owner: what is asked, by whom, the figure it is about and one text field; or the recovery
// plan that is required: what, who and by when. And the answer as it comes back to who asked.
import {
  type Action,
  type AdaptiveCard,
  adaptiveCard,
  button,
  type Element,
} from './adaptive-card.ts';
import { heading, line, notice, quiet, run, sentence, small } from './card-parts.ts';
import { plainText, shortened } from './card-text.ts';
import { withinMost } from './question-parts.ts';

export type QuestionAboutView = {
  readonly mark: string;
  /** What the question is known by; null where a plan is required. */
  readonly question: string | null;
  /** "Director of Place asks" */
  readonly title: string;
  readonly words: string;
  readonly about: string;
  /** How it stood when it was raised. */
  readonly figure: string;
  readonly said: string | null;
  /** Of a plan: by when, and who may be chosen to do it. */
  readonly plan: {
    readonly dueOn: string;
    readonly required: number;
    readonly from: string;
    readonly people: readonly { readonly key: string; readonly name: string }[];
    readonly chosen: string;
    readonly day: string;
  } | null;
  readonly typed: string;
  readonly refusal: string | null;
};

const longestAnswer = 1_000;
const longestPlan = 255;

export const questionAboutCard = (view: QuestionAboutView): AdaptiveCard => {
  const { title, words, about, figure, said, refusal } = view;
  return adaptiveCard(
    refusal === null ? `${title}: ${words}` : `Not saved. ${refusal}`,
    [
      ...(refusal === null
        ? []
        : [notice('refused', [run('Not saved. ', { weight: 'Bolder' }), run(refusal)])]),
      heading(title),
      sentence(words),
      line([run(shortened(about, 160), { weight: 'Bolder' })], 'Default'),
      line([quiet(shortened(figure, 400))]),
      ...(said === null ? [] : [line([quiet(`Said of it: ${shortened(said, 400)}`)])]),
      ...(view.plan === null ? answerField(view) : planFields(view, view.plan)),
      small('Who asked, their deputy and the performance team see what you write.'),
    ],
    [sending(view)],
  );
};

const answerField = ({ typed }: QuestionAboutView): readonly Element[] => [
  {
    type: 'Input.Text',
    id: 'answer',
    label: 'Your answer',
    isMultiline: true,
    value: typed,
    errorMessage: 'Type an answer.',
    ...withinMost(longestAnswer, typed),
  },
];

const planFields = (
  { typed }: QuestionAboutView,
  { people, chosen, from, day, dueOn }: NonNullable<QuestionAboutView['plan']>,
): readonly Element[] => [
  sentence(`The plan is due by ${dueOn}.`, 'Small'),
  {
    type: 'Input.Text',
    id: 'what',
    label: 'What will be done',
    isMultiline: true,
    value: typed,
    errorMessage: 'Say what will be done.',
    ...withinMost(longestPlan, typed),
  },
  {
    type: 'Input.ChoiceSet',
    id: 'planOwner',
    label: 'Who does it',
    style: 'compact',
    value: chosen,
    errorMessage: 'Choose who does it.',
    choices: people.map(({ key, name }) => ({ title: plainText(shortened(name, 90)), value: key })),
  },
  {
    type: 'Input.Date',
    id: 'dueOn',
    label: 'Done by',
    value: day,
    errorMessage: 'Choose the day by which it will be done.',
    min: from,
  },
];

const sending = ({ mark, question, plan }: QuestionAboutView): Action =>
  plan === null
    ? button({
        title: 'Send the answer',
        verb: 'reply',
        data: { v: 1, escalation: mark, question: question ?? '' },
        primary: true,
        withInputs: true,
      })
    : button({
        title: 'Give this plan',
        verb: 'give-plan',
        data: { v: 1, escalation: mark, required: plan.required },
        primary: true,
        withInputs: true,
      });

export type AnswerBackView = {
  /** "Head of Housing Needs has answered" */
  readonly title: string;
  readonly about: string;
  readonly figure: string;
  readonly asked: string;
  readonly answer: string;
  /** Null where nothing more may be said of it: it is closed. */
  readonly mark: string | null;
};

export const answerBackCard = (view: AnswerBackView): AdaptiveCard =>
  adaptiveCard(
    `${view.title}: ${shortened(view.answer, 200)}`,
    [
      heading(view.title),
      line([run(shortened(view.about, 160), { weight: 'Bolder' })]),
      line([quiet(shortened(view.figure, 400))]),
      small(`You asked: ${view.asked}`, 'Default'),
      sentence(view.answer),
    ],
    view.mark === null
      ? []
      : [button({ title: 'Open it', verb: 'escalation', data: { v: 1, escalation: view.mark } })],
  );
