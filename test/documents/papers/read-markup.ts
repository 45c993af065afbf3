// What a page or a drawing holds, as a reader has it.
import { type Node, nodesIn, textIn } from './xml-tree.ts';

/** Every element in it, from the outside in, in the order written. */
export const elementsIn = (node: Node): readonly Node[] =>
  nodesIn(node).flatMap((each) => [each, ...elementsIn(each)]);

export const named = (node: Node, ...names: readonly string[]): readonly Node[] =>
  elementsIn(node).filter(({ name }) => names.includes(name));

/** A line ends at <br/>, and a shape beside its words is no word. */
export const wordsIn = (node: Node): string =>
  textIn(node, ({ name, attributes }) => {
    if (name === 'br') return '\n';
    return attributes['aria-hidden'] === 'true' ? '' : null;
  });
