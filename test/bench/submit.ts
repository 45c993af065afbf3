// (b) A person presses Save: how long until the card says it is saved, with Graph slow. The press is
// posted to the app's door as the channel posts it; that every answer is in the list is checked after.
import { setTimeout as pause } from 'node:timers/promises';
import { loadCouncil } from '../../src/commands/load-council.ts';
import { openLocalSharePoint } from '../../src/commands/open-local-sharepoint.ts';
import { readList } from '../journeys/lists-by-hand.ts';
import { type BenchRow, figure, percentile, type Say } from './figures.ts';
import { type Channel, type Owed, openChannel } from './given-channel.ts';
import { councilOf, inTouch, opensAt } from './given-council.ts';
import { type House, openHouse } from './given-house.ts';
import { type AllHandedIn, type HandedIn, handIn, howHandedIn, together } from './hand-in.ts';
import { writeBeforeAnswering } from './naive-write.ts';

export type SubmitSize = { readonly owners: number; readonly measuresEach: number };

const graphLatency = 150;
/** People pressing at the same moment, each going on to their next measure when answered. */
const atOnce = 4;
const trouble = { latencyMs: { graph: graphLatency }, unitsPerMinute: 2_500 };

export const measureSubmit = async (size: SubmitSize, say: Say): Promise<BenchRow> => {
  const planned = councilOf({ ...size, team: 20 });
  const house = await openHouse(planned.site);
  try {
    const council = await inTouch(house.localUrl, planned);
    await loadCouncil(house.localUrl, council, () =>
      openLocalSharePoint(house.localUrl, council.site),
    );
    const app = await house.startApp();
    await house.trouble(trouble);
    say(`a cycle opens for ${size.owners} people`);
    const moveClockTo = await house.clockMover();
    await moveClockTo(opensAt);
    const channel = await openChannel(house, council);
    const owed = channel.owed();
    say(`${owed.length} figures are handed in, ${atOnce} people at once`);
    const taken = await handInAll(channel, owed);
    await landed(house, say);
    const missing = await notInTheList(house, owed);
    const naive = await writeBeforeAnswering(house, owed, atOnce);
    const faults = app.faults();
    await app.stop();
    return rowOf({ owed, taken, naive, missing, faults });
  } finally {
    await house.close();
  }
};

/** A person's own one after another. */
export const handInAll = async (channel: Channel, owed: readonly Owed[]): Promise<AllHandedIn> => {
  const all: HandedIn[] = [];
  const people = Map.groupBy(owed, ({ person }) => person.key).values();
  const hand = async () => {
    for (const theirs of people) for (const each of theirs) all.push(await handIn(channel, each));
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return together(all);
};

export const landed = async (house: House, say: Say): Promise<void> => {
  for (let told = Date.now(); ; ) {
    const { changes } = await house.depth();
    if (changes === 0) return;
    if (Date.now() - told > 20_000) {
      told = Date.now();
      say(`${changes} changes are still to land`);
    }
    await pause(1_000);
  }
};

/** Answers whose figure the list does not hold. */
export const notInTheList = async (
  { localUrl, site }: House,
  owed: readonly Owed[],
): Promise<number> => {
  const rows = await readList({ localUrl, site, list: 'Returns' });
  const values = new Map(rows.map((row) => [row['Key'], row['Value']]));
  return owed.filter(({ return: key, value }) => values.get(key) !== value).length;
};

type Seen = {
  readonly owed: readonly Owed[];
  readonly taken: AllHandedIn;
  readonly naive: readonly number[];
  readonly missing: number;
  readonly faults: readonly string[];
};

const rowOf = ({ owed, taken, naive, missing, faults }: Seen): BenchRow => {
  const against = (share: number) => ({
    what: 'writing the row through Graph before answering',
    value: percentile(naive, share),
  });
  return {
    row: 'submit',
    title: `Pressing Save with Graph at ${graphLatency} ms, until the card says it is saved`,
    how: [
      `${owed.length} figures, ${atOnce} people at once, each posted to /api/messages with the channel’s token, as the channel posts it; the app and local Microsoft 365 are a process each, and the lists are written behind meanwhile.`,
      howHandedIn,
      'Percentiles by nearest rank, over every press.',
      'The peer is the PATCH of the row alone, its id known and as many at once: no reading first, no token to check, no card to draw.',
    ],
    figures: [
      figure({
        what: 'acknowledged, p50',
        value: percentile(taken.times, 0.5),
        unit: 'ms',
        against: against(0.5),
      }),
      figure({
        what: 'acknowledged, p95',
        value: percentile(taken.times, 0.95),
        unit: 'ms',
        against: against(0.95),
        goal: { most: 300, of: 'value' },
      }),
    ],
    counted: {
      figures: owed.length,
      'presses in all': taken.times.length,
      'asked for an action': taken.asked['an action'],
      'asked why it is right': taken.asked['why it is right'],
      slowest: `${Math.max(...taken.times).toFixed(0)} ms`,
      'in the list afterwards': owed.length - missing,
      'faults in the app’s log': faults.length,
    },
    wrong: [
      ...(taken.unsaved.length > 0
        ? [`${taken.unsaved.length} figures were not saved: ${taken.unsaved[0]}`]
        : []),
      ...(missing > 0 ? [`${missing} answers are not in the list.`] : []),
      ...faults.slice(0, 3).map((line) => `The app’s log: ${line.slice(0, 300)}`),
    ],
  };
};
