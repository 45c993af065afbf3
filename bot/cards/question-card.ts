// The Question card: one measure with its past, what was typed kept, and what went before said at
// the top. It decides nothing: what may be saved is the use case's.
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { run, small, statusRun } from './card-parts.ts';
import { historyTable } from './history-table.ts';
import type { Field, QuestionView } from './question.ts';
import {
  commentaryField,
  labelOf,
  noDataPanel,
  statusChoice,
  valueFields,
} from './question-fields.ts';
import { aboutMeasure, askingCard, noticeOf, toggle } from './question-parts.ts';

export const questionCard = (view: QuestionView): AdaptiveCard =>
  askingCard(view, {
    verb: 'answer',
    spoken: `${view.name}, ${view.period}`,
    body: (data) => [
      ...noticeOf(view, (field) => labelOf(view, field as Field), computedRuns(view)),
      ...aboutMeasure(view, {
        title: view.name,
        target:
          view.target === null
            ? `${view.period}. No target.`
            : `${view.period}. Target: ${view.target}.`,
      }),
      ...historyTable(view.history, view.unitHeading),
      ...valueFields(view),
      statusChoice(view),
      ...commentaryField(view),
      moreChoices(view),
      noDataPanel(view, data),
      ...definitionPanel(view),
      small(view.seenBy, 'Default'),
    ],
  });

/** What the figures typed come to, where they could be read. */
const computedRuns = ({ refusal }: QuestionView) => {
  const computed = refusal?.computed ?? null;
  return computed === null
    ? []
    : [run(`${computed.figure} `, { weight: 'Bolder' }), statusRun(computed.standing), run('. ')];
};

/** What opens beneath, on demand: the answer that is not a figure, and what the measure counts. */
const moreChoices = ({ definition }: QuestionView): Element => ({
  type: 'ActionSet',
  actions: [
    toggle('No data yet', 'no-data'),
    ...(definition === null ? [] : [toggle('What counts', 'definition')]),
  ],
});

const definitionPanel = ({ definition }: QuestionView): Element[] =>
  definition === null
    ? []
    : [
        {
          type: 'Container',
          id: 'definition',
          isVisible: false,
          style: 'emphasis',
          items: [small(definition)],
        },
      ];
