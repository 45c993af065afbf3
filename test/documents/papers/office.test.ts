// What another program makes of a paper: LibreOffice opens the Word file and the spreadsheet and prints
// them. Left out, and said to be, where it is not installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paperDocx } from '../../../src/documents/papers/docx.ts';
import { openDrawing } from '../../../src/documents/papers/png.ts';
import { paperXlsx } from '../../../src/documents/papers/xlsx.ts';
import type { PaperSection, Table } from '../../../src/rules/papers/paper.ts';
import { givenPaper } from './given-paper.ts';

const isThere = (program: string) => spawnSync(program, ['-v']).error === undefined;
const office = ['soffice', 'pdfinfo', 'pdftotext'].every(isThere);

const tablesOf = ({ blocks, sections }: PaperSection): readonly Table[] => [
  ...blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  ...sections.flatMap(tablesOf),
];
const all = [...givenPaper.sections, ...givenPaper.confidential];
const tables = all.flatMap(tablesOf);
const headingsAt = (sections: readonly PaperSection[], depth: number): number =>
  depth === 0
    ? sections.length
    : sections.reduce((sum, each) => sum + headingsAt(each.sections, depth - 1), 0);

const said = (program: string, ...args: string[]): string => {
  const done = spawnSync(program, args, { encoding: 'utf8', timeout: 100_000 });
  expect([program, done.status, done.status === 0 ? '' : done.stderr]).toEqual([program, 0, '']);
  return done.stdout;
};

describe.skipIf(!office)('in LibreOffice (soffice, with poppler-utils)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-office-'));
  const pdf = (name: string) => path.join(folder, `${name}.pdf`);
  beforeAll(async () => {
    writeFileSync(path.join(folder, 'word.docx'), await paperDocx(givenPaper, openDrawing()));
    writeFileSync(path.join(folder, 'sheet.xlsx'), await paperXlsx(givenPaper));
    const printed = (name: string, filter: string) =>
      said(
        'soffice',
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        folder,
        path.join(folder, name),
      );
    printed(
      'word.docx',
      'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
    );
    printed('sheet.xlsx', 'pdf');
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the PDF of the Word file has the headings, table headers and pictures of the paper, tagged', () => {
    const structure = said('pdfinfo', '-struct', pdf('word'));
    const count = (tag: string) => structure.match(new RegExp(`^ *${tag}\\b`, 'gm'))?.length ?? 0;
    expect(said('pdfinfo', pdf('word'))).toMatch(/^Tagged: +yes$/m);
    expect(said('pdfinfo', pdf('word'))).toContain(givenPaper.title);
    // The headings of what it was made from and of the appendix, whose sections lie one deeper.
    expect([1, 2, 3].map((level) => count(`H${level}`))).toEqual([
      givenPaper.sections.length + 2,
      headingsAt(givenPaper.sections, 1) + givenPaper.confidential.length,
      headingsAt(givenPaper.sections, 2) + headingsAt(givenPaper.confidential, 1),
    ]);
    expect(count('Table')).toBe(tables.length);
    expect(count('TH')).toBe(tables.reduce((sum, { columns }) => sum + columns.length, 0));
    expect(count('TR')).toBe(tables.reduce((sum, { rows }) => sum + rows.length + 1, 0));
    expect(count('Figure')).toBe(6);
  });

  test('the spreadsheet shows each number as the paper prints it, with its shape beside a status', () => {
    const text = said('pdftotext', '-layout', pdf('sheet'), '-');
    for (const shown of [
      '12,345,678',
      '−1,250',
      '93.1',
      '£1,250,000',
      '▲ Within tolerance',
      '✓ Complete',
    ])
      expect(text).toContain(shown);
    expect(text).not.toMatch(/#NAME\?|#VALUE!|Err:\d+/);
  });
});
