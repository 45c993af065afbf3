// The peers for writing many rows: PnPjs by batches, asked again for what was throttled, which it
// leaves to its caller; and a loop that writes one row after another.
import { setTimeout as pause } from 'node:timers/promises';
import { HttpRequestError } from '@pnp/queryable';
import type { Peers } from './given-list.ts';

export type RowToWrite = {
  readonly key: string;
  /** The columns to set: all of them where there is no row yet. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Null where it is to be made. */
  readonly id: string | null;
};
/** The rows' ids, by key. */
export type Ids = ReadonlyMap<string, string>;

/** Everything in one `batched()`, which PnPjs sends by twenties; again after the longest Retry-After. */
export const inBatches = async (peers: Peers, rows: readonly RowToWrite[]): Promise<Ids> => {
  const ids = new Map<string, string>();
  for (let left = rows; left.length > 0; ) {
    const [batched, execute] = peers.pnp.batched();
    const items = () => peers.pnpItems(batched);
    const calls = left.map(async ({ key, fields, id }) => {
      const made =
        id === null
          ? await items().add({ fields: { ...fields } as object })
          : await items()
              .getById(id)
              .update({ fields: { ...fields } as object });
      ids.set(key, String(made?.id ?? id));
    });
    const settled = Promise.allSettled(calls);
    await execute();
    const ended = await settled;
    const waits = ended.map((each) => (each.status === 'rejected' ? waitOf(each.reason) : 0));
    left = left.filter((_, n) => ended[n]?.status === 'rejected');
    if (left.length > 0) await pause(Math.max(...waits) * 1_000);
  }
  return ids;
};

/** Seconds; whatever else went wrong is thrown. */
const waitOf = (fault: unknown): number => {
  if (!(fault instanceof HttpRequestError) || fault.status !== 429) throw fault;
  return Number(fault.response.headers.get('Retry-After') ?? 1);
};

export const oneByOne = async (
  { list, token }: Peers,
  localUrl: string,
  rows: readonly RowToWrite[],
): Promise<Ids> => {
  const ids = new Map<string, string>();
  for (const { key, fields, id } of rows) {
    const item = id === null ? '' : `/${id}`;
    const answer = await fetch(`${localUrl}/v1.0${list}/items${item}`, {
      method: id === null ? 'POST' : 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ fields }),
    });
    if (!answer.ok) throw new Error(`Graph answered ${answer.status}: ${await answer.text()}`);
    ids.set(key, ((await answer.json()) as { id: string }).id);
  }
  return ids;
};
