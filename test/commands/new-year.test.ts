// What whoever types new-year is told when it cannot go on, and what its sheet may hold.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newYearCommand } from '../../src/commands/new-year.ts';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Cell } from '../../src/rules/workbook.ts';
import type { Outbox, Ports, Spreadsheets } from '../../src/use-cases/ports.ts';
import { plan, sampleWith } from '../use-cases/given-new-year.ts';
import { councilWith } from '../use-cases/given-ports.ts';

let folder: string;
let outbox: Outbox;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-new-year-'));
  outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
});
afterEach(() => {
  outbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const headings = ['Key', 'Verdict', 'Because', 'Decision', 'New owner', 'Good is'];

/** A spreadsheet with these rows, whatever the file holds. */
const holding = (rows: readonly (readonly Cell[])[]): Spreadsheets => ({
  read: () =>
    Promise.resolve({
      sheets: [{ name: 'Review', hidden: false, rows, hiddenRows: new Set(), merges: [] }],
    }),
  writeXlsx: () => Promise.resolve(new Uint8Array([1])),
  writeCsv: () => Promise.resolve(new Uint8Array()),
});

const run = async (args: readonly string[], rows: readonly (readonly Cell[])[] = []) => {
  const said: string[] = [];
  const openCouncil = () =>
    Promise.resolve({
      ports: councilWith(outbox, sampleWith()) as Ports,
      close: () => Promise.resolve(),
    });
  const command = newYearCommand({
    openCouncil,
    spreadsheets: holding(rows),
    say: (words) => void said.push(words),
  });
  await command(args, {}).catch((error: unknown) => said.push((error as Error).message));
  return said.join('\n');
};

describe('golden-thread new-year', () => {
  it.each([
    [[]],
    [['--plan', plan]],
    [['--review', 'a.xlsx']],
    [['--plan', plan, '--review', 'a.xlsx', '--agree']],
    [['--plan', plan, '--review', 'a.xlsx', '--with', 'b.xlsx']],
    [['--plan', plan, '--undo']],
  ])('with %j says how it is run', async (args) => {
    expect(await run(args)).toContain('golden-thread new-year --plan <code> --review <file.xlsx>');
  });
  it('names a plan, a file or a kind of file that will not do', async () => {
    const file = path.join(folder, 'review.xlsx');
    expect(await run(['--plan', 'no-plan', '--review', file])).toMatch(/no-plan is not in Plans/);
    expect(await run(['--plan', plan, '--review', 'a.csv'])).toMatch(/must end in \.xlsx/);
    expect(await run(['--plan', plan, '--with', file])).toMatch(/could not be read/);
  });
  it('names each cell of the sheet that cannot be read, and uses nothing of it', async () => {
    const file = path.join(folder, 'review.xlsx');
    writeFileSync(file, 'x');
    const rows = [
      ['Performance review'],
      headings,
      [`${plan}|VUL 6`, 'maybe', 'Why not', 'D1'],
      [`${plan}|VUL 1`, 'keep', 'Because', 'D1', 'Nobody', 'bigger'],
      [null, 'keep'],
    ];
    const words = await run(['--plan', plan, '--with', file, '--agree'], rows);
    expect(words.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^B3 .*"maybe" is no verdict; it is keep, change or retire\.$/),
      expect.stringMatching(/^F4 .*"bigger" is none of/),
      expect.stringMatching(/^E4 .*"Nobody" is not in People\.$/),
      expect.stringMatching(/^A5 .*no Key\.$/),
    ]);
    expect(await outbox.pending(1)).toEqual([]);
  });
  it('a workbook that is no review says which headings one has', async () => {
    const file = path.join(folder, 'review.xlsx');
    writeFileSync(file, 'x');
    expect(await run(['--plan', plan, '--with', file], [['Key', 'Verdict']])).toMatch(
      /No sheet has the headings of a review: Key, Code, Name/,
    );
  });
});
