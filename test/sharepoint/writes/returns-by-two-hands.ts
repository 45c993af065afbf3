// Returns that a person edits in their list while the app writes them: the house of those tests, and
// what they do in it. Each test has rows of its own.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Row } from '../../../src/registers/registers.ts';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import type { Pending } from '../../../src/use-cases/ports.ts';
import { asPending } from '../../pending.ts';
import { maya, openTwoHands, type TwoHands } from './two-hands.ts';

export let two: TwoHands;
export let sharepoint: SharePoint;
export let code = 0;
let sequence = 0;

/** To be called once by a file of tests. */
export const inOneHouse = (): void => {
  beforeAll(async () => {
    two = await openTwoHands();
    sharepoint = await two.open();
    await sharepoint.provision();
    await sharepoint.load();
  }, 60_000);
  afterAll(() => two.close());
  beforeEach(async () => {
    await two.local.faults({});
    code += 1;
  });
};

export const keyOf = (n: number) => `plan|${code}.${n}|2020-21 Q2`;
export type More = { readonly by?: string | null; readonly acceptedAt?: Temporal.Instant };
export const change = (n: number, set: Pending['set'], more: More = {}): Pending => {
  sequence += 1;
  return asPending({ register: 'returns', key: keyOf(n), set }, sequence, more);
};
export const row = { plan: 'plan', period: '2020-21 Q2', state: 'Due', owner: 'housing-needs' };
export const begin = (n: number, more: More = {}) =>
  change(n, { ...row, measure: `plan|${code}.${n}`, value: 1 }, more);
export const written = async (...changes: Pending[]) => {
  sharepoint.replica.lay(changes);
  return sharepoint.lists.write(changes);
};
export const seen = (n: number) =>
  sharepoint.replica.registers().returns.get(keyOf(n)) as Row<'returns'>;
export const inTheList = async (n: number) => {
  const fields = await two.hand(maya).rows('Returns', keyOf(n));
  return fields.get(keyOf(n).toLowerCase()) ?? {};
};
export const secondsFromNow = (seconds: number) => Temporal.Now.instant().add({ seconds });
export const spentOn = async (work: () => Promise<unknown>) => {
  const before = await two.local.counted();
  await work();
  const { requests, units } = await two.local.counted();
  return { requests: requests - before.requests, units: units - before.units };
};
