// Thousands of requests that nobody sends, of people who may send some: activities, API bodies and uploads,
// from fixed seeds. None answers 500, none ends the app, and it holds no more memory at the end.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { times } from '../counts.ts';
import { type Attacked, inside, pressFrom } from './attacked-house.ts';
import { type Fuzzed, fuzzed } from './fuzzed-request.ts';
import { realRoutes } from './real-routes.ts';

const requests = times({ reduced: 600, full: 10_000 });
const atOnce = 8;
const firstSeed = 20_200_401;

/** Megabytes of what the app, and local Microsoft 365 beside it, hold on to. */
const held = (): number => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
};

export const manyFuzzed = (attacked: () => Attacked): void => {
  test(
    `${requests} requests from fixed seeds: no 500, no crash, memory flat`,
    async () => {
      const house = attacked();
      const people = Object.values(inside);
      const tokens = await Promise.all(people.map((person) => house.tabToken(person)));
      const performance = await house.tabToken(inside['performance team']);
      const file = await fetch(`${house.appUrl}/api/registers/measures/file?as=xlsx`, {
        headers: { authorization: `Bearer ${performance}` },
      });
      const sheet = new Uint8Array(await file.arrayBuffer());
      const routes = (await realRoutes(house.appUrl)).filter(
        ({ path }) => path !== '/api/messages',
      );
      const counts = new Map<string, number>();

      const send = (one: Fuzzed, seed: number) => {
        const token = tokens[seed % tokens.length] ?? '';
        if (one.kind === 'activity')
          return house.send('/api/messages', {
            method: 'POST',
            token: house.channelToken,
            body: one.body,
          });
        if (one.kind === 'upload') {
          const headers = { 'content-type': 'application/octet-stream' };
          return house.send(one.path, {
            method: 'POST',
            token: performance,
            body: one.bytes,
            headers,
          });
        }
        return house.send(one.path, { method: one.route.method, token, body: one.body });
      };
      const one = async (seed: number): Promise<void> => {
        const from = house.objectIdOf(people[seed % people.length] ?? '');
        const activity = (verb: string, data: unknown) => ({
          ...pressFrom(from, house.localUrl),
          value: { action: { verb, data } },
        });
        const request = fuzzed(seed, { routes, activity, sheet });
        const { status, text } = await send(request, seed);
        const isFault = status >= 500 || text.startsWith('{"statusCode":500');
        // Both say in words that they are busy, and to try again: a fault of ours does not.
        const isBusy = status === 503 && !text.includes('"id"');
        expect(isFault && !isBusy ? { seed, request, status, text } : null).toBeNull();
        const told =
          request.kind === 'activity'
            ? (/^\{"statusCode":(\d+)/.exec(text)?.[1] ?? status)
            : status;
        const name = `${request.kind} ${told}`;
        counts.set(name, (counts.get(name) ?? 0) + 1);
      };
      const run = async (from: number, to: number): Promise<void> => {
        let next = from;
        const worker = async (): Promise<void> => {
          for (let seed = next++; seed < to; seed = next++) await one(seed);
        };
        await Promise.all(Array.from({ length: atOnce }, worker));
      };
      const third = firstSeed + Math.floor(requests / 3);
      await run(firstSeed, third);
      await house.landed();
      const early = held();
      await run(third, firstSeed + requests);
      await house.landed();
      const late = held();
      expect((await house.send('/health')).status).toBe(200);
      const said = [...counts].sort().map(([name, count]) => `${name}: ${count}`);
      console.log(
        `${requests} requests. ${said.join(', ')}. Memory ${early.toFixed(1)} MB after a third, ${late.toFixed(1)} MB at the end.`,
      );
      expect(late).toBeLessThan(early * 1.25 + 5);
      // Most of what is sent gets further than the first check of all.
      expect(counts.get('activity 200') ?? 0).toBeGreaterThan(requests / 20);
      expect(counts.get('api 200') ?? 0).toBeGreaterThan(requests / 20);
    },
    times({ reduced: 120_000, full: 900_000 }),
  );
};
