// A measure in the words of a paper for residents: no colours, no codes, and what good is said outright.
import type { Direction } from '../../registers/words.ts';
import type { ToldMeasure } from './facts.ts';
import { inWords, targetIn } from './measure-words.ts';

/** 'Waste recycled: 44% for July to September. We aim for 45% or more. Worse than last quarter.' */
export const plainWords = (measure: ToldMeasure): string => {
  const { now, title, met } = measure;
  if (now.leftOut)
    return `${title}: the number cannot be printed without telling of single people.${met === null ? '' : ` It ${met} its target.`}`;
  if (now.value === null) return `${title}: there is no figure for ${now.words} yet.`;
  const made = now.illustrative ? ' (illustrative)' : now.provisional ? ' (provisional)' : '';
  const travel = measure.short === null ? '' : ` ${travelWords[measure.short]}.`;
  return `${title}: ${inWords(measure, now.value)} in ${now.words}${made}.${aimWords(measure)}${travel}`;
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
  better: 'That is better than the time before',
  same: 'That is the same as the time before',
  worse: 'That is worse than the time before',
  higher: 'That is higher than the time before',
  lower: 'That is lower than the time before',
};
