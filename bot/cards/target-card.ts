// The Target card: the target a measure's owner proposes for a year, with its last figures and last
// year's target beside it. One question of the same sitting as the figures; there is no finality and no
// commentary.
import { type AdaptiveCard, button, type CardData, type Element } from './adaptive-card.ts';
import { notice, run, small } from './card-parts.ts';
import { shortened } from './card-text.ts';
import { historyTable } from './history-table.ts';
import type { Asked } from './question.ts';
import { anotherPanel } from './question-panels.ts';
import {
  aboutMeasure,
  askingCard,
  keptLine,
  noticeOf,
  numberField,
  panel,
  reasonField,
  toggle,
} from './question-parts.ts';

export type TargetField = 'value' | 'low' | 'high' | 'because';
export type TargetTyped = { readonly [F in TargetField]: string };

export type TargetView = Asked & {
  readonly name: string;
  /** "2021-22" */
  readonly year: string;
  readonly unit: string;
  readonly unitHeading: string;
  /** "85% or more"; null where there was none. */
  readonly lastTarget: string | null;
  readonly asksFor: 'value' | 'range';
  readonly typed: TargetTyped;
  readonly refusal: { readonly words: string; readonly field: TargetField | null } | null;
  /** "Director of Housing sent it back: too easy beside last year."; null where nobody did. */
  readonly sentBack: string | null;
  /** Who says yes to it next, and until when it rates nothing. */
  readonly whatNext: string;
  readonly longestReason: number;
  readonly seenBy: string;
};

export const targetCard = (view: TargetView): AdaptiveCard =>
  askingCard(view, {
    verb: 'target',
    spoken: titleOf(view),
    body: (data) => [
      ...noticeOf(view, (field) => [labelOf(view, field as TargetField)]),
      ...keptLine(view),
      ...(view.sentBack === null
        ? []
        : [
            notice('doubted', [
              run('Sent back. ', { weight: 'Bolder' }),
              run(shortened(view.sentBack, 600)),
            ]),
          ]),
      ...aboutMeasure(view, {
        title: titleOf(view),
        target:
          view.lastTarget === null
            ? 'There was no target last year.'
            : `Last year's target: ${view.lastTarget}.`,
      }),
      ...historyTable(view.history, view.unitHeading),
      ...fieldsOf(view).flatMap((id) =>
        numberField({ id, label: labelOf(view, id), typed: view.typed[id], refusal: view.refusal }),
      ),
      {
        type: 'ActionSet',
        actions: [
          toggle('No target this year', 'no-target'),
          ...(view.others.length === 0 ? [] : [toggle('Another measure first', 'another')]),
        ],
      },
      noTargetPanel(view, data),
      ...anotherPanel(view, data),
      small(`${view.whatNext} ${view.seenBy}`, 'Default'),
    ],
  });

/** Named as in every list of what is owed. */
const titleOf = ({ year, name }: TargetView): string => `Target for ${year}: ${name}`;

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

const noTargetPanel = (view: TargetView, data: CardData): Element =>
  panel('no-target', {
    open: view.refusal?.field === 'because' || view.typed.because !== '',
    items: [
      small('In a baseline year this year’s figures set the next target; it needs no reason.'),
      ...reasonField({
        id: 'because',
        label: labelOf(view, 'because'),
        placeholder: 'Such as: the service changes in the autumn',
        error: 'Say why there is no target.',
        typed: view.typed.because,
        longest: view.longestReason,
        refusal: view.refusal,
      }),
      {
        type: 'ActionSet',
        actions: [
          button({ title: 'Save as no target', verb: 'no-target', data, withInputs: true }),
          button({ title: 'Save as baseline year', verb: 'baseline-year', data, withInputs: true }),
        ],
      },
    ],
  });
