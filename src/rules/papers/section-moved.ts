// What stands differently from last time, and why as far as the registers know: worse first.
import { wordsOfStanding } from '../../registers/words.ts';
import type { FigureFact } from '../dataset/dataset.ts';
import { type MovedCause, movedSince } from '../dataset/moved.ts';
import { textCell } from './cells.ts';
import { type Facts, isAnyLeftOut, type ToldMeasure } from './facts.ts';
import { counted, listed, nameOf } from './measure-words.ts';
import type { Cell, PaperSection } from './paper.ts';
import { paragraph } from './said.ts';
import { status, tableBlock, text } from './tables.ts';
import type { Told } from './told.ts';

/**
 * What is missing has a section of its own. Measures with a figure that is left out are passed over: what it moved from, or to, would tell of it.
 */
export const movedSection = ({ facts, before }: Told): PaperSection | null => {
  const moved = movedSince(whole(facts), before && whole(before))
    .filter(({ causes }) => !causes.some(isMissing))
    .toSorted((one, other) => placeOf(one.isBetter) - placeOf(other.isBetter));
  const since = before?.periodWords ?? 'the last period';
  if (moved.length === 0) return null;
  const worse = moved.filter(({ isBetter }) => isBetter === false).length;
  const better = moved.filter(({ isBetter }) => isBetter === true).length;
  return {
    id: 'moved',
    heading: `What has moved since ${since}`,
    blocks: [
      paragraph(movedSentence({ worse, better, otherwise: moved.length - worse - better }, since)),
      ...tableBlock({
        id: 'table moved',
        caption: `Measures that stand differently from ${since}`,
        columns: [text('Measure'), status('Was'), status('Is'), text('Why')],
        rows: moved.map(({ measure, was, is, because }): readonly Cell[] => [
          textCell(nameOf(measure)),
          standsCell(was),
          standsCell(is),
          textCell(because),
        ]),
        notes: [],
      }),
    ],
    sections: [],
  };
};

/** '3 measures stand worse than in Q1 2020-21, 2 better and 1 otherwise.' What counts nought is not said. */
const movedSentence = (counts: { readonly [how: string]: number }, since: string): string => {
  const [first, ...rest] = Object.entries(counts).filter(([, count]) => count > 0);
  if (first === undefined) return '';
  const [how, count] = first;
  const said = `${counted(count, 'measure')} ${count === 1 ? 'stands' : 'stand'} ${how} than in ${since}`;
  return `${listed([said, ...rest.map(([other, many]) => `${many} ${other}`)])}.`;
};

const isMissing = (cause: MovedCause): boolean =>
  cause === 'not yet available' || cause === 'newly due';

const standsCell = ({ standing, against }: FigureFact): Cell => ({
  text: wordsOfStanding(standing, against).words,
  standing,
});

const placeOf = (isBetter: boolean | null): number =>
  isBetter === false ? 0 : isBetter === null ? 1 : 2;

const whole = ({ measures }: Facts): { readonly measures: readonly ToldMeasure[] } => ({
  measures: measures.filter((each) => !isAnyLeftOut(each)),
});
