// What a drawing shows, worked out from it alone: where its words and marks are, and how wide its bars.
import { inks } from '../../../src/documents/charts/ink.ts';
import { elementsIn, wordsIn } from '../papers/read-markup.ts';
import { type Node, treeOf } from '../papers/xml-tree.ts';

type Placed = { readonly node: Node; readonly x: number; readonly y: number };

/** Every element with how far it was moved; a scale or a turn moves nothing that is asked of here. */
export const placedIn = (svg: string): readonly Placed[] => placed(treeOf(svg), 0, 0);

const placed = (node: Node, x: number, y: number): readonly Placed[] =>
  node.children.flatMap((each) => {
    if (typeof each === 'string') return [];
    const [, right = '0', down = '0'] =
      /translate\((\S+) (\S+)\)/.exec(each.attributes['transform'] ?? '') ?? [];
    const here = { node: each, x: x + Number(right), y: y + Number(down) };
    return [here, ...placed(each, here.x, here.y)];
  });

export const sizeOf = (svg: string): { readonly width: number; readonly height: number } => {
  const [, , width = 0, height = 0] = (elementsIn(treeOf(svg))[0]?.attributes['viewBox'] ?? '')
    .split(' ')
    .map(Number);
  return { width, height };
};

export type Said = {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: string;
  readonly turned: boolean;
};

/** Every line of words, with where it begins, is centred, or ends. */
export const wordsOf = (svg: string): readonly Said[] =>
  placedIn(svg)
    .filter(({ node }) => node.name === 'text')
    .map(({ node, x, y }) => ({
      words: wordsIn(node),
      x: x + Number(node.attributes['x']),
      y: y + Number(node.attributes['y']),
      anchor: node.attributes['text-anchor'] ?? 'start',
      turned: node.attributes['x'] === '0' && node.attributes['y'] === '0',
    }));

export const saidIn = (svg: string): readonly string[] => wordsOf(svg).map(({ words }) => words);

export const inkOf = (colour: string): string | undefined =>
  Object.entries(inks).find(([, { light }]) => light === colour)?.[0];
