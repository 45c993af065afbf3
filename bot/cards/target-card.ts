// The Target card: a measure's target for a year, with its last figures and last year's target beside
// it. One question of the same sitting as the figures; there is no finality and no commentary.
import {
  type AdaptiveCard,
  adaptiveCard,
  button,
  type CardData,
  type Element,
} from './adaptive-card.ts';
import { heading, notice, run, sentence, small } from './card-parts.ts';
import { cardText, plainText } from './card-text.ts';
import { type HistoryLine, historyTable, spokenHistory } from './history-table.ts';
import type { Position, Saved } from './question.ts';
import { savedNotice, saveTitle, toggle } from './question-card.ts';

export type TargetField = 'value' | 'low' | 'high' | 'because';
export type TargetTyped = { readonly [F in TargetField]: string };

export type TargetView = {
  readonly return: string;
  readonly revision: number;
  readonly cycle: string;
  readonly name: string;
  readonly code: string;
  /** "2021-22" */
  readonly year: string;
  readonly unit: string;
  readonly unitHeading: string;
  readonly goodIs: string | null;
  /** "85% or more"; null where there was none. */
  readonly lastTarget: string | null;
  readonly standingInFor: string | null;
  readonly history: readonly HistoryLine[];
  readonly asksFor: 'value' | 'range';
  readonly typed: TargetTyped;
  readonly position: Position | null;
  readonly saved: Saved | null;
  readonly refusal: { readonly words: string; readonly field: TargetField } | null;
  readonly longestReason: number;
  readonly seenBy: string;
};

export const targetCard = (view: TargetView): AdaptiveCard => {
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
      ...fieldsOf(view).flatMap((field) => numberField(view, field)),
      { type: 'ActionSet', actions: [toggle('No target, because', 'no-target')] },
      noTargetPanel(view, data),
      small(view.seenBy, 'Default'),
    ],
    [
      button({
        title: saveTitle(view.position),
        verb: 'target',
        data,
        primary: true,
        withInputs: true,
      }),
    ],
  );
};

/** Named as in every list of what is owed. */
const titleOf = ({ year, name }: TargetView): string => `Target for ${year}: ${name}`;

const spoken = (view: TargetView): string => {
  const newest = view.history[0];
  const past = newest === undefined ? '' : ` ${spokenHistory(newest)}.`;
  const first = view.refusal === null ? '' : `Not saved. ${view.refusal.words} `;
  return `${first}${titleOf(view)}.${past}`;
};

/** Where to look; the reason stands at the field, and is not said twice. */
const noticeOf = (view: TargetView): Element[] => {
  const { refusal, saved } = view;
  if (refusal === null) return saved === null ? [] : [savedNotice(saved)];
  return [
    notice('refused', [
      run('Not saved. ', { weight: 'Bolder' }),
      run(`See "${labelOf(view, refusal.field)}" below.`),
    ]),
  ];
};

const aboutMeasure = (view: TargetView): Element[] => {
  const beneath = [
    `Measure ${view.code}`,
    ...(view.goodIs === null ? [] : [view.goodIs]),
    ...(view.standingInFor === null ? [] : [`for ${view.standingInFor}`]),
  ];
  return [
    heading(titleOf(view)),
    small(beneath.join(' · '), 'None'),
    sentence(
      view.lastTarget === null
        ? 'There was no target last year.'
        : `Last year's target: ${view.lastTarget}.`,
      'Small',
    ),
  ];
};

const fieldsOf = ({ asksFor }: TargetView): readonly ('value' | 'low' | 'high')[] =>
  asksFor === 'range' ? ['low', 'high'] : ['value'];

const labels: { readonly [F in TargetField]: string } = {
  value: 'Target',
  low: 'Range from',
  high: 'Range to',
  because: 'Because',
};

const labelOf = ({ unit }: TargetView, field: TargetField): string =>
  field === 'because' || unit === '' ? labels[field] : `${labels[field]} (${unit})`;

const longestNumber = 60;

const numberField = (view: TargetView, id: 'value' | 'low' | 'high'): Element[] => [
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

/** Closed until asked for, and open when it is what was refused. */
const noTargetPanel = (view: TargetView, data: CardData): Element => ({
  type: 'Container',
  id: 'no-target',
  style: 'emphasis',
  spacing: 'Medium',
  isVisible: view.refusal?.field === 'because' || view.typed.because !== '',
  items: [
    {
      type: 'Input.Text',
      id: 'because',
      label: labelOf(view, 'because'),
      placeholder: 'Such as: the service changes in the autumn',
      value: view.typed.because,
      errorMessage: 'Say why there is no target.',
      ...(view.typed.because.length <= view.longestReason ? { maxLength: view.longestReason } : {}),
    },
    ...atField(view, 'because'),
    {
      type: 'ActionSet',
      actions: [button({ title: 'Save as no target', verb: 'no-target', data, withInputs: true })],
    },
  ],
});

const atField = ({ refusal }: TargetView, field: TargetField): Element[] =>
  refusal?.field === field ? [fieldNote(refusal.words)] : [];

const fieldNote = (words: string): Element => ({
  type: 'TextBlock',
  text: cardText(words),
  wrap: true,
  color: 'Attention',
  size: 'Small',
  spacing: 'None',
});
