// Exporting from the command line: the file that is asked for, and a plain sentence where it cannot be.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exportRegisters } from '../../src/commands/export.ts';
import { Unable } from '../../src/commands/unable.ts';
import { openSpreadsheets } from '../../src/documents/spreadsheets.ts';
import { registers as declared, type RegisterName } from '../../src/registers/registers.ts';
import { exportable } from '../../src/rules/export/export-sheet.ts';
import { hanging, hangingRows } from '../rules/hanging-rows.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';

let folder: string;
let said: string;
let closed: number;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-export-'));
  said = '';
  closed = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
    said += String(words);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const council: Rows = {
  plans: [{ key: 'plan', title: 'Plan', code: 'plan' }],
  measures: [
    { code: '1', title: '=Homes', access: 'public' },
    { code: '2', title: 'Empty homes' },
    { code: '3', title: 'Contract', access: 'exempt' },
  ],
  teams: [{ key: 'housing', title: 'Housing' }],
};

const run = (...args: readonly string[]) => runIn(council, ...args);

const runIn = (rows: Rows, ...args: readonly string[]) => {
  const registers = registersOf(rows);
  return exportRegisters(args, {}, () =>
    Promise.resolve({
      ports: {
        replica: {
          registers: () => registers,
          lay: () => {},
          heardAt: () => null,
          takeEdits: () => [],
        },
      },
      close: () => {
        closed += 1;
        return Promise.resolve();
      },
    }),
  );
};
const at = (...names: readonly string[]) => path.join(folder, ...names);
const read = async (file: string) => {
  const workbook = await openSpreadsheets().read({ name: file, bytes: readFileSync(file) });
  if ('refused' in workbook) throw new Error(workbook.words);
  return workbook.sheets;
};

test("one register to a workbook, by its list's name or its own, without case", async () => {
  await run('measures', '--to', at('one.xlsx'));
  const [sheet] = await read(at('one.xlsx'));
  expect(sheet?.name).toBe('Measures');
  expect(sheet?.rows.map((row) => row.slice(0, 2))).toEqual([
    ['Key', 'Name'],
    ['plan|1', '=Homes'],
    ['plan|2', 'Empty homes'],
  ]);
  expect(said).toBe(
    `Exported Measures, 2 rows, to ${at('one.xlsx')}. Left out, as exempt: 1 row; --exempt puts them in.\n`,
  );
  await run('AUDIT', 'recommendations', '--to', at('two.xlsx'));
  await run('auditRecommendations', `--to=${at('three.xlsx')}`);
  expect(readFileSync(at('two.xlsx')).length).toBe(readFileSync(at('three.xlsx')).length);
  expect(closed).toBe(3);
});

test('every register to one workbook, a sheet each, or to a folder, a file each', async () => {
  await run('all', '--to', at('all.xlsx'));
  expect((await read(at('all.xlsx'))).length).toBe(exportable.length);
  await run('all', '--to', at('new', 'folder'));
  expect(readdirSync(at('new', 'folder')).length).toBe(exportable.length);
  expect(readdirSync(at('new', 'folder'))).not.toContain('Personal objectives.csv');
  expect(readFileSync(at('new', 'folder', 'Measures.csv'), 'utf8')).toContain("plan|1,'=Homes,");
});

test('public rows only, exempt rows too, and one plan only', async () => {
  await run('Measures', '--public', '--to', at('public.csv'));
  expect((await read(at('public.csv')))[0]?.rows.length).toBe(2);
  await run('Measures', '--exempt', '--to', at('exempt.csv'));
  expect((await read(at('exempt.csv')))[0]?.rows.length).toBe(4);
  await run('all', '--plan', 'PLAN', '--to', at('plan.xlsx'));
  const names = (await read(at('plan.xlsx'))).map(({ name }) => name);
  expect(names).toContain('Measures');
  expect(names).not.toContain('People');
});

test('a file that is there is kept unless --force is said', async () => {
  writeFileSync(at('one.csv'), 'mine');
  await expect(run('measures', '--to', at('one.csv'))).rejects.toThrow('is there already');
  expect(readFileSync(at('one.csv'), 'utf8')).toBe('mine');
  await run('measures', '--to', at('one.csv'), '--force');
  expect(readFileSync(at('one.csv'), 'utf8')).toContain('Empty homes');
  expect(readdirSync(folder)).toEqual(['one.csv']);
});

test.each([
  [[], 'Say which register'],
  [['measures'], 'Say where to'],
  [['measures', '--to'], '--to needs a value'],
  [['nonsense', '--to', 'a.csv'], 'There is no register called "nonsense"'],
  [['personal objectives', '--to', 'a.csv'], 'never exported'],
  [['all', '--to', 'a.csv'], 'one register'],
  [['measures', '--to', 'a.ods'], 'A .ods file cannot be written'],
  [['measures', '--to', 'a.csv', '--loud'], '--loud is not something'],
  [['measures', '--to', 'a.csv', '--public', '--exempt'], 'not both'],
  [['people', '--to', 'a.csv', '--plan', 'plan'], 'not kept by plan'],
  [['measures', '--to', 'a.csv', '--plan', 'nowhere'], 'There is no plan "nowhere"'],
] as const)('%j cannot be done, and says why', async (args, words) => {
  const there = args.map((arg) => (arg === 'a.csv' ? at('a.csv') : arg));
  await expect(run(...there)).rejects.toThrow(words);
  await expect(run(...there)).rejects.toBeInstanceOf(Unable);
  expect(existsSync(at('a.csv'))).toBe(false);
});

test('a place that cannot be written is named', async () => {
  writeFileSync(at('file'), '');
  await expect(run('measures', '--to', at('file', 'a.csv'))).rejects.toThrow('cannot be written');
  await expect(run('measures', '--to', at('file'))).rejects.toThrow(
    'is a file, and a folder is needed',
  );
});

const inAll = 5 + hanging.reduce((sum, [, rows]) => sum + rows, 0);

test.each(hanging)(
  '%s leaves without what hangs on an exempt row, and says how many stayed',
  async (register, rows) => {
    const own = register === 'actions' ? rows + 1 : rows;
    await runIn(hangingRows, register, '--to', at('open.csv'));
    const open = readFileSync(at('open.csv'), 'utf8');
    expect(open).not.toContain('secret');
    expect(open).toContain('open');
    expect(said).toContain(
      `Left out, as exempt: ${own === 1 ? '1 row' : `${own} rows`}; --exempt puts them in.`,
    );
    await runIn(hangingRows, register, '--exempt', '--to', at('all.csv'));
    expect(readFileSync(at('all.csv'), 'utf8')).toContain('secret');
  },
);

test('a workbook of everything says nothing of what is exempt, and how many rows stayed', async () => {
  await runIn(hangingRows, 'all', '--to', at('open.xlsx'));
  expect(JSON.stringify(await read(at('open.xlsx')))).not.toContain('secret');
  expect(said).toContain(`Left out, as exempt: ${inAll} rows; --exempt puts them in.`);
});

test('a backup says nothing of what is exempt unless it was asked to', async () => {
  await runIn(hangingRows, 'all', '--to', at('open.jsonl'));
  expect(readFileSync(at('open.jsonl'), 'utf8')).not.toContain('secret');
  expect(said).toContain(`Left out, as exempt: ${inAll} rows; --exempt puts them in.`);
  await runIn(hangingRows, 'all', '--exempt', '--to', at('all.jsonl'));
  const kept = readFileSync(at('all.jsonl'), 'utf8').trimEnd().split('\n');
  const held = registersOf(hangingRows);
  const rows = exportable.reduce((sum, name: RegisterName) => sum + held[name].size, 0);
  expect(kept.length).toBe(rows + 1);
});

test('public rows leave without what is marked public of an exempt measure', async () => {
  const returns = (hangingRows.returns ?? []).map((row) => ({ ...row, access: 'public' as const }));
  await runIn({ ...hangingRows, returns }, 'returns', '--public', '--to', at('public.csv'));
  const text = readFileSync(at('public.csv'), 'utf8');
  expect(text).toContain('open');
  expect(text).not.toContain('secret');
});

test('frozen figures that cannot be read, and what was journalled of a row that is gone, stay and are counted apart', async () => {
  const [part] = hangingRows.datasetParts ?? [];
  const [told] = hangingRows.journal ?? [];
  const rows: Rows = {
    ...hangingRows,
    datasetParts: [{ ...part, content: 'not what was frozen' }],
    journal: [{ ...told, row: 'Returns: plan|secret|gone' }],
  };
  await runIn(rows, `${declared.datasetParts.list},journal`, '--to', at('open.xlsx'));
  expect(JSON.stringify(await read(at('open.xlsx')))).not.toContain('secret');
  expect(said).toContain(
    'Left out, since nobody can say whether they are exempt: 2 rows; --exempt puts them in.',
  );
});
