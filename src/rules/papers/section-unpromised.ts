// Where nobody has promised anything: measures off target with no action open and no
// reason why not. What a board may want to ask about.
import { numberCell, textCell } from './cells.ts';
import type { ToldMeasure } from './facts.ts';
import { counted, nameOf } from './measure-words.ts';
import { exceptionsIn } from './order-of-exceptions.ts';
import type { PaperSection } from './paper.ts';
import { becameWords } from './promise-words.ts';
import { paragraph } from './said.ts';
import { number, tableBlock, text } from './tables.ts';
import type { Told } from './told.ts';

/** Null where something is promised, or a reason given, wherever a measure is off target. */
export const unpromisedSection = ({ facts }: Told): PaperSection | null => {
  const bare = exceptionsIn(facts.measures).filter(
    (each) => each.now.standing === 'off target' && isBare(each),
  );
  if (bare.length === 0) return null;
  return {
    id: 'unpromised',
    heading: 'Off target, and nothing promised',
    blocks: [
      paragraph(
        `For ${counted(bare.length, 'measure')} off target nothing is promised that is still to be done, and no reason is given.`,
      ),
      ...tableBlock({
        id: 'table unpromised',
        caption: 'Measures off target for which nothing is promised',
        columns: [text('Measure'), text('Team'), number('Periods running'), text('Last promised')],
        rows: bare.map((measure) => [
          textCell(nameOf(measure)),
          textCell(measure.team),
          numberCell(measure.running),
          textCell(lastOf(measure)),
        ]),
        notes: [],
      }),
    ],
    sections: [],
  };
};

/** A reason that was cleared as blank is not printed, and was given. */
const isBare = ({ promises, noActionBecause, wordsLeftOut }: ToldMeasure): boolean =>
  !wordsLeftOut &&
  noActionBecause === null &&
  promises.every(({ status }) => status === 'complete' || status === 'stopped');

const lastOf = ({ promises }: ToldMeasure): string => {
  const [last] = promises;
  return last === undefined ? 'Nothing yet' : `${last.title}: ${becameWords(last)}`;
};
