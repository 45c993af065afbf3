// What was said of a measure that counts people and may tell of 1 to 4 of them: papers anybody may read do not print
// it, whether or not the figure is printed. Which words do is few-people.ts's to say.
import type { ToldMeasure } from './facts.ts';
import { tellsOfAFew } from './few-people.ts';

/** What stands where a promise is told of and its words are not, or the reason why limits begin again. */
const notPrinted = 'Not printed';

/**
 * Words are held back whole, cleared ones too: a number taken out of them would be told by the gap. `heldBack`
 * names them for whoever prepares the paper, who may have them reworded.
 */
export const withoutAFew = (measure: ToldMeasure): ToldMeasure => {
  if (!measure.countsPeople) return measure;
  const { now, before, promises, rebasings } = measure;
  const { commentary, noActionBecause, source, limits } = measure;
  const said: readonly (readonly [name: string, words: readonly (string | null)[]])[] = [
    ['commentary', [commentary]],
    ['why nothing more is promised', [noActionBecause]],
    ['why there is no figure', [...before, now].map(({ noDataReason }) => noDataReason)],
    ['source', [source]],
    ['known limits', [limits]],
    ['a promise', promises.map(({ title }) => title)],
    ['why limits begin again', rebasings.map(({ because }) => because)],
  ];
  const heldBack = said.filter(([, words]) => words.some(mayTell)).map(([name]) => name);
  if (heldBack.length === 0) return measure;
  // A reason that is blank was given.
  const figure = <Figure extends Pick<typeof now, 'noDataReason'>>(each: Figure): Figure =>
    mayTell(each.noDataReason) ? { ...each, noDataReason: '' } : each;
  return {
    ...measure,
    now: figure(now),
    before: before.map(figure),
    commentary: kept(commentary),
    noActionBecause: kept(noActionBecause),
    source: kept(source),
    limits: kept(limits),
    wordsLeftOut: measure.wordsLeftOut || mayTell(commentary) || mayTell(noActionBecause),
    promises: promises.map((each) => (mayTell(each.title) ? { ...each, title: notPrinted } : each)),
    rebasings: rebasings.map((each) =>
      mayTell(each.because) ? { ...each, because: notPrinted } : each,
    ),
    heldBack,
  };
};

const mayTell = (words: string | null): boolean => words !== null && tellsOfAFew(words);

const kept = (words: string | null): string | null => (mayTell(words) ? null : words);
