// The Receipt: everything returned, each with its new status and direction, and a way to correct
// one until the cycle closes.
import type { RatedAgainst, Standing } from '../../src/registers/words.ts';
import { type AdaptiveCard, adaptiveCard, type Element } from './adaptive-card.ts';
import { heading, quiet, row, run, sentence, small, smallStatus } from './card-parts.ts';
import { shortened } from './card-text.ts';
import { chooseOne } from './choose-one.ts';
import type { Reported, Saved, SetTarget } from './question.ts';
import { savedNotice } from './question-parts.ts';

export type ReceiptLine = {
  readonly return: string;
  readonly name: string;
  readonly result:
    | {
        readonly figure: string;
        readonly standing: Standing;
        readonly against?: RatedAgainst;
        /** "↗ Better than last quarter"; null when there is nothing to compare. */
        readonly direction: string | null;
        readonly provisional: boolean;
        /** "action by Fri 30 October, Head of Waste"; null where nothing was promised. */
        readonly promised: string | null;
      }
    | { readonly until: string }
    | SetTarget
    | Reported;
  /** Who answered, where it was somebody else. */
  readonly by: string | null;
  /** "waits for approval"; null where nobody needs to approve it. */
  readonly approval: string | null;
};

export type ReceiptView = {
  readonly cycle: string;
  /** "All 3 returned. Thank you." */
  readonly title: string;
  readonly lines: readonly ReceiptLine[];
  readonly saved: Saved | null;
  /** What stands beneath the lines, sentence by sentence. */
  readonly after: readonly string[];
  /** The day until which an answer may be corrected; null once the cycle has closed. */
  readonly correctUntil: string | null;
  readonly seenBy: string;
};

const mostLines = 12;

export const receiptCard = (view: ReceiptView): AdaptiveCard => {
  const shown = view.lines.slice(0, mostLines);
  const more = view.lines.length - shown.length;
  return adaptiveCard(view.title, [
    ...(view.saved === null ? [] : [savedNotice(view.saved)]),
    heading(view.title),
    ...shown.map(receiptRow),
    ...(more > 0 ? [sentence(`and ${more} more.`)] : []),
    ...view.after.map((each) => sentence(each)),
    ...correction(view),
    small(view.seenBy, 'Default'),
  ]);
};

const receiptRow = ({ name, result, by, approval }: ReceiptLine): Element => {
  const answeredBy = [by === null ? null : `by ${by}`, approval]
    .filter((each) => each !== null)
    .map((each) => quiet(` · ${each}`));
  if ('target' in result)
    return row(shortened(name, 120), result.target, [quiet('Target proposed'), ...answeredBy]);
  if ('noTarget' in result)
    return row(shortened(name, 120), null, [quiet(`No target: ${result.noTarget}`), ...answeredBy]);
  if ('reported' in result)
    return row(shortened(name, 120), null, [quiet(result.reported), ...answeredBy]);
  if ('until' in result)
    return row(shortened(name, 120), null, [
      smallStatus('not yet available'),
      quiet(` · no data until ${result.until}`),
      ...answeredBy,
    ]);
  return row(shortened(name, 120), result.figure, [
    smallStatus(result.standing, result.against),
    ...(result.direction === null ? [] : [run(` ${result.direction}`, { size: 'Small' })]),
    ...(result.provisional ? [quiet(' · provisional')] : []),
    ...(result.promised === null ? [] : [quiet(` · ${result.promised}`)]),
    ...answeredBy,
  ]);
};

const correction = ({ cycle, correctUntil, lines }: ReceiptView): Element[] =>
  correctUntil === null || lines.length === 0
    ? []
    : [
        small(`You can correct an answer until ${correctUntil}.`, 'Default'),
        ...chooseOne({
          id: 'correct-one',
          title: 'Correct one',
          only: 'Correct it',
          verb: 'correct',
          data: { v: 1, cycle },
          lines,
          longestName: 90,
          errorMessage: 'Choose the return to correct.',
        }),
      ];
