// Prints papers in a thread of its own. It is started when the first is wanted and ended when none has been
// for a while; one that comes to grief fails what it had in hand, and the next paper has a new one.
import { Worker } from 'node:worker_threads';
import type { PaperPrinter } from '../use-cases/paper-printer-port.ts';
import type { Printed, ToPrint } from './printing-worker.ts';

/** Milliseconds: whoever opens one paper opens another. */
const idleFor = 60_000;
/** Milliseconds without one being finished: a long paper takes two seconds on a busy machine. */
const patience = 120_000;
/** In megabytes: a paper of 400 measures with its charts takes about a third. */
const memory = { maxOldGenerationSizeMb: 480 };

type Waiting = {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (fault: unknown) => void;
};

type Thread = {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  /** Until it is given up, or has had nothing to do for long enough. */
  timer: NodeJS.Timeout | null;
};

export const openPaperPrinter = (): PaperPrinter => {
  let thread: Thread | null = null;
  let count = 0;
  const end = (ending: Thread, fault: unknown): void => {
    if (thread === ending) thread = null;
    if (ending.timer !== null) clearTimeout(ending.timer);
    for (const { reject } of ending.waiting.values()) reject(fault);
    ending.waiting.clear();
    void ending.worker.terminate();
  };
  /** With nothing in hand the process may end, and in a while the thread does. */
  const watch = (of: Thread): void => {
    const isIdle = of.waiting.size === 0;
    if (of.timer !== null) clearTimeout(of.timer);
    of.timer = setTimeout(
      () => end(of, new Error('Printing a paper took too long.')),
      isIdle ? idleFor : patience,
    );
    of.timer.unref();
    if (isIdle) of.worker.unref();
    else of.worker.ref();
  };
  const start = (): Thread => {
    const worker = new Worker(new URL('printing-worker.ts', import.meta.url), {
      resourceLimits: memory,
      execArgv: [],
    });
    const started: Thread = { worker, waiting: new Map(), timer: null };
    worker.on('message', (printed: Printed) => {
      const asked = started.waiting.get(printed.id);
      started.waiting.delete(printed.id);
      watch(started);
      if ('bytes' in printed) asked?.resolve(printed.bytes);
      else asked?.reject(printed.fault);
    });
    worker.on('error', (fault) => end(started, fault));
    worker.on('exit', (code) => end(started, new Error(`The thread that prints ended: ${code}.`)));
    return started;
  };
  return {
    print: (paper, as) =>
      new Promise((resolve, reject) => {
        const printing = thread ?? start();
        thread = printing;
        count += 1;
        printing.worker.postMessage({ id: count, paper, as } satisfies ToPrint);
        printing.waiting.set(count, { resolve, reject });
        watch(printing);
      }),
  };
};
