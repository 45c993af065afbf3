// What can befall the way to the hosted Outbox: nothing is told "saved" that is not, what was made is not
// made again, and whoever pressed is not told that somebody was before them.
import { inspect } from 'node:util';
import { AzureNamedKeyCredential, TableClient } from '@azure/data-tables';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { openAzureOutbox } from '../../src/outbox/azure-outbox.ts';
import type { HostedPlace } from '../../src/outbox/azure-place.ts';
import type { Entry, Outbox } from '../../src/use-cases/ports.ts';
import { startAzurite } from './azurite.ts';
import { isCommit, openPoorWay, type PoorWay, type Trouble } from './poor-way.ts';

const azurite = await startAzurite();
const way: PoorWay = await openPoorWay(azurite.tables);
afterAll(async () => {
  await way.close();
  await azurite.stop();
});

/** Milliseconds. More than an account in good health needs, however busy the machine both are on. */
const patient = { request: 3_000, all: 15_000 };
/** Where no answer is what is wanted: no longer than need be. */
const impatient = { request: 3_000, all: 3_000 };

let place: HostedPlace;
let outbox: Outbox;
beforeEach(async () => {
  place = { ...azurite.place(), tables: way.address, patience: patient };
  outbox = await openAzureOutbox(place);
});
afterEach(() => {
  way.befall(() => null);
  outbox.close();
});

const answer = (key: string, commentary = 'On course.'): Entry => ({
  key,
  by: 'housing-needs',
  at: Temporal.Instant.from('2020-10-05T09:30:00Z'),
  changes: [{ register: 'returns', key, set: { value: 1, commentary } }],
  message: null,
});
/** In place of the one there is, at the same place. */
const openImpatient = async (): Promise<void> => {
  outbox.close();
  outbox = await openAzureOutbox({ ...place, patience: impatient });
};
const keysPending = async (of: Outbox): Promise<readonly string[]> =>
  (await of.pending(1_000)).map(({ key }) => key);

/** Befalls the first so many commits, and nothing after. */
const befallCommits = (count: number, trouble: Trouble): void => {
  let left = count;
  way.befall((asked) => {
    if (!isCommit(asked) || left === 0) return null;
    left -= 1;
    return trouble;
  });
};

const troubles: readonly (readonly [string, Trouble])[] = [
  ['whose answer was lost', 'unheard'],
  ['that was lost on the way', 'lost'],
  ['that was turned away because the account was busy', 'busy'],
  ['that came to the account late, after it was asked again', { late: 3_300 }],
];
for (const [what, trouble] of troubles)
  test(`an answer ${what} is kept once, and told to its person as saved`, async () => {
    befallCommits(trouble === 'busy' || trouble === 'lost' ? 3 : 1, trouble);
    const [accepted] = await outbox.accept([answer('a|1')]);
    expect(accepted?.outcome).toBe('accepted');
    const [next] = await outbox.accept([answer('b|1')]);
    expect(next?.outcome).toBe('accepted');
    expect(await keysPending(outbox)).toEqual(['a|1', 'b|1']);
    expect(outbox.depth()).toEqual({ changes: 2, messages: 0 });
  });

test('an answer that came to the account late, and just before it was asked again, is its own all the same', async () => {
  const befalling: Trouble[] = [{ late: 3_200 }, { slow: 600 }];
  way.befall((asked) => (isCommit(asked) ? (befalling.shift() ?? null) : null));
  const [accepted] = await outbox.accept([answer('a|1')]);
  expect(accepted?.outcome).toBe('accepted');
  expect(befalling).toEqual([]);
  expect(await keysPending(outbox)).toEqual(['a|1']);
});

test('where the account does not answer nothing is told "saved", and it takes work again by itself', async () => {
  await openImpatient();
  await outbox.accept([answer('a|1')]);
  way.befall(() => 'lost');
  await expect(outbox.accept([answer('b|1')])).rejects.toThrow(
    `The Outbox in the table GoldenThreadOutbox at ${way.address} does not answer. Nothing new is kept until then.`,
  );
  expect([outbox.isWell(), outbox.trouble()?.trouble]).toEqual([false, 'away']);
  expect(outbox.depth()).toEqual({ changes: 1, messages: 0 });
  way.befall(() => null);
  await expect.poll(() => outbox.isWell()).toBe(true);
  await outbox.accept([answer('c|1')]);
  expect(await keysPending(outbox)).toEqual(['a|1', 'c|1']);
});

test('while it does not answer nobody is kept waiting to hear so', async () => {
  await openImpatient();
  way.befall(() => 'lost');
  await expect(outbox.accept([answer('a|1')])).rejects.toThrow('does not answer');
  const before = way.asked.length;
  await expect(outbox.accept([answer('b|1')])).rejects.toThrow('does not answer');
  expect(way.asked.slice(before).filter(isCommit).length).toBe(1);
});

test('an answer that was kept although nobody could say so is found when it is given again', async () => {
  await openImpatient();
  way.befall((asked) => (isCommit(asked) ? 'unheard' : 'lost'));
  await expect(outbox.accept([answer('a|1')])).rejects.toThrow('does not answer');
  way.befall(() => null);
  await expect.poll(() => outbox.isWell()).toBe(true);
  expect(await outbox.accept([answer('a|1')])).toEqual([
    { outcome: 'already', first: answer('a|1') },
  ]);
  expect(await keysPending(outbox)).toEqual(['a|1']);
});

test('an import cut off half way is no import: nothing of it is seen, and it is taken whole when offered again', async () => {
  const words = Array.from({ length: 40_000 }, (_, n) => (n * 2_654_435_761).toString(36)).join(
    ' ',
  );
  const whole = answer('import|1', words.repeat(4));
  let rows = 0;
  await openImpatient();
  way.befall(({ method }) =>
    ['PUT', 'PATCH', 'MERGE'].includes(method) && (rows += 1) > 2 ? 'lost' : null,
  );
  await expect(outbox.accept([whole])).rejects.toThrow('does not answer');
  way.befall(() => null);
  const other = await openAzureOutbox(place);
  expect([await other.find('import|1'), await keysPending(other)]).toEqual([null, []]);
  expect(await rowsOf('t|')).not.toEqual([]);
  const [accepted] = await other.accept([whole]);
  expect(accepted?.outcome).toBe('accepted');
  other.close();
});

const client = () => {
  const credential = new AzureNamedKeyCredential('council', azurite.key);
  return new TableClient(azurite.tables, 'GoldenThreadOutbox', credential, {
    allowInsecureConnection: true,
  });
};
const partition = () => place.council.replaceAll('/', '~002f');
const rowsOf = async (kind: string): Promise<readonly string[]> => {
  const filter = `PartitionKey eq '${partition()}' and RowKey ge '${kind}' and RowKey lt '${kind}~'`;
  const rows = await Array.fromAsync(client().listEntities({ queryOptions: { filter } }));
  return rows.map(({ rowKey }) => rowKey ?? '');
};

test('what an import that was cut off left behind is swept away an hour later', async () => {
  const kept = answer('import|kept', 'On course; '.repeat(5_000));
  await outbox.accept([kept]);
  const base = { partitionKey: partition() };
  for (const [id, hours] of [
    ['old', 2],
    ['new', 0],
  ] as const) {
    const at = Date.now() - hours * 3_600_000;
    await client().createEntity({ ...base, rowKey: `d|${id}`, at });
    await client().createEntity({ ...base, rowKey: `t|${id}||0000000000000000`, b0: 'x' });
  }
  const other = await openAzureOutbox(place);
  await expect.poll(() => rowsOf('d|')).toEqual(['d|new']);
  expect((await rowsOf('t|')).filter((row) => row.startsWith('t|old'))).toEqual([]);
  expect(await other.find('import|kept')).toEqual(kept);
  other.close();
});

test('an account that refuses the app is named, and neither its key nor what was typed is told', async () => {
  const wrong = { ...place, by: { key: Buffer.alloc(64, 7).toString('base64') } };
  const fault = await openAzureOutbox(wrong).catch((error: unknown) => error);
  expect(String(fault)).toContain('refuses the app');
  await openImpatient();
  way.befall(() => 'lost');
  const other = await outbox
    .accept([answer('a|1', 'Mrs Smith is ill')])
    .catch((error: unknown) => error);
  const told = inspect([fault, other], { depth: 10, showHidden: true });
  expect(told).not.toContain(wrong.by.key);
  expect(told).not.toMatch(/Mrs Smith|SharedKey|Signature/);
});

test('five hundred presses in a moment share their commits', async () => {
  const before = way.asked.length;
  const presses = Array.from({ length: 500 }, (_, n) => outbox.accept([answer(`return|${n}`)]));
  const told = (await Promise.all(presses)).flat();
  expect(told.every(({ outcome }) => outcome === 'accepted')).toBe(true);
  expect(way.asked.slice(before).filter(isCommit).length).toBeLessThan(25);
  expect(await keysPending(outbox)).toHaveLength(500);
});

test('with its table removed and begun again by another it takes nothing, and says to start again', async () => {
  await outbox.accept([answer('a|1')]);
  await client().deleteTable();
  await expect(outbox.accept([answer('b|1')])).rejects.toThrow('is not there any more');
  const other = await openAzureOutbox(place);
  await expect.poll(() => outbox.isWell() || outbox.trouble()?.trouble).toBe('replaced');
  await expect(outbox.accept([answer('b|1')])).rejects.toThrow('start the app again');
  other.close();
});
