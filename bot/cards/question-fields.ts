// The fields of a Question card. Each is text, since Teams sends numbers in the person's locale;
// nothing is required here, because a required field would also bar "No data yet".
import type { Element } from './adaptive-card.ts';
import type { Field, QuestionView } from './question.ts';
import { noteAt, numberField, withinMost } from './question-parts.ts';

export const valueFields = (view: QuestionView): Element[] => {
  const field = (id: 'value' | 'numerator' | 'denominator') =>
    numberField({ id, label: labelOf(view, id), typed: view.typed[id], refusal: view.refusal });
  return view.asksFor === 'value'
    ? field('value')
    : [...field('numerator'), ...field('denominator')];
};

/** What a field is called: by its label, and in the notice that sends the reader to it. */
export const labelOf = ({ asksFor, unit, workedOut }: QuestionView, field: Field): string => {
  switch (field) {
    case 'value':
      return unit === '' ? 'Value' : `Value (${unit})`;
    case 'numerator':
      return asksFor === 'value' ? 'Numerator' : asksFor.numeratorIs;
    case 'denominator':
      return asksFor === 'value' ? 'Denominator' : asksFor.denominatorIs;
    case 'commentary':
      return 'Commentary';
    case 'until':
      return 'No data until';
    case 'because':
      return workedOut === null ? 'Because' : 'It is not right, because';
    case 'forecast':
      return unit === '' ? 'Year-end forecast' : `Year-end forecast (${unit})`;
    case 'source':
      return 'Source of the figure';
    case 'limits':
      return 'Known limits of the figure';
    case 'action':
      return 'What will be done';
    case 'actionOwner':
      return 'Who will do it';
    case 'actionBy':
      return 'By when';
    case 'noAction':
      return 'No further action, because';
    case 'right':
      return 'Why it is right';
  }
};

/** Not asked where the final figure is what is asked for. */
export const finalityChoice = ({ typed, provisional }: QuestionView): Element[] =>
  provisional !== null
    ? []
    : [
        {
          type: 'Input.ChoiceSet',
          id: 'finality',
          label: 'This figure is',
          style: 'compact',
          value: typed.finality,
          errorMessage: 'Choose final or provisional.',
          choices: [
            { title: 'Final', value: 'final' },
            { title: 'Provisional: it may be restated', value: 'provisional' },
          ],
        },
      ];

type Long = {
  readonly id: 'commentary' | 'limits' | 'action' | 'noAction';
  readonly label: string;
  readonly placeholder: string;
  readonly error: string;
  /** As long as a commentary where left out. */
  readonly longest?: number;
};

/** Several lines of words. */
export const longField = (
  view: QuestionView,
  { id, label, placeholder, error, longest = view.longestCommentary }: Long,
): Element[] => [
  {
    type: 'Input.Text',
    id,
    label,
    placeholder,
    isMultiline: true,
    value: view.typed[id],
    errorMessage: error,
    ...withinMost(longest, view.typed[id]),
  },
  ...noteAt(view.refusal, id),
];

export const commentaryField = (view: QuestionView): Element[] =>
  longField(view, {
    id: 'commentary',
    label: `${labelOf(view, 'commentary')}, needed when off target`,
    placeholder: 'Why? What is being done? By when?',
    error: 'Say why, what is being done, and by when.',
  });
