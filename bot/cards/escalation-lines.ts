// The lines of escalation cards. Missing returns: what, how late, who has it, how it last stood. What a rule
// raised: what, how bad, what was promised last time, what became of it, and three answers.
import { type Standing, standingWords } from '../../src/registers/words.ts';
import { button, type Element } from './adaptive-card.ts';
import { line, quiet, run, small, smallStatus } from './card-parts.ts';
import { shortened } from './card-text.ts';

export type MissingLine = {
  readonly name: string;
  /** Who was asked, "you" where it is whoever reads; null where the measure has no owner. */
  readonly who: string | null;
  /** "2 working days late" */
  readonly late: string;
  readonly last: {
    readonly period: string;
    readonly figure: string;
    readonly standing: Standing;
    readonly target: string | null;
    /** The target's figure alone, where there is room for no more. */
    readonly aim: string | null;
    readonly illustrative: boolean;
  } | null;
  /** It is of no measure, so nobody looks for an earlier figure. */
  readonly hasNoFigures?: true;
  /** The manager who was told, and what came of it; null where none was. */
  readonly told: Told | null;
};

/** "Assistant Director, Housing"; "told Thu 15 October, not acknowledged". */
export type Told = { readonly who: string; readonly outcome: string };

export const missingLine = (missing: MissingLine): Element => ({
  type: 'Container',
  separator: true,
  spacing: 'Small',
  items: [
    line([run(shortened(missing.name, 120), { weight: 'Bolder' })]),
    line([run(`${missing.late} · ${missing.who ?? 'no owner'}`, { size: 'Small' })]),
    ...(missing.hasNoFigures ? [] : [line(lastFigure(missing))]),
  ],
});

const lastFigure = ({ last }: MissingLine) =>
  last === null
    ? [quiet('No earlier figure')]
    : [
        quiet(`Last: ${last.figure} in ${last.period} `),
        smallStatus(last.standing),
        ...(last.target === null ? [] : [quiet(` · target ${last.target}`)]),
        ...(last.illustrative ? [quiet(' · illustrative')] : []),
      ];

/** An escalation as its reader sees it. */
export type EscalationLine = {
  /** What the card knows it by: it says nothing of what may be done. */
  readonly mark: string;
  readonly name: string;
  /** "Off target on two new figures running · urgent" */
  readonly rule: string;
  readonly howBad: string;
  /** Where its rule says how the figure stood; null where it says something else. */
  readonly standing: Standing | null;
  readonly howLong: string | null;
  readonly said: string | null;
  readonly promised: string | null;
  readonly became: string | null;
  readonly caveat: string | null;
  /** "The recovery plan was due on Fri 6 November, and has not come." Null where none is required. */
  readonly plan: string | null;
  /** "For Director of Place" where its reader stands in. */
  readonly standingInFor: string | null;
  /** Which buttons its line has. */
  readonly may: {
    readonly see: boolean;
    readonly ask: boolean;
    readonly plan: boolean;
    readonly accept: boolean;
  };
};

export const escalationLine = (each: EscalationLine): Element => ({
  type: 'Container',
  separator: true,
  spacing: 'Medium',
  items: [
    line([run(shortened(each.name, 120), { weight: 'Bolder' })]),
    line([
      quiet([each.rule, ...(each.standingInFor === null ? [] : [each.standingInFor])].join(' · ')),
    ]),
    line(howBadRuns(each)),
    ...pastLines(each, 160),
    ...answers(each),
  ],
});

/** "■ Off target on 2 figures running": the status is not said twice. */
const howBadRuns = ({ standing, howBad }: EscalationLine) => {
  const words = shortened(howBad, 260);
  if (standing === null) return [run(words, { size: 'Small' })];
  const said = standingWords[standing].words;
  const rest = words.startsWith(said) ? words.slice(said.length) : ` · ${words}`;
  return [smallStatus(standing), run(rest, { size: 'Small' })];
};

/** What was promised last time, and what happened: said in so many words where nothing was. */
export const pastLines = (each: EscalationLine, longest: number): readonly Element[] => [
  ...(each.howLong === null ? [] : [line([quiet(each.howLong)])]),
  ...(each.promised === null
    ? []
    : [line([quiet(`Promised last time: ${shortened(each.promised, longest)}`)])]),
  ...(each.became === null
    ? []
    : [line([quiet(`What happened: ${shortened(each.became, longest)}`)])]),
  ...(each.plan === null ? [] : [line([run(each.plan, { size: 'Small', weight: 'Bolder' })])]),
  ...(each.caveat === null ? [] : [small(each.caveat, 'None')]),
];

const answers = ({ mark, may }: EscalationLine): readonly Element[] => {
  const open = (form: 'ask' | 'plan' | 'accept' | 'none', title: string) =>
    button({ title, verb: 'escalation', data: { v: 1, escalation: mark, form } });
  const actions = [
    ...(may.see
      ? [button({ title: 'Acknowledge', verb: 'seen', data: { v: 1, shown: mark, from: 'all' } })]
      : []),
    ...(may.accept ? [open('accept', 'Accept…')] : []),
    ...(may.ask ? [open('ask', 'Ask…')] : []),
    ...(may.plan ? [open('plan', 'Require a plan…')] : []),
  ];
  return actions.length === 0 ? [] : [{ type: 'ActionSet', spacing: 'Small', actions }];
};
