// (a) A cycle opens and everyone is sent a card: how long until the last has arrived, and until the
// ledger is in the list; and the same with more of Teams' own faults. What arrived is counted from local Teams' own record, never from the app.
import { setTimeout as pause } from 'node:timers/promises';
import { loadCouncil } from '../../src/commands/load-council.ts';
import { openLocalSharePoint } from '../../src/commands/open-local-sharepoint.ts';
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { readList } from '../journeys/lists-by-hand.ts';
import { ask } from '../journeys/seat.ts';
import { type BenchRow, figure, type Say } from './figures.ts';
import { councilOf, inTouch, opensAt } from './given-council.ts';
import { type House, openHouse, type RunningApp } from './given-house.ts';
import { type Sample, sendOneAfterAnother } from './naive-send.ts';
import { perfectSender } from './perfect-sender.ts';
import { processorSecondsOf } from './process-figures.ts';
import { type Chance, chanceOf, countRequests, type Requests } from './requests-made.ts';
import { type Arrivals, countArrivals, type Recorded } from './what-arrived.ts';

export type DeliverySize = {
  readonly people: number;
  readonly naive: number;
  /** How many times the share of requests and of people that Teams ordinarily refuses. */
  readonly faults: number;
};

const unitsPerMinute = 2_500;
/** Milliseconds local Teams takes over a request. */
const latency = 100;

const chanceFor = ({ faults }: DeliverySize): Chance => ({
  seed: 3204,
  teams429: 0.02 * faults,
  teams502: 0.01 * faults,
  teams403: 0.005 * faults,
  retryAfterSeconds: 1,
});

export const measureDelivery = async (size: DeliverySize, say: Say): Promise<BenchRow> => {
  const planned = councilOf({ owners: size.people, measuresEach: 1, team: 80 });
  const random = chanceFor(size);
  const house = await openHouse(planned.site);
  try {
    say(`${size.people} people get their chats, and the lists are loaded`);
    const council = await inTouch(house.localUrl, planned);
    await loadCouncil(house.localUrl, council, () =>
      openLocalSharePoint(house.localUrl, council.site),
    );
    const app = await house.startApp();
    await house.trouble({ latencyMs: { teams: latency }, random, unitsPerMinute });
    const sent = await openAndSend({ house, app, random }, say);
    const drained = await drain(house, sent.began, say);
    const units = (await house.counters()).graph;
    const ledger = await readLedger(house);
    const arrived = await countArrivals(house.localUrl, council, sent.record);
    const naive = await sendOneAfterAnother(
      house.localUrl,
      { council, record: sent.record },
      size.naive,
    );
    const faults = app.faults();
    await app.stop();
    const seen = { council, sent, drained, units, ledger, arrived, naive, faults };
    return rowOf(size, seen);
  } finally {
    await house.close();
  }
};

type Sent = {
  /** When the clock was moved to the opening, by the machine's clock. */
  readonly began: number;
  readonly record: readonly Recorded[];
  readonly requests: Requests;
  /** Seconds a perfect sender would have taken over the same. */
  readonly perfect: number;
  /** Seconds of processor time it took the app. */
  readonly worked: number;
};

type Sending = { readonly house: House; readonly app: RunningApp; readonly random: Chance };

const openAndSend = async ({ house, app, random }: Sending, say: Say): Promise<Sent> => {
  const workedBefore = processorSecondsOf(app.pid) ?? Number.NaN;
  const moveClockTo = await house.clockMover();
  // A clock that nobody moves passes through the minutes before, in which who is away is asked.
  await moveClockTo(minuteBefore(opensAt));
  const began = Date.now();
  let moved = false;
  const moving = moveClockTo(opensAt).finally(() => {
    moved = true;
  });
  // Its fault is thrown below, where it is awaited.
  moving.catch(() => undefined);
  while (!moved) {
    await pause(2_000);
    const { accepted } = (await house.counters()).teams;
    say(`${seconds(began)} s: ${accepted} messages have arrived`);
  }
  await moving;
  while ((await house.depth()).messages > 0) await pause(500);
  const worked = (processorSecondsOf(app.pid) ?? Number.NaN) - workedBefore;
  const { teams } = await house.counters();
  const record = (await ask('GET', `${house.localUrl}/local/teams/record`)) as Recorded[];
  const messages = teams.accepted + teams.forbidden;
  const perfect = perfectSender({ messages, chance: random, latency });
  return { began, record, worked, perfect, requests: countRequests(random, teams) };
};

const minuteBefore = (moment: string): string =>
  Temporal.PlainDateTime.from(moment).subtract({ minutes: 1 }).toString();

/** Seconds until nothing waits in the Outbox. */
const drain = async (house: House, began: number, say: Say): Promise<number> => {
  for (let told = 0; ; ) {
    const { changes } = await house.depth();
    if (changes === 0) return (Date.now() - began) / 1000;
    if (Date.now() - told > 20_000) {
      told = Date.now();
      say(`${seconds(began)} s: ${changes} changes are still to land`);
    }
    await pause(1_000);
  }
};

const seconds = (began: number): string => ((Date.now() - began) / 1000).toFixed(0);

type Ledger = {
  readonly states: Readonly<Record<string, number>>;
  readonly possiblyRepeated: number;
  /** When its last row was written, by the list's own account. */
  readonly lastWritten: number;
  /** Rows of every list that this opening had to write. */
  readonly rowsWritten: number;
};

const readLedger = async ({ localUrl, site }: House): Promise<Ledger> => {
  const rows = await readList({ localUrl, site, list: 'Notifications' });
  const others = await Promise.all(
    ['Returns', 'Report lines', 'Reports', 'Cycles'].map((list) =>
      readList({ localUrl, site, list }),
    ),
  );
  const states: Record<string, number> = {};
  for (const { State } of rows) states[String(State)] = (states[String(State)] ?? 0) + 1;
  return {
    states,
    possiblyRepeated: rows.filter((row) => row['PossiblyRepeated'] === true).length,
    lastWritten: Math.max(...rows.map((row) => Date.parse(String(row['Modified'])))),
    rowsWritten: rows.length + others.flat().filter((row) => row['Period'] !== '2020-21 Q1').length,
  };
};

type Seen = {
  readonly council: SampleCouncil;
  readonly sent: Sent;
  readonly drained: number;
  readonly units: { readonly units: number; readonly throttled: number };
  readonly ledger: Ledger;
  readonly arrived: Arrivals;
  readonly naive: Sample;
  readonly faults: readonly string[];
};

const rowOf = (size: DeliverySize, seen: Seen): BenchRow => {
  const { sent, ledger, arrived, drained } = seen;
  const times = sent.record.map((each) => Date.parse(each.at));
  const last = (Math.max(...times) - sent.began) / 1000;
  const first = (Math.min(...times) - sent.began) / 1000;
  const floor = {
    what: `a perfect sender of the same ${sent.requests.needed} requests`,
    value: sent.perfect,
  };
  const naive = (seen.naive.seconds / seen.naive.sends) * arrived.messages;
  const ledgerAt = (ledger.lastWritten - sent.began) / 1000;
  const units = ledger.rowsWritten * 2;
  const drainFloor = {
    what: `${ledger.rowsWritten} rows at 2 units, the first minute's ${unitsPerMinute} at once`,
    value: Math.max((Math.ceil(units / unitsPerMinute) - 1) * 60, last),
  };
  return {
    row: size.faults === 1 ? 'delivery' : 'delivery-faults',
    title: `Opening a cycle: a card to each of ${size.people} people${size.faults === 1 ? '' : `, with ${size.faults} times the faults`}`,
    how: howMeasured(size),
    figures: [
      figure({
        what: 'from the order to open until the last message arrived',
        value: last,
        unit: 's',
        against: floor,
        goal: { most: 1.05, of: 'ratio' },
      }),
      figure({
        what: 'of it, from the first message to the last',
        value: last - first,
        unit: 's',
        against: floor,
      }),
      figure({
        what: 'the same, beside no more than the count of requests',
        value: last,
        unit: 's',
        against: {
          what: `${sent.requests.needed} requests at 50 a second`,
          value: sent.requests.needed / 50,
        },
      }),
      figure({
        what: 'the same, beside a loop that sends one after another (scaled from a sample)',
        value: last,
        unit: 's',
        against: { what: 'the loop', value: naive },
      }),
      figure({
        what: 'until the last row of the ledger was in its list',
        value: ledgerAt,
        unit: 's',
        against: drainFloor,
      }),
      figure({
        what: 'until nothing waited in the Outbox',
        value: drained,
        unit: 's',
        against: drainFloor,
      }),
      figure({
        what: 'lost',
        value: arrived.lost,
        unit: 'messages',
        goal: { most: 0, of: 'value' },
      }),
      figure({
        what: 'doubled',
        value: arrived.doubled,
        unit: 'messages',
        goal: { most: 0, of: 'value' },
      }),
    ],
    counted: {
      arrived: arrived.messages,
      unreachable: arrived.unreachable,
      ...sent.requests,
      'processor time of the app while sending': `${sent.worked.toFixed(1)} s`,
      'ledger, by state': JSON.stringify(ledger.states),
      'possibly repeated': ledger.possiblyRepeated,
      'units spent': seen.units.units,
      'units the rows needed': units,
      'calls Graph throttled': seen.units.throttled,
      'faults in the app’s log': seen.faults.length,
    },
    wrong: whatIsWrong(seen),
  };
};

const howMeasured = (size: DeliverySize): string[] => [
  'The app and local Microsoft 365 are a process each; this one only watches. The cycle is opened by moving the council’s clock; everything after is the app’s own running, its Outbox with its fsync.',
  `Local Teams enforces its limits, takes ${latency} ms, and refuses by chance ${chanceOf(chanceFor(size))}.`,
  'What had to be requested is what was asked of local Teams, less what it refused for going over its limits.',
  `The floor is a perfect sender of the same messages under the same refusals: 50 requests in any second, the first 50 at once, ${latency} ms each, a 429 waited out as told and a 502 sent again at once; it opens no cycle and draws no card.`,
  `The loop that sends one after another was run for ${size.naive} of the same cards, with the same faults, and scaled by the message.`,
];

const whatIsWrong = ({ arrived, ledger, faults }: Seen): string[] => {
  const settled = (ledger.states['Sent'] ?? 0) + (ledger.states['Unreachable'] ?? 0);
  const rows = Object.values(ledger.states).reduce((sum, count) => sum + count, 0);
  return [
    ...(arrived.lost > 0 ? [`${arrived.lost} messages were lost.`] : []),
    ...(arrived.doubled > 0 ? [`${arrived.doubled} messages came twice.`] : []),
    ...(arrived.strange > 0 ? [`${arrived.strange} messages nobody was owed.`] : []),
    ...(ledger.states['Sent'] === arrived.messages
      ? []
      : [`The ledger says ${ledger.states['Sent']} sent; ${arrived.messages} arrived.`]),
    ...(settled === rows && rows === arrived.owed
      ? []
      : [`Of ${arrived.owed} steps the ledger has ${rows}, ${settled} of them settled.`]),
    ...faults.slice(0, 3).map((line) => `The app’s log: ${line.slice(0, 300)}`),
  ];
};
