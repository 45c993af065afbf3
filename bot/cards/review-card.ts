// One answer, opened before it is approved: all that was said of it, its past beside it, and two ways on:
// approve it, or send it back with a reason.
import type { Standing } from '../../src/registers/words.ts';
import { type AdaptiveCard, adaptiveCard, button, type Element } from './adaptive-card.ts';
import { heading, line, notice, quiet, run, sentence, small, statusRun } from './card-parts.ts';
import { shortened } from './card-text.ts';
import { type HistoryLine, historyTable } from './history-table.ts';
import { panel, reasonField, toggle } from './question-parts.ts';

export type ReviewView = {
  readonly cycle: string;
  readonly return: string;
  readonly revision: number;
  readonly name: string;
  readonly code: string;
  /** "83.2%"; null where it gives no figure yet. */
  readonly figure: string | null;
  readonly standing: Standing | null;
  /** "target 85% or more"; null where there is none. */
  readonly target: string | null;
  /** "Given by Voids Officer on Mon 5 October" */
  readonly given: string;
  /** "Doubted: ..."; "Commentary: ...": each as it was said, in reading order. */
  readonly said: readonly { readonly label: string; readonly words: string }[];
  readonly history: readonly HistoryLine[];
  readonly unit: string;
  /** What was typed as the reason, and what is wrong with it; both blank before. */
  readonly because: string;
  readonly refusal: string | null;
  /** How many wait besides. */
  readonly others: number;
};

const longestReason = 500;

export const reviewCard = (view: ReviewView): AdaptiveCard => {
  const { cycle, name, figure, standing, target, refusal } = view;
  const data = { v: 1 as const, cycle, return: view.return, revision: view.revision };
  return adaptiveCard(
    `${refusal === null ? '' : 'Not sent back. '}${name}: ${figure ?? 'no figure yet'}`,
    [
      ...(refusal === null
        ? []
        : [notice('refused', [run('Not sent back. ', { weight: 'Bolder' }), run('See below.')])]),
      heading(name),
      small(`Measure ${view.code} · ${view.given}`, 'None'),
      line(
        [
          run(figure === null ? 'No figure yet ' : `${figure} `, { weight: 'Bolder' }),
          ...(standing === null ? [] : [statusRun(standing)]),
          ...(target === null ? [] : [quiet(` · ${target}`)]),
        ],
        'Small',
      ),
      ...view.said.map(({ label, words }) =>
        sentence(`${label}: ${shortened(words, 600)}`, 'Small'),
      ),
      ...historyTable(view.history, view.unit),
      { type: 'ActionSet', actions: [toggle('Send it back', 'send-back-panel')] },
      sendBackPanel(view, data),
    ],
    [
      button({ title: 'Approve', verb: 'approve', data, primary: true }),
      button({
        title: view.others === 0 ? 'Leave it for now' : 'Back to the others',
        verb: 'review',
        data: { v: 1, cycle },
      }),
    ],
  );
};

const sendBackPanel = (
  { because, refusal }: ReviewView,
  data: {
    readonly v: 1;
    readonly cycle: string;
    readonly return: string;
    readonly revision: number;
  },
): Element => {
  const asked = refusal === null ? null : { words: refusal, field: 'because' as const };
  return panel('send-back-panel', {
    open: refusal !== null,
    items: [
      ...reasonField({
        id: 'because',
        label: 'What is to be put right',
        placeholder: 'Such as: the garages are to be left out',
        error: 'Say what is to be put right.',
        typed: because,
        longest: longestReason,
        refusal: asked,
      }),
      small('Its owner gets this reason, with all they answered kept.', 'None'),
      {
        type: 'ActionSet',
        actions: [button({ title: 'Send it back now', verb: 'send-back', data, withInputs: true })],
      },
    ],
  });
};
