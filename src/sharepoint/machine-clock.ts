// The machine's clock, for throttling and time limits only. Tests hand in one they drive.
import { setTimeout as sleep } from 'node:timers/promises';

export type MachineClock = {
  /** Milliseconds; only differences mean anything. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
};

export const machineClock: MachineClock = {
  now: () => performance.now(),
  wait: (milliseconds) => sleep(milliseconds),
};
