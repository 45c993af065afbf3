// How long a call may take, and what becomes of one the app calls off because it stops.
import { describe, expect, test } from 'vitest';
import { readBatches } from '../../../src/sharepoint/graph/batch.ts';
import type { Call } from '../../../src/sharepoint/graph/graph-client.ts';
import { graphOn, openOddGraph } from './odd-graph.ts';

const create: Call = { method: 'POST', path: '/sites/x/lists/y/items', body: {}, units: 2 };

describe('a call takes no longer than its time limit, and ends at once when the app stops', () => {
  const hanging = () => openOddGraph(() => undefined);
  const ended = async (work: Promise<unknown>) => {
    const began = performance.now();
    const fault = await work.catch((error: unknown) => error);
    return { fault, took: performance.now() - began };
  };
  /** Milliseconds: far from thirty seconds, whatever else the machine does. */
  const soon = 10_000;
  /** The app stops in the very moment its call has arrived, and is not answered. */
  const stoppedOnceAsked = async () => {
    const stop = new AbortController();
    const odd = await openOddGraph(() => stop.abort());
    return { odd, signal: stop.signal };
  };

  test('an answer that never comes, or never ends', async () => {
    const trickle = await openOddGraph((response) => {
      response.writeHead(200).write('{');
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    });
    for (const odd of [await hanging(), trickle]) {
      const { fault, took } = await ended(graphOn(odd, { timeLimit: 300 }).write(create));
      expect(fault).toMatchObject({ kind: 'unreachable', status: 0, code: 'timeLimit' });
      expect(took).toBeLessThan(soon);
    }
  });

  test('in flight: a write called off counts as unanswered, never as done', async () => {
    const { odd, signal } = await stoppedOnceAsked();
    const graph = graphOn(odd, { timeLimit: 30_000, signal });
    const { fault, took } = await ended(graph.write(create));
    expect(fault).toMatchObject({ kind: 'unreachable', status: 0, calledOff: true });
    expect(took).toBeLessThan(soon);
    expect(odd.asked).toHaveLength(1);
  });

  test('a read called off is not asked again, nor anything after it', async () => {
    const { odd, signal } = await stoppedOnceAsked();
    const graph = graphOn(odd, { timeLimit: 30_000, signal });
    const call: Call = { method: 'GET', path: '/sites/x', units: 1 };
    const { took } = await ended(
      Promise.any([graph.read('/sites/x', 1), readBatches(graph, [call])]),
    );
    expect(took).toBeLessThan(soon);
    expect(odd.asked.length).toBeLessThanOrEqual(2);
  });

  test('waiting for a token', async () => {
    const token = () => new Promise<string>(() => undefined);
    const odd = await hanging();
    const signal = AbortSignal.timeout(100);
    const graph = graphOn(odd, { token, timeLimit: 30_000, signal });
    const { fault, took } = await ended(graph.write(create));
    expect(fault).toMatchObject({ calledOff: true });
    expect(took).toBeLessThan(soon);
    expect(odd.asked).toHaveLength(0);
  });
});
