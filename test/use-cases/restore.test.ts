// A backup put back beside what became of the council since: what it says can be gone on with, and every list
// takes it.
import { expect, it } from 'vitest';
import type { Change } from '../../src/registers/registers.ts';
import { change } from '../../src/use-cases/change.ts';
import { closeCycle } from '../../src/use-cases/close-cycle.ts';
import { restore } from '../../src/use-cases/restore.ts';
import { approving, cycle, give, returnOf, row } from './approving-council.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();
const from = { file: 'backup.jsonl', hash: 'a'.repeat(64) };

it('a return put back as it was before it was answered can be answered again, with the same', async () => {
  const ports = approving(own.outbox);
  await give(ports, '3', '400');
  const before = change('returns', returnOf('3'), { state: 'Due', value: null, revision: 0 });
  await restore(ports, { begun: [], differing: [before] }, from);
  expect(row(ports, '3').state).toBe('Due');
  expect(await give(ports, '3', '400')).toMatchObject({ outcome: 'submitted' });
  expect(row(ports, '3')).toMatchObject({ state: 'Returned', value: 400 });
});

it('a cycle put back as it was before it closed can be closed again', async () => {
  const ports = approving(own.outbox);
  await closeCycle(ports, { by: 'pat', cycle });
  const before = change('cycles', cycle, { state: 'Open', revision: 0 });
  await restore(ports, { begun: [], differing: [before] }, from);
  expect(await closeCycle(ports, { by: 'pat', cycle })).toMatchObject({ outcome: 'closed' });
});

it('a row of the Journal that was changed in its list stays so: no list takes it twice', async () => {
  const ports = approving(own.outbox);
  const told: Change = change('journal', 'j|1', { title: 'As it was told' });
  const title = change('measures', 'plan|1', { title: 'As it was' });
  expect(await restore(ports, { begun: [], differing: [told, title] }, from)).toBe(1);
  const keys = (await own.outbox.pending(100)).map(({ key }) => key);
  expect(keys).toContain('plan|1');
  expect(keys).not.toContain('j|1');
});
