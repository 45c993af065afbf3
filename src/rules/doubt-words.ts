// Each doubt as the sentence it is played back in, on the challenge and in the register.
import type { Measure } from '../registers/measures.ts';
import type { Doubt } from './doubt.ts';
import { figure } from './number-words.ts';

type Printed = Pick<Measure, 'unit' | 'decimals'>;

/** 'This is 175 times last quarter (420).' One sentence, figures as the measure prints them. */
export const doubtWords = (doubt: Doubt, measure: Printed): string => {
  const printed = (value: number) => figure(measure, value);
  switch (doubt.kind) {
    case 'outside limits':
      return doubt.low === doubt.high
        ? `Every figure so far has been ${printed(doubt.low)}.`
        : `Going by its figures so far, this would be between ${printed(doubt.low)} and ${printed(doubt.high)}.`;
    case 'many times the last':
      return `This is ${timesWords(doubt.times)} times ${doubt.period} (${printed(doubt.last)}).`;
    case 'a fraction of the last':
      return `${capital(doubt.period)} (${printed(doubt.last)}) was ${timesWords(doubt.times)} times this.`;
    case 'over 100 per cent':
      return 'This is over 100%, which this measure has not been before.';
    case 'numerator over denominator':
      return 'The numerator is larger than the denominator.';
    case 'year to date fell':
      return `This is less than ${doubt.period} (${printed(doubt.last)}), and a year to date does not fall within its year.`;
    case 'below zero where none was':
      return `This is below 0, which none of the ${doubt.points} figures before it was.`;
    case 'zero where there was never one':
      return `This is 0, which none of the ${doubt.points} figures before it was.`;
    case 'commentary contradicts':
      return `The commentary says "${doubt.words}", and the figure is off target.`;
    default:
      return never(doubt);
  }
};

/** From ten on in whole times: nobody needs 174.7. */
const timesWords = (times: number): string =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: times < 10 ? 1 : 0 }).format(times);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const never = (doubt: never): never => {
  throw new Error(`No words for ${JSON.stringify(doubt)}.`);
};
