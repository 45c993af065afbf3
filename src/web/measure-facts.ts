// What a measure is, in label and words: what anyone would otherwise have to look up.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import { dateWords } from '../rules/date-words.ts';
import { newestReturn } from '../rules/history.ts';
import { ruleWords } from '../rules/rated-how.ts';
import { isAgreed } from '../rules/rating.ts';
import { ruleFor } from '../rules/rating-rules.ts';
import { aimFaults, targetFaults } from '../rules/target-faults.ts';
import { yearFigureWords } from '../rules/year-figure.ts';
import { nameOf } from './measure-row.ts';
import { proposedWords } from './target-line.ts';
import { counted } from './words.ts';

type Fact = { readonly label: string; readonly words: string };

/** Blank facts are left out, save definition and owner: their absence is worth knowing. */
export const factsOf = (registers: Registers, measure: Measure): readonly Fact[] => {
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
    ['Target', targetWords(registers, measure)],
    ['Rated', ratedWords(registers, measure)],
    ['Last full year', yearFigureWords(registers, measure)],
    ['Continues', continuesWords(registers, measure)],
    ['Retired', retiredWords(measure)],
    ['Benchmark', measure.benchmark],
    ['Trajectory in the plan', measure.trajectory],
  ]);
};

/** The newest target, and on whose decision it changed one within its year. */
const targetWords = (registers: Registers, measure: Measure): string | null => {
  const [newest] = registers.targets
    .where('measure', measure.key)
    .toSorted((one, other) => Temporal.PlainDate.compare(other.appliesFrom, one.appliesFrom));
  if (!newest) return null;
  const waits = isAgreed(newest) ? '' : ', not yet agreed';
  const aim = `${proposedWords(measure, newest)}${waits}`;
  const decision = newest.decision ? registers.decisions.get(newest.decision) : undefined;
  const by = decision
    ? `, by a decision of ${dateWords(decision.decidedOn)}: ${decision.title}`
    : '';
  const [fault] = targetFaults(registers, newest);
  const changed = fault ? [`Changed within its year: ${fault}.`] : [];
  const faults = [...changed, ...aimFaults(measure, newest)];
  const words = `${aim} from ${dateWords(newest.appliesFrom)}${by}`;
  return faults.length === 0 ? words : `${words}. ${faults.join(' ')}`;
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
