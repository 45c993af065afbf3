// The machine's clock, for throttling and time limits only. Tests hand in one they drive.
import { setTimeout as sleep } from 'node:timers/promises';

export type MachineClock = {
  /** Milliseconds; only differences mean anything. */
  now(): number;
  /** Ends early, by rejecting, where the signal says so. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
};

export const machineClock: MachineClock = {
  now: () => performance.now(),
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, signal && { signal }),
};
