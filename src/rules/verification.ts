// Which returns of a closed cycle are checked against their evidence: what marks itself out first, the rest
// by a lot that falls the same however often it is drawn.
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold } from '../registers/same-key.ts';
import { fingerprintOfLines } from './fingerprint.ts';
import { asksForTarget } from './targets-due.ts';

/** One in twenty of what was returned, and never fewer than three. */
const share = 20;
const fewest = 3;

export type Picked = { readonly return: Return; readonly because: PickedBecause };
export type PickedBecause = 'doubted, and confirmed' | 'restated' | 'by lot';

/**
 * Every figure that was doubted and confirmed, and every one that was restated, however many; then others
 * by lot until the sample is full. Only what somebody returned is picked.
 */
export const pickedFor = (
  registers: Pick<Registers, 'returns'>,
  { key }: Pick<Cycle, 'key'>,
): readonly Picked[] => {
  const returned = registers.returns.where('cycle', key).filter(isChecked);
  const size = Math.max(fewest, Math.ceil(returned.length / share));
  const marked = returned.flatMap((each) => {
    const because = markedOut(each);
    return because === null ? [] : [{ return: each, because }];
  });
  const others = returned
    .filter((each) => markedOut(each) === null)
    .map((each) => ({ each, lot: lotOf(key, each) }))
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, Math.max(0, size - marked.length))
    .map(({ each }) => ({ return: each, because: 'by lot' as const }));
  return [...marked, ...others];
};

/** A year's target has no evidence; history that nobody answered here has no one to ask. */
const isChecked = (asked: Return): boolean =>
  asked.state === 'Returned' && asked.returnedBy !== null && !asksForTarget(asked);

const markedOut = (asked: Return): PickedBecause | null => {
  if (asked.doubted !== null && asked.confirmedBecause !== null) return 'doubted, and confirmed';
  return asked.kind === 'final' || asked.restatedOn !== null ? 'restated' : null;
};

const lotOf = (cycle: string, { key }: Return): string =>
  fingerprintOfLines([`${fold(cycle)} ${fold(key)}`]);

export const verificationKey = (cycle: string, asked: string): string => {
  const whole = `${cycle}|${asked}`;
  return whole.length <= 255 ? whole : `${cycle}|${fingerprintOfLines([fold(asked)])}`;
};
