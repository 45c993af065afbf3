// Every paper of a closed quarter as a page, a Word file and a spreadsheet, by the product's own command on
// the replica's own tables, against making each file by itself, and against what none can do without.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BenchRow, figure, median, type Say } from './figures.ts';
import type { Took } from './papers-process.ts';

export type PapersSize = { readonly measures: number; readonly times: number };

export const measurePapers = async (size: PapersSize, say: Say): Promise<BenchRow> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-papers-'));
  try {
    const way = async (name: Way, times = size.times): Promise<readonly Took[]> => {
      const all: Took[] = [];
      for (let n = 1; n <= times; n += 1) {
        say(`${name}: ${n} of ${times}`);
        all.push(await printedBy(name, size.measures, folder));
      }
      return all;
    };
    const ours = await way('ours');
    return rowOf(size, { ours, floor: await way('floor'), naive: await way('naive', 1) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

type Way = 'ours' | 'naive' | 'floor';

/** In a process of its own, so that its memory is its own. */
const printedBy = async (way: Way, measures: number, folder: string): Promise<Took> => {
  const to = path.join(folder, way);
  rmSync(to, { recursive: true, force: true });
  const file = path.join(import.meta.dirname, 'papers-process.ts');
  const args = [file, way, String(measures), to, path.join(folder, 'ours')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const kill = () => void child.kill('SIGKILL');
  process.prependOnceListener('exit', kill);
  let said = '';
  child.stderr.on('data', (words: Buffer) => {
    said += words.toString();
  });
  await once(child, 'close');
  process.off('exit', kill);
  const last = said.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(`${way} printed nothing: ${said.slice(-2_000)}`);
  return JSON.parse(last) as Took;
};

type Ways = { readonly [W in Way]: readonly Took[] };

const rowOf = ({ measures }: PapersSize, { ours, floor, naive }: Ways): BenchRow => {
  const seconds = (all: readonly Took[]) => median(all.map((each) => each.milliseconds)) / 1_000;
  const processor = (all: readonly Took[]) => median(all.map((each) => each.processor)) / 1_000;
  const [one] = ours;
  const what = `every paper of a quarter, ${measures.toLocaleString('en-GB')} measures of 40 quarters`;
  return {
    row: 'papers',
    title: 'Printing every paper of a quarter in every format',
    how: [
      'The command `golden-thread papers` on the replica’s own tables, from the two frozen datasets to the files in a folder, in a process of its own with its printing thread started; its memory is the most the operating system counted as resident, tables and all.',
      'Naive: one file after another, each from the start: the dataset read and held against its hash, the paper composed, every chart drawn again.',
      'Floor: each chart drawn once by resvg, and the parts of the finished files packed and written; nothing composed, no XML made.',
      'Every row of every table is looked for in the Word files, or the bench fails.',
    ],
    figures: [
      figure({ what, value: seconds(ours), unit: 's', goal: { most: 10, of: 'value' } }),
      figure({
        what: `${what}, against the floor`,
        value: seconds(ours),
        unit: 's',
        against: { what: 'drawing and packing alone', value: seconds(floor) },
      }),
      figure({
        what: 'the naive way',
        value: seconds(naive),
        unit: 's',
        against: { what: 'ours', value: seconds(ours) },
      }),
      figure({
        what: 'processor time of ours',
        value: processor(ours),
        unit: 's',
        against: { what: 'the floor’s', value: processor(floor) },
      }),
      figure({
        what: 'memory at most',
        value: median(ours.map(({ peak }) => peak)),
        unit: 'MB',
        against: { what: 'before any was asked for', value: median(ours.map(({ idle }) => idle)) },
        goal: { most: 500, of: 'value' },
      }),
    ],
    counted: {
      files: one?.files ?? 0,
      'MB written': Number(((one?.bytes ?? 0) / 1e6).toFixed(1)),
      'cells in tables': one?.cells ?? 0,
      'charts drawn': one?.charts ?? 0,
    },
    wrong: [...ours, ...naive].flatMap((each) => each.wrong),
  };
};
