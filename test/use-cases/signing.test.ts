// A director signs the directorate's quarter, the section 151 officer's post the finance: as it stood, once,
// and nobody else. What the close makes of what was left.
import { describe, expect, it } from 'vitest';
import { approveReturns } from '../../src/use-cases/approve-returns.ts';
import { change } from '../../src/use-cases/change.ts';
import { endSignOff } from '../../src/use-cases/end-sign-off.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { signDirectorate } from '../../src/use-cases/sign-directorate.ts';
import { signFinance } from '../../src/use-cases/sign-finance.ts';
import { asPending } from '../pending.ts';
import { approving, at, cycle, day, give, returnOf, row, type Said } from './approving-council.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();
const source = 'tab';

const sign = (ports: Ports, by: string, remarks = '') =>
  signDirectorate(ports, { by, cycle, directorate: 'Housing', remarks, source });
const signMoney = (ports: Ports, by: string) =>
  signFinance(ports, { by, cycle, remarks: '', source });
const signature = (ports: Ports, of: string) =>
  ports.replica.registers().signOffs.get(`${cycle}|${of}`);

const money = (set: Partial<NonNullable<Said['more']>[number]> = {}): Said => ({
  more: [
    {
      key: 'Plans: plan|2020-21 Q2',
      about: 'Plans: plan',
      period: '2020-21 Q2',
      cycle,
      kind: 'finance',
      state: 'Returned',
      returnedBy: 'ann',
      ...set,
    },
  ],
});

describe('a directorate’s quarter', () => {
  it('is signed by its director as it stood that day, once', async () => {
    const ports = approving(own.outbox);
    await give(ports, '3', '400');
    expect(await sign(ports, 'director')).toMatchObject({ outcome: 'signed' });
    expect(signature(ports, 'Housing')).toMatchObject({
      state: 'Signed',
      by: 'director',
      of: 'directorate',
      stood: '3 asked: 1 returned, 2 missing.',
    });
    expect(await sign(ports, 'director')).toMatchObject({ outcome: 'already' });
    expect([...ports.replica.registers().journal.values()].at(-1)?.by).toBe('director');
  });

  it('takes remarks while something waits for approval', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    expect(await sign(ports, 'director')).toMatchObject({
      fault: { kind: 'waits for approval', count: 1 },
    });
    expect(signature(ports, 'Housing')).toBeUndefined();
    expect(await sign(ports, 'director', 'The head is ill.')).toMatchObject({ outcome: 'signed' });
    expect(signature(ports, 'Housing')?.remarks).toBe('The head is ill.');
  });

  it('is signed by nobody else: no manager, no officer, no performance team, no other director', async () => {
    const ports = approving(own.outbox, {
      people: { chief: { team: 'streets' } },
    });
    for (const by of ['head', 'ann', 'pat', 'chief', 'treasurer', 'nobody'])
      expect(await sign(ports, by)).toMatchObject({ outcome: 'refused' });
    expect(signature(ports, 'Housing')).toBeUndefined();
  });

  it('is signed by the director’s deputy while they are away', async () => {
    const ports = approving(own.outbox, {
      people: { director: { awayUntil: day('2020-10-20'), deputy: 'dep' } },
    });
    expect(await sign(ports, 'dep')).toMatchObject({ outcome: 'signed' });
  });

  it('may be signed anew only where something has changed since', async () => {
    const ports = approving(own.outbox);
    await give(ports, '3', '400');
    await sign(ports, 'director');
    const later = at(ports, '2020-10-06T10:00');
    await give(later, '3', '410');
    const evening = at(ports, '2020-10-06T17:00');
    expect(await sign(evening, 'director')).toMatchObject({ outcome: 'signed' });
    expect(signature(ports, 'Housing')?.at?.toString()).toBe('2020-10-06T16:00:00Z');
    expect(await sign(evening, 'director')).toMatchObject({ outcome: 'already' });
  });
});

describe('the finance of a plan', () => {
  it('is signed by the section 151 officer’s post and nobody else', async () => {
    const ports = approving(own.outbox, money());
    for (const by of ['director', 'chief', 'pat', 'ann', 'dep'])
      expect(await signMoney(ports, by)).toMatchObject({ fault: { kind: 'not a signatory' } });
    expect(await signMoney(ports, 'treasurer')).toMatchObject({ outcome: 'signed' });
    expect(signature(ports, 'finance')).toMatchObject({ of: 'finance', by: 'treasurer' });
  });

  it('is not signed by whoever gave the forecast, nor by a deputy who did', async () => {
    expect(
      await signMoney(approving(own.outbox, money({ returnedBy: 'treasurer' })), 'treasurer'),
    ).toMatchObject({ fault: { kind: 'own forecast' } });
    const away = { ...money({ returnedBy: 'dep' }), people: awayTreasurer };
    expect(await signMoney(approving(own.outbox, away), 'dep')).toMatchObject({
      fault: { kind: 'own forecast' },
    });
    const other = { ...money(), people: awayTreasurer };
    expect(await signMoney(approving(own.outbox, other), 'dep')).toMatchObject({
      outcome: 'signed',
    });
  });

  it('is not signed where none was asked', async () => {
    expect(await signMoney(approving(own.outbox), 'treasurer')).toMatchObject({
      fault: { kind: 'nothing to sign' },
    });
  });

  it('is kept apart from a directorate that is called Finance', async () => {
    const named = { ...money(), teams: { voids: { directorate: 'Finance' } } };
    const ports = approving(own.outbox, named);
    await signMoney(ports, 'treasurer');
    const directorate = { cycle, directorate: 'Finance', remarks: '', source } as const;
    expect(await signDirectorate(ports, { by: 'chief', ...directorate })).toMatchObject({
      outcome: 'signed',
    });
    expect(ports.replica.registers().signOffs.size).toBe(2);
  });
});

const awayTreasurer = { treasurer: { awayUntil: day('2020-10-20') } };

describe('the close', () => {
  const closedAt = Temporal.Instant.from('2020-10-21T08:00:00Z');
  const closed = (ports: Ports) =>
    approving(
      own.outbox,
      {
        ...money(),
        cycle: { state: 'Closed', closedAt },
        returns: { '1': row(ports, '1'), '2': row(ports, '2'), '3': row(ports, '3') },
      },
      '2020-10-21T09:01',
    );

  it('says of what still waits that it is not in time, and of what nobody signed', async () => {
    const open = approving(own.outbox, money());
    await give(open, '1', '400');
    await give(open, '2', '400');
    await approveReturns(open, {
      by: 'head',
      source,
      returns: [{ return: returnOf('2'), revision: 1 }],
    });
    const ports = closed(open);
    await endSignOff(ports, { key: cycle });
    expect(row(ports, '1')).toMatchObject({ approval: 'not in time', value: 400 });
    expect(row(ports, '2').approval).toBe('approved');
    expect(row(ports, '3').approval).toBeNull();
    expect(signature(ports, 'Housing')).toMatchObject({ state: 'Not in time', by: null });
    expect(signature(ports, 'finance')).toMatchObject({ state: 'Not in time' });
    expect(await sign(ports, 'director')).toMatchObject({ reason: 'wrong state' });
  });

  it('leaves what was signed as it was signed', async () => {
    const open = approving(own.outbox, money());
    await sign(open, 'director');
    const ports = closed(open);
    const signed = signature(open, 'Housing');
    if (!signed) throw new Error('It was not signed.');
    const { key, ...set } = signed;
    ports.replica.lay([asPending(change('signOffs', key, set), 1)]);
    await endSignOff(ports, { key: cycle });
    expect(signature(ports, 'Housing')).toMatchObject({ state: 'Signed', by: 'director' });
    expect(signature(ports, 'finance')?.state).toBe('Not in time');
  });

  it('done twice is done once', async () => {
    const open = approving(own.outbox, money());
    await give(open, '1', '400');
    const ports = closed(open);
    await endSignOff(ports, { key: cycle });
    const before = [...(await own.outbox.pending(100))].length;
    await endSignOff(ports, { key: cycle });
    expect(await own.outbox.pending(100)).toHaveLength(before);
    expect(
      [...ports.replica.registers().verifications.values()].map((each) => each.return),
    ).toEqual(expect.arrayContaining([returnOf('1'), 'Plans: plan|2020-21 Q2']));
  });

  it('long ago is left as it came', async () => {
    const ports = at(closed(approving(own.outbox, money())), '2020-10-23T09:00');
    await endSignOff(ports, { key: cycle });
    expect(ports.replica.registers().signOffs.size).toBe(0);
  });
});
