// How a dataset is cut into parts that a list's cell can hold, and put together again: what of it is there,
// and whether it is what was frozen. How it is written as text is canonical.ts's.
import type { DatasetPart } from '../../registers/dataset-parts.ts';
import type { FrozenDataset } from '../../registers/datasets.ts';
import type { Registers } from '../../registers/registers.ts';
import { fromCanonical } from './canonical.ts';
import { type Dataset, datasetVersion } from './dataset.ts';

/** A list's cell takes 63,999 characters, one of a spreadsheet 32,767: a register can be exported whole. */
export const longestPart = 32_000;

/**
 * In order, none longer than `most`; joined they are the text. No part begins or ends in white space, which
 * a list may take off, nor within a surrogate pair, unless there is no other place in the whole part.
 */
export const cutInParts = (text: string, most = longestPart): readonly string[] => {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = cutAt(text, from, most);
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
};

const cutAt = (text: string, from: number, most: number): number => {
  const furthest = from + most;
  if (furthest >= text.length) return text.length;
  for (let at = furthest; at > from; at -= 1) if (mayCut(text, at)) return at;
  // White space alone: it is cut all the same, but not through a character.
  return isWithinPair(text, furthest) && most > 1 ? furthest - 1 : furthest;
};

const mayCut = (text: string, at: number): boolean =>
  !isWithinPair(text, at) && !/\s/.test(text.charAt(at - 1)) && !/\s/.test(text.charAt(at));

const isWithinPair = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));

/** A part's key tells the freezing it is of: one that was cut short leaves parts that nothing names. */
export const partKey = (cycle: string, hash: string, part: number): string =>
  `${cycle}|${hash.slice(0, 16)}|${part}`;

/**
 * `not frozen`: it never was. `incomplete`: rows of it are gone. `damaged`: they are not what was frozen.
 * `of another version`: they are, and this version cannot read them.
 */
export type DatasetFault = 'not frozen' | 'incomplete' | 'damaged' | 'of another version';

export const datasetFaultWords: { readonly [F in DatasetFault]: string } = {
  'not frozen': 'The figures of this cycle were not frozen when it closed.',
  incomplete:
    'Rows of this cycle’s frozen figures are missing. Put them back from the recycle bin of the lists Frozen datasets and Frozen figures.',
  damaged:
    'This cycle’s frozen figures were changed after they were frozen, so no paper is made from them. Bring back their first version in the list Frozen figures.',
  'of another version':
    'This cycle’s frozen figures were written by another version of Golden Thread, and this one cannot read them. Run the version that froze them, or a later one.',
};

type Reading = Pick<Registers, 'datasets' | 'datasetParts'>;

export type FrozenText = {
  readonly head: FrozenDataset;
  readonly rows: readonly DatasetPart[];
};

/** What was frozen of a cycle, its parts in order. Whether it is what was frozen is for its hash to say. */
export const frozenRows = (
  registers: Reading,
  cycle: string,
): FrozenText | { readonly fault: DatasetFault } => {
  const head = registers.datasets.get(cycle);
  if (head === undefined) {
    const isLeft = registers.datasetParts.where('dataset', cycle).length > 0;
    return { fault: isLeft ? 'incomplete' : 'not frozen' };
  }
  const rows: DatasetPart[] = [];
  for (let part = 1; part <= head.parts; part += 1) {
    const row = registers.datasetParts.get(partKey(cycle, head.hash, part));
    if (row === undefined) return { fault: 'incomplete' };
    rows.push(row);
  }
  return { head, rows };
};

/** What a whole text says, where it is a dataset that this version can read. */
export const datasetIn = (
  text: string,
): { readonly dataset: Dataset } | { readonly fault: DatasetFault } => {
  try {
    const read = fromCanonical(text);
    if (read === null || typeof read !== 'object' || !('version' in read))
      return { fault: 'damaged' };
    if (read.version !== datasetVersion) return { fault: 'of another version' };
    const rows = read as unknown as Readonly<Record<string, unknown>>;
    return lists.every((name) => Array.isArray(rows[name]))
      ? { dataset: read as unknown as Dataset }
      : { fault: 'damaged' };
  } catch {
    return { fault: 'damaged' };
  }
};

const lists = [
  'measures',
  'groups',
  'actions',
  'projects',
  'savings',
  'risks',
  'money',
  'questions',
  'boards',
  'ratedHow',
] as const satisfies readonly (keyof Dataset)[];
