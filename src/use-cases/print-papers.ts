// Papers as files, each made once for as long as nothing in it changes: a frozen paper with the same words is
// asked for by many readers. What is kept is bounded, and the oldest unread goes first.
import { composePaper } from '../rules/papers/compose-paper.ts';
import type { Paper } from '../rules/papers/paper.ts';
import type { Prepared } from './paper-orders.ts';
import type { PaperFormat, PaperPrinter } from './paper-printer-port.ts';

export type PaperFiles = {
  /** As it is composed, before it is a file. */
  paper(prepared: Prepared): Paper;
  /** A draft is made afresh each time. */
  file(prepared: Prepared, as: PaperFormat): Promise<Uint8Array>;
};

/** In bytes: some thirty papers of 400 measures. */
const mostKept = 48_000_000;

export const openPaperFiles = (printer: PaperPrinter, most = mostKept): PaperFiles => {
  const kept = new Map<string, Uint8Array>();
  const making = new Map<string, Promise<Uint8Array>>();
  const keep = (key: string, file: Uint8Array): void => {
    kept.delete(key);
    kept.set(key, file);
    let held = [...kept.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
    for (const [oldest, { byteLength }] of kept) {
      if (held <= most) return;
      kept.delete(oldest);
      held -= byteLength;
    }
  };
  const composed = composedLately();
  const make = (prepared: Prepared, as: PaperFormat): Promise<Uint8Array> =>
    printer.print(composed(prepared), as);
  return {
    paper: composed,
    file: async (prepared, as) => {
      if (prepared.version === null) return make(prepared, as);
      const key = `${as} ${prepared.version}`;
      const known = kept.get(key);
      if (known !== undefined) {
        keep(key, known);
        return known;
      }
      const begun = making.get(key) ?? make(prepared, as);
      making.set(key, begun);
      try {
        const file = await begun;
        keep(key, file);
        return file;
      } finally {
        making.delete(key);
      }
    },
  };
};

/** A paper that is looked at is asked about every few seconds, and takes some hundredths of one to compose. */
const fewComposed = 4;

const composedLately = (): ((prepared: Prepared) => Paper) => {
  let lately: readonly (readonly [version: string, paper: Paper])[] = [];
  return ({ dataset, ordered, version }) => {
    const known = lately.find(([of]) => of === version)?.[1];
    const paper = known ?? composePaper(dataset, ordered);
    if (version !== null && known === undefined)
      lately = [[version, paper] as const, ...lately].slice(0, fewComposed);
    return paper;
  };
};
