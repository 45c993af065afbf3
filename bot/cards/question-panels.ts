// What opens beneath a question on demand: no data yet, forecast and limits, what counts, another
// one first. Each is closed until it is asked for, or holds what was typed or refused.
import { button, type CardData, type Element } from './adaptive-card.ts';
import { small } from './card-parts.ts';
import { plainText, shortened } from './card-text.ts';
import type { Asked, QuestionView } from './question.ts';
import { labelOf, longField } from './question-fields.ts';
import { noteAt, numberField, panel, reasonField, toggle } from './question-parts.ts';

/** In an order that puts the short ones side by side on a phone. */
export const panelToggles = (view: QuestionView): Element => ({
  type: 'ActionSet',
  actions: [
    view.workedOut === null
      ? toggle('No data yet', 'no-data')
      : toggle('It is not right', 'not-right'),
    ...(countsFor(view).length === 0 ? [] : [toggle(countsTitle(view), 'definition')]),
    toggle('Source, forecast, limits', 'forecast-and-limits'),
    ...(view.others.length === 0 ? [] : [toggle(anotherTitle, 'another')]),
  ],
});

/** What else is owed may be no measure. */
export const anotherTitle = 'Another one first';

export const noDataPanel = (view: QuestionView, data: CardData): Element =>
  panel('no-data', {
    open: view.refusal?.field === 'until' || view.refusal?.field === 'because',
    items: [
      {
        type: 'Input.Date',
        id: 'until',
        label: labelOf(view, 'until'),
        value: view.typed.until,
        min: view.tomorrow,
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

/** One line of a list. */
const longestSource = 255;

/** What was said of the source last time stands in its field, and opens nothing by itself. */
export const forecastPanel = (view: QuestionView): Element => {
  const { typed, refusal } = view;
  return panel('forecast-and-limits', {
    open:
      typed.forecast !== '' ||
      typed.limits !== '' ||
      refusal?.field === 'forecast' ||
      refusal?.field === 'source' ||
      refusal?.field === 'limits',
    items: [
      ...reasonField({
        id: 'source',
        label: labelOf(view, 'source'),
        placeholder: 'Such as: the housing system, run on 1 October',
        error: 'Say where the figure comes from.',
        typed: typed.source,
        longest: longestSource,
        refusal,
      }),
      ...numberField({
        id: 'forecast',
        label: labelOf(view, 'forecast'),
        typed: typed.forecast,
        refusal,
      }),
      ...longField(view, {
        id: 'limits',
        label: labelOf(view, 'limits'),
        placeholder: 'Such as: two weeks of records are missing',
        error: 'Say what a reader must know of how good the figure is.',
      }),
    ],
  });
};

/** A definition that is longer is read whole in the tab. */
const longestDefinition = 1_500;
const longestComparison = 300;

export const definitionPanel = (view: QuestionView): Element[] => {
  const items = countsFor(view);
  return items.length === 0 ? [] : [panel('definition', { open: false, items })];
};

/** What counts, then how others stand. */
const countsFor = ({ definition, comparators }: QuestionView): readonly Element[] => [
  ...(definition === null ? [] : [small(shortened(definition, longestDefinition))]),
  ...comparators.map((each) => small(shortened(each, longestComparison), 'Default')),
];

const countsTitle = ({ definition }: QuestionView): string =>
  definition === null ? 'How others stand' : 'What counts';

/** What is typed here is kept, and the one chosen is opened. */
export const anotherPanel = (
  { others }: Pick<Asked, 'others'>,
  data: CardData,
  keeps: 'keep' | 'keep-line' = 'keep',
): Element[] => {
  const [first] = others;
  if (first === undefined) return [];
  return [
    panel('another', {
      open: false,
      items: [
        {
          type: 'Input.ChoiceSet',
          id: 'next',
          label: 'Which one',
          style: 'compact',
          value: first.value,
          errorMessage: 'Choose what to open.',
          choices: others.map((each) => ({ ...each, title: plainText(each.title) })),
        },
        {
          type: 'ActionSet',
          actions: [
            button({
              title: 'Keep this and open it',
              verb: keeps,
              data: { ...data, to: 'another' },
              withInputs: true,
            }),
          ],
        },
      ],
    }),
  ];
};
