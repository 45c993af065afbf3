// Opens a zip without believing it: what it says of its own sizes is never used, names that could
// mislead are refused, and every part is unpacked once and counted before any of it is read.
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { damaged, hasPassword, type Limits, megabyte, tooLargeUnpacked } from './limits.ts';
import { type Entry, readDirectory } from './zip-directory.ts';

type Take = (piece: Uint8Array) => void;

export type Zip = {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** How many bytes it unpacks to, as counted. */
  size(name: string): number;
  /** Unpacks one part, piece by piece. Names are compared without case, as Excel does. */
  unpack(name: string, take: Take): void;
};

/** Throws a Refusal where the zip is damaged, locked, misleading, or unpacks to more than is read. */
export const openZip = (bytes: Uint8Array, limits: Limits): Zip => {
  const entries = new Map(
    readDirectory(bytes).map((entry) => [entry.name.toLowerCase(), entry] as const),
  );
  const sizes = countUnpacked([...entries.values()], limits);
  const find = (name: string): Entry => {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) throw damaged(`its part ${name} is missing`);
    return entry;
  };
  return {
    names: [...entries.values()].map(({ name }) => name),
    has: (name) => entries.has(name.toLowerCase()),
    size: (name) => sizes.get(find(name)) ?? 0,
    unpack: (name, take) => {
      unpackEntry(find(name), take);
    },
  };
};

const countUnpacked = (entries: readonly Entry[], limits: Limits): ReadonlyMap<Entry, number> => {
  const sizes = new Map<Entry, number>();
  const most = limits.unpackedMegabytes * megabyte;
  let unpacked = 0;
  for (const entry of entries) {
    const before = unpacked;
    let sum = 0;
    unpackEntry(entry, (piece) => {
      unpacked += piece.length;
      if (unpacked > most) throw tooLargeUnpacked(limits);
      sum = crc32(piece, sum);
    });
    if (sum !== entry.crc) throw damaged(`its part ${entry.name} is not as it was written`);
    sizes.set(entry, unpacked - before);
  }
  return sizes;
};

/** Small enough that one step of the worst bomb (about 1,000 to 1) is 8 MB. */
const step = 8 * 1024;

const unpackEntry = (entry: Entry, take: Take): void => {
  if (entry.locked) throw hasPassword();
  if (entry.method === 'stored') {
    take(entry.packed);
    return;
  }
  const inflate = new Inflate(take);
  const { packed } = entry;
  try {
    for (let at = 0; at < packed.length || at === 0; at += step)
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch (error) {
    throw isInflateFault(error) ? damaged(`its part ${entry.name} does not unpack`) : error;
  }
};

/** fflate's faults carry a code; a Refusal thrown by `take` does not. */
const isInflateFault = (error: unknown): boolean => error instanceof Error && 'code' in error;
