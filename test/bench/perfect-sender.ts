// The floor of a delivery: one who knows nothing ahead, loses no moment and has every card drawn. The
// same messages meet the same refusals, drawn anew in the same order; fifty requests leave in any one
// second, the first fifty at once; a refusal is waited out as told, and what was refused goes first.
import { Faults } from '../../src/local/faults/faults.ts';
import type { Chance } from './requests-made.ts';

export type PerfectSending = {
  /** Each ends by arriving, or with the word that its person cannot be reached. */
  readonly messages: number;
  readonly chance: Chance;
  /** Milliseconds from leaving until it has arrived, or is refused. */
  readonly latency: number;
};

const most = 50;
const within = 1_000;

/** Seconds until the last message ended. */
export const perfectSender = ({ messages, chance, latency }: PerfectSending): number => {
  const faults = new Faults();
  faults.set({ random: chance });
  const left: number[] = [];
  /** When each that was refused may leave again, the earliest first. */
  const again: number[] = [];
  let last = 0;
  for (let fresh = messages; fresh > 0 || again.length > 0; ) {
    const open = Math.max(left.at(-1) ?? 0, (left.at(-most) ?? -within) + within);
    const isAgain = again[0] !== undefined && (again[0] <= open || fresh === 0);
    const leaves = isAgain ? Math.max(open, again.shift() ?? 0) : open;
    if (!isAgain) fresh -= 1;
    left.push(leaves);
    const ends = leaves + latency;
    const drawn = faults.draw();
    const waits =
      drawn < chance.teams429
        ? chance.retryAfterSeconds * 1_000
        : drawn < chance.teams429 + chance.teams502
          ? 0
          : null;
    if (waits === null) last = Math.max(last, ends);
    else {
      again.push(ends + waits);
      again.sort((one, other) => one - other);
    }
  }
  return last / 1_000;
};
