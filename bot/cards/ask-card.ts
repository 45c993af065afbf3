// One escalation with its evidence, for who it was taken to: what was said of it, and the one form that was
// asked for: a question, a recovery plan by a day, accepting that nothing further is done, or support.
import {
  type Action,
  type AdaptiveCard,
  adaptiveCard,
  button,
  type CardData,
  type Element,
} from './adaptive-card.ts';
import { heading, line, notice, quiet, run, sentence, small, subheading } from './card-parts.ts';
import { plainText, shortened } from './card-text.ts';
import { type EscalationLine, pastLines } from './escalation-lines.ts';
import { noteAt, withinMost } from './question-parts.ts';

export const escalationForms = ['none', 'ask', 'plan', 'accept', 'support'] as const;
export type EscalationForm = (typeof escalationForms)[number];

export type AskView = {
  readonly line: EscalationLine;
  readonly form: EscalationForm;
  /** "Head of Housing Needs is asked": null where nobody can be. */
  readonly askedOf: string | null;
  /** "Mon 5 October: raised", oldest first. */
  readonly history: readonly string[];
  readonly asked: number;
  readonly required: number;
  /** ISO date: the first day a plan may be due on. */
  readonly from: string;
  readonly maySupport: boolean;
  readonly typed: { readonly words: string; readonly day: string };
  readonly refusal: string | null;
  readonly saved: string | null;
};

const longestOf = { none: 0, ask: 500, plan: 500, accept: 500, support: 500 } as const;

export const askCard = (view: AskView): AdaptiveCard => {
  const { line: about, form, refusal, saved } = view;
  const says = refusal === null ? [saved, about.name, about.howBad] : [`Not saved. ${refusal}`];
  return adaptiveCard(
    says.filter((each) => each !== null && each !== '').join(' '),
    [
      ...(saved === null ? [] : [notice('saved', [run(saved)])]),
      ...(refusal === null
        ? []
        : [notice('refused', [run('Not saved. ', { weight: 'Bolder' }), run(refusal)])]),
      heading(shortened(about.name, 160)),
      small(
        [about.rule, ...(about.standingInFor === null ? [] : [about.standingInFor])].join(' · '),
        'None',
      ),
      sentence(about.howBad, 'Small'),
      ...(about.said === null ? [] : [small(`Said of it: ${shortened(about.said, 500)}`)]),
      ...pastLines(about, 400),
      ...historyLines(view.history),
      ...(form === 'none' ? [] : fieldsOf(view)),
    ],
    actionsOf(view),
  );
};

const mostEvents = 6;

const historyLines = (history: readonly string[]): readonly Element[] =>
  history.length === 0
    ? []
    : [
        subheading('So far'),
        ...history.slice(-mostEvents).map((each) => line([quiet(shortened(each, 300))], 'Small')),
      ];

const wordsField: {
  readonly [F in Exclude<EscalationForm, 'none'>]: {
    readonly id: string;
    readonly label: string;
    readonly error: string;
  };
} = {
  ask: { id: 'question', label: 'Your question', error: 'Type what you want to know.' },
  plan: {
    id: 'because',
    label: 'What the plan is to put right',
    error: 'Say what it is to put right.',
  },
  accept: { id: 'because', label: 'Why this is accepted', error: 'Say in a few words why.' },
  support: { id: 'support', label: 'What support is offered', error: 'Say what is offered.' },
};

const fieldsOf = (view: AskView): readonly Element[] => {
  const { form, typed, from, refusal } = view;
  if (form === 'none') return [];
  const { id, label, error } = wordsField[form];
  const day: readonly Element[] =
    form === 'plan' || form === 'support'
      ? [
          {
            type: 'Input.Date',
            id: form === 'plan' ? 'dueOn' : 'on',
            label: form === 'plan' ? 'The plan is due by' : 'From when',
            value: typed.day,
            errorMessage: 'Choose a day.',
            ...(form === 'plan' ? { min: from } : {}),
          },
        ]
      : [];
  return [
    {
      type: 'Input.Text',
      id,
      label,
      isMultiline: true,
      value: typed.words,
      errorMessage: error,
      ...withinMost(longestOf[form], typed.words),
    },
    ...day,
    ...noteAt(refusal === null ? null : { words: refusal, field: null }, id),
    small(whoSees(view), 'Small'),
  ];
};

const whoSees = ({ form, askedOf }: AskView): string => {
  if (form === 'accept')
    return 'It stands on the return with your post. The owner and the performance team see it.';
  if (form === 'support')
    return 'It stands with the statement of assurance. The manager and the performance team see it.';
  const who = askedOf ?? 'Whoever answers for it';
  return `${plainText(who)} gets this as a card, and the answer comes back to you here. The performance team see both.`;
};

const actionsOf = (view: AskView): readonly Action[] => {
  const { form, line: about } = view;
  const { mark, may } = about;
  const back = button({ title: 'Back to all', verb: 'escalations', data: { v: 1 } });
  if (form !== 'none') return [saving(view), back];
  const open = (to: EscalationForm, title: string) =>
    button({ title, verb: 'escalation', data: { v: 1, escalation: mark, form: to } });
  return [
    ...(may.see
      ? [
          button({
            title: 'Acknowledge',
            verb: 'seen',
            data: { v: 1, shown: mark, from: 'one' },
            primary: true,
          }),
        ]
      : []),
    ...(may.accept ? [open('accept', 'Accept…')] : []),
    ...(may.ask ? [open('ask', 'Ask…')] : []),
    ...(may.plan ? [open('plan', 'Require a plan…')] : []),
    ...(view.maySupport ? [open('support', 'Offer support…')] : []),
    back,
  ];
};

const saving = (view: AskView): Action => {
  const { form, asked, required } = view;
  const data: CardData = { v: 1, escalation: view.line.mark };
  const primary = { primary: true, withInputs: true };
  if (form === 'ask')
    return button({
      title: 'Send the question',
      verb: 'ask',
      data: { ...data, asked },
      ...primary,
    });
  if (form === 'plan')
    return button({
      title: 'Require this plan',
      verb: 'require-plan',
      data: { ...data, required },
      ...primary,
    });
  if (form === 'accept')
    return button({ title: 'Accept: no further action', verb: 'accept', data, ...primary });
  return button({ title: 'Offer this support', verb: 'offer-support', data, ...primary });
};
