// The Manager card: what is late and who has it, what is off target, what came in; one button to
// say it has been seen.
import { type AdaptiveCard, adaptiveCard, button, type Element } from './adaptive-card.ts';
import { heading, quiet, row, small, smallStatus, subheading } from './card-parts.ts';
import { shortened } from './card-text.ts';
import { type MissingLine, missingLine } from './escalation-lines.ts';

export type ManagerView = {
  readonly cycle: string;
  /** "Quarter 2: 2 returns are late in your teams" */
  readonly title: string;
  /** "10 of 12 answered." */
  readonly cameIn: string;
  readonly late: readonly MissingLine[];
  readonly offTarget: readonly {
    readonly name: string;
    readonly figure: string;
    readonly target: string | null;
    readonly commentary: string | null;
  }[];
  /** "Acknowledged Thu 15 October 2020, 10:12"; null while it waits. */
  readonly acknowledged: string | null;
};

const mostLate = 8;
const mostOff = 5;

export const managerCard = (view: ManagerView): AdaptiveCard => {
  const late = view.late.slice(0, mostLate);
  const off = view.offTarget.slice(0, mostOff);
  return adaptiveCard(
    view.title,
    [
      heading(view.title),
      small(view.cameIn, 'None'),
      ...(late.length > 0 ? [subheading('Late'), ...late.map(missingLine)] : []),
      ...andMore(view.late.length - late.length, 'Escalations'),
      ...(off.length > 0 ? [subheading('Off target'), ...off.map(offRow)] : []),
      ...andMore(view.offTarget.length - off.length, 'Team plan'),
      ...(view.acknowledged === null ? [] : [small(view.acknowledged, 'Default')]),
    ],
    acknowledgeButton(view, 'manager'),
  );
};

const offRow = (off: ManagerView['offTarget'][number]): Element =>
  row(shortened(off.name, 120), off.figure, [
    smallStatus('off target'),
    ...(off.target === null ? [] : [quiet(` · target ${off.target}`)]),
    ...(off.commentary === null ? [] : [quiet(` · ${shortened(off.commentary, 160)}`)]),
  ]);

/** How many a card leaves out, and the section of the tab that has them all. */
export const andMore = (more: number, section: 'Escalations' | 'Team plan'): Element[] =>
  more > 0 ? [small(`and ${more} more, in the tab under ${section}`, 'Default')] : [];

/** None once acknowledged, or where nothing is late any more. */
export const acknowledgeButton = (
  view: {
    readonly cycle: string;
    readonly acknowledged: string | null;
    readonly late: readonly unknown[];
  },
  level: 'manager' | 'SMT',
  /** Lines with an "Acknowledge" of their own, which this button does not answer. */
  others = 0,
) =>
  view.acknowledged !== null || view.late.length === 0
    ? []
    : [
        button({
          title: acknowledgeTitle(view.late.length, others),
          verb: 'acknowledge',
          data: { v: 1, cycle: view.cycle, level },
          primary: true,
        }),
      ];

const acknowledgeTitle = (late: number, others: number): string => {
  if (others === 0) return 'Acknowledge';
  return late === 1 ? 'Acknowledge the late return' : `Acknowledge the ${late} late returns`;
};
