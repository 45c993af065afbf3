// The SMT card: at most seven lines, most serious first, under the manager each is with. What holds
// for every line is said once. It is its week's card, so what rules raised is on it too.
import { type AdaptiveCard, adaptiveCard, type Element } from './adaptive-card.ts';
import { heading, line, quiet, run, small, smallStatus, subheading } from './card-parts.ts';
import { shortened } from './card-text.ts';
import { type EscalationLine, escalationLine, type MissingLine } from './escalation-lines.ts';
import { acknowledgeButton, andMore } from './manager-card.ts';

export type SmtView = {
  readonly cycle: string;
  /** "Quarter 2: 4 returns need you" */
  readonly title: string;
  /** Most serious first; those past the seventh are counted. */
  readonly late: readonly MissingLine[];
  readonly acknowledged: string | null;
  /** What rules raised, most serious first: this card is the week's, and carries them. */
  readonly besides?: readonly EscalationLine[];
};

/** Of both kinds together; where there is more of both, each has about half. */
const mostLines = 7;
const leastLate = 3;

export const smtCard = (view: SmtView): AdaptiveCard => {
  const besides = view.besides ?? [];
  const late = Math.max(leastLate, mostLines - besides.length);
  const shown = view.late.slice(0, late);
  const carried = besides.slice(0, mostLines - shown.length);
  const all = sharedBy(view.late);
  return adaptiveCard(
    view.title,
    [
      heading(view.title),
      ...sharedWords(all),
      ...byManager(shown).map((lines) => group(lines, all)),
      ...andMore(view.late.length - shown.length, 'Escalations'),
      ...(view.acknowledged === null ? [] : [small(view.acknowledged, 'Default')]),
      ...(carried.length === 0
        ? []
        : [
            subheading(`Also this week: ${carried.length === 1 ? 'this needs' : 'these need'} you`),
            ...carried.map(escalationLine),
            ...andMore(besides.length - carried.length, 'Escalations'),
          ]),
    ],
    acknowledgeButton(view, 'SMT', carried.length),
  );
};

/** What every line has in common, those not shown among them; null where they differ. */
type Shared = {
  readonly late: string | null;
  readonly outcome: string | null;
  readonly illustrative: boolean;
};

const sharedBy = (late: readonly MissingLine[]): Shared => {
  const one = (texts: readonly (string | null)[]): string | null =>
    texts.length > 1 && new Set(texts).size === 1 ? (texts[0] ?? null) : null;
  return {
    late: one(late.map((each) => each.late)),
    outcome: one(late.map((each) => each.told?.outcome ?? null)),
    illustrative: late.length > 1 && late.every((each) => each.last?.illustrative ?? true),
  };
};

const sharedWords = ({ late, outcome, illustrative }: Shared): Element[] => {
  const words = [
    ...(late === null ? [] : [`Each is ${late.replace(/^Due$/, 'due')}.`]),
    ...(outcome === null ? [] : [`The managers below were ${outcome}.`]),
    ...(illustrative ? ['Last figures are illustrative.'] : []),
  ];
  return words.length === 0 ? [] : [small(words.join(' '), 'None')];
};

/** In the order of each manager's most serious line. */
const byManager = (lines: readonly MissingLine[]): MissingLine[][] => [
  ...Map.groupBy(lines, ({ told }) => `${told?.who} ${told?.outcome}`).values(),
];

const group = (lines: readonly MissingLine[], all: Shared): Element => ({
  type: 'Container',
  separator: true,
  spacing: 'Small',
  items: [...managerLine(lines[0]?.told ?? null, all), ...lines.flatMap((each) => two(each, all))],
});

const managerLine = (told: MissingLine['told'], all: Shared): Element[] => {
  if (told === null) return [];
  const { who, outcome } = told;
  return [small(all.outcome === null ? `${who}: ${outcome}` : who, 'None')];
};

const two = ({ name, who, late, last, hasNoFigures }: MissingLine, all: Shared): Element[] => [
  line(
    [
      run(shortened(name, 120), { weight: 'Bolder' }),
      quiet(` · ${who ?? 'no owner'}${all.late === null ? ` · ${late}` : ''}`),
    ],
    'Small',
  ),
  ...(hasNoFigures ? [] : [line(lastFigure(last, all))]),
];

const lastFigure = (last: MissingLine['last'], all: Shared) =>
  last === null
    ? [quiet('No earlier figure')]
    : [
        smallStatus(last.standing),
        quiet(
          [
            ` ${last.figure} in ${last.period}`,
            ...(last.aim === null ? [] : [`target ${last.aim}`]),
            ...(last.illustrative && !all.illustrative ? ['illustrative'] : []),
          ].join(' · '),
        ),
      ];
