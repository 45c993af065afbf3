// Gathers what is said of lists that changed: a list is asked at once, and then at most once a second,
// however often it is spoken of.
import type { RegisterName } from '../../registers/registers.ts';

const gatherMilliseconds = 1_000;

export type ToldOfChanges = {
  tell(name: RegisterName): void;
  stop(): void;
};

/** `ask` must not reject. */
export const gatherChanges = (
  ask: (names: readonly RegisterName[]) => Promise<void>,
): ToldOfChanges => {
  const waiting = new Set<RegisterName>();
  const askedAt = new Map<RegisterName, number>();
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const waitFor = (name: RegisterName): number =>
    (askedAt.get(name) ?? Number.NEGATIVE_INFINITY) + gatherMilliseconds - performance.now();
  const run = (): void => {
    timer = null;
    const due = [...waiting].filter((name) => waitFor(name) <= 0);
    for (const name of due) {
      waiting.delete(name);
      askedAt.set(name, performance.now());
    }
    if (due.length > 0) void ask(due);
    plan();
  };
  const plan = (): void => {
    if (isStopped || waiting.size === 0 || timer !== null) return;
    timer = setTimeout(run, Math.max(0, Math.min(...[...waiting].map(waitFor))));
    timer.unref();
  };
  return {
    tell: (name) => {
      waiting.add(name);
      if (timer !== null && waitFor(name) <= 0) {
        clearTimeout(timer);
        timer = null;
      }
      plan();
    },
    stop: () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
};
