// The shape and the colour that stand beside a cell's words, in a Word file and in a spreadsheet.
import { directionWords, standingWords } from '../../registers/words.ts';
import { workStatusWords } from '../../registers/work-words.ts';
import type { Cell } from '../../rules/papers/paper.ts';

export type CellShape = {
  readonly shape: string;
  readonly colour: 'blue' | 'green' | 'amber' | 'red' | 'grey';
};

/** Null where the cell says nothing of how a thing stands, or its words begin with the shape already. */
export const shapeOf = (cell: Cell): CellShape | null => {
  const found = shapeFor(cell);
  return found === null || cell.text.startsWith(found.shape) ? null : found;
};

const shapeFor = ({ standing, status, direction }: Cell): CellShape | null => {
  if (standing !== undefined) {
    const { glyph, colour } = standingWords[standing];
    return { shape: glyph, colour };
  }
  if (status !== undefined) {
    const { glyph, colour } = workStatusWords[status];
    return { shape: glyph, colour };
  }
  if (direction === undefined) return null;
  return { shape: directionWords[direction].arrow, colour: directionColours[direction] };
};

const directionColours: { readonly [D in NonNullable<Cell['direction']>]: CellShape['colour'] } = {
  better: 'green',
  same: 'grey',
  worse: 'red',
  higher: 'grey',
  lower: 'grey',
};
