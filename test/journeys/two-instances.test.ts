// Two instances of the app serve one council behind a round-robin, over one hosted Outbox and lease, while
// people answer and cards go out. One dies, stands still or is replaced at a moment of its own; local Microsoft
// 365 lives on, and what it holds at the end is the evidence.
import { expect, test } from 'vitest';
import { times } from '../counts.ts';
import { startAzurite } from '../outbox/azurite.ts';
import { type Instance, type Instances, openInstances, type Stores } from './instances.ts';
import { pause } from './mortal-house.ts';
import { smallCouncil } from './small-council.ts';
import {
  answerThroughAll,
  eachStepIsInOneState,
  nobodyIsAskedTwice,
  nothingAcknowledgedIsLost,
  randomFrom,
  type Told,
} from './through-all.ts';
import { stepsReceived } from './witness.ts';

/** Killed and replaced; stopped with its replacement there already; or still for longer than a lease lasts. */
type Death = 'killed' | 'replaced' | 'stalled';
type Story = {
  readonly seed: number;
  readonly who: 'holder' | 'other';
  readonly death: Death;
  /** In the midst of cards going out, after so many; or of answers, after so many were acknowledged. */
  readonly during: 'cards' | 'answers';
  readonly after: number;
};

const full: readonly Pick<Story, 'who' | 'death' | 'during'>[] = [
  { who: 'holder', death: 'killed', during: 'cards' },
  { who: 'holder', death: 'replaced', during: 'answers' },
  { who: 'holder', death: 'stalled', during: 'cards' },
  { who: 'holder', death: 'killed', during: 'answers' },
  { who: 'other', death: 'killed', during: 'answers' },
  { who: 'holder', death: 'replaced', during: 'cards' },
  { who: 'holder', death: 'stalled', during: 'answers' },
  { who: 'other', death: 'killed', during: 'cards' },
];
const stories: readonly Story[] = Array.from(
  { length: times({ reduced: 1, full: 2 * full.length }) },
  (_, n) => {
    const random = randomFrom(n + 1);
    const story = full[n % full.length] ?? full[0];
    if (story === undefined) throw new Error('There is no story.');
    return { seed: n + 1, after: 1 + Math.floor(random() * 9), ...story };
  },
);

/** Emptied for each: a council of its own would need a site of its own. */
const ownStores = async (): Promise<{ stores: Stores; stop(): Promise<void> }> => {
  const own = await startAzurite();
  const { tables, blobs, key } = own;
  return {
    stores: { STORAGE_TABLES: tables, STORAGE_BLOBS: blobs, STORAGE_KEY: key },
    stop: own.stop,
  };
};

const first = ['p-voids', 'p-repairs', 'p-inclusion', 'p-participation', 'p-waste', 'p-rents'];
const second = ['p-adaptations', 'p-housing-needs'];

test.each(stories)(
  'two instances, the $who $death while $during go out (seed $seed): nothing is lost and nothing comes twice unsaid',
  { timeout: 240_000 },
  async (story) => {
    const { stores, stop } = await ownStores();
    const latency = { graph: 25, teams: 60 };
    const house = await openInstances({ council: smallCouncil(), latency, stores });
    try {
      await Promise.all([house.add(), house.add()]);
      await house.holder();
      const began = performance.now();
      const told: Told = new Map();
      const twice = pressingTwice(house);
      const answer = (people: readonly string[]) =>
        Promise.all(people.map((person) => answerThroughAll(twice, person, told)));
      const meanwhile = (during: Story['during']) =>
        story.during === during ? dying(house, story, told) : null;

      const [, atCards] = await Promise.all([
        house.moveClockTo('2020-10-01T09:30'),
        meanwhile('cards'),
      ]);
      await expect
        .poll(() => haveCards(house, [...first, ...second]), { timeout: 90_000 })
        .toBe(true);
      const [, atAnswers] = await Promise.all([answer(first), meanwhile('answers')]);
      await house.moveClockTo('2020-10-09T09:30');
      await answer(second);
      await house.settled();

      expect(told.size).toBeGreaterThan(10);
      await nothingAcknowledgedIsLost(house, told);
      const ledger = await house.list('Notifications');
      eachStepIsInOneState(ledger);
      await nobodyIsAskedTwice(house, ledger);
      const repeated = ledger.filter((each) => each['PossiblyRepeated'] === true).length;
      const cards = stepsReceived(await house.record()).length;
      const took = Math.round(performance.now() - began);
      const again = (atCards ?? atAnswers)?.again ?? 0;
      console.log(
        `seed ${story.seed}: ${story.who} ${story.death} during ${story.during}: ${told.size} answers acknowledged, 0 lost; ${cards} cards for ${ledger.length} rows, ${repeated} possibly repeated; ${house.roundRobin.lost()} requests cut off; sent and written again ${again} ms after; ${took} ms in all`,
      );
      if (story.death === 'replaced') {
        expect(repeated).toBe(0);
        expect(house.roundRobin.lost()).toBe(0);
        expect([...house.roundRobin.answered().keys()]).toEqual([200]);
      }
    } finally {
      await house.close();
      await stop();
    }
  },
);

/** Whoever died over the opening left it to another, who sends it once the lease is theirs. */
const haveCards = async (house: Instances, people: readonly string[]): Promise<boolean> => {
  const chats = await Promise.all(people.map((person) => house.seat(person).chat()));
  return chats.every((chat) => chat.some(({ card }) => card !== null));
};

/** Every press goes out twice at once, and so to both: as a client does that has no answer in time. */
const pressingTwice = (house: Instances): Instances => ({
  ...house,
  seat: (person) => {
    const seat = house.seat(person);
    return {
      ...seat,
      pressAction: async (...pressed) => {
        const both = await Promise.all([1, 2].map(() => seat.pressAction(...pressed)));
        const answered = both.find(({ status, card }) => status === 200 && card !== null);
        return answered ?? (both[0] as (typeof both)[number]);
      },
    };
  },
});

/** Resolves when there is a holder again: milliseconds after. */
const dying = async (
  house: Instances,
  { who, death, during, after }: Story,
  told: Told,
): Promise<{ again: number }> => {
  const counted = async () =>
    during === 'answers' ? told.size : stepsReceived(await house.record()).length;
  const end = performance.now() + 20_000;
  while ((await counted()) < after && performance.now() < end) await pause(5);
  const holder = await house.holder();
  const [other] = house.others(holder);
  const which = who === 'holder' ? holder : (other as Instance);
  const died = performance.now();
  if (death === 'killed') {
    await house.kill(which);
    await house.add();
  }
  if (death === 'replaced') {
    await house.add();
    await house.stop(which);
  }
  if (death === 'stalled') {
    which.signal('SIGSTOP');
    which.isUp = false;
    await house.holder();
    which.signal('SIGCONT');
    which.isUp = true;
  }
  await house.holder();
  return { again: Math.round(performance.now() - died) };
};
