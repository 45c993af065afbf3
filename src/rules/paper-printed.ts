// Which of the words that people typed a paper prints, found in the paper itself: what it prints of them is decided
// section by section.
import { paperRows } from './paper-rows.ts';
import type { Paper, PaperSection } from './papers/paper.ts';
import type { TypedLine } from './typed-lines.ts';

/**
 * Whether a paper prints words of a line, whole or cut short: not where its figure stands well, or where they
 * are left out. Two lines may say the same, so its title stands over them or beside them.
 */
export const printedIn = (
  paper: Paper,
): ((line: Pick<TypedLine, 'title'>, words: string) => boolean) => {
  const { rowsWith, known } = searched.get(paper) ?? search(paper);
  return ({ title }, words) => {
    // What closes a sentence is left out where the paper's own goes on after it.
    const start = inOneLine(words)
      .replace(/[.;,\s]+$/u, '')
      .slice(0, enoughToTell);
    const name = inOneLine(title).slice(0, enoughToTell);
    const asked = `${name}\n${start}`;
    const found =
      known.get(asked) ??
      (start !== '' &&
        rowsWith(start).some(({ about, says }) => says.includes(start) && about.includes(name)));
    known.set(asked, found);
    return found;
  };
};

type Row = { readonly about: string; readonly says: string };
type Searched = {
  /** Those that may say it: with a word of it. */
  readonly rowsWith: (start: string) => readonly Row[];
  /** What was asked before, and the answer. */
  readonly known: Map<string, boolean>;
};

// A paper that is looked at is asked the same of each of its lines every few seconds.
const searched = new WeakMap<Paper, Searched>();

const search = (paper: Paper): Searched => {
  const rows: readonly Row[] = [
    ...paperRows(paper).map(({ section, words, cells }) => ({
      about: inOneLine(`${section} ${cells ?? words ?? ''}`),
      says: inOneLine(words ?? cells ?? ''),
    })),
    ...[...paper.sections, ...paper.confidential].flatMap(inCharts),
  ];
  const byWord = new Map<string, Row[]>();
  for (const row of rows)
    for (const word of new Set(wordsIn(row.says))) {
      const held = byWord.get(word);
      if (held === undefined) byWord.set(word, [row]);
      else held.push(row);
    }
  const made: Searched = {
    rowsWith: (start) => {
      // The last may be cut short.
      const whole = wordsIn(start).slice(0, -1);
      return whole
        .map((word) => byWord.get(word) ?? [])
        .reduce((few, each) => (each.length < few.length ? each : few), rows);
    },
    known: new Map(),
  };
  searched.set(paper, made);
  return made;
};

/** Why limits begin again is said in a chart alone. */
const inCharts = ({ heading, blocks, sections }: PaperSection): readonly Row[] => [
  ...blocks.flatMap((block) =>
    block.kind === 'chart' && block.chart.kind === 'line'
      ? block.chart.rebased.map(({ because }) => ({
          about: inOneLine(heading),
          says: inOneLine(because),
        }))
      : [],
  ),
  ...sections.flatMap(inCharts),
];

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const enoughToTell = 60;
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
