// The machine's clock: for pacing, back-off and time limits. Never for a council's dates.

export interface MachineClock {
  /** Milliseconds that only ever go forward. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

export const machineClock: MachineClock = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
