// What is worked out once for a state of the registers and asked for many times: a row is never changed
// in place, so the same rows in the same order are the same state. Nothing is decided here.
import type { Registers } from '../registers/registers.ts';

type Known<Made> = { readonly rows: readonly object[]; readonly made: Made };
export type OncePer<Made> = WeakMap<Registers, Map<string, Known<Made>>>;

type Once<Made> = {
  /** What it is worked out for: one answer each is kept. */
  readonly of: string;
  /** All the rows it depends on. */
  readonly rows: readonly Iterable<object>[];
  readonly make: () => Made;
};

/** What was made from these rows before; made anew where any of them is another, gone or added. */
export const onceForRows = <Made>(
  kept: OncePer<Made>,
  registers: Registers,
  { of, rows, make }: Once<Made>,
): Made => {
  const all = kept.get(registers) ?? new Map<string, Known<Made>>();
  kept.set(registers, all);
  const known = all.get(of);
  if (known !== undefined && isStill(known.rows, rows)) return known.made;
  const made = make();
  all.set(of, { rows: rows.flatMap((each) => [...each]), made });
  return made;
};

const isStill = (known: readonly object[], rows: readonly Iterable<object>[]): boolean => {
  let at = 0;
  for (const some of rows)
    for (const row of some) {
      if (known[at] !== row) return false;
      at += 1;
    }
  return at === known.length;
};
