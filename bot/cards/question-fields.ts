// The fields of a Question card. Each is text, since Teams sends numbers in the person's locale;
// nothing is required here, because a required field would also bar "No data yet".
import { button, type CardData, type Element } from './adaptive-card.ts';
import { cardText, plainText } from './card-text.ts';
import type { Field, QuestionView } from './question.ts';

const longestNumber = 60;

export const valueFields = (view: QuestionView): Element[] => {
  if (view.asksFor === 'value') return numberField(view, 'value');
  return [...numberField(view, 'numerator'), ...numberField(view, 'denominator')];
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
    case 'low':
      return 'Range from';
    case 'high':
      return 'Range to';
    case 'commentary':
      return 'Commentary';
    case 'until':
      return 'No data until';
    case 'because':
      return 'Because';
  }
};

const numberField = (view: QuestionView, id: 'value' | 'numerator' | 'denominator'): Element[] => [
  {
    type: 'Input.Text',
    id,
    label: plainText(labelOf(view, id)),
    value: view.typed[id],
    placeholder: 'A number, such as 1,234.5',
    errorMessage: 'A number is needed here, such as 1,234.5.',
    ...(view.typed[id].length <= longestNumber ? { maxLength: longestNumber } : {}),
  },
  ...atField(view, id),
];

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
    ...withinMost(view, view.typed.commentary),
  },
  ...atField(view, 'commentary'),
];

/** Closed until asked for, and open when it is what was refused. */
export const noDataPanel = (view: QuestionView, data: CardData): Element => ({
  type: 'Container',
  id: 'no-data',
  style: 'emphasis',
  spacing: 'Medium',
  isVisible: view.refusal?.field === 'until' || view.refusal?.field === 'because',
  items: [
    {
      type: 'Input.Date',
      id: 'until',
      label: labelOf(view, 'until'),
      value: view.typed.until,
      min: view.earliestUntil,
      errorMessage: 'Choose a date after today.',
    },
    ...atField(view, 'until'),
    {
      type: 'Input.Text',
      id: 'because',
      label: labelOf(view, 'because'),
      placeholder: 'Such as: the national figure is published in November',
      value: view.typed.because,
      errorMessage: 'Say why there is no figure yet.',
      ...withinMost(view, view.typed.because),
    },
    ...atField(view, 'because'),
    {
      type: 'ActionSet',
      actions: [button({ title: 'Save as no data yet', verb: 'no-data', data, withInputs: true })],
    },
  ],
});

/** A limit shorter than what is already typed would cut it. */
const withinMost = ({ longestCommentary }: QuestionView, typed: string) =>
  typed.length <= longestCommentary ? { maxLength: longestCommentary } : {};

const atField = ({ refusal }: QuestionView, field: Field): Element[] =>
  refusal?.field !== field
    ? []
    : [
        {
          type: 'TextBlock',
          text: cardText(refusal.words),
          wrap: true,
          color: 'Attention',
          size: 'Small',
          spacing: 'None',
        },
      ];
