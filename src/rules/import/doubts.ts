// The doubts of one file as they are found: how many are listed, and in what order.
import type { RegisterName } from '../../registers/registers.ts';
import { cellName } from '../workbook.ts';
import type { Doubt } from './preview.ts';

/** Where something stands: rows and columns from 0. */
export type Place = { readonly sheet: string; readonly row: number; readonly column: number };

/** More than anyone reads; the rest are counted. */
export const mostDoubts = 500;

export type Doubts = {
  /** The import cannot be agreed until this is mended. */
  stop(place: Place, words: string, register?: RegisterName): void;
  /** Said, and no more. */
  note(place: Place, words: string, register?: RegisterName): void;
  listed(): Listed;
};

export type Listed = {
  readonly doubts: readonly Doubt[];
  readonly moreDoubts: number;
  readonly stops: number;
};

export const gatherDoubts = (): Doubts => {
  const kept: { readonly stops: Found[]; readonly notes: Found[] } = { stops: [], notes: [] };
  const count = { stops: 0, notes: 0 };
  const add = (kind: 'stops' | 'notes', found: Omit<Found, 'order'>) => {
    const order = count.stops + count.notes;
    count[kind] += 1;
    if (kept[kind].length < mostDoubts) kept[kind].push({ ...found, order });
  };
  return {
    stop: (place, words, register) => add('stops', { place, words, register }),
    note: (place, words, register) => add('notes', { place, words, register }),
    listed: () => {
      const stops = kept.stops.map((found) => ({ found, stops: true }));
      const notes = kept.notes.map((found) => ({ found, stops: false }));
      const inFileOrder = orderBy([...kept.stops, ...kept.notes]);
      const listed = [...stops, ...notes].slice(0, mostDoubts);
      return {
        doubts: listed
          .toSorted((one, other) => inFileOrder(one.found, other.found))
          .map(({ found, stops: stopping }) => doubtOf(found, stopping)),
        moreDoubts: count.stops + count.notes - listed.length,
        stops: count.stops,
      };
    },
  };
};

type Found = {
  readonly place: Place;
  readonly words: string;
  readonly register: RegisterName | undefined;
  readonly order: number;
};

/** Sheets in the order they were read, then as the eye goes over a page. */
const orderBy = (all: readonly Found[]) => {
  const first = new Map<string, number>();
  for (const { place, order } of all)
    first.set(place.sheet, Math.min(order, first.get(place.sheet) ?? order));
  return (one: Found, other: Found): number =>
    (first.get(one.place.sheet) ?? 0) - (first.get(other.place.sheet) ?? 0) ||
    one.place.row - other.place.row ||
    one.place.column - other.place.column ||
    one.order - other.order;
};

const doubtOf = ({ place, words, register }: Found, stops: boolean): Doubt => ({
  sheet: place.sheet,
  row: place.row + 1,
  cell: cellName(place.row, place.column),
  ...(register && { register }),
  words,
  stops,
});
