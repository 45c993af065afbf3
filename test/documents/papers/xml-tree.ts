// XML as a tree, so that a test can ask what a file says in the words of its format.
import { SaxesParser } from 'saxes';

export type Node = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Node | string)[];
};

/** Throws where it is not well formed. */
export const treeOf = (xml: string): Node => {
  const root: Node = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root;
};

export const nodesIn = (node: Node): readonly Node[] =>
  node.children.filter((each) => typeof each !== 'string');

/** Every node of this name, in order; one within another is not looked for. */
export const all = (node: Node, name: string): readonly Node[] =>
  nodesIn(node).flatMap((each) => (each.name === name ? [each] : all(each, name)));

export const first = (node: Node, name: string): Node | undefined => all(node, name)[0];

/** Whatever text is in it, `turned` where a node stands for a text of its own. */
export const textIn = (node: Node, turned: (node: Node) => string | null = () => null): string =>
  node.children
    .map((each) => (typeof each === 'string' ? each : (turned(each) ?? textIn(each, turned))))
    .join('');
