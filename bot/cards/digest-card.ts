// The week's card: at most seven lines, most serious first, each with its three answers. Also the card of
// what is urgent, which is the same with fewer lines.
import { type AdaptiveCard, adaptiveCard, button } from './adaptive-card.ts';
import { heading, notice, run, small } from './card-parts.ts';
import { type EscalationLine, escalationLine } from './escalation-lines.ts';
import { andMore } from './manager-card.ts';

export type DigestView = {
  /** "5 things need you this week" */
  readonly title: string;
  /** Most serious first; those past the seventh are counted. */
  readonly lines: readonly EscalationLine[];
  /** "3 more are acknowledged, and wait for others." Null where there are none. */
  readonly others: string | null;
  /** "Acknowledged: Homes re-let in time." */
  readonly saved?: string | null;
};

const mostLines = 7;

export const digestCard = (view: DigestView): AdaptiveCard => {
  const shown = view.lines.slice(0, mostLines);
  return adaptiveCard(
    [view.title, ...(view.saved ? [view.saved] : [])].join('. '),
    [
      ...(view.saved ? [notice('saved', [run(view.saved)])] : []),
      heading(view.title),
      ...shown.map(escalationLine),
      ...andMore(view.lines.length - shown.length),
      ...(view.others === null ? [] : [small(view.others, 'Default')]),
    ],
    seeAll(shown),
  );
};

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
