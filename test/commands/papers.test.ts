// Printing a cycle's papers from the command line: the files that are made, and a plain sentence where they
// cannot be.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { printPapers } from '../../src/commands/papers.ts';
import { Unable } from '../../src/commands/unable.ts';
import { openPaperPrinter } from '../../src/documents/paper-printer.ts';
import { paragraphsIn, tablesIn } from '../documents/papers/read-word.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';

let folder: string;
let said: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-papers-'));
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
    said += String(words);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const cycle = 'plan|2020-21 Q1';
const rows: Rows = {
  plans: [{ key: 'plan', title: 'Stronger Together', code: 'plan' }],
  cycles: [
    { plan: 'plan', period: '2020-21 Q1', state: 'Open' },
    { plan: 'other', period: '2020-21 Q2', state: 'Open' },
    { plan: 'plan', period: '2020-21 Q2', state: 'Open' },
  ],
  priorities: [{ plan: 'plan', code: '1', title: 'Homes' }],
  measures: [
    {
      plan: 'plan',
      code: '1',
      title: 'Homes let',
      priority: 'plan|1',
      polarity: 'maximise',
      access: 'public',
    },
    {
      plan: 'plan',
      code: '2',
      title: 'A contract in dispute',
      priority: 'plan|1',
      access: 'exempt',
    },
  ],
  returns: [
    { plan: 'plan', measure: 'plan|1', period: '2020-21 Q1', cycle, state: 'Returned', value: 42 },
    { plan: 'plan', measure: 'plan|2', period: '2020-21 Q1', cycle, state: 'Returned', value: 7 },
  ],
  holds: [
    {
      key: 'by-election',
      title: 'By-election',
      kind: 'pre-election',
      startsOn: Temporal.PlainDate.from('2020-10-20'),
      endsOn: Temporal.PlainDate.from('2020-11-05'),
    },
  ],
  boards: [
    {
      key: 'homes',
      title: 'Homes committee',
      kind: 'scrutiny',
      inPublic: true,
      hearsOf: ['Priorities: plan|1'],
    },
  ],
};
const printer = openPaperPrinter();
const run = (...args: readonly string[]) => {
  const registers = registersOf(rows);
  return printPapers(
    args,
    {},
    {
      printer,
      openCouncil: () =>
        Promise.resolve({
          ports: {
            clock: { now: () => Temporal.ZonedDateTime.from('2020-10-30T09:00[Europe/London]') },
            replica: {
              registers: () => registers,
              lay: () => {},
              heardAt: () => null,
              takeEdits: () => [],
            },
          },
          close: () => Promise.resolve(),
        }),
    },
  );
};
const at = (name: string) => path.join(folder, name);

test('every paper of a cycle is printed in every format, and nothing is left half written', async () => {
  await run('--cycle', cycle, '--out', folder);
  const papers = ["directors' board", 'Cabinet', 'public', 'scrutiny homes'];
  expect(readdirSync(folder)).toEqual(
    papers
      .flatMap((paper) => ['docx', 'html', 'xlsx'].map((format) => `2020-21 Q1 ${paper}.${format}`))
      .toSorted(),
  );
  expect(said).toContain('Printed 4 papers of plan|2020-21 Q1');
  expect(said).toContain('They are drafts');
  expect(said).toContain('Exempt rows are left out');
  const page = readFileSync(at('2020-21 Q1 scrutiny homes.html'), 'utf8');
  expect(page).toMatch(/^<!DOCTYPE html>/);
  expect(page).toContain('Homes let');
  const word = readFileSync(at('2020-21 Q1 scrutiny homes.docx'));
  expect(
    tablesIn(word)
      .flatMap((table) => table.rows.flat())
      .join(),
  ).toContain('Homes let');
  const all = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name.endsWith('.html'))
    .map(({ name }) => readFileSync(at(name), 'utf8'));
  expect(all.join()).not.toContain('A contract in dispute');
}, 60_000);

test('a paper for residents says while a hold is on it that it is not to be published', async () => {
  await run('--cycle', cycle, '--out', folder);
  const notices = (paper: string) =>
    paragraphsIn(readFileSync(at(`2020-21 Q1 ${paper}.docx`)))
      .filter(({ style }) => style === 'IntenseQuote')
      .map(({ text }) => text)
      .join(' ');
  expect(notices('public')).toContain('To be read inside the council, not published.');
  expect(notices("directors' board")).not.toContain('not published');
}, 60_000);

test('with --exempt the appendix is there, in a file that says so by its name', async () => {
  await run('--cycle=2020-21 Q1', `--out=${folder}`, '--exempt');
  const word = readFileSync(at('2020-21 Q1 Cabinet NOT FOR PUBLICATION.docx'));
  expect(paragraphsIn(word).map(({ text }) => text)).toContain(
    'Confidential appendix: not for publication',
  );
  const unmarked = readdirSync(folder).filter((name) => !name.includes('NOT FOR PUBLICATION'));
  expect(unmarked).toEqual(['docx', 'html', 'xlsx'].map((format) => `2020-21 Q1 public.${format}`));
  expect(readFileSync(at('2020-21 Q1 public.html'), 'utf8')).not.toContain('A contract in dispute');
  expect(said).toContain('not for publication');
}, 60_000);

test('a file that is there is not replaced unasked', async () => {
  writeFileSync(at('2020-21 Q1 Cabinet.html'), 'ours');
  await expect(run('--cycle', cycle, '--out', folder)).rejects.toThrow(/is there already/);
  expect(readdirSync(folder)).toEqual(['2020-21 Q1 Cabinet.html']);
  await run('--cycle', cycle, '--out', folder, '--force');
  expect(readFileSync(at('2020-21 Q1 Cabinet.html'), 'utf8')).not.toBe('ours');
}, 60_000);

test.each([
  [[], 'Say which cycle, with --cycle'],
  [['--cycle', cycle], 'Say where to, with --out'],
  [['--cycle', '--out'], '--cycle needs a value'],
  [['--cycle', cycle, '--out', 'x', '--all'], '--all is not something papers knows'],
  [
    ['--cycle', '2031-32 Q1', '--out', 'x'],
    'There is no cycle "2031-32 Q1"; there are plan|2020-21 Q1',
  ],
  [
    ['--cycle', '2020-21 Q2', '--out', 'x'],
    'Say which of them: other|2020-21 Q2, plan|2020-21 Q2.',
  ],
] as const)('papers %s is refused in a sentence', async (args, words) => {
  const refusal = await run(...args).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Unable);
  expect((refusal as Unable).message).toContain(words);
});

test('a folder that is a file is refused, by its name', async () => {
  writeFileSync(at('file'), '');
  await expect(run('--cycle', cycle, '--out', at('file'))).rejects.toThrow(
    /file cannot be written/,
  );
});
