// The card of targets that wait for a director: each beside last year's and the last figure; all that are
// shown endorsed at once, or one sent back with a reason.
import { type AdaptiveCard, adaptiveCard, button, type Element } from './adaptive-card.ts';
import { heading, notice, quiet, row, run, small } from './card-parts.ts';
import { plainText, shortened } from './card-text.ts';
import { noteAt, panel, reasonField, toggle } from './question-parts.ts';

export type TargetLine = {
  /** The target's key, after the revision it was drawn at. */
  readonly value: string;
  readonly name: string;
  /** "80% or more"; null where there is to be none. */
  readonly proposed: string | null;
  /** "last year 75% or more", "last figure 70% in Q1 2021-22", "by Waste Lead": in that order. */
  readonly beneath: readonly string[];
};

export type EndorseView = {
  readonly cycle: string;
  /** "3 targets wait for you to endorse" */
  readonly title: string;
  /** Those shown; the others come once these are dealt with. */
  readonly lines: readonly TargetLine[];
  readonly more: number;
  /** What the shown are known by as they stand. */
  readonly seen: string;
  /** What the last press did. */
  readonly said: string | null;
  readonly refusal: { readonly words: string; readonly field: 'target' | 'because' | null } | null;
  readonly typed: { readonly target: string; readonly because: string };
  readonly longestReason: number;
};

export const targetEndorseCard = (view: EndorseView): AdaptiveCard => {
  const { cycle, title, lines, more, seen, refusal } = view;
  const count = lines.length;
  return adaptiveCard(
    `${refusal === null ? '' : `Not saved. ${refusal.words} `}${title}`,
    [
      ...noticeOf(view),
      heading(title),
      ...lines.map(lineOf),
      ...(more > 0 ? [small(`and ${more} more, once these are dealt with`, 'Default')] : []),
      { type: 'ActionSet', actions: [toggle('Send one back', 'send-one-back')] },
      sendBackPanel(view),
      small('They rate nothing until Cabinet or its delegate has agreed them.', 'Default'),
    ],
    [
      button({
        title: count === 1 ? 'Endorse it' : `Endorse ${more > 0 ? 'these' : 'all'} ${count}`,
        verb: 'endorse',
        data: { v: 1, cycle, seen },
        primary: true,
      }),
    ],
  );
};

const noticeOf = ({ said, refusal }: EndorseView): readonly Element[] => {
  if (refusal !== null)
    return [
      notice('refused', [
        run('Not saved. ', { weight: 'Bolder' }),
        run(refusal.field === null ? refusal.words : 'See "Send one back" below.'),
      ]),
    ];
  return said === null ? [] : [notice('saved', [run(said)])];
};

/** What is proposed stands under its measure: beside it, a phone has no room for either. */
const lineOf = ({ name, proposed, beneath }: TargetLine): Element =>
  row(shortened(name, 120), null, [
    ...(proposed === null ? [] : [run(proposed, { weight: 'Bolder' }), quiet(' · ')]),
    quiet(shortened(beneath.join(' · '), 320)),
  ]);

const sendBackPanel = (view: EndorseView): Element => {
  const { cycle, lines, refusal, typed, longestReason } = view;
  const [first] = lines;
  const isListed = lines.some(({ value }) => value === typed.target);
  return panel('send-one-back', {
    open: refusal !== null && refusal.field !== null,
    items: [
      {
        type: 'Input.ChoiceSet',
        id: 'target',
        label: 'Which target',
        style: 'compact',
        value: isListed ? typed.target : (first?.value ?? ''),
        errorMessage: 'Choose a target.',
        choices: lines.map(({ value, name }) => ({
          title: plainText(shortened(name, 90)),
          value,
        })),
      },
      ...noteAt(refusal, 'target'),
      ...reasonField({
        id: 'because',
        label: 'Because',
        placeholder: 'Such as: below what was reached last year',
        error: 'Say why it goes back.',
        typed: typed.because,
        longest: longestReason,
        refusal,
      }),
      {
        type: 'ActionSet',
        actions: [
          button({
            title: 'Send it back',
            verb: 'send-target-back',
            data: { v: 1, cycle },
            withInputs: true,
          }),
        ],
      },
    ],
  });
};
