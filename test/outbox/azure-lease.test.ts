// The hosted lease: the contract of all leases, and what only one that is asked for over a wire can suffer.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type HostedLease, openAzureLease } from '../../src/outbox/azure-lease.ts';
import { holderElsewhere } from '../contracts/holder-elsewhere.ts';
import { leaseContract } from '../contracts/lease-contract.ts';
import { soaking } from '../counts.ts';
import { startAzurite } from './azurite.ts';
import { openPoorWay } from './poor-way.ts';

const azurite = await startAzurite();
const way = await openPoorWay(azurite.blobs);
afterAll(async () => {
  await way.close();
  await azurite.stop();
});
afterEach(() => {
  way.befall(() => null);
  vi.restoreAllMocks();
});

const ours = JSON.stringify(path.join(import.meta.dirname, '../../src/outbox/azure-lease.ts'));

const script = `import { openAzureLease } from ${ours};
  const lease = openAzureLease(JSON.parse(process.argv[1]), 0);
  lease.hold();
  await lease.settled();
  console.log(lease.hold())`;

// The first asking of all makes the container, and waits for a stand-in that has just begun.
beforeAll(async () => {
  const first = openAzureLease(azurite.place(), 0);
  for (let times = 0; times < 10 && !(await asked(first).catch(() => false)); times += 1)
    await pause(500);
  first.release();
  await first.settled().catch(() => undefined);
}, 60_000);

leaseContract('the hosted lease', async () => {
  const place = azurite.place();
  return {
    lease: () => openAzureLease(place, 0),
    settled: (lease) => (lease as HostedLease).settled(),
    ...(soaking && {
      elsewhere: () => holderElsewhere(script, JSON.stringify(place)),
      freedWithin: 20_000,
    }),
    remove: () => Promise.resolve(),
  };
});

const asked = async (lease: HostedLease): Promise<boolean> => {
  lease.hold();
  await lease.settled();
  return lease.hold();
};
const poorly = () => ({ ...azurite.place(), blobs: way.address });

/** The machine's clock goes on by so many milliseconds, as for who stood still meanwhile. */
const standStill = (clock: { now(): number }, milliseconds: number): void => {
  const real = vi.isMockFunction(clock.now) ? null : clock.now.bind(clock);
  const now = real ?? (vi.mocked(clock.now).getMockImplementation() as () => number);
  vi.spyOn(clock, 'now').mockImplementation(() => now() + milliseconds);
};

test('a holder that stood still finds out before it acts, by either of its clocks', async () => {
  for (const clock of [performance, Date]) {
    const mine = openAzureLease(azurite.place(), 0);
    expect(await asked(mine)).toBe(true);
    standStill(clock, 10_000);
    expect(mine.hold()).toBe(true);
    standStill(clock, 2_500);
    expect(mine.hold()).toBe(false);
    vi.restoreAllMocks();
    await mine.settled();
    mine.release();
    await mine.settled();
  }
});

test('it counts from when it was asked for, however late the answer is', async () => {
  const mine = openAzureLease(azurite.place(), 0);
  mine.hold();
  standStill(performance, 12_500);
  await mine.settled();
  expect(mine.hold()).toBe(false);
  vi.restoreAllMocks();
  await mine.settled();
  expect(mine.hold()).toBe(true);
  mine.release();
  await mine.settled();
});

test('while the account does not answer its holder keeps it to its end, and nobody else has it', async () => {
  const place = poorly();
  const [mine, other] = [openAzureLease(place, 0), openAzureLease(place, 0)];
  expect(await asked(mine)).toBe(true);
  way.befall(() => 'lost');
  expect(mine.hold()).toBe(true);
  other.hold();
  await other.settled();
  expect(() => other.hold()).toThrow(
    `The lease at ${way.address} does not answer. Nothing is sent or written until then.`,
  );
  expect(mine.hold()).toBe(true);
  way.befall(() => null);
  await other.settled();
  expect(await asked(other)).toBe(false);
  mine.release();
  await mine.settled();
});

test('whose asking was answered to nobody has it all the same, and finds so when asked again', async () => {
  const place = poorly();
  const mine = openAzureLease(place, 0);
  expect(await asked(mine)).toBe(true);
  mine.release();
  await mine.settled();
  way.befall(() => 'unheard');
  mine.hold();
  await mine.settled();
  way.befall(() => null);
  const other = openAzureLease(place, 0);
  expect(await asked(other)).toBe(false);
  expect(() => mine.hold()).toThrow('does not answer');
  await mine.settled();
  expect(mine.hold()).toBe(true);
  mine.release();
  await mine.settled();
});

test.runIf(soaking)(
  'a process that was stopped in its tracks and goes on later does not take itself for the holder',
  async () => {
    const place = azurite.place();
    const script = `import { openAzureLease } from ${ours};
    const lease = openAzureLease(JSON.parse(process.env.PLACE), 0);
    const held = () => { try { return lease.hold(); } catch { return false; } };
    setInterval(() => process.stdout.write(held() ? 'held ' : 'not '), 20);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, PLACE: JSON.stringify(place) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    await expect.poll(() => said).toContain('held');
    child.kill('SIGSTOP');
    const mine = openAzureLease(place, 0);
    await expect.poll(() => asked(mine), { timeout: 40_000, interval: 250 }).toBe(true);
    said = '';
    child.kill('SIGCONT');
    await pause(1_000);
    expect(said).toContain('not');
    expect(said).not.toContain('held');
    child.kill('SIGKILL');
    mine.release();
    await mine.settled();
  },
  60_000,
);
