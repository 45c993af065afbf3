// What a performance sheet says of a measure the registers have: a declaration is changed in the
// Measures sheet, so what differs is only said; an owner or a priority that is blank is filled.
import type { Measure } from '../../registers/measures.ts';
import type { Plain } from '../../registers/register.ts';
import { quoted } from './cell-text.ts';
import { polarityOf } from './declare-measure.ts';
import type { Doubts, Place } from './doubts.ts';
import type { Fact } from './heading-meaning.ts';
import type { MeasureRow } from './measure-rows.ts';
import { plainName } from './plain-name.ts';

export type SaidOfIt = {
  readonly row: MeasureRow;
  readonly place: (fact: Fact) => Place;
  readonly priority: string | null;
  readonly owner: string | null;
};

/** The columns to fill; everything else stays as the register has it. */
export const sayDifferences = (
  doubts: Doubts,
  measure: Measure,
  { row, place, priority, owner }: SaidOfIt,
): Readonly<Record<string, Plain>> => {
  const { name = '', unit } = row.facts;
  if (name !== '' && plainName(name) !== plainName(measure.title))
    doubts.note(
      place('name'),
      `${measure.code} is ${quoted(measure.title)} in the register, which stays; the sheet has ${quoted(name)}.`,
      'measures',
    );
  const polarity = polarityOf(row.facts);
  if (polarity !== null && polarity !== measure.polarity)
    doubts.note(
      place('polarity'),
      `Good is ${polarity} on the sheet; the register says ${measure.polarity}, which stays.`,
      'measures',
    );
  const plainUnit = (text: string) =>
    plainName(text).replace(/^(?:percentage|percent|per cent)$/, '%');
  if (unit && measure.unit.startsWith('%') !== plainUnit(unit).startsWith('%'))
    doubts.note(
      place('unit'),
      `Unit is ${quoted(unit)} on the sheet; the register says ${quoted(measure.unit)}, which stays.`,
      'measures',
    );
  return {
    ...(measure.owner === null && owner !== null && { owner }),
    ...(measure.priority === null && priority !== null && { priority }),
  };
};
