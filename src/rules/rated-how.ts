// How a plan's figures are rated at a period, in sentences that can be printed at the head of a paper:
// the rule, whose decision it is, and how small a change reads "same".
import type { Measure } from '../registers/measures.ts';
import type { RatingRule } from '../registers/rating-rules.ts';
import type { Registers } from '../registers/registers.ts';
import { dateWords } from './date-words.ts';
import { sameWithinWords } from './direction.ts';
import { lastMonth, monthOf, type Period } from './period.ts';
import { inPlanOrder } from './plan-order.ts';
import { type ReadingRules, ruleFor } from './rating-rules.ts';
import { bandOf } from './rating-ways.ts';
import { isRetiredBy } from './what-is-due.ts';

/**
 * The plan's own rule first, then each measure that has another, by name, then what carries no colour.
 * A plan without a rule is rated by the tolerance of each target, and that is said.
 */
export const ratedHow = (
  registers: ReadingRules & Pick<Registers, 'targets'> & Naming,
  plan: string,
  period: Period,
): readonly string[] => {
  const general = ruleFor(registers, { key: '', plan, continues: null }, period);
  return [
    wayWords(general),
    ...throughSentence(registers, plan, period),
    ...decisionWords(registers, general),
    ...sameSentence(general, ''),
    ...ownRules(registers, { plan, general }, period),
    'A missing figure is never taken for nought. Not yet available, target not yet agreed and data only carry no colour and are left out of every percentage.',
  ];
};

/** What a decision is called may be said of any that is not exempt; in public of one marked public alone. */
type Naming = { readonly inPublic?: boolean };

/** The same as anybody may read it: a decision that is not public goes by its day. */
export const ratedHowInPublic = (
  registers: Parameters<typeof ratedHow>[0],
  plan: string,
  period: Period,
): readonly string[] => ratedHow({ ...registers, inPublic: true }, plan, period);

/** By which rule one measure is rated, and on whose decision; null where no rule was set. */
export const ruleWords = (
  registers: Pick<Registers, 'decisions'> & Naming,
  rule: RatingRule | null,
  { unit }: Pick<Measure, 'unit'>,
): string | null =>
  rule &&
  [wayWords(rule), ...decisionWords(registers, rule), ...sameSentence(rule, unit)].join(' ');

type Of = { readonly plan: string; readonly general: RatingRule | null };

const ownRules = (
  registers: ReadingRules & Naming,
  { plan, general }: Of,
  period: Period,
): string[] => {
  if (registers.ratingRules.size === 0) return [];
  return registers.measures
    .where('plan', plan)
    .filter((measure) => !isRetiredBy(measure, period))
    .toSorted(inPlanOrder)
    .flatMap((measure: Measure) => {
      const own = ruleFor(registers, measure, period);
      return own === null || own === general
        ? []
        : [
            `${measure.title} (${measure.code}) has a rule of its own: ${ruleWords(registers, own, measure)}`,
          ];
    });
};

const wayWords = (rule: RatingRule | null): string => {
  const band = rule === null ? '' : `${bandOf(rule)}% of it`;
  switch (rule?.way) {
    case 'within a band':
      return `${onTarget(rule)} Within tolerance: misses it by no more than ${band}. Off target: misses it by more.`;
    case 'improved on last year':
      return `${better(rule)}On target: meets its target, or misses it by no more than ${band}. Within tolerance: misses it by more, and is no further off than in the same period last year. Off target: misses it by more, and is further off or has nothing to be compared with.`;
    case 'by quartile':
      return 'Rated by the quarter of its nearest neighbours it stands in, not by a target: best quarter blue, second best green, second worst amber, worst red. Where no position is published there is no colour.';
    case 'by tolerance':
    case undefined:
      return `${onTarget(rule)} Within tolerance: misses it by no more than the tolerance, or not past the red line, that was set with it. Off target: misses it by more.`;
  }
};

const onTarget = (rule: RatingRule | null): string =>
  `${better(rule)}On target: meets its target${rule?.blue ? '' : ' or betters it'}.`;

const better = (rule: RatingRule | null): string => {
  if (!rule?.blue) return '';
  const by = (rule.betterBy ?? 0) > 0 ? ` by more than ${rule.betterBy}% of it` : '';
  return `Better than target: betters its target${by}. `;
};

/** Where no target of the plan goes through the year there is nothing to say. */
const throughSentence = (
  registers: Pick<Registers, 'targets'>,
  plan: string,
  period: Period,
): string[] => {
  const goes = registers.targets
    .where('plan', plan)
    .some(
      ({ through, appliesFrom }) =>
        through !== null && through !== 'the same' && monthOf(appliesFrom) <= lastMonth(period),
    );
  return goes
    ? [
        'Where a target goes through the year evenly or as profiled, a figure is held to what is asked by its period; its tolerance or red line goes with it, in proportion.',
      ]
    : [];
};

/** What an exempt decision is called is not said. */
const decisionWords = (
  registers: Pick<Registers, 'decisions'> & Naming,
  rule: RatingRule | null,
): string[] => {
  if (rule === null) return [];
  const decision = registers.decisions.get(rule.decision);
  const from = `This applies from ${dateWords(rule.appliesFrom)}`;
  if (decision === undefined) return [`${from}; the decision named for it is not in the register.`];
  if (rule.setOn !== null && Temporal.PlainDate.compare(decision.decidedOn, rule.setOn) > 0)
    return [`${from}; the decision named for it came after it was set.`];
  const isNamed = registers.inPublic ? decision.access === 'public' : decision.access !== 'exempt';
  const title = isNamed ? `: ${decision.title}` : '';
  return [`${from}, by a decision of ${dateWords(decision.decidedOn)}${title}.`];
};

/** Of many measures the number is all there is to say: points and pounds are one measure's own. */
const sameSentence = (rule: RatingRule | null, unit: string): string[] => {
  const within = sameWithinWords({ unit }, rule);
  return within === null
    ? ['Direction reads same where two figures print alike.']
    : [`Direction reads same where two figures are ${within} of one another.`];
};
