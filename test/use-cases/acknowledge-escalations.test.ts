// A manager says they have seen what is missing: the register and the Journal both say so, once.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import { acknowledgeEscalations } from '../../src/use-cases/acknowledge-escalations.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';

const cycle = 'plan|2020-21 Q2';
const [theirs, other] = ['plan|M|2020-21 Q2|manager|ann', 'plan|M|2020-21 Q2|manager|bob'];
let folder: string;
let outbox: Outbox;
let ports: Ports;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-acknowledge-'));
  outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
  const escalation = { return: 'plan|M|2020-21 Q2', level: 'manager', cycle } as const;
  const registers = registersOf({
    people: [{ key: 'ann' }, { key: 'bob' }],
    cycles: [{ key: cycle, period: '2020-21 Q2' }],
    escalations: [
      { ...escalation, key: theirs, title: 'M, Q2 2020-21', person: 'ann' },
      { ...escalation, key: other, title: 'M, Q2 2020-21', person: 'bob' },
    ],
  });
  ports = councilWith(outbox, registers, '2020-10-20T10:00') as Ports;
});
afterEach(() => {
  outbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const acknowledge = () => acknowledgeEscalations(ports, { by: 'ann', cycle, level: 'manager' });
const journal = () =>
  [...ports.replica.registers().journal.values()].filter(
    ({ register }) => register === 'Escalations',
  );

it('is in the Journal with who said so, and nobody else’s is touched', async () => {
  expect(await acknowledge()).toMatchObject({ outcome: 'acknowledged', count: 1, already: false });
  expect(journal()).toMatchObject([
    {
      by: 'ann',
      source: 'card',
      row: `Escalations: ${theirs}`,
      from: expect.stringContaining('Open'),
    },
  ]);
  expect(journal()[0]?.to).toContain('State: Acknowledged');
  expect(ports.replica.registers().escalations.get(other)?.state).toBe('Open');
});

it('pressed again is told of once', async () => {
  await acknowledge();
  expect(await acknowledge()).toMatchObject({ outcome: 'acknowledged', already: true });
  expect(journal()).toHaveLength(1);
});
