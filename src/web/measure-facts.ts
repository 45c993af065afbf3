// What a measure is, in label and words: what anyone would otherwise have to look up.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Target } from '../registers/targets.ts';
import { dateWords } from '../rules/date-words.ts';
import { newestReturn } from '../rules/history.ts';
import { type Period, periodEnd } from '../rules/period.ts';
import { ruleWords } from '../rules/rated-how.ts';
import { isAgreed } from '../rules/rating.ts';
import { ruleFor } from '../rules/rating-rules.ts';
import { aimFaults, targetFaults } from '../rules/target-faults.ts';
import { yearFigureWords } from '../rules/year-figure.ts';
import { nameOf } from './measure-row.ts';
import { proposedWords } from './target-line.ts';
import { counted } from './words.ts';

type Fact = { readonly label: string; readonly words: string };

/** The period that is looked at, and the target it is rated by; null where there is none. */
type Shown = { readonly period: Period; readonly aim: Target | null };

/** Blank facts are left out, save definition and owner: their absence is worth knowing. */
export const factsOf = (registers: Registers, measure: Measure, shown: Shown): readonly Fact[] => {
  const team = registers.teams.get(measure.team);
  return filled([
    ['Definition', measure.definition ?? 'No definition has been recorded.'],
    ['Unit', measure.unit],
    ['Good is', polarityWords[measure.polarity]],
    ['Owner', nameOf(registers, measure.owner) ?? 'Nobody owns this measure.'],
    ['Team', team ? `${team.title}, ${team.directorate}` : measure.team],
    ['How often', frequencyOf(measure)],
    ['Source', measure.source && sourceWords[measure.source]],
    ['Worked out as', workedOut(measure)],
    ['Kind', measure.kind && kindWords[measure.kind]],
    ['Target', targetWords(registers, measure, shown)],
    ['Rated', ratedWords(registers, measure)],
    ['Last full year', yearFigureWords(registers, measure)],
    ['Continues', continuesWords(registers, measure)],
    ['Retired', retiredWords(measure)],
    ['Benchmark', measure.benchmark],
    ['Trajectory in the plan', measure.trajectory],
  ]);
};

/** The target of the period that is shown, then any that apply later, named as later. */
const targetWords = (registers: Registers, measure: Measure, shown: Shown): string | null => {
  const { period, aim } = shown;
  const end = periodEnd(period);
  const later = registers.targets
    .where('measure', measure.key)
    .filter(({ appliesFrom }) => Temporal.PlainDate.compare(appliesFrom, end) > 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.appliesFrom, other.appliesFrom))
    .map((target) => fromWords(measure, target));
  const said = aim === null ? [] : [inForceWords(registers, measure, aim)];
  const words = later.length === 0 ? said : [...said, `Later: ${later.join('; ')}.`];
  return words.length === 0 ? null : words.join(' ');
};

/** On whose decision it changed one within its year, and what is wrong with it. */
const inForceWords = (registers: Registers, measure: Measure, aim: Target): string => {
  // Of a profile the figure asked by the period; the row has the year's.
  const row = registers.targets.get(aim.key) ?? aim;
  const [asked, whole] = [proposedWords(measure, aim), proposedWords(measure, row)];
  const yearly = asked === whole ? '' : `, of ${whole} by the end of its year`;
  const decision = row.decision ? registers.decisions.get(row.decision) : undefined;
  const by = decision
    ? `, by a decision of ${dateWords(decision.decidedOn)}: ${decision.title}`
    : '';
  const [fault] = targetFaults(registers, row);
  const changed = fault ? [`Changed within its year: ${fault}.`] : [];
  const faults = [...changed, ...aimFaults(measure, row)];
  return [`${fromWords(measure, aim)}${yearly}${by}.`, ...faults].join(' ');
};

const fromWords = (measure: Measure, target: Target): string => {
  const waits = isAgreed(target) ? '' : ', not yet agreed';
  return `${proposedWords(measure, target)}${waits} from ${dateWords(target.appliesFrom)}`;
};

/** By the rule its newest figure was rated by; null where none was ever set. */
const ratedWords = (registers: Registers, measure: Measure): string | null => {
  const newest = newestReturn(registers, measure, null);
  return newest && ruleWords(registers, ruleFor(registers, measure, newest.period), measure);
};

const continuesWords = (registers: Registers, { continues }: Measure): string | null => {
  const earlier = continues ? registers.measures.get(continues) : undefined;
  if (!earlier) return null;
  const plan = registers.plans.get(earlier.plan)?.title ?? earlier.plan;
  return `${earlier.code} of ${plan}; its history goes on from there`;
};

const retiredWords = ({ retiredOn, changedBecause }: Measure): string | null =>
  retiredOn && `${dateWords(retiredOn)}${changedBecause ? `: ${changedBecause}` : ''}`;

const filled = (facts: readonly (readonly [string, string | null])[]): readonly Fact[] =>
  facts.flatMap(([label, words]) => (words ? [{ label, words }] : []));

const polarityWords = {
  maximise: 'Higher is better',
  minimise: 'Lower is better',
  'stay in range': 'Staying in range is better',
  none: 'Neither higher nor lower is better',
} as const;

const sourceWords = {
  own: "The council's own records",
  partner: 'A partner',
  national: 'Published nationally',
  survey: 'A survey',
} as const;

const kindWords = { outcome: 'An outcome', process: 'A process' } as const;

const basisWords = {
  financial: 'financial year',
  calendar: 'calendar year',
  academic: 'academic year',
  rolling: 'rolling',
} as const;

const frequencyOf = (measure: Measure): string => {
  const often = { monthly: 'Monthly', quarterly: 'Quarterly', annual: 'Yearly' }[measure.frequency];
  const basis = measure.rollingMonths
    ? `each figure covers ${counted(measure.rollingMonths, 'month')}`
    : basisWords[measure.periodBasis];
  const lag =
    measure.publicationLag > 0
      ? `, ready ${counted(measure.publicationLag, 'day')} after its period`
      : '';
  return `${often}, ${basis}${lag}`;
};

const workedOut = (measure: Measure): string | null => {
  if (measure.asksFor !== 'numerator and denominator') return null;
  const times =
    measure.per && measure.per !== 1 ? `, times ${measure.per.toLocaleString('en-GB')}` : '';
  return `${measure.numeratorIs ?? 'numerator'} divided by ${measure.denominatorIs ?? 'denominator'}${times}`;
};
