// The lines of a paper whose commentary may be changed through clearance: those it is told of, with what their
// owners wrote.
import { lineName } from '../registers/line-name.ts';
import type { RegisterName } from '../registers/registers.ts';
import type { Classified, Dataset } from './dataset/dataset.ts';
import { paperRows } from './paper-rows.ts';
import { heardBy } from './papers/heard.ts';
import { exemptPart, openPart } from './papers/kept-apart.ts';
import { hasAppendix, isReadInPublic, type Ordered } from './papers/ordered.ts';
import type { Paper } from './papers/paper.ts';

export type WordedLine = {
  /** 'Measures: plan|code' */
  readonly line: string;
  readonly name: string;
  readonly title: string;
  /** As its owner wrote it. */
  readonly written: string;
  readonly isExempt: boolean;
  readonly exemptUnder: string | null;
};

/** Of exempt rows those that whoever asks may read, where the paper has an appendix. */
export const wordedLines = (dataset: Dataset, ordered: Ordered): readonly WordedLine[] => [
  ...linesIn(heardBy(openPart(dataset, isReadInPublic(ordered)), ordered.board)),
  ...(ordered.mayReadExempt && hasAppendix(ordered.kind)
    ? linesIn(heardBy(exemptPart(dataset), ordered.board))
    : []),
];

/**
 * Whether a paper prints words of a line, whole or cut short: not where its figure stands well, or where they
 * are left out. Two lines may say the same, so its title stands over them or beside them.
 */
export const printedIn = (
  paper: Paper,
): ((line: Pick<WordedLine, 'title'>, words: string) => boolean) => {
  const { rows, known } = searched.get(paper) ?? search(paper);
  return ({ title }, words) => {
    const start = inOneLine(words).slice(0, enoughToTell);
    const name = inOneLine(title).slice(0, enoughToTell);
    const asked = `${name}\n${start}`;
    const found =
      known.get(asked) ??
      (start !== '' &&
        rows.some(({ about, says }) => says.includes(start) && about.includes(name)));
    known.set(asked, found);
    return found;
  };
};

type Searched = {
  readonly rows: readonly { readonly about: string; readonly says: string }[];
  /** What was asked before, and the answer. */
  readonly known: Map<string, boolean>;
};

// A paper that is looked at is asked the same of each of its lines every few seconds.
const searched = new WeakMap<Paper, Searched>();

const search = (paper: Paper): Searched => {
  const rows = paperRows(paper).map(({ section, words, cells }) => ({
    about: inOneLine(`${section} ${cells ?? ''}`),
    says: inOneLine(words ?? cells ?? ''),
  }));
  const made: Searched = { rows, known: new Map() };
  searched.set(paper, made);
  return made;
};

const enoughToTell = 60;
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Said = Classified & {
  readonly key: string;
  readonly code: string;
  readonly title: string;
  readonly commentary: string | null;
};

const linesIn = (part: Dataset): readonly WordedLine[] => [
  ...linesOf('measures', part.measures),
  ...linesOf('actions', part.actions),
  ...linesOf('projects', part.projects),
  ...linesOf('savings', part.savings),
  ...linesOf('risks', part.risks),
];

const linesOf = (register: RegisterName, rows: readonly Said[]): readonly WordedLine[] =>
  rows.flatMap(({ key, code, title, commentary, access, exemptUnder }) =>
    commentary === null || commentary.trim() === ''
      ? []
      : [
          {
            line: lineName({ register, key }),
            title,
            name: [code, title].filter((each) => each !== '').join(' '),
            written: commentary,
            isExempt: access === 'exempt',
            exemptUnder,
          },
        ],
  );
