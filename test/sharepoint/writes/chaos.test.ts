// Whatever goes wrong with Graph, and whoever edits the list meanwhile: in the end everything accepted
// is in the list, once, and nothing set by hand is lost. Play one again with CHAOS_SEED=..., and
// CHAOS_OPERATIONS=... where it was not the usual number.
import { describe, expect, test } from 'vitest';
import { soaking } from '../../counts.ts';
import { playChaos } from './chaos-house.ts';
import { inWords, type Operation, planFrom } from './chaos-plan.ts';

const { CHAOS_SEED, CHAOS_OPERATIONS } = process.env;
const seeds = CHAOS_SEED ? [Number(CHAOS_SEED)] : soaking ? [1, 2, 3, 4, 5] : [1];
const operations = Number(CHAOS_OPERATIONS ?? (soaking || CHAOS_SEED ? 1_000 : 60));

describe('random edits, answers and restarts under random faults', () => {
  test.each(seeds)(
    `the list comes to what it must after ${operations} operations (seed %i)`,
    async (seed) => {
      const plan = planFrom(seed, operations);
      const wrong = await playChaos(plan);
      const story = wrong.length > 0 ? told(seed, await shortest(plan)) : [];
      expect([...wrong, ...story]).toEqual([]);
    },
    900_000,
  );
});

const told = (seed: number, story: readonly Operation[]): readonly string[] => [
  `Of CHAOS_SEED=${seed} this much comes out wrong:`,
  ...story.map(inWords),
];

/** Milliseconds worth waiting for a shorter plan that comes out wrong. */
const patience = 240_000;

/** Leaves out ever smaller parts of the plan, as long as what is left still comes out wrong. */
const shortest = async (plan: readonly Operation[]): Promise<readonly Operation[]> => {
  let left = plan;
  const until = performance.now() + patience;
  for (
    let part = Math.ceil(plan.length / 2);
    part >= 1;
    part = part === 1 ? 0 : Math.ceil(part / 2)
  )
    for (let from = 0; from < left.length && performance.now() < until; ) {
      const without = left.toSpliced(from, part);
      const wrong = without.length > 0 && (await playChaos(without)).length > 0;
      if (wrong) left = without;
      else from += part;
    }
  return left;
};
