// Puts a text into a Word file as it was written: its lines, its tabs, and the way each script runs.
import { CarriageReturn, type IRunStylePropertiesOptions, NoBreakHyphen, Tab, TextRun } from 'docx';
import { escaped, printable } from './printable.ts';

type Look = Pick<IRunStylePropertiesOptions, 'bold' | 'color'>;

const letter =
  '[\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}]';
/** Words of scripts written from the right, with what stands between two of them. */
const fromTheRight = new RegExp(`${letter}+(?:[^\\p{L}\\p{N}\\n\\t]*${letter}+)*`, 'gu');
const anyFromTheRight = new RegExp(letter, 'u');
const firstLetter = /\p{L}/u;

/** Whether a text is set from the right: as its first letter says (Unicode Standard Annex 9, rule P2). */
export const isSetFromTheRight = (text: string): boolean =>
  anyFromTheRight.test(text) && anyFromTheRight.test(firstLetter.exec(text)?.[0] ?? '');

/** The runs of a paragraph. What no file can hold is U+FFFD. */
export const runsOf = (text: string, look: Look = {}): TextRun[] =>
  piecesOf(text).map(({ words, isFromTheRight }) => {
    const facts = isFromTheRight ? { ...look, rightToLeft: true } : look;
    if (words === '\n') return new TextRun({ ...facts, children: [new CarriageReturn()] });
    if (words === '\t') return new TextRun({ ...facts, children: [new Tab()] });
    // Among its `children`, docx takes the word "SECTION" for a field that counts sections.
    return new TextRun({ ...facts, text: words });
  });

/** The same, not to be broken between the years of '2020-21'. */
export const titleRunsOf = (text: string): TextRun[] =>
  text
    .split(/(?<=\d)-(?=\d)/)
    .flatMap((part, at) => [
      ...(at === 0 ? [] : [new TextRun({ children: [new NoBreakHyphen()] })]),
      ...runsOf(part),
    ]);

/** The same runs as XML. */
export const runsXml = (text: string, { bold, color }: Look = {}): string => {
  const look = `${bold ? '<w:b/><w:bCs/>' : ''}${color ? `<w:color w:val="${color}"/>` : ''}`;
  return piecesOf(text)
    .map(({ words, isFromTheRight }) => {
      const facts = `${look}${isFromTheRight ? '<w:rtl/>' : ''}`;
      return `<w:r>${facts === '' ? '' : `<w:rPr>${facts}</w:rPr>`}${pieceXml(words)}</w:r>`;
    })
    .join('');
};

const pieceXml = (words: string): string => {
  if (words === '\n') return '<w:cr/>';
  return words === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${escaped(words)}</w:t>`;
};

type Piece = { readonly words: string; readonly isFromTheRight: boolean };

const piecesOf = (text: string): readonly Piece[] => {
  const words = printable(text);
  if (!anyFromTheRight.test(words)) return linesOf(words);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: found, index } of words.matchAll(fromTheRight)) {
    pieces.push(...linesOf(words.slice(at, index)), { words: found, isFromTheRight: true });
    at = index + found.length;
  }
  return [...pieces, ...linesOf(words.slice(at))];
};

/** A line feed or a tab is a piece by itself: within a text's element it is shown as a space. */
const linesOf = (words: string): readonly Piece[] =>
  words
    .split(/([\n\t])/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ words: piece, isFromTheRight: false }));
