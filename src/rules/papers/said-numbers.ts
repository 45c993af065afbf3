// Whether what was said of a measure would give back a number that is left out. It reads digits and number
// words, not meaning: where it finds any of the last year it holds the words back, whole.
import type { FigureFact, MeasureFact } from '../dataset/dataset.ts';

const small = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';
const large = 'fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy';
const more = 'eighty ninety hundred thousand million dozen score';
const parts = 'single sole couple pair both trio quartet quintet half halved double doubled twice';
const times =
  'thrice treble trebled triple tripled quadrupled third fourth fifth sixth no none nil zero nought';
const together =
  'duo brace twin triplet quadruplet twosome threesome foursome ii iii iv vi vii viii';
const numberWords = new Set(`${small} ${large} ${more} ${parts} ${times} ${together}`.split(' '));

/** Any digit, of any script, or word for a number. */
export const saysANumber = (words: string): boolean =>
  /\p{N}/u.test(words) || wordsIn(words).some((each) => numberWords.has(each));

/** Bare letters: neither an accent nor a sign that is not seen makes another word; 'threes' is 'three'. */
const wordsIn = (words: string): readonly string[] =>
  (
    bare(words)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).flatMap((each) => (each.endsWith('s') ? [each, each.slice(0, -1)] : [each]));

const bare = (words: string): string => words.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');

const unitWords = small.split(' ');
/** Other words for 1 to 4. */
const alsoCalled: readonly (readonly string[])[] = [
  ['single', 'sole'],
  ['pair', 'couple', 'both', 'duo', 'brace', 'twin', 'twosome', 'twice', 'ii'],
  ['trio', 'third', 'triplet', 'threesome', 'thrice', 'iii'],
  ['fourth', 'quartet', 'quadruplet', 'foursome', 'iv'],
];

/** Whether the words hold this number itself, in digits or as a word. */
const saysThis = (words: string, number: number): boolean => {
  const plain = bare(words).replace(/(?<=\d)[,\s](?=\d{3})/g, '');
  const digits = plain.match(/\d+(?:\.\d+)?/g) ?? [];
  const at = Math.abs(number) - 1;
  const called = [unitWords[at] ?? [], alsoCalled[at] ?? []].flat();
  return (
    digits.some((each) => Number(each) === Math.abs(number)) ||
    // Digits of another script are not read: they may be it.
    /[^\P{N}0-9]/u.test(plain) ||
    wordsIn(words).some((each) => called.includes(each))
  );
};

/** A year of figures by how often they come, the one shown among them. */
const aYear = { monthly: 13, quarterly: 5, annual: 2 } as const;

/**
 * Whether words said of a measure may be printed beside figures some of which are left out. Of a figure of
 * the last year no number at all may be said: a difference gives it back as well as itself. Of an older one
 * the number itself may not.
 */
export const givesBack = (
  words: string,
  measure: Pick<MeasureFact, 'frequency'>,
  { all, leftOut }: { readonly all: readonly FigureFact[]; readonly leftOut: ReadonlySet<string> },
): boolean => {
  const recent = all.slice(-aYear[measure.frequency]).some(({ period }) => leftOut.has(period));
  if (recent) return saysANumber(words);
  return all
    .filter(({ period }) => leftOut.has(period))
    .flatMap(({ value, numerator, denominator }) => [value, numerator, denominator])
    .some((number) => number !== null && saysThis(words, number));
};
