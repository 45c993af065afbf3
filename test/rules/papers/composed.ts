// A paper composed for a test, and all that can be read in one: every text, every number, nothing else.
import type { PaperKind } from '../../../src/registers/papers.ts';
import type { Dataset } from '../../../src/rules/dataset/dataset.ts';
import { composePaper } from '../../../src/rules/papers/compose-paper.ts';
import type { Ordered } from '../../../src/rules/papers/ordered.ts';
import type { Block, Paper, PaperSection, Table } from '../../../src/rules/papers/paper.ts';

export const ordered = (kind: PaperKind, said: Partial<Ordered> = {}): Ordered => ({
  kind,
  key: `plan|2020-21 Q2|${kind}`,
  board: null,
  meeting: null,
  words: new Map(),
  restatements: [],
  previous: null,
  hash: '3fa1',
  mayReadExempt: false,
  notices: [],
  ...said,
});

export const composed = (dataset: Dataset, kind: PaperKind, said: Partial<Ordered> = {}): Paper =>
  composePaper(dataset, ordered(kind, said));

export const sectionsIn = (sections: readonly PaperSection[]): readonly PaperSection[] =>
  sections.flatMap((each) => [each, ...sectionsIn(each.sections)]);

export const headingsIn = ({ sections }: Paper): readonly string[] =>
  sections.map(({ heading }) => heading);

export const blocksIn = (sections: readonly PaperSection[]): readonly Block[] =>
  sectionsIn(sections).flatMap(({ blocks }) => blocks);

export const tablesIn = (sections: readonly PaperSection[]): readonly Table[] =>
  blocksIn(sections).flatMap((block) => (block.kind === 'table' ? [block.table] : []));

export const sectionOf = ({ sections }: Paper, id: string): PaperSection | undefined =>
  sections.find((each) => each.id === id);

/** The cells of a row as a paper's list holds them, read back: each heading with what was composed under it. */
export const cellsIn = (cells: string): readonly (readonly [heading: string, text: string])[] =>
  cells.split(/\n(?! {2})/).map((line) => {
    const at = line.indexOf(': ');
    return [line.slice(0, at), line.slice(at + 2).replaceAll('\n  ', '\n')] as const;
  });

/** Every text and number of a part of a paper, one to a line, as a reader could come by it. */
export const allOf = (part: unknown): string => {
  if (Array.isArray(part)) return part.map(allOf).join('\n');
  if (typeof part === 'object' && part !== null)
    return Object.entries(part)
      .map(([, each]) => allOf(each))
      .join('\n');
  return String(part);
};
