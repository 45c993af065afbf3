// The Question card: one measure with its past, what was typed kept, and what went before said at
// the top. It decides nothing: what may be saved is the use case's.
import type { CardData, Element, Run } from './adaptive-card.ts';
import { type Action, type AdaptiveCard, adaptiveCard, button } from './adaptive-card.ts';
import { heading, notice, run, sentence, small, statusRun } from './card-parts.ts';
import { historyTable, spokenHistory } from './history-table.ts';
import type { Position, QuestionView, Saved } from './question.ts';
import {
  commentaryField,
  labelOf,
  noDataPanel,
  statusChoice,
  valueFields,
} from './question-fields.ts';

export const questionCard = (view: QuestionView): AdaptiveCard => {
  const data: CardData = {
    v: 1,
    cycle: view.cycle,
    return: view.return,
    revision: view.revision,
  };
  return adaptiveCard(
    spoken(view),
    [
      ...noticeOf(view),
      ...aboutMeasure(view),
      ...historyTable(view.history, view.unitHeading),
      ...valueFields(view),
      statusChoice(view),
      ...commentaryField(view),
      moreChoices(view),
      noDataPanel(view, data),
      ...definitionPanel(view),
      small(view.seenBy, 'Default'),
    ],
    [
      button({
        title: saveTitle(view.position),
        verb: 'answer',
        data,
        primary: true,
        withInputs: true,
      }),
    ],
  );
};

const spoken = (view: QuestionView): string => {
  const newest = view.history[0];
  const past = newest === undefined ? '' : ` ${spokenHistory(newest)}.`;
  const first = view.refusal === null ? '' : `Not saved. ${view.refusal.words} `;
  return `${first}${view.name}, ${view.period}.${past}`;
};

/** Where to look; the reason stands at the field, and is not said twice. */
const noticeOf = (view: QuestionView): Element[] => {
  const { refusal, saved } = view;
  if (refusal !== null)
    return [
      notice('refused', [
        run('Not saved. ', { weight: 'Bolder' }),
        ...(refusal.computed === null
          ? []
          : [
              run(`${refusal.computed.figure} `, { weight: 'Bolder' }),
              statusRun(refusal.computed.standing),
              run('. '),
            ]),
        run(
          refusal.field === null ? refusal.words : `See "${labelOf(view, refusal.field)}" below.`,
        ),
      ]),
    ];
  return saved === null ? [] : [savedNotice(saved)];
};

/** "Saved. Household waste recycled: 83.2% ■ Off target" */
export const savedNotice = ({ name, result }: Saved): Element =>
  notice('saved', [run('Saved. ', { weight: 'Bolder' }), ...savedRuns(name, result)]);

const savedRuns = (name: string, result: Saved['result']): Run[] => {
  if ('until' in result) return [run(`${name}: no data until ${result.until}`)];
  if ('target' in result) return [run(`${name}: ${result.target}`)];
  if ('noTarget' in result) return [run(`${name}: no target. ${result.noTarget}`)];
  return [run(`${name}: ${result.figure} `), statusRun(result.standing)];
};

const aboutMeasure = (view: QuestionView): Element[] => {
  const beneath = [
    `Measure ${view.code}`,
    ...(view.goodIs === null ? [] : [view.goodIs]),
    ...(view.standingInFor === null ? [] : [`for ${view.standingInFor}`]),
  ];
  return [
    heading(view.name),
    small(beneath.join(' · '), 'None'),
    sentence(
      view.target === null
        ? `${view.period}. No target.`
        : `${view.period}. Target: ${view.target}.`,
      'Small',
    ),
  ];
};

/** What opens beneath, on demand: the answer that is not a figure, and what the measure counts. */
const moreChoices = ({ definition }: QuestionView): Element => ({
  type: 'ActionSet',
  actions: [
    toggle('No data yet', 'no-data'),
    ...(definition === null ? [] : [toggle('What counts', 'definition')]),
  ],
});

export const toggle = (title: string, panel: string): Action => ({
  type: 'Action.ToggleVisibility',
  title,
  targetElements: [panel],
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

export const saveTitle = (position: Position | null): string => {
  if (position === null) return 'Save the correction';
  const { number, of } = position;
  if (of === 1) return 'Save';
  return number < of
    ? `Save and next (${number} of ${of})`
    : `Save and finish (${number} of ${of})`;
};
