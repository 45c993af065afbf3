// How a measure and its figures read in a paper: as printed in a column, and as said in a sentence.
import { figure } from '../number-words.ts';
import type { ToldFigure, ToldMeasure } from './facts.ts';

type Printed = Pick<ToldMeasure, 'unit' | 'decimals'>;

/** '1.2 Days to let an empty home'. */
export const nameOf = ({ code, title }: Pick<ToldMeasure, 'code' | 'title'>): string =>
  code === '' ? title : `${code} ${title}`;

/** Whether a figure carries its unit itself: '93.1%', '£3,200'. */
const isCarried = (unit: string): boolean => /^(%|£(m|bn|k)?(?!\w))/.test(unit);

/** What a figure in a column leaves to the row's heading: 'days'. Null where it says it itself. */
export const unitOf = ({ unit }: Printed): string | null => {
  const words = unit.trim();
  if (words === '' || words.toLowerCase() === 'number') return null;
  if (words === '%' || words === '£') return null;
  return words;
};

/** In a sentence: '93.1%', '61 days', '1,204'. */
export const inWords = (measure: Printed, value: number): string => {
  const unit = measure.unit.trim();
  const isSaid = isCarried(unit) || unit === '' || unit.toLowerCase() === 'number';
  return isSaid ? figure(measure, value) : `${figure(measure, value)} ${unit}`;
};

/** As printed, with its unit; null where there is nothing to reach. */
export const targetIn = ({
  target,
  rangeLow,
  rangeHigh,
  targetWords,
}: ToldFigure): string | null =>
  target === null && rangeLow === null && rangeHigh === null ? null : targetWords;

export const leftOutWords = 'Left out';

export const leftOutNote =
  'Left out: a number of people from 1 to 4, a figure that is not for publication, or one from which another that is not told could be worked out.';

export const targetMadeUp = 'target illustrative';

/** A dataset that does not say which of the two is made up is taken at its worst. */
export const isFigureMadeUp = ({ illustrative, illustrativeIs }: ToldFigure): boolean =>
  illustrative && illustrativeIs !== 'target';

/** Of a real figure, and only where its target is told. */
export const isTargetMadeUp = (figure: ToldFigure): boolean =>
  figure.illustrativeIs === 'target' && figure.value !== null && targetIn(figure) !== null;

const illustrativeMarks = (now: ToldFigure): readonly string[] => {
  if (isFigureMadeUp(now)) return ['illustrative'];
  return isTargetMadeUp(now) ? [targetMadeUp] : [];
};

/** What a reader must know of the figure shown: 'provisional, illustrative'; empty where nothing. */
export const marksOf = ({ now, notApproved, corrected }: ToldMeasure): readonly string[] => {
  const since = corrected === undefined ? [] : [corrected];
  return now.leftOut || now.value === null
    ? since
    : [
        ...(now.provisional ? ['provisional'] : []),
        ...illustrativeMarks(now),
        ...(notApproved === true ? ['not yet approved'] : []),
        ...since,
      ];
};

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** 'third', '11th'. */
export const ordinal = (number: number): string => {
  const word = [...ordinals, 'ninth', 'tenth'][number - 1];
  if (word !== undefined) return word;
  const [tens, ones] = [number % 100, number % 10];
  const ending = tens > 10 && tens < 14 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[ones] ?? 'th');
  return `${number}${ending}`;
};

/** '1 measure', '12 measures'. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** 'a, b and c'. */
export const listed = (words: readonly string[]): string =>
  words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`;

const fewAtMost = 6;

/** Of a chart's rows those that are said; how many more there are is said too. */
export const few = (said: readonly string[]): string =>
  said.length <= fewAtMost
    ? said.join('; ')
    : `${said.slice(0, fewAtMost).join('; ')}; and ${said.length - fewAtMost} more`;

/** With a capital, as a sentence begins. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const pounds = (value: number | null): string => figure({ unit: '£', decimals: 0 }, value);
