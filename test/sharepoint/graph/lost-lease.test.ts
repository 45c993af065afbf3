// Whoever lost the lease writes nothing to Graph any more, and goes on reading.
import { expect, test } from 'vitest';
import { sendBatch } from '../../../src/sharepoint/graph/batch.ts';
import type { Call } from '../../../src/sharepoint/graph/graph-client.ts';
import { graphOn, openOddGraph, sayJson } from './odd-graph.ts';

const create: Call = { method: 'POST', path: '/sites/x/lists/y/items', body: {}, units: 2 };

test('an instance that lost the lease writes nothing more, alone or in a batch, and goes on reading', async () => {
  const odd = await openOddGraph((response) => sayJson(response, {}));
  let mayWrite = true;
  const graph = graphOn(odd, { mayWrite: () => mayWrite });
  await graph.write(create);
  mayWrite = false;
  const calledOff = { kind: 'unreachable', calledOff: true };
  await expect(graph.write(create)).rejects.toMatchObject(calledOff);
  await expect(sendBatch(graph, [create], 'write')).rejects.toMatchObject(calledOff);
  await graph.read('/sites/x', 1);
  expect(odd.asked).toHaveLength(2);
});
