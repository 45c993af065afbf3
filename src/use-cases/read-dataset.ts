// Reads what a cycle's papers are made from: its frozen dataset, held against its hash, or, where it has
// not closed, what the registers say now. What a dataset holds is decided in rules/dataset.
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import type { Dataset } from '../rules/dataset/dataset.ts';
import { gatherDataset } from '../rules/dataset/gather.ts';
import {
  type DatasetFault,
  datasetIn,
  type FrozenText,
  frozenRows,
} from '../rules/dataset/parts.ts';
import { sha256 } from './sha-256.ts';

export type Frozen = { readonly dataset: Dataset; readonly hash: string };
export type Unreadable = { readonly fault: DatasetFault };

/**
 * The dataset as it was frozen, never as it has become since: one that is not whole, or not what was
 * frozen, is not given at all.
 */
export const readDataset = async (
  registers: Pick<Registers, 'datasets' | 'datasetParts'>,
  { key }: Pick<Cycle, 'key'>,
): Promise<Frozen | Unreadable> => {
  const found = frozenRows(registers, key);
  if ('fault' in found) return found;
  const known = lately.find((each) => isSame(each.of, found));
  const read = known?.read ?? readNow(found);
  lately = [{ of: found, read }, ...lately.filter((each) => each !== known)].slice(0, fewKept);
  return read;
};

/** `hash` null: a draft, of figures that may still change. */
export type ForPapers = { readonly dataset: Dataset; readonly hash: string | null };

/**
 * The frozen dataset of a cycle; of one that has not closed a draft as the registers stand, `today` being
 * its date. A cycle that closed before datasets were kept has a draft too, and it says so.
 */
export const datasetForPapers = async (
  registers: Registers,
  cycle: Cycle,
  today: Temporal.PlainDate,
): Promise<ForPapers | Unreadable> => {
  const read = await readDataset(registers, cycle);
  if (!('fault' in read)) return read;
  if (read.fault !== 'not frozen') return read;
  return { dataset: gatherDataset(registers, cycle, { asAt: today, isFrozen: false }), hash: null };
};

// A dataset of 400 measures takes some 30 ms to read and some megabytes to hold, and a shelf of papers asks
// for the same one or two many times over. Rows are values: the same rows are the same dataset.
type Read = { readonly of: FrozenText; readonly read: Promise<Frozen | Unreadable> };
const fewKept = 2;
let lately: readonly Read[] = [];

const isSame = (one: FrozenText, other: FrozenText): boolean =>
  one.head === other.head && one.rows.every((row, at) => row === other.rows[at]);

const readNow = async ({ head, rows }: FrozenText): Promise<Frozen | Unreadable> => {
  const text = rows.map(({ content }) => content).join('');
  if ((await sha256(text)) !== head.hash) return { fault: 'damaged' };
  const read = datasetIn(text);
  return 'fault' in read ? read : { ...read, hash: head.hash };
};
