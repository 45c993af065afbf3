// The peer for a submission: the row is written through Graph and only then is the person answered.
// Kinder to it than it would be: one PATCH of a row whose id is known, and nothing else.
import type { Owed } from './given-channel.ts';
import type { House } from './given-house.ts';
import { anyonesToken, graphScope } from './given-token.ts';

/** Milliseconds each write took. */
export const writeBeforeAnswering = async (
  { localUrl, site }: House,
  owed: readonly Owed[],
  atOnce: number,
): Promise<readonly number[]> => {
  const headers = {
    authorization: `Bearer ${await anyonesToken(localUrl, graphScope)}`,
    'content-type': 'application/json',
  };
  const items = `${localUrl}/v1.0/sites/localhost:/sites/${site}:/lists/Returns/items`;
  const ids = await idsOf(items, headers);
  const times: number[] = [];
  const left = owed.values();
  const hand = async () => {
    for (const { return: key, value } of left) {
      const began = performance.now();
      const answer = await fetch(`${items}/${ids.get(key)}/fields`, {
        method: 'PATCH',
        headers,
        body: JSON.stringify({ Value: value, State: 'Returned', Finality: 'final' }),
      });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`Graph answered ${answer.status} to a write.`);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return times;
};

const idsOf = async (
  items: string,
  headers: Record<string, string>,
): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  let next: string | undefined = `${items}?expand=fields(select=Key)&$top=5000`;
  while (next !== undefined) {
    const page = (await (await fetch(next, { headers })).json()) as {
      value: { id: string; fields: { Key: string } }[];
      '@odata.nextLink'?: string;
    };
    for (const { id, fields } of page.value) ids.set(fields.Key, id);
    next = page['@odata.nextLink'];
  }
  return ids;
};
