// Writes a row of Restatements for each frozen figure that has been corrected since: by the performance team
// after the close, by a final figure, by hand in its list. The dataset itself is never written again.
import type { FrozenDataset } from '../registers/datasets.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold } from '../registers/same-key.ts';
import {
  type Correction,
  correctionOf,
  type FrozenFigure,
  frozenFigures,
  rowHolding,
} from '../rules/dataset/restated.ts';
import { accept } from './accept.ts';
import { asExempt } from './as-exempt.ts';
import { change } from './change.ts';
import type { Entry, Ports } from './ports.ts';
import { readDataset } from './read-dataset.ts';

type RestatePorts = Pick<Ports, 'clock' | 'outbox' | 'replica'>;

/**
 * By the tick, and at once where somebody has just corrected a figure: done twice it is done once, and what
 * was cut short is done by the next. Answers how many were written.
 */
export const restate = async (ports: RestatePorts): Promise<number> => {
  let written = 0;
  for (const head of ports.replica.registers().datasets.values()) {
    const figures = await figuresOf(ports.replica.registers(), head);
    const registers = ports.replica.registers();
    const moved = figures.flatMap((figure) => movedSince(registers, figure));
    const entries = moved.flatMap(({ looked, row }) => {
      const correction = correctionOf(registers, head, { figure: looked.figure, row });
      return correction === null ? [] : [entryOf(ports, head, correction)];
    });
    const taken = await accept(ports, entries);
    // Only now: what could not be kept is looked at again.
    for (const { looked, row } of moved) looked.seen = { at: fold(row?.key ?? ''), row };
    written += taken.filter(({ outcome }) => outcome === 'accepted').length;
  }
  return written;
};

/** A frozen figure, and the row that held it when it was last looked at; null before, or where there was none. */
type Looked = { readonly figure: FrozenFigure; seen: Seen | null };

/** Under its key without case, as rows are looked up by; `row` null: there was none. */
type Seen = { readonly at: string; readonly row: Return | null };

// Every figure ever frozen is looked at at each tick. Rows are values: the same row says the same.
const known = new WeakMap<FrozenDataset, readonly Looked[]>();

const figuresOf = async (registers: Registers, head: FrozenDataset): Promise<readonly Looked[]> => {
  const before = known.get(head);
  if (before !== undefined) return before;
  const read = await readDataset(registers, head);
  // What cannot be read now may be put back.
  if ('fault' in read) return [];
  const figures = frozenFigures(read.dataset).map((figure): Looked => ({ figure, seen: null }));
  known.set(head, figures);
  return figures;
};

type Moved = { readonly looked: Looked; readonly row: Return | null };

const movedSince = (registers: Registers, looked: Looked): readonly Moved[] => {
  const { seen, figure } = looked;
  if (seen?.row && registers.returns.get(seen.at) === seen.row) return [];
  const row = rowHolding(registers, figure);
  return seen !== null && seen.row === row ? [] : [{ looked, row }];
};

const entryOf = (ports: RestatePorts, head: FrozenDataset, correction: Correction): Entry => {
  const { key, about, ...said } = correction;
  const now = ports.clock.now();
  return {
    key: `restate|${key}`,
    by: said.by,
    at: now.toInstant(),
    changes: [
      change('restatements', key, {
        ...said,
        plan: head.plan,
        dataset: head.key,
        on: now.toPlainDate(),
        ...asExempt(about),
      }),
    ],
    message: null,
  };
};
