// Work that is asked for by many and does for all of them what it does once.

/** A call while one is under way waits for it and then runs once more, however many asked. */
export const oneAtATime = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const run = (): Promise<T> => {
    const mine = work().finally(() => {
      if (running === mine) running = null;
    });
    running = mine;
    return mine;
  };
  return () => {
    if (next !== null) return next;
    if (running === null) return run();
    const ended = () => undefined;
    next = running.then(ended, ended).then(() => {
      next = null;
      return run();
    });
    return next;
  };
};
