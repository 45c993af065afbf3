// The import command: a real file, shown, agreed and taken in; and every way it is not.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../../src/commands/import.ts';
import { Unable } from '../../src/commands/unable.ts';
import { openSpreadsheets } from '../../src/documents/spreadsheets.ts';
import { sheetOf } from '../../src/rules/export/export-sheet.ts';
import { givenCouncil } from '../use-cases/import-council.ts';

let folder = '';
let said: string[] = [];
const removers: (() => void)[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-'));
  said = [];
});
afterEach(() => {
  for (const remove of removers.splice(0)) remove();
  rmSync(folder, { recursive: true });
});

const spreadsheets = openSpreadsheets();

const council = (meanwhile: (given: ReturnType<typeof givenCouncil>) => void = () => {}) => {
  const given = givenCouncil();
  removers.push(given.remove);
  const open = {
    ports: given.ports,
    refresh: () => Promise.resolve(meanwhile(given)),
    land: () => Promise.resolve(0),
    close: () => Promise.resolve(given.close()),
  };
  const run = (args: readonly string[], answer: string | null = null) =>
    importFile(
      args,
      {},
      {
        openCouncil: () => Promise.resolve(open),
        spreadsheets,
        say: (words) => said.push(words),
        ask: answer === null ? null : () => Promise.resolve(answer),
      },
    );
  return { ...given, run };
};

const csv = (name: string, ...lines: readonly string[]): string => {
  const file = path.join(folder, name);
  writeFileSync(file, lines.join('\r\n'));
  return file;
};

const kpis = () =>
  csv('KPIs 2020-21.csv', 'Ref,Measure,Q1 Actual,Q2 Actual', 'M1,Voids,"1,234.5",n/a');

describe('golden-thread import', () => {
  it('shows what it understood and takes it in once that is agreed', async () => {
    const { run, registers } = council();
    await run([kpis(), '--plan', 'plan', '--agree']);
    expect(said[0]).toContain('C Q1 Actual = Figure of Q1 2020-21');
    expect(said[0]).toContain('Returns: 1 new, 0 changed, 0 the same');
    expect(said[0]).toContain('– KPIs 2020-21 D2: "n/a" says no figure: left blank, not nought.');
    expect(said.at(-1)).toBe('Took in 1 row.');
    expect(registers().returns.get('plan|M1|2020-21 Q1')?.value).toBe(1234.5);
  });

  it('asks on a terminal, and takes nothing unless the answer is yes', async () => {
    const no = council();
    await expect(no.run([kpis(), '--plan', 'plan'], 'no')).rejects.toThrow('Nothing was taken.');
    expect(no.registers().returns.get('plan|M1|2020-21 Q1')).toBeUndefined();
    const yes = council();
    await yes.run([kpis(), '--plan', 'plan'], 'yes');
    expect(yes.registers().returns.get('plan|M1|2020-21 Q1')?.value).toBe(1234.5);
  });

  it('takes nothing where a row was answered while the file was looked at', async () => {
    const { run, registers } = council(({ lay }) =>
      lay([
        {
          register: 'returns',
          key: 'plan|M1|2020-21 Q1',
          set: { title: 'M1', plan: 'plan', measure: 'plan|M1', period: '2020-21 Q1', value: 7 },
        },
      ]),
    );
    await expect(run([kpis(), '--plan', 'plan', '--agree'])).rejects.toThrow(
      'A row this file changes was changed meanwhile: nothing was taken. Look at it again.',
    );
    expect(registers().returns.get('plan|M1|2020-21 Q1')?.value).toBe(7);
  });

  it('changes nothing the second time', async () => {
    const { run, reopen } = council();
    await run([kpis(), '--plan', 'plan', '--agree']);
    reopen();
    await run([kpis(), '--plan', 'plan', '--agree']);
    expect(said.at(-1)).toBe('Nothing to change.');
  });

  it('works out a figure that is left blank, and says when it was taken in', async () => {
    const { run, registers, lay } = council();
    const key = 'plan|M1|2020-21 Q1';
    const due = { plan: 'plan', measure: 'plan|M1', period: '2020-21 Q1', state: 'Due' };
    lay([{ register: 'returns', key, set: { title: 'M1', ...due, finality: null } }]);
    const headings = 'Key,Name,State,Value,Numerator,Denominator';
    const file = csv('Returns.csv', headings, `${key},M1,Returned,,45,60`);
    await run([file, '--plan', 'plan', '--agree', '--by', 'p-1']);
    const row = registers().returns.get(key);
    expect(row).toMatchObject({ state: 'Returned', value: 75, finality: 'final' });
    expect(row).toMatchObject({ returnedBy: 'p-1', returnedAt: expect.anything() });
  });

  it.each<[string, (file: string) => readonly string[], RegExp]>([
    ['without a file', () => ['--plan', 'plan'], /^Name one file/],
    ['without a plan', (file) => [file], /^Say which plan/],
    [
      'with a file that is not there',
      () => ['nowhere.xlsx', '--plan', 'plan'],
      /^There is no file/,
    ],
    [
      'with a register nobody keeps',
      (file) => [file, '--plan', 'plan', '--register', 'Moods'],
      /is no register/,
    ],
    [
      'with a switch it does not know',
      (file) => [file, '--plan', 'plan', '--force'],
      /not how a file is taken in/,
    ],
    [
      'without --agree where nobody sits at a terminal',
      (file) => [file, '--plan', 'plan'],
      /say --agree/,
    ],
    [
      'for a plan that is not there',
      (file) => [file, '--plan', 'other', '--agree'],
      /mend first: nothing was taken/,
    ],
    [
      'by someone who may not',
      (file) => [file, '--plan', 'plan', '--agree', '--by', 'p-2'],
      /Only the performance team/,
    ],
  ])('says in one sentence why it cannot, %s', async (_, args, words) => {
    const { run, registers } = council();
    const failed = run(args(kpis()));
    await expect(failed).rejects.toThrow(Unable);
    await expect(failed).rejects.toThrow(words);
    expect(registers().returns.size).toBe(1);
  });

  it('takes back the file it exported as the file it was, in .xlsx and .csv', async () => {
    const { run, registers, reopen } = council();
    const risks = sheetOf('risks', registers().risks.values(), { held: registers() });
    const files = [
      ['Risks.xlsx', await spreadsheets.writeXlsx([risks])],
      ['Risks.csv', await spreadsheets.writeCsv(risks)],
    ] as const;
    for (const [name, bytes] of files) {
      writeFileSync(path.join(folder, name), bytes);
      await run([path.join(folder, name), '--plan', 'plan', '--agree']);
      expect(said.at(-1)).toBe('Nothing to change.');
      expect(said.at(-2)).not.toContain('Doubts');
      reopen();
    }
  });
});
