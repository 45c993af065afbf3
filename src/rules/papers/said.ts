// How words go into a paper: a paragraph, and what a service said, cut short where it is long, with all of it
// at the end of the paper.
import type { ToldMeasure } from './facts.ts';
import { nameOf } from './measure-words.ts';
import type { Block, PaperSection } from './paper.ts';
import type { Told } from './told.ts';

export const paragraph = (text: string, { lead = false } = {}): Block =>
  lead ? { kind: 'paragraph', text, lead: true } : { kind: 'paragraph', text };

/** A committee reads a few lines of a measure; who wants more finds it at the end. */
const longest = 450;

const isLong = (words: string): boolean =>
  words.length > longest && startOf(words).length < words.length;

/** Whole where it is short; else as many of its sentences as are, marked as cut. */
export const quoted = (told: Told, measure: ToldMeasure, by: string): readonly Block[] => {
  const words = measure.commentary ?? '';
  if (!isLong(words) || !hasFullWords(told)) return [{ kind: 'quote', text: words, by }];
  return [{ kind: 'quote', text: cut(words), by: `${by}; in full at the end of this paper` }];
};

/** Papers for residents are short throughout, and print nothing twice. */
const hasFullWords = ({ ordered }: Told): boolean =>
  ordered.kind !== 'public' && ordered.kind !== 'council tax';

/** At the end of the last sentence that fits, else of the last word; never inside a character. */
const cut = (words: string): string => {
  const start = startOf(words);
  const sentence = start.search(/[.!?][^.!?]*$/);
  if (sentence > longest / 3) return `${start.slice(0, sentence + 1)} […]`;
  const space = start.search(/\s\S*$/);
  return `${space > 0 ? start.slice(0, space) : start} […]`;
};

const characters = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** As many characters as readers see: a family of emoji is one. */
const startOf = (words: string): string => {
  let [start, count] = ['', 0];
  for (const { segment } of characters.segment(words)) {
    if (count === longest) break;
    start += segment;
    count += 1;
  }
  return start;
};

/** What was cut, whole; null where nothing was. `shown` are the measures told of at length. */
export const fullWordsSection = (
  told: Told,
  shown: readonly ToldMeasure[],
): PaperSection | null => {
  const cutShort = shown.filter(({ commentary }) => commentary !== null && isLong(commentary));
  if (cutShort.length === 0 || !hasFullWords(told)) return null;
  return {
    id: 'in full',
    heading: 'What services said, in full',
    blocks: [],
    sections: cutShort.map((measure) => ({
      id: `in full ${measure.code}`,
      heading: nameOf(measure),
      blocks: [
        {
          kind: 'quote',
          text: measure.commentary ?? '',
          by: told.inPublic ? 'The service' : measure.team,
        },
      ],
      sections: [],
    })),
  };
};
