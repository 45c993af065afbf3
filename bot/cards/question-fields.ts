// The fields of a Question card. Each is text, since Teams sends numbers in the person's locale;
// nothing is required here, because a required field would also bar "No data yet".
import { button, type CardData, type Element } from './adaptive-card.ts';
import type { Field, QuestionView } from './question.ts';
import { noteAt, numberField, panel, reasonField, withinMost } from './question-parts.ts';

export const valueFields = (view: QuestionView): Element[] => {
  const field = (id: 'value' | 'numerator' | 'denominator') =>
    numberField({ id, label: labelOf(view, id), typed: view.typed[id], refusal: view.refusal });
  return view.asksFor === 'value'
    ? field('value')
    : [...field('numerator'), ...field('denominator')];
};

/** What a field is called: by its label, and in the notice that sends the reader to it. */
export const labelOf = ({ asksFor, unit }: QuestionView, field: Field): string => {
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
      return 'Because';
  }
};

export const statusChoice = ({ typed }: QuestionView): Element => ({
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
});

export const commentaryField = (view: QuestionView): Element[] => [
  {
    type: 'Input.Text',
    id: 'commentary',
    label: `${labelOf(view, 'commentary')}, needed when off target`,
    placeholder: 'Why? What is being done? By when?',
    isMultiline: true,
    value: view.typed.commentary,
    errorMessage: 'Say why, what is being done, and by when.',
    ...withinMost(view.longestCommentary, view.typed.commentary),
  },
  ...noteAt(view.refusal, 'commentary'),
];

export const noDataPanel = (view: QuestionView, data: CardData): Element =>
  panel('no-data', {
    open: view.refusal?.field === 'until' || view.refusal?.field === 'because',
    items: [
      {
        type: 'Input.Date',
        id: 'until',
        label: labelOf(view, 'until'),
        value: view.typed.until,
        min: view.earliestUntil,
        errorMessage: 'Choose a date after today.',
      },
      ...noteAt(view.refusal, 'until'),
      ...reasonField({
        id: 'because',
        label: labelOf(view, 'because'),
        placeholder: 'Such as: the national figure is published in November',
        error: 'Say why there is no figure yet.',
        typed: view.typed.because,
        longest: view.longestCommentary,
        refusal: view.refusal,
      }),
      {
        type: 'ActionSet',
        actions: [
          button({ title: 'Save as no data yet', verb: 'no-data', data, withInputs: true }),
        ],
      },
    ],
  });
