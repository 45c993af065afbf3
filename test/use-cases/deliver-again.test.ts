// A message delivered again by hand: under which claims it goes, and what an app that starts anew makes of it.

import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Row } from '../../src/registers/registers.ts';
import { isOvertaken } from '../../src/rules/overtaken.ts';
import { change } from '../../src/use-cases/change.ts';
import { deliverAgain } from '../../src/use-cases/deliver-again.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { council, cycleKey } from '../rules/given-council.ts';
import { councilWith } from './given-ports.ts';

const key = `ann|${cycleKey}|Opening`;
const failed: Partial<Row<'notifications'>> = {
  person: 'ann',
  cycle: cycleKey,
  step: 'Opening',
  state: 'Failed',
  attempts: 5,
  possiblyRepeated: true,
  fellDueAt: Temporal.Instant.from('2020-10-01T08:00:00Z'),
  settledAt: Temporal.Instant.from('2020-10-01T08:05:00Z'),
};

let folder: string;
let outbox: Outbox;
let ports: Ports;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-again-'));
  outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
  ports = councilWith(outbox, council({ notifications: [failed] }), '2020-10-02T10:00') as Ports;
});
afterEach(() => {
  outbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const again = () => deliverAgain(ports, { by: 'performance', cycle: cycleKey, messages: [key] });
const row = () => ports.replica.registers().notifications.get(key);
const waiting = async () => (await outbox.waiting(10)).map((each) => each.key);
const first = { key, by: null, at: Temporal.Instant.from('2020-10-01T08:00:00Z'), message: null };

describe('a message delivered again', () => {
  it('is queued in its own row, which goes on saying that it may have arrived before', async () => {
    expect(await again()).toMatchObject({ queued: 1, left: 0 });
    expect(row()).toMatchObject({
      state: 'Queued',
      attempts: 5,
      possiblyRepeated: true,
      settledAt: null,
      reason: null,
    });
  });

  it('asked for by two at once is one message', async () => {
    await outbox.accept([{ ...first, changes: [] }]);
    const both = await Promise.all([again(), again()]);
    expect(both.map((each) => ('queued' in each ? each.queued : 0)).toSorted()).toEqual([0, 1]);
    expect(await waiting()).toHaveLength(1);
  });

  it('where the Outbox was begun anew takes the step’s own claim, so that nobody queues it again', async () => {
    await again();
    expect(await waiting()).toEqual([key]);
  });

  it('may go again once it has ended again, as often as it takes', async () => {
    await outbox.accept([{ ...first, changes: [] }]);
    for (const attempts of [6, 7, 8]) {
      expect(await again()).toMatchObject({ queued: 1 });
      const [queued] = await waiting();
      const ended = change('notifications', key, { state: 'Failed', attempts });
      ports.replica.lay(await outbox.settle([{ key: queued ?? '', changes: [ended] }]));
    }
    expect(await waiting()).toEqual([]);
  });

  it('still goes where the app starts anew before its row was written', async () => {
    await again();
    const [pending] = await outbox.pending(1);
    const lists = council({ notifications: [failed] });
    expect(pending && isOvertaken(lists, pending)).toBe(false);
  });

  it('is let go where the lists say that it has ended since: an older copy of the Outbox was put back', async () => {
    await again();
    const [pending] = await outbox.pending(1);
    for (const since of [{ attempts: 6 }, { state: 'Sent' as const, attempts: 6 }]) {
      const lists = council({ notifications: [{ ...failed, ...since }] });
      expect(pending && isOvertaken(lists, pending)).toBe(true);
    }
  });
});
