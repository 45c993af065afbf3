// The directory asked who is there no more: only what it says plainly is believed.
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { openDirectory } from '../../../src/sharepoint/graph/directory.ts';
import { type Asked, graphOn, openOddGraph, sayJson } from './odd-graph.ts';

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
  const said: Record<string, number | null> = { here: 200, gone: 404, silent: null, ill: 500 };
  const { directory } = await directoryWhere((id) => said[id] ?? null);
  expect(await directory.gone(Object.keys(said))).toEqual(['gone']);
});

test('without leave to read users it says so, and believes nothing', async () => {
  const { directory } = await directoryWhere((id) => (id === 'gone' ? 404 : 403));
  expect(await directory.gone(['here', 'gone'])).toBeNull();
});

test('hundreds are asked twenty at a time', async () => {
  const { graph, directory } = await directoryWhere(() => 200);
  const ids = Array.from({ length: 45 }, (_, at) => `person-${at}`);
  expect(await directory.gone(ids)).toEqual([]);
  expect(graph.asked).toHaveLength(3);
});
