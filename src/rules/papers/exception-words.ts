// What the figures of a measure say, in a sentence: each clause follows from them by a rule, and nothing is
// said that they do not. What its owner says stands beside it, never in it.
import { type Direction, wordsOfStanding } from '../../registers/words.ts';
import { kindOf } from '../chart/chart-of.ts';
import { dateWords } from '../date-words.ts';
import { figure } from '../number-words.ts';
import { parsePeriod, periodText, samePeriodLastYear } from '../period.ts';
import { figuresOf, type ToldFigure, type ToldMeasure } from './facts.ts';
import {
  capital,
  inWords,
  isTargetMadeUp,
  marksOf,
  ordinal,
  targetIn,
  targetMadeUp,
} from './measure-words.ts';
import { isShare } from './small-numbers.ts';

/**
 * 'Amber: 93.1% against 95%, worse than last quarter, better than a year ago; third quarter below target.'
 * `periodWords` is the paper's own: a figure of another period says which.
 */
export const exceptionWords = (measure: ToldMeasure, periodWords: string): string => {
  const { now } = measure;
  if (now.leftOut) return leftOutSentence(measure);
  if (now.value === null) return noFigureSentence(measure);
  // That a target is made up is said where it stands.
  const marks = marksOf(measure).filter((each) => each !== targetMadeUp);
  const held = targetIn(now);
  const said = [
    inWords(measure, now.value),
    workedOutOf(measure),
    now.words === periodWords ? '' : ` in ${now.words}`,
    marks.length === 0 ? '' : ` (${marks.join(', ')})`,
    held === null ? '' : ` against ${held}`,
    isTargetMadeUp(now) ? ` (${targetMadeUp})` : '',
  ].join('');
  const clauses = [said, ...travelClauses(measure)].join(', ');
  const missed = missedClause(measure);
  return `${verdict(now)}: ${clauses}${missed === null ? '' : `; ${missed}`}.`;
};

/** RAG by its colour, as it is spoken of; what is no verdict by its words. */
const verdict = ({ standing, against }: ToldFigure): string => {
  const { colour, words } = wordsOfStanding(standing, against);
  return colour === 'grey' || against === 'quartile' ? words : capital(colour);
};

/** ' (931 of 1,000)', of a share; an average or a rate is no part of its second number: ' (1,265 over 5)'. */
const workedOutOf = ({ unit, now }: ToldMeasure): string => {
  const { numerator, denominator } = now;
  if (numerator === null || denominator === null) return '';
  return ` (${plain(numerator)} ${isShare.test(unit.trim()) ? 'of' : 'over'} ${plain(denominator)})`;
};

const plain = (value: number): string =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(value);

const leftOutSentence = ({ met, now, corrected }: ToldMeasure): string => {
  const held = targetIn(now);
  const against = held === null ? '' : ` of ${held}`;
  const said = met === null ? '' : ` It ${met} its target${against}.`;
  const since = corrected === undefined ? '' : ` ${capital(corrected)}.`;
  return `Its figure for ${now.words} is left out.${said}${since}`;
};

/** Why, and until when, where either is known. */
const noFigureSentence = ({ now, due, corrected }: ToldMeasure): string => {
  const why = now.noDataReason?.trim();
  const until =
    now.noDataUntil === null ? null : dateWords(Temporal.PlainDate.from(now.noDataUntil));
  const wanted = until === null ? '' : ` It is expected on ${until}.`;
  const reason = why ? ` The reason given: ${endedOnce(why)}` : '';
  // One that was cleared as blank was given.
  const silent = due && now.noDataReason === null && wanted === '' ? ' No reason is given.' : '';
  const since = corrected === undefined ? '' : ` ${capital(corrected)}.`;
  return `No figure for ${now.words} yet.${reason}${wanted}${silent}${since}`;
};

/** Somebody's own words, ended once. */
export const endedOnce = (words: string): string =>
  /[.!?…]["'\u201d\u2019)]?$/u.test(words) ? words : `${words}.`;

const lastOne = { monthly: 'last month', quarterly: 'last quarter', annual: 'the year before' };
const every = { monthly: 'month', quarterly: 'quarter', annual: 'year' };

const travelClauses = (measure: ToldMeasure): readonly string[] => {
  const { short, long, frequency, before, now } = measure;
  const period = parsePeriod(now.period);
  const lastYear = period === null ? null : periodText(samePeriodLastYear(period));
  const yearAgo = before.find((each) => each.period === lastYear);
  const clause = (direction: Direction, than: string, of: ToldFigure | undefined) =>
    direction === 'same' && !printsAlike(measure, of)
      ? `about the same as ${than}`
      : `${comparing[direction]} ${than}`;
  return [
    ...(short === null ? [] : [clause(short, lastOne[frequency], before.at(-1))]),
    // A yearly figure's last period is a year ago: once is enough.
    ...(long === null || frequency === 'annual' ? [] : [clause(long, 'a year ago', yearAgo)]),
  ];
};

const printsAlike = (measure: ToldMeasure, other: ToldFigure | undefined): boolean =>
  other !== undefined && figure(measure, other.value) === figure(measure, measure.now.value);

const comparing: { readonly [D in Direction]: string } = {
  better: 'better than',
  same: 'the same as',
  worse: 'worse than',
  higher: 'higher than',
  lower: 'lower than',
};

type Miss = 'below target' | 'above target' | 'outside its range';

/**
 * How many periods running it has missed, this one among them, in the same way; each by the target of its
 * own day. A gap, or a figure that is not told, ends the count, and the count then says "at least". Years
 * are not counted with quarters, where a measure was asked for yearly before.
 */
const missedClause = (measure: ToldMeasure): string | null => {
  const newest = missOf(measure.now);
  if (newest === null) return null;
  const kind = kindOf(measure.now.period);
  const figures = figuresOf(measure).filter(({ period }) => kindOf(period) === kind);
  const ended = figures.findLastIndex((each) => missOf(each) !== newest);
  const running = figures.length - 1 - ended;
  const last = figures[ended];
  const one = every[measure.frequency];
  if (last === undefined || last.value === null || isUnrated(last))
    return running === 1 ? newest : `at least the ${ordinal(running)} ${one} ${newest}`;
  if (running > 1) return `${ordinal(running)} ${one} ${newest}`;
  return isMet(last) ? `${newest}, which it met ${lastOne[measure.frequency]}` : newest;
};

const isMet = ({ standing }: ToldFigure): boolean =>
  standing === 'on target' || standing === 'better than target';

const isUnrated = ({ standing }: ToldFigure): boolean =>
  standing === 'target not yet agreed' || standing === 'data only';

/** Null where it met its target, or nothing says. */
const missOf = (of: ToldFigure): Miss | null => {
  const { value, standing, target, rangeLow, rangeHigh, against } = of;
  if (against === 'quartile') return null;
  if (value === null || (standing !== 'within tolerance' && standing !== 'off target')) return null;
  if (target !== null) {
    if (value === target) return null;
    return value < target ? 'below target' : 'above target';
  }
  return rangeLow === null && rangeHigh === null ? null : 'outside its range';
};
