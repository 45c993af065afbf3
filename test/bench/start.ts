// (d) The app as a process, from start to ready, and the memory it then holds, with many rows in the
// lists: the time is until /health says ready, the memory what the operating system counts as resident.
import { setTimeout as pause } from 'node:timers/promises';
import { loadCouncil } from '../../src/commands/load-council.ts';
import { openLocalSharePoint } from '../../src/commands/open-local-sharepoint.ts';
import { readList } from '../journeys/lists-by-hand.ts';
import { startBareProcess } from './bare-process.ts';
import { type BenchRow, figure, median, type Say } from './figures.ts';
import { fiveYears } from './given-five-years.ts';
import { type House, openHouse } from './given-house.ts';
import { memoryOf, processorSecondsOf } from './process-figures.ts';

export type StartSize = { readonly measures: number; readonly starts: number };

const settleFor = 10_000;

export const measureStart = async (size: StartSize, say: Say): Promise<BenchRow> => {
  const council = fiveYears(size.measures);
  const items = Object.values(council.rows).reduce((sum, rows) => sum + rows.length, 0);
  const house = await openHouse(council.site);
  try {
    say(`${items} rows are loaded into the lists`);
    await loadCouncil(house.localUrl, council, () =>
      openLocalSharePoint(house.localUrl, council.site),
    );
    const quick = await startAt(house, { ...size, latency: 0, say });
    const slow = await startAt(house, { ...size, latency: 150, say });
    const bare = await startBareProcess(size.starts);
    const wrong = await whatIsWrong(house, council.rows.returns?.length ?? 0);
    const faults = [...quick, ...slow].flatMap((each) => each.faults);
    return rowOf({ items, quick, slow, bare, wrong: [...wrong, ...faults.slice(0, 3)] });
  } finally {
    await house.close();
  }
};

/** One start: milliseconds to ready; megabytes at ready, ten seconds on, and at most in between. */
type Start = {
  readonly ready: number;
  /** Seconds of processor time to ready. */
  readonly worked: number;
  readonly atReady: number;
  readonly settled: number;
  readonly peak: number;
  readonly faults: readonly string[];
};

const startAt = async (
  house: House,
  { starts, latency, say }: StartSize & { readonly latency: number; readonly say: Say },
): Promise<Start[]> => {
  // Nothing is throttled: the app reads the lists a few times in a minute, as no app would.
  await house.trouble({ latencyMs: { graph: latency }, unitsPerMinute: 1_000_000 });
  const all: Start[] = [];
  for (let n = 1; n <= starts; n += 1) {
    const app = await house.startApp();
    const worked = processorSecondsOf(app.pid) ?? Number.NaN;
    const atReady = memoryOf(app.pid).now;
    await pause(settleFor);
    const { now: settled, peak } = memoryOf(app.pid);
    await app.stop();
    const faults = app.faults().map((line) => `The app’s log: ${line.slice(0, 300)}`);
    all.push({ ready: app.readyAfter, worked, atReady, settled, peak, faults });
    say(`Graph at ${latency} ms, start ${n}: ready in ${app.readyAfter.toFixed(0)} ms`);
  }
  return all;
};

/** The lists are as they were loaded: starting changed nothing. */
const whatIsWrong = async ({ localUrl, site }: House, loaded: number): Promise<string[]> => {
  const rows = await readList({ localUrl, site, list: 'Returns' });
  return rows.length === loaded ? [] : [`Returns has ${rows.length} rows; ${loaded} were loaded.`];
};

type Seen = {
  readonly items: number;
  readonly quick: readonly Start[];
  readonly slow: readonly Start[];
  readonly bare: { readonly ready: number; readonly memory: number };
  readonly wrong: readonly string[];
};

const rowOf = ({ items, quick, slow, bare, wrong }: Seen): BenchRow => {
  const middle = (starts: readonly Start[], of: (start: Start) => number) => median(starts.map(of));
  const ready = (start: Start) => start.ready;
  const heldMost = (start: Start) => Math.max(start.atReady, start.settled);
  const bareStart = { what: 'a bare Node process that answers', value: bare.ready };
  const bareMemory = { what: 'a bare Node process that answers', value: bare.memory };
  return {
    row: 'start',
    title: `Starting the app with ${items.toLocaleString('en-GB')} list items`,
    how: [
      `Medians of ${quick.length} starts each, from spawning src/main.ts until /health answers 200; local Microsoft 365 is a process of its own.`,
      'Memory is VmRSS from /proc, the larger of at ready and ten seconds on, in millions of bytes; the peak is VmHWM.',
    ],
    figures: [
      figure({
        what: 'to ready, Graph at 0 ms',
        value: middle(quick, ready) / 1000,
        unit: 's',
        against: { ...bareStart, value: bare.ready / 1000 },
        goal: { most: 3, of: 'value' },
      }),
      figure({
        what: 'resident, Graph at 0 ms',
        value: middle(quick, heldMost),
        unit: 'MB',
        against: bareMemory,
        goal: { most: 250, of: 'value' },
      }),
      figure({ what: 'to ready, Graph at 150 ms', value: middle(slow, ready) / 1000, unit: 's' }),
      figure({ what: 'resident, Graph at 150 ms', value: middle(slow, heldMost), unit: 'MB' }),
      figure({
        what: 'resident at most, Graph at 0 ms',
        value: middle(quick, (start) => start.peak),
        unit: 'MB',
      }),
    ],
    counted: {
      items,
      starts: quick.length + slow.length,
      'processor time to ready, Graph at 0 ms': `${middle(quick, (start) => start.worked)} s`,
    },
    wrong,
  };
};
