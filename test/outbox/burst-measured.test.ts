// How long people wait for "saved" when five hundred press in ten seconds, one press a commit or all of a
// moment's together: the hosted Outbox (on the emulator) beside the embedded one. Run by `npm run soak`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openAzureOutbox } from '../../src/outbox/azure-outbox.ts';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Entry, Outbox } from '../../src/use-cases/ports.ts';
import { soaking } from '../counts.ts';
import { startAzurite } from './azurite.ts';

const presses = 500;

const press = (n: number): Entry => ({
  key: `return|measure-${n}|2020-21 Q2|1`,
  by: `person-${n}`,
  at: Temporal.Instant.from('2020-10-05T09:30:00Z'),
  changes: [
    { register: 'returns', key: `${n}`, set: { value: n, commentary: 'On course. '.repeat(20) } },
    { register: 'journal', key: `${n}`, set: { why: 'answered' } },
  ],
  message: null,
});

type Waits = { readonly median: number; readonly most: number; readonly all: number };

/** Milliseconds. */
const waitsOf = async (outbox: Outbox, seconds: number): Promise<Waits> => {
  const began = performance.now();
  const waits = await Promise.all(
    Array.from({ length: presses }, async (_, n) => {
      await pause((n * seconds * 1_000) / presses);
      const asked = performance.now();
      await outbox.accept([press(n)]);
      return performance.now() - asked;
    }),
  );
  const sorted = waits.toSorted((a, b) => a - b);
  return { median: sorted[250] ?? 0, most: sorted[474] ?? 0, all: performance.now() - began };
};

const words = (name: string, { median, most, all }: Waits): string =>
  `${name}: half within ${median.toFixed(1)} ms, 95 of 100 within ${most.toFixed(1)} ms, all after ${(all / 1000).toFixed(2)} s`;

test.runIf(soaking)(
  'five hundred presses in ten seconds, and in one moment',
  async () => {
    const azurite = await startAzurite();
    const folder = await mkdtemp(path.join(tmpdir(), 'golden-thread-burst-'));
    for (const seconds of [10, 0]) {
      const embedded = openOutbox(path.join(folder, `${seconds}.sqlite`));
      const hosted = await openAzureOutbox(azurite.place());
      const here = await waitsOf(embedded, seconds);
      const there = await waitsOf(hosted, seconds);
      const ratio = (there.median / here.median).toFixed(1);
      process.stdout.write(
        `${presses} in ${seconds} s\n  ${words('embedded', here)}\n  ${words('hosted', there)}\n  the middle press waits ${ratio} times as long\n`,
      );
      expect(there.most).toBeLessThan(4_000);
      hosted.close();
      embedded.close();
    }
    await azurite.stop();
    await rm(folder, { recursive: true, force: true });
  },
  120_000,
);
