// How many cells, blank stretches and letters are still to be had, all sheets of a file together.
import {
  type Limits,
  megabyte,
  spread,
  tooFarApart,
  tooLargeUnpacked,
  tooManyCells,
} from './limits.ts';

/** Each throws a Refusal once there is no more. */
export type Allowance = {
  /** Cells that hold something, and anything else kept one by one: hidden rows, merges. */
  readonly cell: () => void;
  /** Blank rows, or blank cells before a filled one. */
  readonly blank: (count: number) => void;
  /** A text used by many cells counts each time, as it does when the cells are handed over. */
  readonly letters: (count: number) => void;
};

export const newAllowance = (limits: Limits): Allowance => {
  let cells = limits.cells;
  let blanks = spread(limits.cells);
  let letters = limits.unpackedMegabytes * megabyte;
  return {
    cell: () => {
      cells -= 1;
      if (cells < 0) throw tooManyCells(limits);
    },
    blank: (count) => {
      blanks -= count;
      if (blanks < 0) throw tooFarApart(limits);
    },
    letters: (count) => {
      letters -= count;
      if (letters < 0) throw tooLargeUnpacked(limits);
    },
  };
};
