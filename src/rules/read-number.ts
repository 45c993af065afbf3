// What a typed number means: English figures as officers write them, or a refusal that says why.
// Whether it fits the measure's unit is decided in compute-value.ts; nothing is ever guessed.

/** `scaled`: it was written short, as 3.2m is. A percentage is 12 for '12%', a ratio 0.125 for '1 in 8'. */
export type Understood = {
  readonly value: number;
  readonly as: 'number' | 'percent' | 'money' | 'ratio';
  readonly scaled: boolean;
};
export type ReadNumber =
  | Understood
  | { readonly refused: 'nothing typed' | 'not a number' }
  /** The two English numbers it could be, as they would be typed. */
  | { readonly refused: 'ambiguous'; readonly either: readonly [string, string] };

/** No figure a council types is longer; a card's field could carry a megabyte. */
const longest = 60;
/** More digits than a figure can hold exactly are a slip of the hand or of the clipboard. */
const mostDigits = 15;

const notANumber = { refused: 'not a number' } as const;

/**
 * Reads a typed number: '1,234.5', '12%', '£3.2m', '450k', '1 in 8', '(3)' for minus three.
 * Comma groups thousands, point begins decimals; '1,5' and '1.234,5' are asked about. Refuses
 * words, ranges, dates, powers of ten, units other than % and £, and more than 15 digits.
 */
export const readNumber = (typed: string): ReadNumber => {
  if (typed.trim().length > 4 * longest) return notANumber;
  const text = plainly(typed);
  if (text === '') return { refused: 'nothing typed' };
  if (text.length > longest) return notANumber;
  return readRatio(text) ?? readFigure(text);
};

/** One space for any, ordinary digits for full-width ones, no invisible marks, one kind of minus. */
const plainly = (typed: string): string =>
  typed
    .replace(/\p{Cf}/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\uFFE1', '£')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

const readRatio = (text: string): ReadNumber | null => {
  const [, top, bottom] = /^([\d., ]+?) ?(?:\/| in | out of ) ?([\d., ]+)$/i.exec(text) ?? [];
  if (top === undefined || bottom === undefined) return null;
  const [of, whole] = [digitsOf(top), digitsOf(bottom)];
  if (of === null || whole === null || Number(whole) === 0) return notANumber;
  return { value: Number(of) / Number(whole), as: 'ratio', scaled: false };
};

const scales = { k: 3, thousand: 3, m: 6, mn: 6, million: 6, bn: 9, billion: 9 } as const;
const figure =
  /^(?<minus>[-+] ?)?(?<pound>£ ?)?(?<inner>[-+] ?)?(?<core>[\d., ]*\d\.?)(?: ?(?<scale>k|thousand|mn|m|million|bn|billion))?(?: ?(?<percent>%|per cent|percent))?$/i;
const bracketed = /^(£ ?)?\( ?([^()]+?) ?\)( ?%)?$/;

const readFigure = (text: string): ReadNumber => {
  const [brackets, before = '', within = '', after = ''] = bracketed.exec(text) ?? [];
  const parts = figure.exec(brackets ? before + within + after : text)?.groups;
  if (!parts?.core) return notANumber;
  const signs = (parts.minus ?? '') + (parts.inner ?? '');
  if (signs.trim().length > 1 || (brackets && signs !== '') || (parts.pound && parts.percent)) {
    return notANumber;
  }
  const digits = digitsOf(parts.core);
  if (digits === null) return eitherOf(text, parts.core) ?? notANumber;
  const scale = parts.scale?.toLowerCase() as keyof typeof scales | undefined;
  const size = Number(`${digits}e${scale ? scales[scale] : 0}`);
  const value = size !== 0 && (brackets || signs.startsWith('-')) ? -size : size;
  return { value, as: dressOf(parts), scaled: scale !== undefined };
};

const dressOf = (parts: Readonly<Record<string, string>>): Understood['as'] => {
  if (parts.percent) return 'percent';
  return parts.pound ? 'money' : 'number';
};

const inFigures = /^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)?(?:\.\d*)?$/;

/** The digits of an English number without its grouping; null where it is not one. */
const digitsOf = (core: string): string | null => {
  const digits = core.replace(/[^\d]/g, '');
  const english = inFigures.test(core.trim()) && digits !== '' && digits.length <= mostDigits;
  return english ? core.replace(/[, ]/g, '') : null;
};

/** A comma that may be a decimal one: read that way, and as a comma put in by mistake. */
const eitherOf = (text: string, core: string): ReadNumber | null => {
  const [, whole, decimals] = /^(\d+|\d{1,3}(?:[. ]\d{3}))?,(\d+)$/.exec(core) ?? [];
  if (whole === undefined || decimals === undefined) return null;
  if (core.replace(/\D/g, '').length > mostDigits) return null;
  const pointed = `${grouped(whole.replace(/\D/g, ''))}.${decimals}`;
  const without = core.replace(',', '').replace(' ', '');
  const other = without.includes('.') ? without : grouped(without);
  return { refused: 'ambiguous', either: [text.replace(core, pointed), text.replace(core, other)] };
};

const grouped = (digits: string): string =>
  digits.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',');
