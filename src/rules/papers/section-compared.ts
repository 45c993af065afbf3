// How measures stand beside other councils': the worst quarter first. In numbers and words, never coloured: a
// position says nothing of a target.
import { figureCell, numberCell, textCell } from './cells.ts';
import type { PaperSection } from './paper.ts';
import { filledTableBlock, number, periodIn, text } from './tables.ts';
import type { Told } from './told.ts';

/** Null where no measure is compared with anybody. */
export const comparedSection = ({ facts }: Told): PaperSection | null => {
  const compared = facts.measures
    .filter(({ benchmark, quartile }) => benchmark.length > 0 || quartile !== null)
    .toSorted((one, other) => (other.quartile ?? 0) - (one.quartile ?? 0));
  if (compared.length === 0) return null;
  return {
    id: 'compared',
    heading: 'How we compare',
    blocks: filledTableBlock({
      id: 'table compared',
      caption: 'Measures beside those of other councils, the worst quarter first',
      columns: [text('Measure'), number('Figure'), number('Quarter'), text('Compared with')],
      rows: compared.map((measure) => [
        periodIn(measure, facts.periodWords),
        figureCell(measure, measure.now),
        numberCell(measure.quartile),
        textCell(measure.benchmark.join('; ')),
      ]),
      notes: ['Of the councils compared, quarter 1 does best and quarter 4 worst.'],
    }),
    sections: [],
  };
};
