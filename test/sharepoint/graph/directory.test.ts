// The directory asked who is there no more: only what it says plainly is believed.
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { openDirectory } from '../../../src/sharepoint/graph/directory.ts';
import { type Asked, graphOn, openOddGraph, sayJson } from './odd-graph.ts';

const account = (n: number): string => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A Graph that answers each part of a batch with the status said of its account. */
const directoryWhere = async (status: (id: string) => number | null) => {
  const answer = (response: ServerResponse, { body }: Asked) => {
    const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] };
    const responses = requests.flatMap(({ id, url }) => {
      const account = /^\/users\/([^?]+)\?/.exec(url)?.[1] ?? '';
      const said = status(account);
      const ok = said === 200 ? { id: account } : { error: { code: 'said', message: 'said' } };
      return said === null ? [] : [{ id, status: said, headers: {}, body: ok }];
    });
    sayJson(response, { responses });
  };
  const graph = await openOddGraph(answer);
  return { graph, directory: openDirectory(graphOn(graph)) };
};

test('an account that is not found is gone; one that is there, or of which nothing is said, is not', async () => {
  const said: Record<string, number | null> = {
    [account(1)]: 200,
    [account(2)]: 404,
    [account(3)]: null,
    [account(4)]: 500,
  };
  const { directory } = await directoryWhere((id) => said[id] ?? null);
  expect(await directory.gone(Object.keys(said))).toEqual([account(2)]);
});

test('what is no id of an account is not asked for, nor taken to be gone', async () => {
  const { graph, directory } = await directoryWhere(() => 404);
  expect(await directory.gone(['to follow', 'maya.khan@council.example', 'vacant'])).toEqual([]);
  expect(graph.asked).toEqual([]);
});

test('without leave to read users it says so, and believes nothing', async () => {
  const { directory } = await directoryWhere((id) => (id === account(2) ? 404 : 403));
  expect(await directory.gone([account(1), account(2)])).toBeNull();
});

test('hundreds are asked twenty at a time', async () => {
  const { graph, directory } = await directoryWhere(() => 200);
  const ids = Array.from({ length: 45 }, (_, at) => account(at));
  expect(await directory.gone(ids)).toEqual([]);
  expect(graph.asked).toHaveLength(3);
});
