// Figures that should be there and are not: for how long, why, and until when. Silence is named as silence.
import { dayCell, measureCell, numberCell, textCell } from './cells.ts';
import type { ToldMeasure } from './facts.ts';
import { missingIn } from './order-of-exceptions.ts';
import type { Block, Cell, PaperSection } from './paper.ts';
import { paragraph } from './said.ts';
import { filledTableBlock, number, text } from './tables.ts';
import type { Told } from './told.ts';

/** How many rows; the rest are counted. */
const most = 25;

/** Null where every figure that was asked for is there. Those of which nobody has said why come first. */
export const missingSection = ({ facts, inPublic }: Told): PaperSection | null => {
  const missing = missingIn(facts.measures).toSorted(
    (one, other) => Number(isExplained(one)) - Number(isExplained(other)),
  );
  if (missing.length === 0) return null;
  const silent = missing.filter((each) => !isExplained(each));
  const asked = facts.measures.filter(({ due }) => due).length;
  return {
    id: 'missing',
    heading: 'Figures that are not there',
    blocks: [
      paragraph(missingSentence({ asked, missing: missing.length, silent: silent.length })),
      ...filledTableBlock({
        dash: 'not said',
        id: 'table missing',
        caption: 'Figures that were asked for and are not there',
        columns: [
          text('Measure'),
          ...(inPublic ? [] : [text('Team')]),
          text('Last figure'),
          text('Expected on'),
          text('Reason given'),
        ],
        rows: missing
          .slice(0, most)
          .map((measure) => [
            measureCell(measure),
            ...(inPublic ? [] : [textCell(measure.team)]),
            lastCell(measure),
            dayCell(measure.now.noDataUntil),
            reasonCell(measure),
          ]),
        notes: missing.length > most ? [`The first ${most} of ${missing.length}.`] : [],
      }),
      ...(inPublic ? [] : byDirectorate(facts.measures)),
    ],
    sections: [],
  };
};

type Missing = { readonly asked: number; readonly missing: number; readonly silent: number };

/** '5 of the 50 figures asked for are not there; for 2 of them no reason is given.' */
const missingSentence = ({ asked, missing, silent }: Missing): string => {
  const some = `${missing} of the ${asked} figures asked for ${missing === 1 ? 'is' : 'are'} not there`;
  const all = `None of the ${asked} figures asked for has come`;
  const none =
    missing === asked && asked > 1
      ? all
      : asked === 1
        ? 'The one figure asked for has not come'
        : some;
  if (silent === 0) return `${none}.`;
  if (silent < missing) return `${none}; for ${silent} of them no reason is given.`;
  return `${none}${missing === 1 || missing === asked ? ', and no reason is given' : ', none with a reason'}.`;
};

const isExplained = ({ now }: ToldMeasure): boolean =>
  now.noDataReason !== null || now.noDataUntil !== null;

/** A reason that was cleared as blank was given. */
const reasonCell = ({ now: { noDataReason } }: ToldMeasure): Cell =>
  noDataReason === '' ? { text: 'Given, and not printed' } : textCell(noDataReason);

/** '44.2% (Q1 2020-21)'; a figure that is left out is passed over. */
const lastCell = (measure: ToldMeasure): Cell => {
  const last = measure.before.findLast(({ value }) => value !== null);
  if (last === undefined) return { text: 'None yet' };
  return { text: `${numberCell(last.value, measure.unit, measure.decimals).text} (${last.words})` };
};

/** Who returns and who does not: those with most missing first. Inside alone. */
const byDirectorate = (measures: readonly ToldMeasure[]): readonly Block[] => {
  const asked = Map.groupBy(
    measures.filter(({ due }) => due),
    ({ directorate }) => directorate,
  );
  const rows = [...asked]
    .map(([directorate, of]) => ({
      directorate,
      asked: of.length,
      returned: of.filter(({ returned }) => returned).length,
    }))
    .toSorted((one, other) => other.asked - other.returned - (one.asked - one.returned));
  return filledTableBlock({
    dash: 'not said',
    id: 'table returned',
    caption: 'Figures asked for and returned, by directorate',
    columns: [text('Directorate'), number('Asked for'), number('Returned')],
    rows: rows.map((row) => [
      textCell(row.directorate),
      numberCell(row.asked),
      numberCell(row.returned),
    ]),
  });
};
