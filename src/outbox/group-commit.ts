// Lets writes asked for at about the same moment share one commit, and commits share one sync: the disk
// is the cost, not the rows. A write that fails fails alone; none resolves before it is on the disk.
// The event loop goes on meanwhile, since the sync of a commit is waited for and not sat out.
type Write = {
  readonly run: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
};

/** Committed, and not known to be on the disk yet. */
type Committed = Pick<Write, 'resolve' | 'reject'> & { readonly result: unknown };

export type Together = {
  /** Runs the write in the next commit, in the order asked. */
  write<Result>(run: () => Result): Promise<Result>;
  /** Resolves once all that has been committed by now is on the disk, and its writers have been told. */
  synced(): Promise<void>;
  /** Commits at once what is still waiting, and syncs. */
  flush(): void;
};

export type Committing = {
  /** Does all it is given, or throws and has done nothing. It need not be on the disk yet. */
  commit(work: () => readonly unknown[]): readonly unknown[];
  /** Puts on the disk all that was committed before; throws or rejects where it cannot. */
  sync(): Promise<void>;
  syncNow(): void;
};

export const groupCommit = ({ commit, ...disk }: Committing): Together => {
  const syncing = openSyncing(disk);
  let waiting: Write[] = [];
  const commitWaiting = (): void => {
    const writes = waiting;
    waiting = [];
    if (writes.length > 0) syncing.add(settle(commit, writes));
  };
  return {
    write: <Result>(run: () => Result): Promise<Result> =>
      new Promise<Result>((resolve, reject) => {
        if (waiting.length === 0)
          setImmediate(() => {
            commitWaiting();
            void syncing.sync();
          });
        waiting.push({ run, resolve, reject });
      }),
    synced: syncing.synced,
    flush: () => {
      commitWaiting();
      syncing.syncNow();
    },
  };
};

const settle = (commit: Committing['commit'], writes: readonly Write[]): readonly Committed[] => {
  try {
    const results = commit(() => writes.map((write) => write.run()));
    return writes.map(({ resolve, reject }, at) => ({ resolve, reject, result: results[at] }));
  } catch (cause) {
    if (writes.length > 1) return writes.flatMap((write) => settle(commit, [write]));
    writes[0]?.reject(cause);
    return [];
  }
};

/** What is committed, until it is on the disk and its writers have been told, in the order written. */
const openSyncing = (disk: Omit<Committing, 'commit'>) => {
  let committed: Committed[] = [];
  let isSyncing = false;
  const take = (): readonly Committed[] => {
    const taken = committed;
    committed = [];
    return taken;
  };
  /** One at a time: what is committed during one shares the next. */
  const sync = async (): Promise<void> => {
    if (isSyncing) return;
    isSyncing = true;
    while (committed.length > 0) {
      const these = take();
      await disk.sync().then(
        () => tell(these),
        (cause: unknown) => tell(these, { cause }),
      );
    }
    isSyncing = false;
  };
  return {
    sync,
    add: (more: readonly Committed[]) => void committed.push(...more),
    synced: (): Promise<void> => {
      if (!isSyncing && committed.length === 0) return Promise.resolve();
      // In its turn, so that those who wrote before have been told before.
      return new Promise((resolve) => {
        committed.push({ resolve, reject: () => resolve(), result: undefined });
        void sync();
      });
    },
    syncNow: () => {
      const these = take();
      if (these.length === 0) return;
      try {
        disk.syncNow();
        tell(these);
      } catch (cause) {
        tell(these, { cause });
      }
    },
  };
};

const tell = (these: readonly Committed[], fault?: { readonly cause: unknown }): void => {
  for (const { resolve, reject, result } of these)
    if (fault === undefined) resolve(result as never);
    else reject(fault.cause);
};
