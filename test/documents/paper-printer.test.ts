// Papers are printed off the main thread, in each form, and one that cannot be printed keeps no other waiting.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { openPaperPrinter } from '../../src/documents/paper-printer.ts';
import { composePaper } from '../../src/rules/papers/compose-paper.ts';
import { manyMeasures } from '../rules/papers/given-dataset.ts';

const paper = composePaper(manyMeasures(400), {
  kind: "directors' board",
  key: 'paper',
  board: null,
  meeting: null,
  words: new Map(),
  restatements: [],
  previous: null,
  hash: 'h',
  mayReadExempt: false,
  notices: [],
});

it('a paper of 400 measures is printed while others are answered', async () => {
  const printer = openPaperPrinter();
  const held = monitorEventLoopDelay({ resolution: 5 });
  const bare = printer.print(null as never, 'html');
  const begun = performance.now();
  held.enable();
  const whole = printer.print(paper, 'docx');
  await expect(bare).rejects.toThrow(TypeError);
  expect(new TextDecoder().decode((await whole).slice(0, 2))).toBe('PK');
  held.disable();
  // Held for the whole of it, it would be as long as the printing.
  expect(held.max / 1e6).toBeLessThan((performance.now() - begun) / 2);
  const page = new TextDecoder().decode(await printer.print(paper, 'html'));
  expect(page).toContain('<!DOCTYPE html>');
  // What cannot be sent to the thread fails alone.
  await expect(printer.print({ ...paper, title: (() => '') as never }, 'html')).rejects.toThrow(
    /could not be cloned/,
  );
  expect((await printer.print(paper, 'xlsx')).length).toBeGreaterThan(10_000);
});
