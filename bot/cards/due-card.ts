// The Due card: what one person owes for one cycle, a line each, one button to start, and
// a choice of one to open first.
import type { WorkStatus } from '../../src/registers/shared-columns.ts';
import type { RatedAgainst, Standing } from '../../src/registers/words.ts';
import { notYetReported } from '../../src/registers/work-words.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  button,
  type Element,
  type Run,
} from './adaptive-card.ts';
import { type Besides, besidesButtons } from './away-card.ts';
import { heading, quiet, row, sentence, small, smallStatus } from './card-parts.ts';
import { shortened } from './card-text.ts';
import { chooseOne } from './choose-one.ts';
import { workStatusRun } from './work-status.ts';

export type DueLine = {
  readonly return: string;
  readonly name: string;
  /** The newest figure there is; null before the first. */
  readonly last: {
    readonly period: string;
    readonly figure: string;
    readonly standing: Standing;
    readonly against?: RatedAgainst;
    readonly marks: readonly string[];
  } | null;
  /** How it stands, of what has no figures; left out of a measure. */
  readonly stands?: {
    readonly status: WorkStatus | null;
    /** "40% done", "due by Fri 30 October" */
    readonly words: readonly string[];
  };
  /** Whom the person stands in for; null where the measure is their own. */
  readonly standingInFor: string | null;
};

export type DueView = {
  readonly cycle: string;
  /** "Quarter 2 returns: 3 due by Wed 14 October" */
  readonly title: string;
  readonly lines: readonly DueLine[];
  readonly minutes: number;
  /** Why they are asked, where it is not their own as before: "You cover for Head of Voids." */
  readonly note?: string | null;
  /** What they may say besides; left out where they may say nothing. */
  readonly besides?: Besides;
  readonly seenBy: string;
};

/** More would push the button off a phone's screen and the card towards 28 KB. */
const mostLines = 12;

export const dueCard = (view: DueView): AdaptiveCard => {
  const { lines, minutes, title, note = null, besides } = view;
  const shown = lines.length > mostLines ? lines.slice(0, mostLines) : lines;
  const more = lines.length - shown.length;
  const about = minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
  return adaptiveCard(
    note === null ? title : `${title}. ${note}`,
    [
      heading(title),
      ...(note === null ? [] : [sentence(note)]),
      ...shown.map(dueRow),
      ...(more > 0 ? [sentence(`and ${more} more. Start goes through all ${lines.length}.`)] : []),
      ...openOne(view.cycle, shown),
      small(view.seenBy, 'Default'),
    ],
    [
      button({
        title: `Start (${about})`,
        verb: 'start',
        data: { v: 1, cycle: view.cycle },
        primary: true,
      }),
      ...(besides === undefined ? [] : besidesButtons(view.cycle, besides)),
    ],
  );
};

/** One of those shown, without going through those before it. */
const openOne = (cycle: string, shown: readonly DueLine[]): Element[] =>
  shown.length === 1
    ? []
    : chooseOne({
        id: 'open-one',
        title: 'Open one of these',
        only: 'Open it',
        verb: 'open',
        data: { v: 1, cycle },
        lines: shown,
        longestName: 60,
        errorMessage: 'Choose the return to open.',
      });

const dueRow = (due: DueLine): Element => {
  const { name, last, standingInFor } = due;
  return row(shortened(name, 120), last?.figure ?? null, [
    ...(due.stands === undefined ? figureRuns(last) : standsRuns(due.stands)),
    ...inFor(standingInFor),
  ]);
};

const figureRuns = (last: DueLine['last']): Run[] =>
  last === null
    ? [quiet('No earlier figure')]
    : [
        smallStatus(last.standing, last.against),
        quiet([` · ${last.period}`, ...last.marks].join(', ')),
      ];

const standsRuns = ({ status, words }: NonNullable<DueLine['stands']>): Run[] => {
  const told = shortened(words.join(', '), 160);
  if (status === null) return [quiet(told === '' ? notYetReported.words : told)];
  const shown: Run = { ...workStatusRun(status), size: 'Small' };
  return [shown, ...(told === '' ? [] : [quiet(` · ${told}`)])];
};

const inFor = (name: string | null): Run[] => (name === null ? [] : [quiet(` · for ${name}`)]);
