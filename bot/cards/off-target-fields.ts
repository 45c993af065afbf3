// What a question asks besides where the typed figure is off target: an action with its owner and its
// date, or why nothing further is done. And what was promised the last time it was.
import { promiseStates } from '../../src/use-cases/read-answer.ts';
import type { Element } from './adaptive-card.ts';
import { line, run, small, statusRun } from './card-parts.ts';
import { plainText } from './card-text.ts';
import type { Promised, QuestionView } from './question.ts';
import { labelOf, longField } from './question-fields.ts';
import { noteAt, toggle } from './question-parts.ts';

/** An action goes by its name on every list. */
const longestAction = 255;

/** Nothing while the typed figure is not off target. */
export const offTargetFields = (view: QuestionView): Element[] => {
  const { offTarget, typed, refusal } = view;
  if (offTarget === null) return [];
  return [
    {
      type: 'Container',
      id: 'off-target',
      style: 'emphasis',
      spacing: 'Medium',
      items: [
        line([statusRun('off target'), run(': what will be done about it?')]),
        ...longField(view, {
          id: 'action',
          label: labelOf(view, 'action'),
          placeholder: 'Such as: two more inspectors, and the oldest cases first',
          error: 'Say what will be done.',
          longest: longestAction,
        }),
        {
          type: 'Input.ChoiceSet',
          id: 'actionOwner',
          label: labelOf(view, 'actionOwner'),
          style: 'compact',
          value: typed.actionOwner,
          errorMessage: 'Choose who will do it.',
          choices: offTarget.people.map((each) => ({ ...each, title: plainText(each.title) })),
        },
        ...noteAt(refusal, 'actionOwner'),
        {
          type: 'Input.Date',
          id: 'actionBy',
          label: labelOf(view, 'actionBy'),
          value: typed.actionBy,
          min: view.tomorrow,
          errorMessage: 'Choose a date after today.',
        },
        ...noteAt(refusal, 'actionBy'),
        { type: 'ActionSet', actions: [toggle('No further action', 'no-action')] },
        noActionField(view),
      ],
    },
  ];
};

const noActionField = (view: QuestionView): Element => ({
  type: 'Container',
  id: 'no-action',
  isVisible: view.typed.noAction !== '' || view.refusal?.field === 'noAction',
  items: longField(view, {
    id: 'noAction',
    label: labelOf(view, 'noAction'),
    placeholder: 'Such as: the contract ends in March; a director decides',
    error: 'Say why nothing further is done.',
  }),
});

const becameWords: { readonly [State in (typeof promiseStates)[number]]: string } = {
  complete: 'It is done',
  'on track': 'It is on track',
  delayed: 'It is delayed',
  stopped: 'It was stopped',
};

/** "Promised last time: two more crews. Head of Waste, by Fri 30 October." */
export const promiseFields = ({ promised, typed }: QuestionView): Element[] =>
  promised === null
    ? []
    : [
        small(promisedWords(promised), 'Default'),
        {
          type: 'Input.ChoiceSet',
          id: 'promise',
          label: 'What became of it',
          style: 'compact',
          value: typed.promise,
          placeholder: 'Choose one',
          errorMessage: 'Choose what became of it.',
          choices: promiseStates.map((state) => ({ title: becameWords[state], value: state })),
        },
      ];

const promisedWords = ({ what, who, by }: Promised): string => {
  const told = [...(who === null ? [] : [who]), ...(by === null ? [] : [`by ${by}`])].join(', ');
  const ended = /[.!?…]$/.test(what) ? what : `${what}.`;
  return `Promised last time: ${ended}${told === '' ? '' : ` ${told}.`}`;
};
