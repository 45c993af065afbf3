// The report is kept up while cards are drawn again, and waits only for cards that are about to go.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Message, Ports } from '../../src/use-cases/ports.ts';
import { tick } from '../../src/use-cases/tick.ts';
import { council, cycleKey } from '../rules/given-council.ts';
import { councilWith, quiet } from './given-ports.ts';

const isBuiltWhile = async (
  replaces: Message['replaces'],
  state: 'Sent' | 'Queued',
): Promise<boolean> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-meanwhile-'));
  const outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
  try {
    const notifications = ['ann', 'bob', 'repairs-head', 'streets-head'].map((person) => ({
      person,
      cycle: cycleKey,
      step: 'Opening' as const,
      state: person === 'ann' ? state : ('Sent' as const),
      fellDueAt: Temporal.Instant.from('2020-10-01T08:00:00Z'),
    }));
    const ports = councilWith(outbox, council({ notifications }), '2020-10-02T10:00') as Ports;
    const message: Message = {
      person: 'ann',
      cycle: cycleKey,
      step: 'Opening',
      about: null,
      replaces,
    };
    const at = ports.clock.now().toInstant();
    await outbox.accept([{ key: 'one', by: null, at, changes: [], message }]);
    await tick({ ...ports, log: quiet });
    return ports.replica.registers().reports.get(cycleKey) !== undefined;
  } finally {
    outbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

it('built while a card waits to be drawn again', async () => {
  expect(await isBuiltWhile({ conversation: 'c', activity: 'a' }, 'Sent')).toBe(true);
});

it('not while a new card waits to go', async () => {
  expect(await isBuiltWhile(null, 'Queued')).toBe(false);
});
