// The fields of a Report card for work, a saving and a risk.
import type { Element } from './adaptive-card.ts';
import { quiet, run, sentence, small } from './card-parts.ts';
import { panel } from './question-parts.ts';
import { type Asks, type ReportView, type ScoreLine, typedIn } from './report.ts';
import {
  amountField,
  choiceField,
  dateField,
  inPounds,
  statusField,
  wordsField,
} from './report-fields.ts';
import { fieldLabel } from './report-labels.ts';

/** A new date is asked for only of work that is behind: behindPanel. */
export const progressFields = (view: ReportView): Element[] => [
  ...statusField(view),
  ...amountField(view, {
    id: 'percent',
    label: fieldLabel('percent', view),
    placeholder: '0 to 100, such as 60',
  }),
  ...changedField(view, {
    needed: 'at risk, delayed or stopped',
    placeholder: 'Such as: the survey is done; the contract is let in November',
  }),
];

/** Opened by a button of its own, and open where it is known already that a new date is wanted. */
export const behindPanel = (
  view: ReportView,
  { isBehind }: Extract<Asks, { of: 'progress' }>,
): Element =>
  panel('behind', {
    open:
      isBehind || typedIn(view.typed, 'expectedOn') !== '' || view.refusal?.field === 'expectedOn',
    items: dateField(view, { id: 'expectedOn', label: fieldLabel('expectedOn', view) }),
  });

export const savingFields = (view: ReportView): Element[] => [
  ...amountField(view, {
    id: 'achieved',
    label: fieldLabel('achieved', view),
    placeholder: inPounds,
  }),
  ...amountField(view, {
    id: 'forecast',
    label: fieldLabel('forecast', view),
    placeholder: inPounds,
  }),
  ...statusField(view),
  ...changedField(view, {
    needed: 'at risk, delayed or stopped',
    placeholder: 'Such as: the contract was let a month late',
  }),
];

export const riskFields = (
  view: ReportView,
  { scores, appetite }: Extract<Asks, { of: 'risk' }>,
): Element[] => [
  scored(scores),
  ...(appetite === null ? [] : [small(appetite)]),
  ...choiceField(view, {
    id: 'likelihood',
    label: fieldLabel('likelihood', view),
    error: 'Choose how likely it is.',
    choices: inWords(likelihoods),
  }),
  ...choiceField(view, {
    id: 'impact',
    label: fieldLabel('impact', view),
    error: 'Choose how much it would matter.',
    choices: inWords(impacts),
  }),
  sentence('Both as they are now, with the controls there are.', 'Small'),
  ...dateField(view, { id: 'reviewOn', label: fieldLabel('reviewOn', view) }),
  ...changedField(view, {
    needed: 'above what the council accepts',
    placeholder: 'Such as: a second supplier is under contract',
  }),
];

type Changed = { readonly needed: string; readonly placeholder: string };

const changedField = (view: ReportView, { needed, placeholder }: Changed): Element[] =>
  wordsField(view, {
    id: 'commentary',
    label: `${fieldLabel('commentary', view)}, needed when ${needed}`,
    placeholder,
    error: 'Say what has changed, what is being done, and by when.',
  });

const likelihoods = ['rare', 'unlikely', 'possible', 'likely', 'almost certain'] as const;
const impacts = ['slight', 'minor', 'moderate', 'major', 'severe'] as const;

/** "3 – possible" */
const inWords = (words: readonly string[]) =>
  words.map((each, index) => ({ title: `${index + 1} – ${each}`, value: String(index + 1) }));

/** A table of nine dashes would say no more. */
const scored = (scores: readonly ScoreLine[]): Element =>
  scores.every(({ likelihood, impact }) => likelihood === '–' && impact === '–')
    ? small('It has not been scored before.')
    : scoreTable(scores);

const scoreTable = (scores: readonly ScoreLine[]): Element => ({
  type: 'Table',
  firstRowAsHeader: true,
  showGridLines: false,
  spacing: 'Small',
  columns: [{ width: 18 }, right(11), right(8), right(7)],
  rows: [
    tableRow(['Risk', 'Likelihood', 'Impact', 'Score'], true),
    ...scores.map(({ name, likelihood, impact, score }) =>
      tableRow([name, likelihood, impact, score], false),
    ),
  ],
});

const right = (width: number) => ({ width, horizontalCellContentAlignment: 'Right' as const });

const tableRow = (texts: readonly string[], isHeader: boolean) => ({
  type: 'TableRow' as const,
  cells: texts.map((text, at) => ({
    type: 'TableCell' as const,
    items: [
      {
        type: 'RichTextBlock' as const,
        inlines: [
          isHeader ? run(text, { size: 'Small', weight: 'Bolder' }) : cellRun(text, at === 0),
        ],
        horizontalAlignment: at === 0 ? ('Left' as const) : ('Right' as const),
      },
    ],
  })),
});

const cellRun = (text: string, isName: boolean) =>
  isName ? quiet(text) : run(text, { size: 'Small' });
