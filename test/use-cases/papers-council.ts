// A council whose second quarter has closed and is frozen, with the boards that hear of it and the posts that
// clear their papers.
import type { Change, Row } from '../../src/registers/registers.ts';
import type { Clearance } from '../../src/rules/paper-stages.ts';
import { change } from '../../src/use-cases/change.ts';
import { clearPaper } from '../../src/use-cases/clear-paper.ts';
import { freezeCycle } from '../../src/use-cases/freeze-cycle.ts';
import { issuePaper } from '../../src/use-cases/issue-paper.ts';
import { paperOrder, prepareOrder } from '../../src/use-cases/paper-orders.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { wordPaper } from '../../src/use-cases/word-paper.ts';
import { asPending } from '../pending.ts';
import type { Rows } from '../rules/table-of.ts';
import { at, day } from './approving-council.ts';
import { closedCouncil, closedRows, cycleOf } from './freezing-council.ts';
import { ownOutbox } from './own-outbox.ts';

export const cycle = 'plan|2020-21 Q2';
export const cabinet = `${cycle}|Cabinet|cabinet`;
export const directors = `${cycle}|directors' board|directors`;
export const residents = `${cycle}|public|public`;

const openTo = { access: 'public' as const, measuresAndFinance: 'quarterly' as const };

/** Measures 1 and 2 are public, with commentary; measure 3 is exempt. 1 and 3 are off target. */
export const papersRows = (more: Rows = {}): Rows => {
  const rows = closedRows({
    returns: {
      '1': { value: 700 },
      '2': { commentary: 'Two streets were slow.', finality: 'final' },
      '3': {
        state: 'Returned',
        value: 900,
        revision: 1,
        returnedBy: 'ann',
        commentary: 'The contractor is being replaced.',
      },
    },
  });
  return {
    ...rows,
    people: [
      ...(rows.people ?? []),
      {
        key: 'solicitor',
        objectId: 'solicitor',
        title: 'Solicitor',
        roles: ['monitoring officer'],
        deputy: 'dep',
      },
    ],
    measures: (rows.measures ?? []).map((each) =>
      each.code === '3'
        ? { ...each, access: 'exempt' as const, exemptUnder: '3' }
        : { ...each, access: 'public' as const },
    ),
    boards: [
      { key: 'directors', title: 'Directors', kind: 'directors', position: 1, ...openTo },
      { key: 'cabinet', title: 'Cabinet', kind: 'Cabinet', inPublic: true, position: 2, ...openTo },
      { key: 'public', title: 'Residents', kind: 'public', position: 3, ...openTo },
    ],
    meetings: [
      {
        key: 'cabinet|2020-11-24',
        title: 'Cabinet',
        board: 'cabinet',
        meetsOn: day('2020-11-24'),
        dispatchOn: day('2020-11-13'),
        cycle,
      },
    ],
    ...more,
  };
};

/** Its clock stands at 10:00 on the day it closed. */
export const papersCouncil = async (outbox: Outbox, rows: Rows = papersRows()): Promise<Ports> => {
  const ports = closedCouncil(outbox, rows);
  await freezeCycle(ports, cycleOf(ports));
  return ports;
};

export { at, day };

/** The council over an Outbox of each test's own; of the same Outbox, where a test opens it twice. */
export const ownPapers = () => {
  const own = ownOutbox();
  return { own, open: (rows = papersRows()) => papersCouncil(own.outbox, rows) };
};

let handEdits = 9_000_000;
/** A row that somebody changes in its list by hand: later than all that was accepted till then. */
export const byHand = (ports: Ports, changed: Change): void => {
  handEdits += 1;
  ports.replica.lay([asPending(changed, handEdits)]);
};

/** A correction of measure 1 that was written after the figures were frozen: 690, and not 700. */
export const correction = (said: Partial<Row<'restatements'>> = {}): Change =>
  change('restatements', `${cycle}|plan|1|2020-21 Q2|2`, {
    title: 'Measure 1',
    plan: 'plan',
    dataset: cycle,
    line: 'Measures: plan|1',
    period: '2020-21 Q2',
    was: 700,
    is: 690,
    on: day('2020-10-22'),
    ...said,
  });

/** In the days before an election papers for residents wait. */
export const preElection = {
  key: 'council|2020-10-20',
  title: 'Pre-election period',
  kind: 'pre-election' as const,
  startsOn: day('2020-10-20'),
  endsOn: day('2020-11-05'),
};

/** What is done with papers, in few words. */
export const clear = (ports: Ports, by: string, clearance: Clearance, paper = cabinet) =>
  clearPaper(ports, { by, paper, clearance });

export const clearAll = async (ports: Ports, paper = cabinet): Promise<void> => {
  await clear(ports, 'treasurer', 'finance', paper);
  await clear(ports, 'solicitor', 'legal', paper);
  await clear(ports, 'pat', 'portfolio', paper);
};

export const word = (ports: Ports, more: Partial<Parameters<typeof wordPaper>[1]> = {}) =>
  wordPaper(ports, {
    by: 'pat',
    paper: cabinet,
    line: 'Measures: plan|1',
    was: 0,
    words: 'Two streets took longer.',
    because: 'Asked for by finance',
    ...more,
  });

export const issue = (ports: Ports, paper = cabinet, by = 'pat') =>
  issuePaper(ports, { by, paper });

export const refusedFor = (kind: string) => ({
  outcome: 'refused',
  reason: 'paper',
  fault: { kind },
});

export const paperRow = (ports: Ports, paper: string) =>
  ports.replica.registers().papers.get(paper);

export const linesOf = (ports: Ports, paper = cabinet) =>
  ports.replica
    .registers()
    .paperLines.where('paper', paper)
    .toSorted((one, other) => one.position - other.position);

export const saysOf = (ports: Ports, paper = cabinet): string =>
  linesOf(ports, paper)
    .map(({ words, cells }) => words ?? cells)
    .join('\n');

export const prepared = async (ports: Ports, paper: string) => {
  const order = paperOrder(ports.replica.registers(), paper);
  if (order === null) throw new Error('There is no such paper.');
  const found = await prepareOrder(ports.replica.registers(), order, {
    now: ports.clock.now(),
    mayReadExempt: () => true,
    notices: [],
  });
  if ('fault' in found) throw new Error(found.fault);
  return found;
};
