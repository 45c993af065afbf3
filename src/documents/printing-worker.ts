// The thread papers are printed in, one after another: laying out a long one takes seconds.
import { parentPort } from 'node:worker_threads';
import type { Paper } from '../rules/papers/paper.ts';
import type { PaperFormat } from '../use-cases/paper-printer-port.ts';
import { paperDocx } from './papers/docx.ts';
import { paperHtml } from './papers/html.ts';
import { openDrawing } from './papers/png.ts';
import { paperXlsx } from './papers/xlsx.ts';

export type ToPrint = { readonly paper: Paper; readonly as: PaperFormat };
export type Printed = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly fault: unknown };

/** A quarter's papers show the same charts. */
const draw = openDrawing();

const print = async ({ paper, as }: ToPrint): Promise<Uint8Array> => {
  switch (as) {
    case 'html':
      return new TextEncoder().encode(paperHtml(paper));
    case 'docx':
      return paperDocx(paper, draw);
    case 'xlsx':
      return paperXlsx(paper);
  }
};

const answer = async (asked: ToPrint): Promise<void> => {
  try {
    const bytes = Uint8Array.from(await print(asked));
    parentPort?.postMessage({ bytes } satisfies Printed, [bytes.buffer]);
  } catch (fault) {
    parentPort?.postMessage({ fault } satisfies Printed);
  }
};

let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (asked: ToPrint) => {
  last = last.then(() => answer(asked));
});
