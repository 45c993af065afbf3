// A measure in the words of a paper for residents: no colours, no codes, and what good is said outright.
import type { Direction } from '../../registers/words.ts';
import type { ToldMeasure } from './facts.ts';
import { inWords, marksOf, targetIn } from './measure-words.ts';

/** 'Waste recycled: 44% for July to September. We aim for 45% or more. Worse than last quarter.' */
export const plainWords = (measure: ToldMeasure): string => {
  const { now, title, met } = measure;
  if (now.leftOut)
    return `${title}: the number cannot be printed: it is not for publication, would tell of single people, or give back another that is not told.${met === null ? '' : ` It ${met} its target.`}`;
  if (now.value === null)
    return `${title}: there is no figure for ${now.words} yet.${lastWords(measure)}`;
  const marks = marksOf(measure);
  const made = marks.length === 0 ? '' : ` (${marks.join(', ')})`;
  const travel = measure.short === null ? '' : ` ${travelWords[measure.short]}.`;
  return `${title}: ${inWords(measure, now.value)} in ${now.words}${made}.${aimWords(measure)}${travel}`;
};

/** ' It was 83% in Q1 2020-21.'; empty where the figure before is not known or not told. */
const lastWords = (measure: ToldMeasure): string => {
  const last = measure.before.at(-1);
  if (last === undefined || last.value === null) return '';
  return ` It was ${inWords(measure, last.value)} in ${last.words}.${aimWords({ ...measure, now: last })}`;
};

/** ' We aim for 95% or more.'; empty where there is no target. */
const aimWords = ({ polarity, now }: ToldMeasure): string => {
  const held = targetIn(now);
  if (held === null) return '';
  if (polarity === 'maximise') return ` We aim for ${held} or more.`;
  if (polarity === 'minimise')
    return now.target === 0 ? ' We aim for none.' : ` We aim for ${held} or less.`;
  return ` We aim for ${held}.`;
};

const travelWords: { readonly [D in Direction]: string } = {
  better: 'Better than the time before',
  same: 'About as before',
  worse: 'Worse than the time before',
  higher: 'Higher than the time before',
  lower: 'Lower than the time before',
};
