// What a set of changes is known by: the same changes to the same rows as they stood have the same
// fingerprint, and anything else another. It guards against a mistake, not against forgery.
import { toPlain } from '../registers/register.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { fold } from '../registers/same-key.ts';

/** Those columns of each change that the registers do not hold already; none where all are held. */
export const stillToChange = (
  registers: Registers,
  changes: readonly Change[],
): readonly Change[] =>
  changes.flatMap((each) => {
    const row = rowOf(registers, each);
    if (!row) return [each];
    const set = Object.entries(each.set).filter(([name, to]) => !samePlain(row[name], to));
    return set.length === 0 ? [] : [{ ...each, set: Object.fromEntries(set) }];
  });

/** Of what each row is now and what it becomes. When it is worked out, and in what order, does not matter. */
export const fingerprintOf = (registers: Registers, changes: readonly Change[]): string => {
  const lines = changes.map((each) => {
    const row = rowOf(registers, each);
    const columns = Object.keys(each.set).toSorted();
    const was = row ? columns.map((name) => toPlain(row[name])) : 'new';
    const becomes = columns.map((name) => [name, each.set[name]]);
    return JSON.stringify([each.register, fold(each.key), was, becomes]);
  });
  return fingerprintOfLines(lines);
};

/** The same lines in any order have the same one: 16 hexadecimal digits. */
export const fingerprintOfLines = (lines: readonly string[]): string => {
  const mix = startMixing();
  for (const line of lines.toSorted()) mix.add(line);
  return mix.end();
};

type AnyRow = { readonly [column: string]: unknown };

const rowOf = (registers: Registers, { register, key }: Change): AnyRow | undefined =>
  registers[register].get(key) as AnyRow | undefined;

const samePlain = (held: unknown, to: unknown): boolean =>
  JSON.stringify(blankIsNull(toPlain(held))) === JSON.stringify(blankIsNull(to));

const blankIsNull = (value: unknown): unknown => (value === '' ? null : value);

/** Two 32-bit mixes side by side (cyrb53) over everything added. */
const startMixing = () => {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  return {
    add: (text: string) => {
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        one = Math.imul(one ^ code, 2_654_435_761);
        other = Math.imul(other ^ code, 1_597_334_677);
      }
      // Where one change ends and the next begins counts too.
      one = Math.imul(one ^ 0x10ffff, 2_654_435_761);
      other = Math.imul(other ^ 0x10ffff, 1_597_334_677);
    },
    end: () => settle(one ^ (other >>> 13)) + settle(other ^ (one >>> 16)),
  };
};

const settle = (value: number): string => {
  let mixed = Math.imul(value ^ (value >>> 16), 2_246_822_507);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3_266_489_909);
  return ((mixed ^ (mixed >>> 16)) >>> 0).toString(16).padStart(8, '0');
};
