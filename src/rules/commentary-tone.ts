// Whether a commentary says that all is well where the figure is off target. It reads words, not
// meaning: what it finds is asked about, never refused. The phrases it knows are in tone-phrases.ts.
import type { Polarity } from '../registers/measures.ts';
import {
  denials,
  ill,
  illFor,
  inPart,
  intentions,
  notDenials,
  notIntentions,
  ofOthers,
  ofThen,
  ofWhatIsDone,
  past,
  well,
  wellFor,
} from './tone-phrases.ts';

/**
 * The words in which a commentary says it goes well, as they were typed; null where it says no such
 * thing, or owns anywhere that it is off target. A denial ("not on track"), an intention ("to get back
 * on track"), another time ("was on track last year") and other places are no such saying.
 */
export const saysAllIsWell = (commentary: string, polarity: Polarity): string | null => {
  const sentences = sentencesIn(commentary);
  const claims = sentences.flatMap((each) => claimsIn(each, polarity));
  const owned = sentences.some((each) => ownsIn(each, polarity));
  return owned ? null : (claims[0] ?? null);
};

/** One kind of apostrophe and one space; a point within a number ends no sentence. A question stays one. */
const sentencesIn = (commentary: string): readonly string[] =>
  commentary
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u2010-\u2012]/g, '-')
    .split(
      /(?<=\?)|[!;\n\r]|\.(?!\d)|\bbut\b|\balthough\b|\bthough\b|\bhowever\b|\bwhereas\b|\bdespite\b/i,
    )
    .map((each) => each.replace(/\s+/g, ' ').trim());

type Found = { readonly words: string; readonly before: string; readonly after: string };

const found = (sentence: string, phrases: readonly RegExp[]): readonly Found[] =>
  phrases
    .flatMap((phrase) => [...sentence.matchAll(phrase)])
    .toSorted((one, other) => one.index - other.index)
    .map((match) => ({
      words: match[0],
      before: sentence.slice(0, match.index),
      after: sentence.slice(match.index + match[0].length),
    }));

/** A question claims nothing. */
const claimsIn = (sentence: string, polarity: Polarity): readonly string[] => {
  if (sentence.endsWith('?')) return [];
  const meant = (each: Found) => !isIntended(each) && !isElsewhere(each);
  const praised = found(sentence, [...well, ...wellFor[polarity]]).filter(
    (each) => !isDenied(each),
  );
  const denied = found(sentence, ill).filter(isIllDenied).map(withDenial);
  return [...praised, ...denied].filter(meant).map(({ words }) => words);
};

const ownsIn = (sentence: string, polarity: Polarity): boolean =>
  found(sentence, [...ill, ...illFor[polarity]]).some((each) => !isIllDenied(each)) ||
  found(sentence, [...well, ...wellFor[polarity]]).some(isDenied);

/** How many words before a phrase may turn it round. */
const reach = 6;

const wordsBefore = (before: string): string => before.trim().split(' ').slice(-reach).join(' ');

const isDenied = ({ before, words, after }: Found): boolean => {
  const heard = `${wordsBefore(before)} ${words}`.replace(notDenials, ' ');
  return denials.test(heard) || /^\W*(?:no|not yet|not)(?:\W*$|\s+(?:yet|now|at)\b)/i.test(after);
};

/** 'is no shortfall': the few words before it, or it would be quoted as its opposite. */
const withDenial = ({ before, words, after }: Found): Found => {
  const few = before.trim().split(' ').slice(-3);
  return {
    before: before.trim().split(' ').slice(0, -3).join(' '),
    words: `${few.join(' ')} ${words}`.trim(),
    after,
  };
};

/** 'No shortfall' denies; 'short of' is what is denied. */
const isIllDenied = ({ before, words, after }: Found): boolean =>
  /\bno (?:\w+ )?$/i.test(before) ||
  isDenied({ before, words: words.replace(/\b(?:short|shy) of\b/i, ''), after });

const isIntended = ({ before, words }: Found): boolean =>
  intentions.test(`${wordsBefore(before)} ${words}`.replace(notIntentions, ' '));

/** Of another time, of somebody else, of what is done about it, or of a part. */
const isElsewhere = ({ before, words, after }: Found): boolean =>
  ofWhatIsDone.test(before.trim()) ||
  inPart.test(after) ||
  ofOthers.test(wordsBefore(before)) ||
  (past.test(`${wordsBefore(before)} ${words}`) && ofThen.test(`${before} ${after}`));
