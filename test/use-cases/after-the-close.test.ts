// After the close: a change takes a reason and is on record, and what was picked is checked by somebody else
// than who answered.
import { describe, expect, it, test } from 'vitest';
import { changeAfterClose } from '../../src/use-cases/change-after-close.ts';
import { closeCycle } from '../../src/use-cases/close-cycle.ts';
import { endSignOff } from '../../src/use-cases/end-sign-off.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { recordVerification, standsOf } from '../../src/use-cases/record-verification.ts';
import { submitReturn } from '../../src/use-cases/submit-return.ts';
import { approving, at, cycle, returnOf, row } from './approving-council.ts';
import { ownOutbox } from './own-outbox.ts';
import { typedAnswer } from './typed-answer.ts';

const own = ownOutbox();

const closed = (state: 'Open' | 'Closed' = 'Closed'): Ports =>
  approving(
    own.outbox,
    {
      cycle: { state, closedAt: Temporal.Instant.from('2020-10-21T08:00:00Z') },
      returns: {
        '1': {
          state: 'Returned',
          value: 400,
          returnedBy: 'ann',
          revision: 2,
          approval: 'approved',
        },
        '2': { state: 'Returned', value: 410, returnedBy: 'pat', revision: 1 },
      },
    },
    '2020-10-21T10:00',
  );

const change = (ports: Ports, by: string, because = 'One street was counted twice.') =>
  changeAfterClose(ports, {
    by,
    return: returnOf('1'),
    revision: 2,
    answer: typedAnswer({ value: '390' }),
    because,
  });

describe('a figure changed after the close', () => {
  it('says why beside itself, and the Journal from what', async () => {
    const ports = closed();
    expect(await change(ports, 'pat')).toMatchObject({ outcome: 'changed' });
    expect(row(ports)).toMatchObject({
      value: 390,
      changedBecause: 'One street was counted twice.',
      returnedBy: 'pat',
      approval: null,
      revision: 3,
    });
    const told = [...ports.replica.registers().journal.values()];
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ by: 'pat', why: 'One street was counted twice.' });
    expect(told[0]?.from).toContain('Value: 400');
    expect(await change(ports, 'pat')).toMatchObject({ outcome: 'already' });
  });

  it('keeps all else that was said of it, and stays provisional where it was', async () => {
    const said = {
      commentary: 'Two streets were late.',
      forecast: 900,
      source: 'The housing system',
      limits: 'One street is estimated.',
      finality: 'provisional',
    } as const;
    const ports = approving(own.outbox, {
      cycle: { state: 'Closed' },
      returns: { '1': { state: 'Returned', value: 400, returnedBy: 'ann', revision: 2, ...said } },
    });
    expect(await change(ports, 'pat')).toMatchObject({ outcome: 'changed' });
    expect(row(ports)).toMatchObject({ value: 390, ...said });
    expect(await change(ports, 'pat')).toMatchObject({ outcome: 'already' });
    const off = {
      by: 'pat',
      return: returnOf('1'),
      revision: 3,
      answer: typedAnswer({ value: '600', noAction: 'It is put right.' }),
      because: 'A street was missed.',
    };
    expect(await changeAfterClose(ports, off)).toMatchObject({ outcome: 'changed' });
    expect(row(ports)).toMatchObject({ value: 600, ...said });
  });

  it('takes a reason', async () => {
    const ports = closed();
    expect(await change(ports, 'pat', ' ')).toMatchObject({ fault: { kind: 'blank' } });
    expect(row(ports).value).toBe(400);
  });

  it('is changed by the performance team alone, and only once it has closed', async () => {
    const ports = closed();
    for (const by of ['ann', 'head', 'director', 'treasurer', 'nobody'])
      expect(await change(ports, by)).toMatchObject({ reason: 'not allowed' });
    expect(await change(closed('Open'), 'pat')).toMatchObject({ fault: { kind: 'cycle goes on' } });
    const answer = typedAnswer({ value: '390' });
    const late = { by: 'ann', return: returnOf('1'), revision: 2, answer };
    expect(await submitReturn(ports, late)).toMatchObject({ reason: 'cycle closed' });
    expect(row(ports).value).toBe(400);
  });

  it('changed by two at once is changed by one', async () => {
    const ports = closed();
    const done = await Promise.all([change(ports, 'pat'), change(ports, 'sam', 'Another reason.')]);
    expect(done.map(({ outcome }) => outcome)).toEqual(['changed', 'refused']);
    expect(row(ports).returnedBy).toBe('pat');
  });

  it('is doubted as any other', async () => {
    const ports = closed();
    const answer = typedAnswer({ value: '73,390', commentary: 'x', noAction: 'y' });
    const typo = { by: 'pat', return: returnOf('1'), revision: 2, answer, because: 'A slip.' };
    const before = approving(own.outbox, {
      cycle: { state: 'Closed' },
      returns: { '1': { ...row(ports) } },
      more: [{ measure: 'plan|1', period: '2020-21 Q1', value: 420 }],
    });
    expect(await changeAfterClose(before, typo)).toMatchObject({ reason: 'doubtful' });
  });
});

test('a close cut short is finished, though the app was down for days after it', async () => {
  const waits = { state: 'Returned', value: 400, approval: 'awaiting', revision: 1 } as const;
  const ports = approving(own.outbox, { returns: { '1': waits } }, '2020-10-21T10:00');
  await closeCycle(ports, { by: null, cycle });
  const later = at(ports, '2020-10-25T10:00');
  await endSignOff(later, { key: cycle });
  expect(row(later).approval).toBe('not in time');
});

/** Last quarter's figure, of which this cycle asks for the final one. */
const lastQuarters = {
  measure: 'plan|1',
  period: '2020-21 Q1',
  title: 'Q1',
  value: 420,
  returnedBy: 'ann',
};
const closedThatDay = {
  state: 'Closed',
  closedAt: Temporal.Instant.from('2020-10-21T08:00:00Z'),
} as const;

test('a final figure not approved in time says so in both of its rows', async () => {
  const waits = { ...lastQuarters, approval: 'awaiting', revision: 1 } as const;
  const ports = approving(
    own.outbox,
    {
      cycle: closedThatDay,
      more: [
        { ...waits, cycle: 'plan|2020-21 Q1' },
        { ...waits, key: 'plan|1|2020-21 Q1 final', kind: 'final', cycle },
      ],
    },
    '2020-10-21T10:00',
  );
  await endSignOff(ports, { key: cycle });
  const approval = (key: string) => ports.replica.registers().returns.get(key)?.approval;
  expect([approval('plan|1|2020-21 Q1 final'), approval('plan|1|2020-21 Q1')]).toEqual([
    'not in time',
    'not in time',
  ]);
});

test('a final figure sent back and not given again leaves the figure not approved in time', async () => {
  const back = { ...lastQuarters, approval: 'sent back', revision: 2 } as const;
  const ports = approving(
    own.outbox,
    {
      cycle: closedThatDay,
      more: [
        { ...back, cycle: 'plan|2020-21 Q1' },
        { ...back, key: 'plan|1|2020-21 Q1 final', kind: 'final', state: 'Due', cycle },
      ],
    },
    '2020-10-21T10:00',
  );
  await endSignOff(ports, { key: cycle });
  const { returns } = ports.replica.registers();
  expect(returns.get('plan|1|2020-21 Q1 final')?.approval).toBe('sent back');
  expect(returns.get('plan|1|2020-21 Q1')?.approval).toBe('not in time');
});

describe('a return picked to be checked', () => {
  const picked = async () => {
    const ports = closed();
    await endSignOff(ports, { key: cycle });
    return ports;
  };
  const verification = (ports: Ports, code: string) => {
    const found = ports.replica.registers().verifications.get(`${cycle}|${returnOf(code)}`);
    if (!found) throw new Error('It was not picked.');
    return found;
  };
  const record = (ports: Ports, by: string, set: object = {}) =>
    recordVerification(ports, {
      by,
      verification: `${cycle}|${returnOf('1')}`,
      was: '',
      outcome: 'borne out',
      evidence: 'The system’s own report of 30 September.',
      remarks: '',
      ...set,
    });

  it('has its outcome recorded with the evidence seen, once', async () => {
    const ports = await picked();
    expect(await record(ports, 'pat')).toMatchObject({ outcome: 'recorded' });
    expect(await record(ports, 'pat')).toMatchObject({ outcome: 'already' });
    expect(verification(ports, '1')).toMatchObject({ outcome: 'borne out', by: 'pat' });
  });

  it('is not checked by who answered, nor by anybody but the performance team', async () => {
    const ports = await picked();
    const theirs = { verification: `${cycle}|${returnOf('2')}` };
    expect(await record(ports, 'pat', theirs)).toMatchObject({ fault: { kind: 'own check' } });
    expect(await record(ports, 'sam', theirs)).toMatchObject({ outcome: 'recorded' });
    for (const by of ['ann', 'head', 'director'])
      expect(await record(ports, by)).toMatchObject({ reason: 'not allowed' });
  });

  it('takes evidence, unless none was kept', async () => {
    const ports = await picked();
    expect(await record(ports, 'pat', { evidence: ' ' })).toMatchObject({
      fault: { kind: 'blank', what: 'evidence' },
    });
    const none = { evidence: '', outcome: 'no evidence kept' };
    expect(await record(ports, 'pat', none)).toMatchObject({ outcome: 'recorded' });
  });

  it('put right and back is put right again, and pressed twice at once is recorded once', async () => {
    const ports = await picked();
    const put = (outcome: 'borne out' | 'not borne out') =>
      record(ports, 'pat', { outcome, was: standsOf(verification(ports, '1')) });
    for (const outcome of ['borne out', 'not borne out', 'borne out', 'not borne out'] as const)
      expect(await put(outcome)).toMatchObject({ outcome: 'recorded', verification: { outcome } });
    const both = await Promise.all([put('borne out'), put('borne out')]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['recorded', 'already']);
  });

  it('recorded by two otherwise is recorded by the first, and put right from what stands', async () => {
    const ports = await picked();
    const done = await Promise.all([
      record(ports, 'pat'),
      record(ports, 'sam', { outcome: 'not borne out' }),
    ]);
    expect(done.map(({ outcome }) => outcome)).toEqual(['recorded', 'refused']);
    const madeUp = { outcome: 'not borne out', was: 'made up' };
    expect(await record(ports, 'sam', madeUp)).toMatchObject({
      fault: { kind: 'recorded meanwhile', by: 'pat' },
    });
    const was = standsOf(verification(ports, '1'));
    expect(await record(ports, 'sam', { outcome: 'not borne out', was })).toMatchObject({
      outcome: 'recorded',
    });
  });
});
