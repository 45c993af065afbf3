// What a cell's number format makes of its number: a day, a percentage, or just a number.
// Built-in formats: ECMA-376 Part 1, 18.8.30.
import { damaged } from './limits.ts';
import { attribute, readXml } from './xml.ts';
import type { Zip } from './zip.ts';

export type NumberMeans = 'number' | 'date' | 'percent';

const builtIn = (id: number): NumberMeans => {
  if (id === 9 || id === 10) return 'percent';
  const isDate = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36;
  return isDate || (id >= 50 && id <= 54) || id === 57 || id === 58 ? 'date' : 'number';
};

/** Elements of all kinds: Excel takes 65,490 cell formats, each of a few elements. */
const mostStyles = 1_000_000;

/** By the style a cell names. */
export const readStyles = (zip: Zip, part: string | null): readonly NumberMeans[] => {
  if (part === null) return [];
  const formats = new Map<number, NumberMeans>();
  const styles: NumberMeans[] = [];
  let within = false;
  let seen = 0;
  readXml(part, (take) => zip.unpack(part, take), {
    open: (name, attributes) => {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') formats.set(id, meaningOf(attribute(attributes, 'formatCode') ?? ''));
      if (name === 'cellXfs') within = true;
      if (name === 'xf' && within) styles.push(formats.get(id) ?? builtIn(id));
      seen += 1;
      if (seen > mostStyles) throw damaged('it has more cell formats than Excel takes');
    },
    close: (name) => {
      if (name === 'cellXfs') within = false;
    },
  });
  return styles;
};

/** A time of day or a length of time ('h:mm', '[h]:mm') is no day. */
export const meaningOf = (format: string): NumberMeans => {
  const shown = firstPart(format)
    .replace(/\[[^\]]*\]/g, '')
    .replace(/am\/pm|a\/p|general/gi, '');
  if (shown.includes('%')) return 'percent';
  if (/[yd]/i.test(shown)) return 'date';
  return /m/i.test(shown) && !/[hs]/i.test(shown) && !/\[[hms]+\]/i.test(format)
    ? 'date'
    : 'number';
};

/** Excel takes no longer one. */
const longestFormat = 255;

/** What is shown for a positive number, without the words and the padding. */
const firstPart = (format: string): string =>
  format
    .slice(0, longestFormat)
    .replace(/"[^"]*"?|[\\_*]./g, '')
    .split(';')[0] ?? '';
