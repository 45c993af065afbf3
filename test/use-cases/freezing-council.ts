// A council whose second quarter is about to close, or has, for tests of what is frozen at a close.
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { datasetForPapers, readDataset } from '../../src/use-cases/read-dataset.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';
import { approvingRows, cycle, type Said } from './approving-council.ts';
import { councilWith, quiet } from './given-ports.ts';

const closedAt = '2020-10-21T08:00:00Z';

/** Closed an hour ago, with two figures given and one never returned. */
export const closedRows = (said: Said = {}): Rows =>
  approvingRows({
    ...said,
    cycle: {
      title: 'Quarter 2 2020-21',
      state: 'Closed',
      closedAt: Temporal.Instant.from(closedAt),
      revision: 2,
      ...said.cycle,
    },
    returns: {
      '1': {
        state: 'Returned',
        value: 400,
        revision: 1,
        returnedBy: 'ann',
        returnedAt: Temporal.Instant.from('2020-10-10T09:00:00Z'),
        commentary: 'Two streets were slow – مرحبا 🙂',
        ...said.returns?.['1'],
      },
      '2': {
        state: 'Returned',
        value: 410,
        finality: 'provisional',
        revision: 1,
        returnedBy: 'ann',
        returnedAt: Temporal.Instant.from('2020-10-10T09:00:00Z'),
        ...said.returns?.['2'],
      },
      ...(said.returns?.['3'] && { '3': said.returns['3'] }),
    },
  });

export const closedCouncil = (outbox: Outbox, rows: Rows = closedRows()): Ports => ({
  ...(councilWith(outbox, registersOf(rows), '2020-10-21T10:00') as Ports),
  log: quiet,
});

export const cycleOf = (ports: Pick<Ports, 'replica'>) => {
  const found = ports.replica.registers().cycles.get(cycle);
  if (!found) throw new Error('There is no such cycle.');
  return found;
};

export const frozenOf = async (ports: Pick<Ports, 'replica'>) => {
  const read = await readDataset(ports.replica.registers(), cycleOf(ports));
  if ('fault' in read) throw new Error(`It reads ${read.fault}.`);
  return read;
};

export const forPapers = (ports: Pick<Ports, 'replica' | 'clock'>) =>
  datasetForPapers(ports.replica.registers(), cycleOf(ports), ports.clock.now().toPlainDate());
