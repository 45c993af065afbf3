// Whether words said of a measure that counts people may tell of 1 to 4 of them, as "Of the 412, 3 were under five"
// does where 412 itself may be printed. It reads numbers, not meaning: "a child" and a name are clearance's to
// find, and what it cannot tell from people it takes for people. What is nobody is in not-people.ts.
import { passedOver, people, singularOf, spans, things, turnsOfSpeech } from './not-people.ts';

/**
 * A number from 1 to 4 on its own, in digits or as a word, unless it stands in a date, a quarter's name, an age,
 * a share, money, a version or another name ('phase 2'), or counts what is nobody ('two weeks', 'three schools').
 * Ordinals count nothing. 'A single', 'both' and their like count where people follow.
 */
export const tellsOfAFew = (words: string): boolean => {
  const plain = withoutLists(plainOf(words));
  // Digits of another script are not read: they may be such a number.
  if (/[^\P{N}0-9]/u.test(plain)) return true;
  const left = turnsOfSpeech.reduce((text, each) => text.replace(each, ' ; '), plain);
  return (
    someLike.test(left) ||
    [...left.matchAll(aFew)].some(({ 0: found, index }) =>
      isCount(found, left.slice(index + found.length)),
    )
  );
};

/**
 * Small letters, one sort of dash, apostrophe and space; neither an accent nor an unseen sign hides a word. A
 * number of ten digits or more is cut: it is no small one, and looking through many digits takes as long squared.
 */
const plainOf = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[‘’]/gu, "'")
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\d{10,}/gu, '9999999999')
    .toLowerCase();

/** '1. We have …' is a place in a list where more than one line begins so. */
const withoutLists = (text: string): string => {
  const starts = /^ ?\(?\d{1,2}[.)] (?=\p{L})/gmu;
  return (text.match(starts) ?? []).length > 1 ? text.replace(starts, '') : text;
};

const aFew = /(?<![\p{L}\d.,]|\d-)(?:[1-4](?:\.0+)?|one|two|three|four)(?![\p{L}\d]|[.,]\d)/gu;

const some =
  'single|sole|lone|both|couple of|pair of|trio of|only (?=child|girl|boy|person|man|woman)';
const someLike = new RegExp(
  String.raw`\b(?:${some}) ?(?:of )?(?:the |these |those )?(?:young(?:er)? |older |other |little )?(?:${people})s?\b|\b(?:twins?|triplets?|quadruplets?|twosome|threesome|foursome)\b`,
  'u',
);

const isOfPeople = new RegExp(`^(?:${people})s?$`, 'u');

/** Whether what follows a number may be people: anything may that is not known to be nobody. */
const isCount = (number: string, after: string): boolean => {
  const [clause = ''] = after.split(/[^\p{L}\p{N} '-]/u, 1);
  const words = (clause.match(/[\p{L}\p{N}]+'?/gu) ?? []).values();
  const next = words.find((word) => !passedOver.has(word) && !/^\d+$/.test(word));
  if (next === undefined) return true;
  const following = [...words].slice(0, 2).some((word) => isOfPeople.test(word));
  const bare = next.replace(/'$/, '');
  const isOne = singularOf(bare) === bare;
  // 'Two day patients'; not 'two weeks', 'a four-day week'.
  if (spans.has(singularOf(bare))) return isOne && following;
  if (!things.has(singularOf(bare))) return true;
  // 'Two service users', 'three schools' pupils', 'one road death' are people; 'one school' is not.
  if (!isOne) return next !== bare;
  return !/^(?:1|one)/.test(number) || following;
};
