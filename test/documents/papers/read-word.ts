// What is in a Word file: its paragraphs with their styles, its tables and its pictures, in order.
import { strFromU8, unzipSync } from 'fflate';
import { all, first, type Node, nodesIn, textIn, treeOf } from './xml-tree.ts';

export type WordTable = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly node: Node;
};

export const partsOf = (file: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(file))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

const bodyOf = (file: Uint8Array): Node => {
  const body = first(treeOf(partsOf(file)['word/document.xml'] ?? ''), 'w:body');
  if (body === undefined) throw new Error('It has no body.');
  return body;
};

export const wordText = (node: Node): string =>
  textIn(node, ({ name }) => {
    if (name === 'w:cr' || name === 'w:br') return '\n';
    if (name === 'w:tab') return '\t';
    if (name === 'w:noBreakHyphen') return '-';
    return name === 'w:instrText' || name === 'w:pPr' ? '' : null;
  });

export type WordParagraph = { readonly style: string; readonly text: string; readonly node: Node };

/** Those beside the tables and the contents. */
export const paragraphsIn = (file: Uint8Array): readonly WordParagraph[] =>
  nodesIn(bodyOf(file))
    .filter(({ name }) => name === 'w:p')
    .map((node) => ({
      node,
      style: first(node, 'w:pStyle')?.attributes['w:val'] ?? '',
      text: wordText(node),
    }));

export const contentsIn = (file: Uint8Array): readonly string[] =>
  all(bodyOf(file), 'w:sdt').flatMap((sdt) =>
    all(sdt, 'w:hyperlink').map((each) => wordText(each).trim()),
  );

export const tablesIn = (file: Uint8Array): readonly WordTable[] =>
  all(bodyOf(file), 'w:tbl').map((node) => {
    const rows = all(node, 'w:tr').map((row) => all(row, 'w:tc').map(wordText));
    return { headings: rows[0] ?? [], rows: rows.slice(1), node };
  });

export const picturesIn = (file: Uint8Array): readonly Readonly<Record<string, string>>[] =>
  all(bodyOf(file), 'wp:docPr').map(({ attributes }) => attributes);
