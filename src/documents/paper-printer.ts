// Prints papers in a thread of its own, one after another. It is started when the first is wanted and ended when
// none has been for a while; one that comes to grief fails the paper it had in hand, and the next has a new one.
import { Worker } from 'node:worker_threads';
import type { Paper } from '../rules/papers/paper.ts';
import type { PaperFormat, PaperPrinter } from '../use-cases/paper-printer-port.ts';
import type { Printed, ToPrint } from './printing-worker.ts';

/** Milliseconds: whoever opens one paper opens another. */
const idleFor = 60_000;
/** Milliseconds for one: a long paper takes two seconds on a busy machine. */
const usualPatience = 120_000;
/**
 * In megabytes: a paper of 400 measures with its charts takes about a third. Left to itself what is young
 * grows by 30 MB more that are of no use: most of what a paper is made of is soon gone.
 */
const memory = { maxOldGenerationSizeMb: 480, maxYoungGenerationSizeMb: 6 };

type Waiting = {
  readonly paper: Paper;
  readonly as: PaperFormat;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (fault: unknown) => void;
};

type Thread = {
  readonly worker: Worker;
  inHand: Waiting | null;
  /** Until it is given up, or has had nothing to do for long enough. */
  timer: NodeJS.Timeout | null;
};

/** Another thread, and patience in milliseconds, for whoever tries what becomes of one that hangs. */
export type Printing = { readonly thread?: URL; readonly patience?: number };

export const openPaperPrinter = ({
  thread: script = new URL('printing-worker.ts', import.meta.url),
  patience = usualPatience,
}: Printing = {}): PaperPrinter => {
  // Here they wait as they are: in the thread each would be a copy.
  const waiting: Waiting[] = [];
  let thread: Thread | null = null;
  const end = (ending: Thread, fault: unknown): void => {
    if (thread === ending) thread = null;
    if (ending.timer !== null) clearTimeout(ending.timer);
    ending.timer = null;
    ending.inHand?.reject(fault);
    ending.inHand = null;
    void ending.worker.terminate();
    next();
  };
  const give = (of: Thread, printed: Printed): void => {
    const asked = of.inHand;
    of.inHand = null;
    if ('bytes' in printed) asked?.resolve(printed.bytes);
    else asked?.reject(printed.fault);
    next();
  };
  const next = (): void => {
    if (thread?.inHand) return;
    const asked = waiting.shift();
    if (asked !== undefined) {
      thread ??= started(script, { give, end });
      const { paper, as } = asked;
      try {
        thread.worker.postMessage({ paper, as } satisfies ToPrint);
        thread.inHand = asked;
      } catch (fault) {
        // What cannot be sent to the thread fails alone.
        asked.reject(fault);
        return next();
      }
    }
    if (thread !== null) watch(thread, { patience, end });
  };
  return {
    print: (paper, as) =>
      new Promise((resolve, reject) => {
        waiting.push({ paper, as, resolve, reject });
        next();
      }),
  };
};

type Told = {
  readonly give: (of: Thread, printed: Printed) => void;
  readonly end: (of: Thread, fault: unknown) => void;
};

const started = (script: URL, { give, end }: Told): Thread => {
  const worker = new Worker(script, { resourceLimits: memory, execArgv: [] });
  const thread: Thread = { worker, inHand: null, timer: null };
  worker.on('message', (printed: Printed) => give(thread, printed));
  worker.on('error', (fault) => end(thread, fault));
  worker.on('exit', (code) => end(thread, new Error(`The thread that prints ended: ${code}.`)));
  return thread;
};

type Watching = Pick<Told, 'end'> & { readonly patience: number };

/** With nothing in hand the process may end, and in a while the thread does. */
const watch = (of: Thread, { patience, end }: Watching): void => {
  const isIdle = of.inHand === null;
  if (of.timer !== null) clearTimeout(of.timer);
  of.timer = setTimeout(
    () => end(of, new Error('Printing a paper took too long.')),
    isIdle ? idleFor : patience,
  );
  of.timer.unref();
  if (isIdle) of.worker.unref();
  else of.worker.ref();
};
