// (j) The last hour before a deadline in ten seconds: figures handed in by card at a steady pace, whether
// or not the ones before are saved. How long each press waits, and when all of it is in the lists.
import { setTimeout as pause } from 'node:timers/promises';
import { loadCouncil } from '../../src/commands/load-council.ts';
import { openLocalSharePoint } from '../../src/commands/open-local-sharepoint.ts';
import type { Faults } from '../../src/local/faults/faults.ts';
import { readList } from '../journeys/lists-by-hand.ts';
import { type BenchRow, figure, percentile, type Say } from './figures.ts';
import { type Channel, type Owed, openChannel } from './given-channel.ts';
import { councilOf, inTouch, opensAt } from './given-council.ts';
import { type House, openHouse, type RunningApp } from './given-house.ts';
import { type AllHandedIn, handIn, howHandedIn, together } from './hand-in.ts';
import { writeBeforeAnswering } from './naive-write.ts';
import { processorSecondsOf } from './process-figures.ts';
import { landed, notInTheList } from './submit.ts';

/** `figures` are handed in within so many `seconds`, a person each. */
export type BurstSize = { readonly figures: number; readonly seconds: number };

const graphLatency = 150;
const unitsPerMinute = 2_500;
const trouble = { latencyMs: { graph: graphLatency }, unitsPerMinute };
/** Milliseconds after which the units of the opening no longer count. */
const minuteOver = 62_000;
/** Milliseconds a person takes over a card that asks for more. */
const reading = 1_000;
/** Milliseconds in which the app hears back what it wrote last. */
const hearsBack = 12_000;
/** Writes of the peer at once: as many as come to the pace of the burst. */
const peersAtOnce = 8;

export const measureBurst = async (size: BurstSize, say: Say): Promise<BenchRow> => {
  const planned = councilOf({ owners: size.figures, measuresEach: 1, team: 20 });
  const house = await openHouse(planned.site);
  try {
    const council = await inTouch(house.localUrl, planned);
    await loadCouncil(house.localUrl, council, () =>
      openLocalSharePoint(house.localUrl, council.site),
    );
    const app = await house.startApp();
    await house.trouble(trouble);
    say(`a cycle opens for ${size.figures} people`);
    await (await house.clockMover())(opensAt);
    await landed(house, say);
    const channel = await openChannel(house, council);
    const owed = channel.owed();
    await pause(minuteOver);
    say(`${owed.length} figures are handed in within ${size.seconds} s`);
    const burstFrom = Date.now();
    const burst = await burstOf({ house, app, channel, owed, ...size }, say);
    const kept = await keptOf(house, owed, burstFrom);
    await house.trouble({ ...trouble, unitsPerMinute: 100_000_000 });
    const naive = await writeBeforeAnswering(house, owed, peersAtOnce);
    const faults = app.faults();
    await app.stop();
    return rowOf(size, { owed, ...burst, kept, naive, faults });
  } finally {
    await house.close();
  }
};

type Cost = Pick<Faults['counters']['graph'], 'writes' | 'units' | 'throttled'>;

type Burst = {
  readonly handedIn: AllHandedIn;
  /** Seconds from the first press. */
  readonly lastPress: number;
  readonly lastSaved: number;
  readonly landedAfter: number;
  /** Seconds of processor time of the app, until the last was saved. */
  readonly worked: number;
  /** Of Graph, until all was in the lists and heard back. */
  readonly cost: Cost;
};

type Bursting = BurstSize & {
  readonly house: House;
  readonly app: RunningApp;
  readonly channel: Channel;
  readonly owed: readonly Owed[];
};

const burstOf = async (
  { house, app, channel, owed, seconds }: Bursting,
  say: Say,
): Promise<Burst> => {
  const { graph: before } = await house.counters();
  const worked = workedBy(app);
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  let lastPress = 0;
  const handed = await Promise.all(
    owed.map(async (each, n) => {
      const dueAt = began + (n * seconds * 1000) / owed.length;
      await pause(Math.max(0, dueAt - performance.now()));
      lastPress = since();
      return handIn(channel, each, { reading, dueAt });
    }),
  );
  const lastSaved = since();
  const workedFor = workedBy(app) - worked;
  say(`${lastSaved.toFixed(1)} s: every card has been answered`);
  await landed(house, say);
  const landedAfter = since();
  await pause(hearsBack);
  const { graph } = await house.counters();
  const cost = {
    writes: graph.writes - before.writes,
    units: graph.units - before.units,
    throttled: graph.throttled - before.throttled,
  };
  return {
    handedIn: together(handed),
    lastPress,
    lastSaved,
    landedAfter,
    worked: workedFor,
    cost,
  };
};

const workedBy = ({ pid }: RunningApp): number => processorSecondsOf(pid) ?? Number.NaN;

/** What the lists hold of it afterwards. */
type Kept = {
  readonly missing: number;
  /** Corrective actions, and figures with why they are right. */
  readonly actions: number;
  readonly confirmed: number;
  /** Rows that were begun or changed, each counted once; drafts are left out. */
  readonly rows: number;
};

const written = ['Returns', 'Journal', 'Actions', 'Report lines', 'Reports'] as const;

/** `from`: when the burst began, by the machine's clock. */
const keptOf = async (house: House, owed: readonly Owed[], from: number): Promise<Kept> => {
  const { localUrl, site } = house;
  const lists = await Promise.all(written.map((list) => readList({ localUrl, site, list })));
  const rows = lists.flat();
  return {
    missing: await notInTheList(house, owed),
    actions: rows.filter((row) => row['Kind'] === 'corrective action').length,
    confirmed: rows.filter((row) => Boolean(row['ConfirmedBecause'])).length,
    rows: rows.filter((row) => Date.parse(String(row['Modified'])) >= from).length,
  };
};

type Seen = Burst & {
  readonly owed: readonly Owed[];
  readonly kept: Kept;
  readonly naive: readonly number[];
  readonly faults: readonly string[];
};

const rowOf = (size: BurstSize, seen: Seen): BenchRow => {
  const { handedIn, lastSaved, landedAfter, cost, kept, naive } = seen;
  const { times } = handedIn;
  const against = (share: number) => ({
    what: `writing the row through Graph before answering, ${peersAtOnce} at once`,
    value: percentile(naive, share),
  });
  const units = kept.rows * 2;
  return {
    row: 'burst',
    title: `A burst: ${size.figures} figures handed in by card within ${size.seconds} s, Graph at ${graphLatency} ms`,
    how: howMeasured(size),
    figures: [
      figure({
        what: 'acknowledged, p50',
        value: percentile(times, 0.5),
        unit: 'ms',
        against: against(0.5),
      }),
      figure({
        what: 'acknowledged, p95',
        value: percentile(times, 0.95),
        unit: 'ms',
        against: against(0.95),
        goal: { most: 500, of: 'value' },
      }),
      figure({
        what: 'from the first press until all of it was in the lists',
        value: landedAfter,
        unit: 's',
        against: {
          what: `the last card saved, or ${kept.rows} rows at 2 units, the first minute's ${unitsPerMinute} at once`,
          value: Math.max((Math.ceil(units / unitsPerMinute) - 1) * 60, lastSaved),
        },
      }),
      figure({
        what: 'units, until it was heard back',
        value: cost.units,
        unit: 'units',
        against: { what: `${kept.rows} rows at 2 units`, value: units },
      }),
      figure({
        what: 'refused by Graph with 429',
        value: cost.throttled,
        unit: 'refusals',
        goal: { most: 0, of: 'value' },
      }),
    ],
    counted: countedOf(seen),
    wrong: whatIsWrong(seen),
  };
};

const howMeasured = ({ figures, seconds }: BurstSize): string[] => [
  `A figure every ${((seconds * 1000) / figures).toFixed(0)} ms, each by another person and whether or not the last was saved, posted to /api/messages with the channel’s token; each waits from the moment it was due. The app and local Microsoft 365 are a process each.`,
  howHandedIn,
  `A person takes ${reading / 1000} s over a card that asks for more; these presses come on top of the ${figures}.`,
  `The tenant allows ${unitsPerMinute.toLocaleString('en-GB')} units a minute, and a minute passes after the opening’s own writing.`,
  'The rows that must be written are the figures, their Journal rows, their actions and their lines of the report, once each; drafts are left out of the floor.',
];

const countedOf = ({ owed, handedIn, lastPress, lastSaved, worked, cost, kept, faults }: Seen) => ({
  figures: owed.length,
  'presses in all': handedIn.times.length,
  'asked for an action': handedIn.asked['an action'],
  'asked why it is right': handedIn.asked['why it is right'],
  'the last first press': `${lastPress.toFixed(1)} s`,
  'the last card saved': `${lastSaved.toFixed(1)} s`,
  slowest: `${Math.max(...handedIn.times).toFixed(0)} ms`,
  'processor time of the app until then': `${worked.toFixed(1)} s`,
  'rows that had to be written': kept.rows,
  'writes to Graph': cost.writes,
  'in the list afterwards': owed.length - kept.missing,
  'actions in the list': kept.actions,
  'with why they are right': kept.confirmed,
  'faults in the app’s log': faults.length,
});

const whatIsWrong = ({ handedIn, cost, kept, faults }: Seen): string[] => {
  const { unsaved, asked } = handedIn;
  const held = (what: string, [count, of]: readonly [number, number]) =>
    count === of ? [] : [`${of} ${what} were given; the list has ${count}.`];
  return [
    ...(unsaved.length > 0 ? [`${unsaved.length} figures were not saved: ${unsaved[0]}`] : []),
    ...(kept.missing > 0 ? [`${kept.missing} figures are not in the list.`] : []),
    ...held('actions', [kept.actions, asked['an action']]),
    ...held('reasons why a figure is right', [kept.confirmed, asked['why it is right']]),
    ...(cost.throttled > 0 ? [`Graph refused ${cost.throttled} calls: none was to be.`] : []),
    ...faults.slice(0, 3).map((line) => `The app’s log: ${line.slice(0, 300)}`),
  ];
};
