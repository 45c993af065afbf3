// A figure of a file doubted as the same figure on a card is: by rules/doubts.ts, and in its words. Only
// said: whoever takes the file in looks at the cell, where a card asks its owner why it is right.
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { doubtWords } from '../doubt-words.ts';
import { doubtOf, type Figure } from '../doubts.ts';
import { figure } from '../number-words.ts';
import { parsePeriod } from '../period.ts';

type OfFile = Figure & { readonly measure: Measure; readonly period: string };

/** Null where nothing speaks against it. */
export const doubtedWords = (registers: Registers, told: OfFile): string | null => {
  const { measure, value, numerator, denominator } = told;
  const period = parsePeriod(told.period);
  const doubt = period && doubtOf(registers, { measure, period, value, numerator, denominator });
  return doubt
    ? `${measure.code} is ${figure(measure, value)} here. ${doubtWords(doubt, measure)}`
    : null;
};
