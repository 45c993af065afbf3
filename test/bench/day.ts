// (i) A day in the life of a council of 3,000 licences: what the app asks of Graph in it, beside what
// its tenant allows and beside an app that reads the lists whenever somebody opens the tab.
import { setTimeout as pause } from 'node:timers/promises';
import { loadCouncil } from '../../src/commands/load-council.ts';
import { openLocalSharePoint } from '../../src/commands/open-local-sharepoint.ts';
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { ask } from '../journeys/seat.ts';
import { type BenchRow, figure, median, type Say } from './figures.ts';
import { type Owed, openChannel } from './given-channel.ts';
import { inTouch, opensAt } from './given-council.ts';
import { fiveYears } from './given-five-years.ts';
import { type House, openHouse } from './given-house.ts';
import { type Traffic, traffic } from './graph-traffic.ts';
import { type AllHandedIn, howHandedIn } from './hand-in.ts';
import { listsOfAPage, naivePage } from './naive-page.ts';
import { handInAll, landed, notInTheList } from './submit.ts';

export type DaySize = {
  readonly measures: number;
  /** Whole minutes of the machine's clock in which nobody does anything. */
  readonly idleMinutes: number;
  readonly answers: number;
  readonly views: number;
};

const latency = 150;
const tenantMinute = 2_500;
const tenantDay = 2_400_000;
const viewsADay = 200 * 5;
const answersADay = 200;
const secondsADay = 86_400;

export const measureDay = async (size: DaySize, say: Say): Promise<BenchRow> => {
  const planned = fiveYears(size.measures);
  const house = await openHouse(planned.site);
  try {
    const council = await inTouch(house.localUrl, planned);
    say('the lists are loaded');
    await loadCouncil(house.localUrl, council, () =>
      openLocalSharePoint(house.localUrl, council.site),
    );
    const app = await house.startApp();
    await house.trouble({ latencyMs: { graph: latency }, unitsPerMinute: tenantMinute });
    say('a cycle opens');
    await (await house.clockMover())(opensAt);
    await landed(house, say);
    await pause(15_000);
    say(`nothing happens for ${size.idleMinutes} minutes`);
    const idle = (await traffic(house, () => pause(size.idleMinutes * 60_000))).cost;
    say(`${size.views} page views`);
    const views = await viewPages(house, council, size.views);
    say(`${size.answers} answers`);
    const owed = (await openChannel(house, council).then((it) => it.owed())).slice(0, size.answers);
    const answers = await answerAll(house, council, { owed, say });
    const { throttled } = (await house.counters()).graph;
    const faults = app.faults();
    await app.stop();
    await house.trouble({ latencyMs: { graph: latency }, unitsPerMinute: 100_000_000 });
    say('the app that reads the lists at every page view');
    const page = await naivePage(house);
    const best = await traffic(house, () => page(5_000));
    const plain = await traffic(house, () => page(null));
    const missing = await notInTheList(house, owed);
    return rowOf(size, {
      idle,
      views,
      answers,
      best: best.cost,
      plain: plain.cost,
      rowsOfAPage: best.result,
      throttled,
      wrong: [
        ...(missing > 0 ? [`${missing} answers are not in the list.`] : []),
        ...(throttled > 0 ? [`Graph refused ${throttled} calls: none was to be.`] : []),
        ...(best.result === plain.result ? [] : ['The peer read other rows the second time.']),
        ...faults.slice(0, 3).map((line) => `The app’s log: ${line.slice(0, 300)}`),
      ],
    });
  } finally {
    await house.close();
  }
};

type Views = { readonly units: readonly number[]; readonly seconds: number };

/** What the tab asks for when it opens at the team plan, as one manager after another. */
const opened = ['me', 'plan', 'plan/work'];

const viewPages = async (house: House, council: SampleCouncil, count: number): Promise<Views> => {
  const managers = (council.rows.people ?? []).filter(({ roles }) => roles.includes('manager'));
  const [units, seconds]: [number[], number[]] = [[], []];
  for (let n = 0; n < count; n += 1) {
    const { objectId: personId = '' } = managers[n % managers.length] ?? {};
    const address = `${house.localUrl}/local/sign-in/token`;
    const { token } = (await ask('POST', address, { personId })) as { token: string };
    const { cost } = await traffic(house, () =>
      Promise.all(opened.map((below) => getAs(token, `${house.appUrl}/api/${below}`))),
    );
    units.push(cost.units);
    seconds.push(cost.seconds);
  }
  return { units, seconds: median(seconds) };
};

const getAs = async (token: string, url: string): Promise<void> => {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`);
};

type Answers = Traffic & { readonly handedIn: AllHandedIn };

/** Until all of it is in the lists, with the Journal's rows and what the app hears back of them. */
const answerAll = async (
  house: House,
  council: SampleCouncil,
  { owed, say }: { readonly owed: readonly Owed[]; readonly say: Say },
): Promise<Answers> => {
  const channel = await openChannel(house, council);
  const { cost, result } = await traffic(house, async () => {
    const handedIn = await handInAll(channel, owed);
    const { unsaved } = handedIn;
    if (unsaved.length > 0)
      throw new Error(`${unsaved.length} figures were not saved: ${unsaved[0]}`);
    await landed(house, say);
    await pause(12_000);
    return handedIn;
  });
  return { ...cost, handedIn: result };
};

type Seen = {
  readonly idle: Traffic;
  readonly views: Views;
  readonly answers: Answers;
  readonly best: Traffic;
  readonly plain: Traffic;
  readonly rowsOfAPage: number;
  readonly throttled: number;
  readonly wrong: readonly string[];
};

const rowOf = (size: DaySize, seen: Seen): BenchRow => {
  const { idle, views, answers, best, plain } = seen;
  const perSecond = idle.units / idle.seconds;
  const perAnswer = Math.max(0, answers.units - perSecond * answers.seconds) / size.answers;
  const perView = median(views.units);
  const listening = perSecond * secondsADay;
  const day = listening + perAnswer * answersADay + perView * viewsADay;
  const peerWrites = 4 * answersADay;
  const peerDay = ({ units }: Traffic) => units * viewsADay + peerWrites;
  const units = (what: string, value: number, against?: { what: string; value: number }) =>
    figure({ what, value, unit: 'units', ...(against && { against }) });
  return {
    row: 'day',
    title: `(i) A day of a council of 3,000 licences: ${size.measures} measures, 200 managers, five page views each`,
    how: howMeasured(size, seen),
    figures: [
      units('in a day', day, { what: 'what the tenant allows an app a day', value: tenantDay }),
      units('in a day', day, {
        what: 'reading the lists at each page view, 5,000 rows a page',
        value: peerDay(best),
      }),
      units('in a day', day, {
        what: 'the same with Graph’s own 200 rows a page',
        value: peerDay(plain),
      }),
      units('of it listening, day and night', listening),
      units('of it writing the day’s answers', perAnswer * answersADay),
      units('of it the page views', perView * viewsADay, {
        what: 'reading the lists, 5,000 rows a page',
        value: best.units * viewsADay,
      }),
      figure({
        what: 'a page view',
        value: views.seconds,
        unit: 's',
        against: { what: 'reading the lists, 5,000 rows a page', value: best.seconds },
      }),
    ],
    counted: {
      'units a minute, listening': Number((perSecond * 60).toFixed(1)),
      'requests a minute, listening': Number(((idle.requests / idle.seconds) * 60).toFixed(1)),
      'units an answer': Number(perAnswer.toFixed(2)),
      'presses for them': answers.handedIn.times.length,
      'asked for an action': answers.handedIn.asked['an action'],
      'asked why it is right': answers.handedIn.asked['why it is right'],
      'units a page view': perView,
      'page views during which the timer asked': views.units.filter((each) => each > 0).length,
      'peer’s units a page view': `${best.units}, or ${plain.units} as it comes`,
      'page views a day from which reading each time costs more': `${Math.ceil(listening / best.units)}, or ${Math.ceil(listening / plain.units)} as it comes`,
      'peer’s rows a page view': seen.rowsOfAPage,
      'peer’s requests a page view': `${best.requests}, or ${plain.requests}`,
      'peer’s megabytes a page view': (best.bytes / 1e6).toFixed(1),
      '429s': seen.throttled,
    },
    wrong: seen.wrong,
  };
};

const howMeasured = (size: DaySize, { idle, answers }: Seen): string[] => [
  `Measured: the running app, a cycle open, its lists holding forty quarters of returns; local Microsoft 365 is a process of its own at ${latency} ms and ${tenantMinute.toLocaleString('en-GB')} units a minute.`,
  `Listening was counted over ${(idle.seconds / 60).toFixed(0)} minutes of the machine’s clock, and multiplied by the seconds of a day.`,
  howHandedIn,
  `${size.answers} figures were handed in by card and counted until they, their Journal rows and their actions were in the lists and heard back (${answers.seconds.toFixed(0)} s), less what listening costs in that time${size.answers === answersADay ? '' : `, and multiplied to ${answersADay}`}.`,
  `Each of ${size.views} page views, ${opened.length} requests to the app, was counted by itself; the median was multiplied to ${viewsADay.toLocaleString('en-GB')}. A beat of the timer that fell into one is counted with listening.`,
  `The peer is an app that reads, with PnPjs, the ${listsOfAPage.length} lists behind the first screen at each view, only the columns that are wanted, and writes the same answers. One view was measured and multiplied; its bot, its reminders and its other screens are left out, and so cost nothing.`,
];
