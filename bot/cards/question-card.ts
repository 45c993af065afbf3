// The Question card: one measure with its past, what was typed kept, and what went before said at
// the top. It decides nothing: what may be saved is the use case's.
import type { AdaptiveCard, CardData } from './adaptive-card.ts';
import { run, small, statusRun } from './card-parts.ts';
import { historyTable } from './history-table.ts';
import { offTargetFields, promiseFields } from './off-target-fields.ts';
import type { Field, QuestionView } from './question.ts';
import { commentaryField, finalityChoice, labelOf, valueFields } from './question-fields.ts';
import {
  anotherPanel,
  definitionPanel,
  forecastPanel,
  noDataPanel,
  panelToggles,
} from './question-panels.ts';
import { aboutMeasure, askingCard, keptLine, noticeOf, sentBackNotice } from './question-parts.ts';
import { confirmTitle, notRightPanel, workedOutBlock } from './worked-out-fields.ts';

export const questionCard = (view: QuestionView): AdaptiveCard =>
  askingCard(view, {
    ...(view.workedOut === null
      ? { verb: 'answer', spoken: `${view.name}, ${view.period}` }
      : {
          verb: 'confirm-figure',
          spoken: `${view.name}, ${view.period}: ${view.workedOut.words.replace(/\.$/, '')}`,
          save: confirmTitle(view.workedOut, view),
        }),
    unasked: unaskedOf(view),
    body: (data) => [
      ...noticeOf(view, (field) => wantedAt(view, field as Field), computedRuns(view)),
      ...sentBackNotice(view),
      ...keptLine(view),
      ...aboutMeasure(view, { title: view.name, target: askedWords(view) }),
      ...historyTable(view.history, view.unitHeading),
      ...promiseFields(view),
      ...(view.workedOut === null
        ? [...valueFields(view), ...finalityChoice(view)]
        : [workedOutBlock(view.workedOut)]),
      ...commentaryField(view),
      ...offTargetFields(view),
      panelToggles(view),
      view.workedOut === null ? noDataPanel(view, data) : notRightPanel(view, data),
      forecastPanel(view),
      ...definitionPanel(view),
      ...anotherPanel(view, data),
      small(view.seenBy, 'Default'),
    ],
  });

/** A figure that is worked out is carried, so that another that has come of it meanwhile is not confirmed. */
const unaskedOf = ({ provisional, promised, workedOut, typed }: QuestionView): CardData => ({
  v: 1,
  ...(provisional !== null && { finality: 'final' }),
  ...(workedOut !== null && {
    value: typed.value,
    numerator: typed.numerator,
    denominator: typed.denominator,
  }),
  ...(promised !== null && { promiseOf: promised.key }),
});

/** Off target without a word, an action is wanted too: both are said at once. */
const wantedAt = (view: QuestionView, field: Field): readonly string[] => {
  const { offTarget, typed } = view;
  const alsoAction =
    field === 'commentary' && offTarget !== null && `${typed.action}${typed.noAction}` === '';
  return [labelOf(view, field), ...(alsoAction ? [labelOf(view, 'action')] : [])];
};

/** "Q2 2020-21. Target: 85% or more." Of a final figure, what was given as provisional comes first. */
const askedWords = ({ period, target, provisional }: QuestionView): string => {
  const asked =
    provisional === null
      ? `${period}.`
      : `Final figure for ${period}: ${provisional} was provisional.`;
  return target === null ? `${asked} No target.` : `${asked} Target: ${target}.`;
};

/** What the figures typed come to, where they could be read. */
const computedRuns = ({ refusal }: QuestionView) => {
  const computed = refusal?.computed ?? null;
  return computed === null
    ? []
    : [
        run(`${computed.figure} `, { weight: 'Bolder' }),
        statusRun(computed.standing),
        run(['. ', ...(refusal?.doubts ?? []).map((doubt) => `${doubt} `)].join('')),
      ];
};
