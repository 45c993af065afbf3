// The week's card: at most seven lines, most serious first, each with its three answers. Also the card of
// what is urgent, which is the same with fewer lines.
import { type AdaptiveCard, adaptiveCard, button, type Element } from './adaptive-card.ts';
import { heading, line, notice, quiet, run, small } from './card-parts.ts';
import { shortened } from './card-text.ts';
import { type EscalationLine, escalationLine } from './escalation-lines.ts';
import { andMore } from './manager-card.ts';

export type DigestView = {
  /** "5 things need you this week" */
  readonly title: string;
  /** Most serious first; those past the seventh are counted. */
  readonly lines: readonly EscalationLine[];
  /** Missing returns that are too many for a line each. */
  readonly missing: readonly MissingGathered[];
  /** "3 more are acknowledged, and wait for others." Null where there are none. */
  readonly others: string | null;
  /** "Acknowledged: Homes re-let in time." */
  readonly saved?: string | null;
};

export type MissingGathered = {
  readonly cycle: string;
  readonly count: number;
  /** "47 returns of quarter 2 are still missing" */
  readonly words: string;
  /** "Longest: Homes re-let in time, 9 working days late, Head of Voids; …" */
  readonly longest: string;
};

const mostLines = 7;

export const digestCard = (view: DigestView): AdaptiveCard => {
  const shown = view.lines.slice(0, mostLines - view.missing.length);
  return adaptiveCard(
    [view.title, ...(view.saved ? [view.saved] : [])].join('. '),
    [
      ...(view.saved ? [notice('saved', [run(view.saved)])] : []),
      heading(view.title),
      ...shown.map(escalationLine),
      ...andMore(view.lines.length - shown.length, 'Escalations'),
      ...view.missing.map(missingBlock),
      ...(view.others === null ? [] : [small(view.others, 'Default')]),
    ],
    seeAll(shown),
  );
};

const missingBlock = ({ cycle, count, words, longest }: MissingGathered): Element => ({
  type: 'Container',
  separator: true,
  spacing: 'Medium',
  items: [
    line([run(words, { weight: 'Bolder' })]),
    line([quiet(shortened(longest, 400))]),
    {
      type: 'ActionSet',
      actions: [
        button({
          title: `Acknowledge these ${count}`,
          verb: 'acknowledge',
          data: { v: 1, cycle, level: 'SMT' },
        }),
      ],
    },
  ],
});

/** What is shown and no more: a line that came since is not acknowledged unseen. */
const seeAll = (shown: readonly EscalationLine[]) => {
  const open = shown.filter(({ may }) => may.see);
  return open.length < 2
    ? []
    : [
        button({
          title: `Acknowledge all ${open.length}`,
          verb: 'seen',
          data: { v: 1, shown: open.map(({ mark }) => mark).join(' '), from: 'all' },
          primary: true,
        }),
      ];
};
