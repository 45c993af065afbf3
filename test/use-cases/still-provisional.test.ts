// A final figure that was answered "still provisional" is asked for again by each cycle until one is given.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Row } from '../../src/registers/registers.ts';
import { openCycle } from '../../src/use-cases/open-cycle.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';

const opened = async (finality: Row<'returns'>['finality']) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-provisional-'));
  const outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
  const figure = { measure: 'plan|1', period: '2019-20 Q4', owner: 'ann', value: 80 };
  const registers = registersOf({
    people: [
      { key: 'ann', roles: ['owner'], team: 'team' },
      { key: 'performance', roles: ['performance team'] },
    ],
    cycles: [
      { period: '2019-20 Q4', state: 'Closed' },
      { period: '2020-21 Q1', state: 'Closed' },
      { period: '2020-21 Q2', state: 'Planned' },
    ],
    measures: [{ code: '1', owner: 'ann' }],
    returns: [
      { ...figure, cycle: 'plan|2019-20 Q4', finality },
      {
        ...figure,
        key: 'plan|1|2019-20 Q4 final',
        kind: 'final',
        cycle: 'plan|2020-21 Q1',
        finality,
        revision: 1,
      },
    ],
  });
  try {
    const ports = councilWith(outbox, registers) as Ports;
    await openCycle(ports, { by: 'performance', cycle: 'plan|2020-21 Q2' });
    return ports.replica.registers().returns.get('plan|1|2019-20 Q4 final');
  } finally {
    outbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

it('in its own row, from the revision it has, so that the next answer is one of its own', async () => {
  expect(await opened('provisional')).toMatchObject({
    state: 'Due',
    cycle: 'plan|2020-21 Q2',
    revision: 1,
  });
});

it('and no more once it is given', async () => {
  expect(await opened('final')).toMatchObject({ state: 'Returned', cycle: 'plan|2020-21 Q1' });
});
