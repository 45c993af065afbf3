// Takes in what was shown of a file and agreed: all of it in one entry, or none of it.
// What a file would change is worked out in rules/import; nothing of a file is read again here.

import { lineName } from '../registers/line-name.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { fingerprintOf, stillToChange } from '../rules/fingerprint.ts';
import type { ImportPreview } from '../rules/import/preview.ts';
import { accept } from './accept.ts';
import { whoMay } from './may-do.ts';
import { isOnItsWay } from './on-its-way.ts';
import type { Ports } from './ports.ts';

export type Agreed = {
  /** Person key; null is the command line. */
  readonly by: string | null;
  readonly preview: ImportPreview;
  /** The fingerprint of what was shown. */
  readonly agreed: string;
  readonly source: 'import';
  /** In the taker's own words, or null. */
  readonly why: string | null;
};

export type ImportRefused =
  | { readonly reason: 'not allowed' }
  /** What was agreed is not what this preview shows. */
  | { readonly reason: 'not what was shown' }
  | { readonly reason: 'doubts stop it'; readonly doubts: number }
  /** A row it touches is no longer as it was shown. */
  | { readonly reason: 'changed meanwhile' };

export type TakenImport =
  | { readonly outcome: 'taken'; readonly rows: number }
  | { readonly outcome: 'nothing to change' }
  | ({ readonly outcome: 'refused' } & ImportRefused);

/** Durable when it resolves. The same file taken twice changes nothing the second time. */
export const takeImport = async (
  ports: Pick<Ports, 'clock' | 'outbox' | 'replica'>,
  { by, preview, agreed, source, why }: Agreed,
): Promise<TakenImport> => {
  if (by !== null && whoMay(ports, by, 'take a file in').outcome === 'refused')
    return { outcome: 'refused', reason: 'not allowed' };
  if (agreed !== preview.fingerprint) return { outcome: 'refused', reason: 'not what was shown' };
  if (preview.stops > 0)
    return { outcome: 'refused', reason: 'doubts stop it', doubts: preview.stops };

  // Where a row was put back by hand since the same file was taken, its first key is spent.
  for (let again = 0; again <= mostTimes; again += 1) {
    const registers = ports.replica.registers();
    const left = stillToChange(registers, preview.changesToTake);
    if (left.length === 0) return { outcome: 'nothing to change' };
    if (fingerprintOf(registers, preview.changesToTake) !== agreed)
      return { outcome: 'refused', reason: 'changed meanwhile' };
    const now = ports.clock.now().toInstant();
    const key = `import|${agreed}|${revisionOf(registers, left) + again}`;
    const changes = left.map((each) => signed(each, by, now));
    const journal = { source, why: why ?? `From ${preview.file}.` };
    const entry = { key, by, at: now, changes, message: null, journal };
    const [acceptance] = await accept(ports, [entry]);
    if (acceptance?.outcome === 'accepted') return { outcome: 'taken', rows: left.length };
    // Another process took it just now.
    if (await isOnItsWay(ports, left)) return { outcome: 'nothing to change' };
  }
  return { outcome: 'refused', reason: 'changed meanwhile' };
};

const mostTimes = 20;

/** How often the rows an import touches have been changed before, as the Journal and they tell it. */
const revisionOf = (registers: Registers, changes: readonly Change[]): number =>
  changes.reduce(
    (sum, each) =>
      sum +
      registers.journal.where('row', lineName(each).slice(0, 255)).length +
      (each.register === 'returns' ? (registers.returns.get(each.key)?.revision ?? 0) : 0),
    0,
  );

/** A figure says who brought it and when, unless the file itself does. */
const signed = (each: Change, by: string | null, now: Temporal.Instant): Change => {
  if (each.register !== 'returns' || !('value' in each.set)) return each;
  return { ...each, set: { returnedBy: by, returnedAt: now.toString(), ...each.set } };
};
