// A process that prints every paper of a closed quarter in one way, and says what it took: `ours` runs the
// command `golden-thread papers`; `naive` makes each file from the start and alone; `floor` only draws each
// chart once and packs and writes what is in the files that are there.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { printPapers } from '../../src/commands/papers.ts';
import { chartSvg } from '../../src/documents/charts/chart-svg.ts';
import { openPaperPrinter } from '../../src/documents/paper-printer.ts';
import { paperDocx } from '../../src/documents/papers/docx.ts';
import { paperHtml } from '../../src/documents/papers/html.ts';
import { drawSvg } from '../../src/documents/papers/png.ts';
import { paperXlsx } from '../../src/documents/papers/xlsx.ts';
import { zipOf } from '../../src/documents/zip-out.ts';
import type { Registers } from '../../src/registers/registers.ts';
import { datasetIn, frozenRows } from '../../src/rules/dataset/parts.ts';
import { composePaper } from '../../src/rules/papers/compose-paper.ts';
import type { Chart, Paper, PaperSection, Table } from '../../src/rules/papers/paper.ts';
import { papersOf, prepareOrder } from '../../src/use-cases/paper-orders.ts';
import { type PaperFormat, paperFormats } from '../../src/use-cases/paper-printer-port.ts';
import { sha256 } from '../../src/use-cases/sha-256.ts';
import { tablesIn } from '../documents/papers/read-word.ts';
import { closedCouncil, closedCycle, today } from './given-papers.ts';
import { memoryOf } from './process-figures.ts';

const [way = 'ours', measures = '400', folder = '', from = ''] = process.argv.slice(2);
const now = today.toZonedDateTime('Europe/London');

export type Took = {
  readonly milliseconds: number;
  readonly processor: number;
  readonly peak: number;
  /** Before any paper was asked for. */
  readonly idle: number;
  readonly files: number;
  readonly bytes: number;
  readonly cells: number;
  readonly charts: number;
  readonly wrong: readonly string[];
};

const command = (registers: Registers): Promise<void> =>
  printPapers(
    ['--cycle', closedCycle.key, '--out', folder],
    {},
    {
      printer: openPaperPrinter(),
      openCouncil: () =>
        Promise.resolve({
          ports: {
            clock: { now: () => now },
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

const preparing = { now, mayReadExempt: () => false, notices: [] };

const paperOf = async (registers: Registers, at: number): Promise<Paper> => {
  const order = papersOf(registers, closedCycle)[at];
  if (order === undefined) throw new Error(`There is no paper ${at}.`);
  const prepared = await prepareOrder(registers, order, preparing);
  if ('fault' in prepared) throw new Error(prepared.fault);
  return composePaper(prepared.dataset, prepared.ordered);
};

const drawAfresh = (chart: Chart) => drawSvg(chartSvg(chart, { for: 'picture' }));

const printed = async (paper: Paper, format: PaperFormat): Promise<Uint8Array> => {
  if (format === 'html') return new TextEncoder().encode(paperHtml(paper));
  return format === 'docx' ? paperDocx(paper, drawAfresh) : paperXlsx(paper);
};

/** Each file by itself: its dataset read and held against its hash, its paper composed, its charts drawn. */
const naively = async (registers: Registers): Promise<void> => {
  const count = papersOf(registers, closedCycle).length;
  for (let at = 0; at < count; at += 1)
    for (const format of paperFormats) {
      const rows = frozenRows(registers, closedCycle.key);
      if ('fault' in rows) throw new Error(rows.fault);
      const text = rows.rows.map(({ content }) => content).join('');
      if ((await sha256(text)) !== rows.head.hash || 'fault' in datasetIn(text))
        throw new Error('The dataset is not what was frozen.');
      const paper = await paperOf(registers, at);
      writeFileSync(path.join(folder, `${at}.${format}`), await printed(paper, format));
    }
};

const chartsIn = ({ blocks, sections }: PaperSection): readonly Chart[] => [
  ...blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])),
  ...sections.flatMap(chartsIn),
];

const tablesOf = ({ blocks, sections }: PaperSection): readonly Table[] => [
  ...blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  ...sections.flatMap(tablesOf),
];

const papersIn = async (registers: Registers): Promise<readonly Paper[]> => {
  const papers: Paper[] = [];
  for (const at of papersOf(registers, closedCycle).keys())
    papers.push(await paperOf(registers, at));
  return papers;
};

const svgsOf = (papers: readonly Paper[]): ReadonlySet<string> =>
  new Set(
    papers.flatMap(({ sections }) =>
      sections.flatMap(chartsIn).map((chart) => chartSvg(chart, { for: 'picture' })),
    ),
  );

/** What nobody could do without, were the words and the XML there already. */
const leastOf = async (registers: Registers): Promise<() => Promise<void>> => {
  const svgs = svgsOf(await papersIn(registers));
  const files = readdirSync(from).map((name) => ({
    name,
    bytes: readFileSync(path.join(from, name)),
  }));
  const parts = files.map(({ name, bytes }) => ({
    name,
    parts: name.endsWith('.html') ? null : Object.entries(unzipSync(bytes)),
    bytes,
  }));
  return async () => {
    await Promise.all([...svgs].map((svg) => drawSvg(svg)));
    for (const each of parts)
      writeFileSync(
        path.join(folder, each.name),
        each.parts ? await zipOf(each.parts) : each.bytes,
      );
  };
};

/** Every table of every Word file has every row of the paper's. */
const check = (papers: readonly Paper[]): readonly string[] => {
  const names = readdirSync(folder);
  const wrong =
    papers.length * paperFormats.length === names.length ? [] : [`${names.length} files`];
  const rows = (counts: readonly number[]) =>
    counts.toSorted((one, other) => one - other).join(',');
  const wanted = papers.map(({ sections }) =>
    rows(sections.flatMap(tablesOf).map((table) => table.rows.length)),
  );
  const found = names
    .filter((name) => name.endsWith('.docx'))
    .map((name) =>
      rows(tablesIn(readFileSync(path.join(folder, name))).map((table) => table.rows.length)),
    );
  return found.toSorted().join(' ') === wanted.toSorted().join(' ')
    ? wrong
    : [...wrong, 'rows are missing'];
};

const main = async (): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const registers = await closedCouncil(Number(measures));
  const work =
    way === 'floor'
      ? await leastOf(registers)
      : () => (way === 'naive' ? naively(registers) : command(registers));
  const idle = memoryOf(process.pid).now;
  const [began, worked] = [performance.now(), process.cpuUsage()];
  await work();
  const milliseconds = performance.now() - began;
  const { user, system } = process.cpuUsage(worked);
  const { peak } = memoryOf(process.pid);
  const papers = await papersIn(registers);
  const names = readdirSync(folder);
  const tables = papers.flatMap(({ sections }) => sections.flatMap(tablesOf));
  const took: Took = {
    milliseconds,
    processor: (user + system) / 1_000,
    peak,
    idle,
    files: names.length,
    bytes: names.reduce((sum, name) => sum + readFileSync(path.join(folder, name)).length, 0),
    cells: tables.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0),
    charts: svgsOf(papers).size,
    wrong: way === 'floor' ? [] : check(papers),
  };
  process.stderr.write(`${JSON.stringify(took)}\n`);
};

await main();
