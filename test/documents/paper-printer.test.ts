// Papers are printed off the main thread, in each form, and one that cannot be printed keeps no other waiting.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { openPaperPrinter } from '../../src/documents/paper-printer.ts';
import { composed } from '../rules/papers/composed.ts';
import { manyMeasures } from '../rules/papers/given-dataset.ts';

const paper = composed(manyMeasures(400), "directors' board");
const bare = { ...paper, sections: [] };

it('a paper of 400 measures is printed while others are answered', async () => {
  const printer = openPaperPrinter();
  const held = monitorEventLoopDelay({ resolution: 5 });
  const nothing = printer.print(null as never, 'html');
  const begun = performance.now();
  held.enable();
  const whole = printer.print(paper, 'docx');
  await expect(nothing).rejects.toThrow(TypeError);
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

/** A thread that does as a test wants with what it is asked. */
const threadThat = (answers: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';
    let inHand = 0;
    parentPort.on('message', ({ as }) => { inHand += 1; ${answers} });
    const give = (byte) => { inHand -= 1; parentPort.postMessage({ bytes: new Uint8Array([byte]) }); };`)}`,
  );

it('a paper that hangs is given up though others are asked for all the while, and they are printed', async () => {
  const hangs = threadThat("if (as === 'docx') for (;;); give(1);");
  const printer = openPaperPrinter({ thread: hangs, patience: 400 });
  await printer.print(paper, 'html');
  const begun = performance.now();
  const hung = printer.print(paper, 'docx');
  const others: Promise<Uint8Array>[] = [];
  const asking = setInterval(() => others.push(printer.print({ ...bare }, 'html')), 50);
  await expect(hung).rejects.toThrow('took too long');
  clearInterval(asking);
  expect(performance.now() - begun).toBeLessThan(1_500);
  expect(others.length).toBeGreaterThan(1);
  expect((await Promise.all(others)).every(([byte]) => byte === 1)).toBe(true);
});

it('of two hundred asked for at once its thread holds one at a time', async () => {
  const tells = threadThat('const held = inHand; setTimeout(() => give(held), 1);');
  const printer = openPaperPrinter({ thread: tells });
  const all = await Promise.all(Array.from({ length: 200 }, () => printer.print(bare, 'html')));
  expect(Math.max(...all.map(([held = 0]) => held))).toBe(1);
});

it('a thread that ends fails what it had in hand, and the next has another', async () => {
  const dies = threadThat("if (as === 'docx') process.exit(3); give(1);");
  const printer = openPaperPrinter({ thread: dies });
  const [dead, next] = [printer.print(bare, 'docx'), printer.print(bare, 'html')];
  await expect(dead).rejects.toThrow('ended: 3');
  expect([...(await next)]).toEqual([1]);
});
