// Quarters in which anything may happen in any order: people answer, correct, are away, block the app
// and press at the same moment, the clock jumps, the app restarts, Graph and Teams fail. Told by seed:
// SEED=7 tells that one, STORY='[...]' the steps a failure printed, SMALLEST=1 the fewest that fail so.
import { expect, test } from 'vitest';
import { times } from '../counts.ts';
import { openHouse } from '../given.ts';
import { act, heardClock } from './random-cycle-acts.ts';
import { Amiss, type World } from './random-cycle-answers.ts';
import { randomCouncil } from './random-cycle-council.ts';
import { openWatch } from './random-cycle-ledger.ts';
import { look } from './random-cycle-look.ts';
import { modelOf } from './random-cycle-model.ts';
import { smallest } from './random-cycle-smallest.ts';
import { type Step, storyOf, told } from './random-cycle-story.ts';

type Wrong = { readonly at: number; readonly words: string; readonly telling: readonly string[] };

/** Lives a story through in a house of its own. Null: nothing was amiss. */
const live = async (story: readonly Step[]): Promise<Wrong | null> => {
  const house = await openHouse(randomCouncil());
  const model = modelOf(house.council);
  const world: World = { house, model, pressed: new Map(), trouble: 'none', typed: 0 };
  const watch = openWatch(world);
  const telling: string[] = [];
  try {
    for (const step of [{ do: 'clock', days: 0, at: '09:30', amid: null } as const, ...story]) {
      telling.push(`${telling.length}. ${model.now()} ${told(step)}`);
      const came = await act(world, step);
      telling.push(`${telling.pop()} -> ${came}`);
      await watch();
    }
    telling.push('to the close');
    await house.trouble();
    await house.moveClock('close').catch(() => []);
    await heardClock(world);
    await watch();
    await look(world);
    return null;
  } catch (error) {
    const words = error instanceof Amiss ? error.message : String((error as Error).stack);
    return { at: telling.length - 1, words, telling };
  } finally {
    await house.close();
  }
};

const counts = times({ reduced: 1, full: 25 });
const steps = times({ reduced: 70, full: 400 });
const { STORY, SEED, SMALLEST } = process.env;
const seeds = SEED?.split(',').map(Number) ?? Array.from({ length: counts }, (_, n) => n + 1);
const stories =
  STORY === undefined
    ? seeds.map((seed) => ({ seed, story: storyOf(seed, steps) }))
    : [{ seed: 0, story: JSON.parse(STORY) as Step[] }];

test.each(stories)(
  'whatever happens in a quarter (seed $seed), nobody is missed, nobody is asked twice and nothing saved is lost',
  { timeout: times({ reduced: 180_000, full: 1_800_000 }) },
  async ({ seed, story }) => {
    const wrong = await live(story);
    if (wrong === null) return;
    const lived = story.slice(0, wrong.at);
    const fewest = SMALLEST === '1' ? await smallest(lived, live) : lived;
    expect.fail(
      `Seed ${seed}: ${wrong.words}\n${wrong.telling.join('\n')}\nSTORY='${JSON.stringify(fewest)}'`,
    );
  },
);
