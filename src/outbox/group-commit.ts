// Lets writes asked for in one turn of the event loop share one commit: the disk's sync is the
// cost, not the rows. A write that fails fails alone; none resolves before its commit is on disk.
type Write = {
  readonly run: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
};

export type Together = {
  /** Runs the write in the next commit, in the order asked. */
  write<Result>(run: () => Result): Promise<Result>;
  /** Commits at once what is still waiting. */
  flush(): void;
};

/** `commit` does all it is given, durably, or throws and has done nothing. */
export const groupCommit = (
  commit: (work: () => readonly unknown[]) => readonly unknown[],
): Together => {
  let waiting: Write[] = [];

  const settle = (writes: readonly Write[]): void => {
    try {
      const results = commit(() => writes.map((write) => write.run()));
      writes.forEach((write, at) => {
        write.resolve(results[at] as never);
      });
    } catch (cause) {
      if (writes.length === 1) return writes[0]?.reject(cause);
      for (const write of writes) settle([write]);
    }
  };

  const flush = (): void => {
    const writes = waiting;
    waiting = [];
    if (writes.length > 0) settle(writes);
  };

  const write = <Result>(run: () => Result): Promise<Result> =>
    new Promise<Result>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ run, resolve, reject });
    });

  return { write, flush };
};
