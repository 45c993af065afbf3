// The tables of a paper's page, with the shape that stands beside a cell's words as part of what it says.
import { all, type Node, nodesIn, textIn, treeOf } from './xml-tree.ts';

export type PageTable = {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Within <details>: the figures of a chart. */
  readonly ofChart: boolean;
};

/** The page's own writing is well formed, but for what HTML leaves open. */
export const pageTree = (page: string): Node =>
  treeOf(
    page
      .replace(/^<!DOCTYPE html>/, '')
      .replace(/<style>[\s\S]*?<\/style>/g, '')
      .replace(/<(meta|br|link)\b([^>]*?)\/?>/g, '<$1$2/>'),
  );

export const tablesOfPage = (page: string): readonly PageTable[] => {
  const tables = (node: Node, ofChart: boolean): readonly PageTable[] =>
    nodesIn(node).flatMap((each) =>
      each.name === 'table'
        ? [tableOf(each, ofChart)]
        : tables(each, ofChart || each.name === 'details'),
    );
  return tables(pageTree(page), false);
};

const tableOf = (node: Node, ofChart: boolean): PageTable => {
  const [head, body] = [all(node, 'thead')[0], all(node, 'tbody')[0]];
  const cells = (row: Node) => nodesIn(row).map(words);
  return {
    caption: words(all(node, 'caption')[0] ?? node),
    headings: head ? all(head, 'tr').flatMap(cells) : [],
    rows: body ? all(body, 'tr').map(cells) : [],
    ofChart,
  };
};

const words = (node: Node): string => textIn(node, ({ name }) => (name === 'br' ? '\n' : null));
