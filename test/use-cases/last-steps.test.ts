// A cycle closed by hand while some of its steps waited for somebody's hours or days.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import { closeCycle } from '../../src/use-cases/close-cycle.ts';
import { decideLastSteps } from '../../src/use-cases/last-steps.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { sendReminders } from '../../src/use-cases/send-reminders.ts';
import { type Council, council, cycleKey } from '../rules/given-council.ts';
import { councilWith } from './given-ports.ts';

let folder: string;
let outbox: Outbox;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-last-'));
  outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
});
afterEach(() => {
  outbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const portsAt = (moment: string, cycle: NonNullable<Council['cycle']> = {}): Ports =>
  councilWith(outbox, council({ cycle }), moment) as Ports;
const rowOf = (ports: Ports) => {
  const row = ports.replica.registers().cycles.get(cycleKey);
  if (row === undefined) throw new Error('There is no such cycle.');
  return row;
};
const states = (ports: Ports) =>
  [...ports.replica.registers().notifications.values()]
    .filter(({ person }) => person === 'ann')
    .map(({ step, state }) => `${step} ${state}`);

it.each(['Open', 'Suspended'] as const)(
  'from %s, each step that had come is in one state, and none is sent',
  async (state) => {
    const ports = portsAt('2020-10-12T20:00', { state });
    await sendReminders(ports, [rowOf(ports)]);
    expect(states(ports)).toEqual([]);
    await closeCycle(ports, { by: 'performance', cycle: cycleKey });
    await decideLastSteps(ports, rowOf(ports));
    await decideLastSteps(ports, rowOf(ports));
    expect(states(ports)).toEqual(['Opening Passed over', 'Reminder Passed over']);
    expect(await outbox.waiting(10)).toEqual([]);
  },
);

it('and of one closed long before nothing is made up', async () => {
  const closedAt = Temporal.Instant.from('2020-10-10T09:00:00Z');
  const ports = portsAt('2020-10-12T20:00', { state: 'Closed', closedAt });
  await decideLastSteps(ports, rowOf(ports));
  expect(states(ports)).toEqual([]);
});

it('but of one that this app closed and was then down for days, all is seen to', async () => {
  const ports = portsAt('2020-10-12T20:00', { state: 'Open' });
  await closeCycle(ports, { by: 'performance', cycle: cycleKey });
  const now = Temporal.ZonedDateTime.from('2020-10-15T08:00[Europe/London]');
  await decideLastSteps({ ...ports, clock: { now: () => now } }, rowOf(ports));
  expect(states(ports)).toEqual(['Opening Passed over', 'Reminder Passed over']);
});
