// How a figure is printed: the measure's decimals, grouped thousands, % and £ beside it.
// Other units stand in the heading and are not repeated.
import type { Measure } from '../registers/measures.ts';
import { roundTo } from './rounding.ts';

const formats = new Map<number, Intl.NumberFormat>();

const formatFor = (decimals: number): Intl.NumberFormat => {
  const known = formats.get(decimals);
  if (known) return known;
  const format = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(decimals, format);
  return format;
};

/** A figure as every audience reads it: '83.2%', '1,234', '£3,200,000'. Null is '–', never 0. */
export const figure = (
  measure: Pick<Measure, 'unit' | 'decimals'>,
  value: number | null,
): string => {
  if (value === null) return '–';
  const rounded = roundTo(value, measure.decimals);
  const digits = formatFor(measure.decimals).format(Math.abs(rounded));
  const { before, after } = besideFigure(measure.unit.trim());
  return `${rounded < 0 ? '-' : ''}${before}${digits}${after}`;
};

/** '% of pupils' prints %, '£' and '£ a week' print £, '£m' both; '£000' is left to the heading. */
const besideFigure = (unit: string): { readonly before: string; readonly after: string } => {
  if (unit.startsWith('%')) return { before: '', after: '%' };
  const [pounds, scale = ''] = /^£(m|bn|k)?(?!\w)/.exec(unit) ?? [];
  return pounds === undefined ? { before: '', after: '' } : { before: '£', after: scale };
};
