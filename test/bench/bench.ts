// `npm run bench`: measures what the product promises of its speed, each figure beside a floor or a
// peer from the same run. Slowness is told, never failed; it exits 1 when a row comes out wrong.
import os from 'node:os';
import { measureBurst } from './burst.ts';
import { measureDay } from './day.ts';
import { measureDelivery } from './delivery.ts';
import type { BenchRow, Figure, Say } from './figures.ts';
import { measureImport } from './import.ts';
import { measureListsRead } from './lists-read.ts';
import { measureListsWrite } from './lists-write.ts';
import { measurePapers } from './papers.ts';
import { measureProvision } from './provision.ts';
import { measureRollUp } from './roll-up.ts';
import { measureStart } from './start.ts';
import { measureSubmit } from './submit.ts';

const names = [
  'delivery',
  'delivery-faults',
  'submit',
  'burst',
  'roll-up',
  'start',
  'import',
  'provision',
  'lists-read',
  'lists-write',
  'day',
  'papers',
] as const;
type Name = (typeof names)[number];

const full: { readonly [N in Name]: (say: Say) => BenchRow | Promise<BenchRow> } = {
  delivery: (say) => measureDelivery({ people: 3_204, naive: 100, faults: 1 }, say),
  'delivery-faults': (say) => measureDelivery({ people: 3_204, naive: 100, faults: 4 }, say),
  submit: (say) => measureSubmit({ owners: 100, measuresEach: 4 }, say),
  burst: (say) => measureBurst({ figures: 500, seconds: 10 }, say),
  'roll-up': (say) =>
    measureRollUp(
      [
        { measures: 400, times: 25 },
        { measures: 25_000, times: 3 },
      ],
      say,
    ),
  start: (say) => measureStart({ measures: 400, starts: 5 }, say),
  import: (say) => measureImport({ rows: 10_000, naive: 200 }, say),
  provision: () => measureProvision(),
  'lists-read': (say) => measureListsRead({ rows: 20_000, rounds: 3 }, say),
  'lists-write': (say) => measureListsWrite({ rows: 1_000, oneByOne: 100 }, say),
  day: (say) => measureDay({ measures: 400, idleMinutes: 5, answers: 200, views: 100 }, say),
  papers: (say) => measurePapers({ measures: 400, times: 3 }, say),
};

const quick: typeof full = {
  delivery: (say) => measureDelivery({ people: 300, naive: 20, faults: 1 }, say),
  'delivery-faults': (say) => measureDelivery({ people: 300, naive: 20, faults: 4 }, say),
  submit: (say) => measureSubmit({ owners: 20, measuresEach: 4 }, say),
  burst: (say) => measureBurst({ figures: 100, seconds: 2 }, say),
  'roll-up': (say) =>
    measureRollUp(
      [
        { measures: 100, times: 3 },
        { measures: 1_000, times: 3 },
      ],
      say,
    ),
  start: (say) => measureStart({ measures: 40, starts: 1 }, say),
  import: (say) => measureImport({ rows: 1_000, naive: 50 }, say),
  provision: () => measureProvision(),
  'lists-read': (say) => measureListsRead({ rows: 2_000, rounds: 1 }, say),
  'lists-write': (say) => measureListsWrite({ rows: 200, oneByOne: 20 }, say),
  day: (say) => measureDay({ measures: 40, idleMinutes: 1, answers: 20, views: 20 }, say),
  papers: (say) => measurePapers({ measures: 100, times: 1 }, say),
};

type Asked = { readonly json: boolean; readonly quick: boolean; readonly only: readonly Name[] };

const readArguments = (args: readonly string[]): Asked | string => {
  const only: Name[] = [];
  const left = [...args];
  for (let each = left.shift(); each !== undefined; each = left.shift()) {
    if (each === '--json' || each === '--quick') continue;
    const name = each === '--only' ? names.find((known) => known === left[0]) : undefined;
    if (name === undefined)
      return `The bench knows --json, --quick and --only with one of ${names.join(', ')}.`;
    only.push(name);
    left.shift();
  }
  return {
    json: args.includes('--json'),
    quick: args.includes('--quick'),
    only: only.length > 0 ? only : names,
  };
};

const measure = async ({ only, ...asked }: Asked): Promise<BenchRow[]> => {
  const rows: BenchRow[] = [];
  for (const name of only) {
    const say: Say = (words) => process.stderr.write(`  ${name}: ${words}\n`);
    const row = await measured(name, () => (asked.quick ? quick : full)[name](say));
    rows.push(row);
    if (!asked.json) process.stdout.write(`${plainly(row)}\n`);
  }
  return rows;
};

/** A row that could not be measured is wrong; the others are measured all the same. */
const measured = async (
  name: Name,
  work: () => BenchRow | Promise<BenchRow>,
): Promise<BenchRow> => {
  try {
    return await work();
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const nothing = { how: [], figures: [], counted: {} };
    return { row: name, title: `${name} could not be measured`, ...nothing, wrong: [words] };
  }
};

const plainly = ({ title, how, figures, counted, wrong }: BenchRow): string =>
  [
    `\n${title}`,
    ...how.map((sentence) => `  ${sentence}`),
    ...figures.map((each) => `  - ${inWords(each)}`),
    `  Counted: ${Object.entries(counted)
      .map(([what, count]) => `${what} ${count}`)
      .join('; ')}.`,
    ...wrong.map((words) => `  WRONG: ${words}`),
  ].join('\n');

const inWords = ({ what, value, unit, against, ratio, goal, met }: Figure): string => {
  const held = against === null ? '' : `; ${against.what}: ${against.value} ${unit}, ${ratio} x`;
  const verdict = goal === null ? '' : `; goal ${goal}: ${met ? 'met' : 'NOT MET'}`;
  return `${what}: ${value} ${unit}${held}${verdict}`;
};

/** What it ran on, since the figures are only worth as much as the machine was idle. */
const machine = () => ({
  node: process.version,
  processors: os.availableParallelism(),
  model: os.cpus()[0]?.model ?? 'unknown',
  memory: `${(os.totalmem() / 1e9).toFixed(0)} GB`,
  loadBefore: Number(os.loadavg()[0]?.toFixed(2)),
});

const main = async (): Promise<void> => {
  const asked = readArguments(process.argv.slice(2));
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n`);
    process.exitCode = 1;
    return;
  }
  const before = { at: new Date().toISOString(), quick: asked.quick, machine: machine() };
  const rows = await measure(asked);
  const wrong = rows.flatMap((row) => row.wrong.map((words) => `${row.row}: ${words}`));
  if (asked.json) process.stdout.write(`${JSON.stringify({ ...before, rows, wrong }, null, 2)}\n`);
  if (wrong.length > 0) process.exitCode = 1;
};

// Processes and folders go with this one: they listen for its exit, so a signal must come to that.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
await main();
