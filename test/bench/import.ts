// (e) A spreadsheet of many rows taken in by the real command: the time until all of it is accepted,
// and then until it is in the lists, with the memory of the command's process. The floor is unpacking
// the same file; the naive way is a row at a time through Graph.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { loadCouncil } from '../../src/commands/load-council.ts';
import { appEnvironment } from '../../src/commands/local-settings.ts';
import { openLocalSharePoint } from '../../src/commands/open-local-sharepoint.ts';
import { openSpreadsheets } from '../../src/documents/spreadsheets.ts';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';
import { addByHand, readList } from '../journeys/lists-by-hand.ts';
import { type BenchRow, figure, type Say, timed } from './figures.ts';
import { type House, openHouse } from './given-house.ts';
import { memoryOf } from './process-figures.ts';

export type ImportSize = { readonly rows: number; readonly naive: number };

const plan = 'operating-plan-2020-21';
const list = 'Actions';

export const measureImport = async (size: ImportSize, say: Say): Promise<BenchRow> => {
  const council = stokeOnTrent();
  const house = await openHouse(council.site);
  const file = path.join(os.tmpdir(), `golden-thread-import-${process.pid}.xlsx`);
  try {
    await loadCouncil(house.localUrl, council, () =>
      openLocalSharePoint(house.localUrl, council.site),
    );
    await house.trouble({ unitsPerMinute: 10_000_000 });
    const bytes = await sheetOf(size.rows);
    writeFileSync(file, bytes);
    const floor = timed(5, () => unzipSync(bytes));
    const before = (await actionsIn(house)).length;
    const taken = await runCommand(house, file);
    say(
      `accepted after ${taken.accepted.toFixed(0)} ms, written after ${taken.ended.toFixed(0)} ms`,
    );
    const added = (await actionsIn(house)).length - before;
    const again = await runCommand(house, file);
    const naive = await oneAtATime(house, size.naive);
    const wrong = [
      ...(added === size.rows ? [] : [`${added} rows were added; ${size.rows} were in the file.`]),
      ...(again.said.includes('Nothing to change.') ? [] : ['The same file again changed rows.']),
    ];
    return rowOf(size, { ...taken, bytes: bytes.length, floor, naive, wrong });
  } finally {
    rmSync(file, { force: true });
    await house.close();
  }
};

const sheetOf = (rows: number): Promise<Uint8Array> =>
  openSpreadsheets().writeXlsx([
    {
      name: list,
      headings: ['Key', 'Name', 'Plan', 'Code', 'Kind', 'Section', 'Team', 'Due on', 'Status'],
      rows: Array.from({ length: rows }, (_, at) => {
        const code = `1.X${at + 1}`;
        const due = Temporal.PlainDate.from('2020-04-01').add({ days: at % 365 });
        const where = [`${plan}|${(at % 10) + 1}`, 't-housing-needs', due, 'on track'] as const;
        return [`${plan}|${code}`, `Action number ${at + 1}`, plan, code, 'activity', ...where];
      }),
    },
  ]);

const actionsIn = ({ localUrl, site }: House) => readList({ localUrl, site, list });

type Taken = {
  /** Milliseconds from the start of the process. */
  readonly accepted: number;
  readonly ended: number;
  /** At most, in megabytes. */
  readonly memory: number;
  readonly said: string;
};

const runCommand = async (house: House, file: string): Promise<Taken> => {
  const localPort = Number(new URL(house.localUrl).port);
  const dataFolder = path.join(os.tmpdir(), `golden-thread-import-${process.pid}`);
  const env = {
    ...process.env,
    ...appEnvironment({ port: 1, localPort, dataFolder, site: house.site }),
    UNITS_PER_MINUTE: '900000',
  };
  const cli = path.join(import.meta.dirname, '..', '..', 'src', 'cli.ts');
  const began = performance.now();
  const child = spawn(process.execPath, [cli, 'import', file, '--plan', plan, '--agree'], { env });
  let said = '';
  let accepted = Number.NaN;
  let memory = 0;
  const watch = setInterval(() => {
    try {
      memory = Math.max(memory, memoryOf(child.pid ?? 0).peak);
    } catch {
      // It has ended.
    }
  }, 50);
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (Number.isNaN(accepted) && said.includes('Accepted:'))
        accepted = performance.now() - began;
    });
  await once(child, 'close');
  clearInterval(watch);
  rmSync(dataFolder, { recursive: true, force: true });
  return { accepted, ended: performance.now() - began, memory, said };
};

/** Milliseconds a row. */
const oneAtATime = async ({ localUrl, site }: House, rows: number): Promise<number> => {
  const began = performance.now();
  for (let at = 0; at < rows; at += 1) {
    const code = `1.N${at + 1}`;
    const fields = { Key: `${plan}|${code}`, Title: code, Plan: plan, Code: code };
    await addByHand({ localUrl, site, list }, { ...fields, Kind: 'activity' });
  }
  return (performance.now() - began) / rows;
};

type Seen = Taken & {
  readonly bytes: number;
  readonly floor: number;
  readonly naive: number;
  readonly wrong: readonly string[];
};

const rowOf = (size: ImportSize, seen: Seen): BenchRow => ({
  row: 'import',
  title: `(e) Import of ${size.rows.toLocaleString('en-GB')} rows by the command`,
  how: [
    'The command as a process of its own: it reads the lists, the file, shows what it would do, accepts and writes; units are not limited.',
    `The floor unpacks the same file and reads nothing; the naive way posts a row at a time, ${size.naive} rows scaled.`,
  ],
  figures: [
    figure({
      what: 'start of the command to all accepted',
      value: seen.accepted / 1_000,
      unit: 's',
      against: { what: 'a row at a time through Graph', value: (seen.naive * size.rows) / 1_000 },
      goal: { most: 10, of: 'value' },
    }),
    figure({
      what: 'start of the command to all in the lists',
      value: seen.ended / 1_000,
      unit: 's',
      against: { what: 'unpacking the file', value: seen.floor / 1_000 },
    }),
    figure({
      what: 'memory of the command, at most',
      value: seen.memory,
      unit: 'MB',
      goal: { most: 400, of: 'value' },
    }),
  ],
  counted: { rows: size.rows, 'bytes of file': seen.bytes },
  wrong: seen.wrong,
});
