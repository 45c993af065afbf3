// Microsoft's own Graph client, with nothing of ours around it, works the lists.
import { Client } from '@microsoft/microsoft-graph-client';
import { expect, test } from 'vitest';
import { givenLocal, graphScope, register, site } from './given.ts';

test('Microsoft’s Graph client makes a list, writes a row, reads it back and follows delta', async () => {
  const given = await givenLocal();
  const token = await given.token(graphScope, 'local');
  const client = Client.initWithMiddleware({
    baseUrl: given.local.url,
    customHosts: new Set(['localhost']),
    authProvider: { getAccessToken: () => Promise.resolve(token) },
  });
  // Over http the client strips 'Authorization', its own or ours (in lower case it goes through),
  // and takes only https addresses whole, so links are followed by their path.
  const api = (path: string) =>
    client
      .api(path.replace(`${given.local.url}/v1.0`, ''))
      .header('authorization', `Bearer ${token}`);
  const list = await api(`${site}/lists`).post(
    register('Targets', [{ name: 'Target', number: {} }]),
  );
  const made = await api(`${site}/lists/${list.id}/items`).post({
    fields: { Key: 'T1', Target: 9.5 },
  });
  const page = await api(`${site}/lists/Targets/items`)
    .expand('fields(select=Key,Target)')
    .filter("fields/Key eq 'T1'")
    .get();
  expect(page.value[0].fields).toMatchObject({ Key: 'T1', Target: 9.5 });
  const changes = await api(`${site}/lists/Targets/items/delta`).get();
  expect(changes.value).toHaveLength(1);
  await api(`${site}/lists/Targets/items/${made.id}`).delete();
  const since = await api(changes['@odata.deltaLink']).get();
  expect(since.value).toEqual([{ id: made.id, deleted: { state: 'deleted' } }]);
});
