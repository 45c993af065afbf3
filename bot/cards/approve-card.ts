// The Approve card: everything that waits for one person's word. What is not plain stands first and is
// opened one by one; what is plain is approved together, as it was shown.
import type { Standing } from '../../src/registers/words.ts';
import {
  type Action,
  type AdaptiveCard,
  adaptiveCard,
  button,
  type Element,
} from './adaptive-card.ts';
import { heading, notice, quiet, row, run, small, smallStatus, subheading } from './card-parts.ts';
import { shortened } from './card-text.ts';
import { chooseOne } from './choose-one.ts';
import { type AlsoView, gatheredCard } from './gathered-card.ts';
import { type SignView, signPart } from './sign-card.ts';

export type ApproveLine = {
  readonly return: string;
  readonly name: string;
  /** "83.2%"; null where it gives no figure yet. */
  readonly figure: string | null;
  readonly standing: Standing | null;
  /** "Voids Officer"; who answered. */
  readonly by: string | null;
  /** Why it is to be opened first: "doubted: 175 times last quarter (420)". Empty where it is plain. */
  readonly why: readonly string[];
};

export type ApproveView = {
  readonly cycle: string;
  /** "Quarter 2: 7 returns wait for your approval" */
  readonly title: string;
  /** What the last press did; null before any. */
  readonly saved: string | null;
  readonly refusal: string | null;
  /** To be opened before they are approved, and those that are plain: as many as a card holds. */
  readonly first: readonly ApproveLine[];
  readonly plain: readonly ApproveLine[];
  /** How many more wait besides those shown. */
  readonly more: number;
  /** What the plain ones are known by as they are shown. */
  readonly shown: string;
  /** "What is not approved by Wed 21 October, when the collection closes, is marked so." */
  readonly until: string;
  readonly sign: SignView | null;
  readonly also: readonly AlsoView[];
};

/** So many of each: more would take a card past 28 KB and a phone's patience. */
export const mostFirst = 6;
export const mostPlain = 12;

export const approveCard = (view: ApproveView): AdaptiveCard => {
  const { title, refusal, first, plain } = view;
  const waits = first.length + plain.length > 0;
  const card = adaptiveCard(
    `${refusal === null ? '' : `${refusal} `}${title}`,
    [
      ...noticeOf(view),
      heading(title),
      ...(first.length > 0 ? [subheading('To look at first'), ...first.map(lineOf)] : []),
      ...(plain.length > 0
        ? [subheading(first.length > 0 ? 'Plain' : 'All plain'), ...plain.map(lineOf)]
        : []),
      ...(view.more > 0 ? [small(`and ${view.more} more once these are done`, 'Default')] : []),
      ...(waits ? [small(view.until, 'Default')] : []),
      ...openOne(view),
      ...(view.sign === null ? [] : signPart(view.sign)),
    ],
    approveButton(view),
  );
  return gatheredCard(card, view.also);
};

const noticeOf = ({ saved, refusal }: ApproveView): Element[] => {
  if (refusal !== null) return [notice('refused', [run(refusal)])];
  return saved === null ? [] : [notice('saved', [run(saved)])];
};

const lineOf = ({ name, figure, standing, by, why }: ApproveLine): Element =>
  row(shortened(name, 120), figure, [
    ...(standing === null ? [quiet('No figure yet')] : [smallStatus(standing)]),
    ...(by === null ? [] : [quiet(` · by ${by}`)]),
    ...why.map((each) => quiet(` · ${shortened(each, 120)}`)),
  ]);

/** The only one that is to be opened first has a button of its own: approveButton. */
const openOne = ({ cycle, first, plain }: ApproveView): Element[] =>
  first.length === 1 && plain.length === 0
    ? []
    : chooseOne({
        id: 'open-one',
        title: first.length > 0 ? 'Open one' : 'Look at one, or send it back',
        only: 'Look at it, or send it back',
        verb: 'review',
        data: { v: 1, cycle },
        lines: [...first, ...plain],
        longestName: 60,
        errorMessage: 'Choose a return.',
      });

/** The button that does most comes first; with nothing plain, what is to be opened is opened. */
const approveButton = ({ cycle, first, plain, shown }: ApproveView): readonly Action[] => {
  const [one] = first;
  const open =
    one === undefined
      ? []
      : [
          button({
            title: `Open ${shortened(one.name, 40)}`,
            verb: 'review',
            data: { v: 1, cycle, return: one.return },
            primary: plain.length === 0,
          }),
        ];
  if (plain.length === 0) return open;
  const count = plain.length;
  return [
    button({
      title: count === 1 ? 'Approve the plain one' : `Approve the ${count} plain ones`,
      verb: 'approve',
      data: { v: 1, cycle, shown },
      primary: true,
    }),
    ...open,
  ];
};
