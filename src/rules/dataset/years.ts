// What a measure came to in the financial year that a cycle ends, and in the year before. How a year's figure
// comes of its periods is year-figure.ts's.
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { returnsAt, valueOf } from '../history.ts';
import {
  lastMonth,
  type Period,
  parsePeriod,
  periodHolding,
  periodText,
  previousPeriod,
} from '../period.ts';
import { fromWords, yearFigure } from '../year-figure.ts';
import type { MeasureFact, YearFact } from './dataset.ts';

/** Nothing where the cycle's period does not end a financial year, or nothing says what a year would be. */
export const yearsEnded = (
  registers: Registers,
  measure: Measure,
  by: Period,
): Pick<MeasureFact, 'years'> => {
  const year = periodHolding('financial year', lastMonth(by));
  if (lastMonth(year) !== lastMonth(by)) return {};
  const years = [year, previousPeriod(year)].flatMap((each) => yearFact(registers, measure, each));
  return years.length === 0 ? {} : { years };
};

const yearFact = (registers: Registers, measure: Measure, year: Period): readonly YearFact[] => {
  const { value, from, missing, of } = yearFigure(registers, measure, year);
  if (from === null) return [];
  const at = returnsAt(registers, measure);
  const rows = of.flatMap((text) => parsePeriod(text) ?? []).map(at);
  return [
    {
      year: periodText(year),
      value,
      from: fromWords[from],
      of,
      missing,
      provisional: rows.some((row) => valueOf(row) !== null && row?.finality === 'provisional'),
      illustrative: rows.some((row) => valueOf(row) !== null && row?.illustrative === true),
    },
  ];
};
