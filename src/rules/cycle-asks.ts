// What a cycle says it asks about, as a list edited by hand may hold it: a word nobody knows asks for nothing,
// and is told of.
import { type Cycle, type CycleAsks, cycleAsks } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';

const wordsOf = ({ asks }: Pick<Cycle, 'asks'>): readonly string[] =>
  asks
    .flatMap((line) => line.split(/[,;]/))
    .map((word) => word.trim())
    .filter((word) => word !== '');

const known = (word: string): CycleAsks | undefined =>
  cycleAsks.find((each) => sameKey(each, word));

/** One to a line, or with commas. Measures alone where no word of it is known: never nothing at all. */
export const asksOf = (cycle: Pick<Cycle, 'asks'>): readonly CycleAsks[] => {
  const asks = wordsOf(cycle).flatMap((word) => known(word) ?? []);
  return asks.length === 0 ? ['measures'] : asks;
};

/** In sentences an administrator can act on, of cycles that are open or still to open. */
export const asksFaults = (registers: Pick<Registers, 'cycles'>): readonly string[] =>
  [...registers.cycles.values()]
    .filter(({ state }) => state === 'Planned' || state === 'Open')
    .flatMap((cycle) => {
      const others = wordsOf(cycle).filter((word) => known(word) === undefined);
      return others.length === 0
        ? []
        : [
            `The cycle ${cycle.key} is to ask about ${named(others)}, which is none of ${cycleAsks.join(', ')}: nothing is asked for it. Put it right under Asks about in Cycles.`,
          ];
    });

const mostNamed = 3;

const named = (words: readonly string[]): string =>
  words
    .slice(0, mostNamed)
    .map((word) => `"${word.slice(0, 40)}"`)
    .join(', ');
