// What is promised where a figure is off target, and what has become of it by the next time.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { answer, council, red, rowsOf } from './answering-council.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();

describe('a corrective action', () => {
  it('is a row of Actions that serves its measure, and the return names it', async () => {
    const ports = council(own.outbox);
    expect(await answer(ports, red)).toMatchObject({
      outcome: 'submitted',
      standing: 'off target',
    });
    expect(rowsOf(ports).return()).toMatchObject({ action: 'plan|M 2020-21 Q2' });
    expect(rowsOf(ports).action()).toMatchObject({
      title: red.action,
      plan: 'plan',
      code: 'M 2020-21 Q2',
      kind: 'corrective action',
      serves: ['Measures: plan|M'],
      team: 'team',
      owner: 'bob',
      dueOn: Temporal.PlainDate.from('2020-12-01'),
      status: 'not started',
    });
  });

  it('answered again is the same row', async () => {
    const ports = council(own.outbox);
    await answer(ports, red);
    const again = { ...red, action: 'Three agency staff', actionBy: '2021-01-15' };
    await answer(ports, again, { revision: 1 });
    expect(rowsOf(ports).actions()).toHaveLength(1);
    expect(rowsOf(ports).action()).toMatchObject({
      title: 'Three agency staff',
      dueOn: Temporal.PlainDate.from('2021-01-15'),
    });
  });

  const reported = (set: Partial<Row<'actions'>>) =>
    council(own.outbox, {
      actions: [
        {
          key: 'plan|M 2020-21 Q2',
          plan: 'plan',
          code: 'M 2020-21 Q2',
          title: red.action,
          kind: 'corrective action',
          serves: ['Measures: plan|M'],
          percent: 40,
          ...set,
        },
      ],
    });

  it('keeps what has been reported of it while it is open', async () => {
    const ports = reported({ status: 'on track', title: 'Two agency staff' });
    await answer(ports, red);
    expect(rowsOf(ports).action()).toMatchObject({
      title: red.action,
      status: 'on track',
      percent: 40,
    });
  });

  it('that is complete is begun again by another promise, not by the same one', async () => {
    const ports = reported({ status: 'complete', percent: 100 });
    await answer(ports, red);
    expect(rowsOf(ports).action()).toMatchObject({ status: 'complete', percent: 100 });
    await answer(ports, { ...red, action: 'Three agency staff' }, { revision: 1 });
    expect(rowsOf(ports).action()).toMatchObject({ status: 'not started', percent: 0 });
  });

  it('need not be typed again to correct the figure', async () => {
    const ports = council(own.outbox);
    await answer(ports, red);
    const corrected = { value: '610', commentary: 'Two staff left.' };
    expect(await answer(ports, corrected, { revision: 1 })).toMatchObject({ outcome: 'submitted' });
    expect(rowsOf(ports).return()).toMatchObject({ value: 610, action: 'plan|M 2020-21 Q2' });
  });

  it('is stopped, not removed, where the figure is on target after all', async () => {
    const ports = council(own.outbox);
    await answer(ports, red);
    await answer(ports, { value: '410' }, { revision: 1 });
    expect(rowsOf(ports).return()).toMatchObject({ value: 410, action: null });
    expect(rowsOf(ports).action()).toMatchObject({ title: red.action, status: 'stopped' });
    await answer(ports, red, { revision: 2 });
    expect(rowsOf(ports).actions()).toHaveLength(1);
    expect(rowsOf(ports).action()).toMatchObject({ status: 'not started' });
  });

  it('is stopped where there is to be none, or no figure yet', async () => {
    const ports = council(own.outbox);
    await answer(ports, red);
    const none = { value: '600', commentary: 'Two staff left.', noAction: 'It passes by itself.' };
    await answer(ports, none, { revision: 1 });
    expect(rowsOf(ports).return()).toMatchObject({
      action: null,
      noActionBecause: 'It passes by itself.',
    });
    expect(rowsOf(ports).action()).toMatchObject({ status: 'stopped' });
    await answer(ports, red, { revision: 2 });
    const noData = { kind: 'no data', until: '2020-11-20', because: 'Published late' } as const;
    await answer(ports, {}, { revision: 3, answer: noData });
    expect(rowsOf(ports).return()).toMatchObject({ state: 'No data until', action: null });
    expect(rowsOf(ports).action()).toMatchObject({ status: 'stopped' });
  });

  it("lets a plan's own action of the same code be", async () => {
    const theirs = {
      key: 'plan|M 2020-21 Q2',
      plan: 'plan',
      code: 'M 2020-21 Q2',
      title: 'Their own',
    };
    const ports = council(own.outbox, { actions: [{ ...theirs, kind: 'activity' }] });
    await answer(ports, red);
    expect(rowsOf(ports).action()).toMatchObject({ title: 'Their own' });
    expect(rowsOf(ports).return()).toMatchObject({ action: 'plan|M 2020-21 Q2 (2)' });
    expect(rowsOf(ports).action('plan|M 2020-21 Q2 (2)')).toMatchObject({ title: red.action });
  });

  it('of an exempt measure is exempt, under the same paragraph', async () => {
    const exempt = { access: 'exempt', exemptUnder: '3' } as const;
    const ports = council(own.outbox, { measure: exempt });
    await answer(ports, red);
    expect(rowsOf(ports).action()).toMatchObject(exempt);
    const told = rowsOf(ports)
      .journal()
      .filter(({ register }) => register === 'Actions');
    expect(told).toMatchObject([{ access: 'exempt', exemptUnder: '3' }]);
  });

  it('is for somebody who is on People and has not left', async () => {
    const ports = council(own.outbox);
    for (const actionOwner of ['eve', 'nobody'])
      expect(await answer(ports, { ...red, actionOwner })).toMatchObject({
        reason: 'nobody for the action',
      });
    await answer(ports, { ...red, actionOwner: '' }, { by: 'dee' });
    expect(rowsOf(ports).action()).toMatchObject({ owner: 'dee' });
  });
});

describe('what was promised last time', () => {
  const promised = {
    key: 'plan|M 2020-21 Q1',
    plan: 'plan',
    code: 'M 2020-21 Q1',
    title: 'Two more staff',
    kind: 'corrective action',
    status: 'not started',
  } as const;
  const given = (set: Partial<Row<'actions'>> = {}) =>
    council(own.outbox, {
      actions: [{ ...promised, ...set }],
      returns: [{ measure: 'plan|M', period: '2020-21 Q1', value: 420, action: promised.key }],
    });

  it('is followed up with the answer', async () => {
    const ports = given();
    await answer(ports, { value: '400', promise: 'complete' });
    expect(rowsOf(ports).action(promised.key)).toMatchObject({
      status: 'complete',
      percent: 100,
      completedOn: Temporal.PlainDate.from('2020-10-05'),
    });
  });
  it.each(['on track', 'delayed', 'stopped'] as const)('may be %s', async (promise) => {
    const ports = given();
    await answer(ports, { value: '400', promise });
    expect(rowsOf(ports).action(promised.key)).toMatchObject({ status: promise, percent: null });
  });
  it('stays as it is where nothing is said of it, or it was complete', async () => {
    const ports = given();
    await answer(ports, { value: '400' });
    expect(rowsOf(ports).action(promised.key)).toMatchObject({ status: 'not started' });
    const done = given({ status: 'complete' });
    await answer(done, { value: '400', promise: 'delayed' }, { revision: 0 });
    expect(rowsOf(done).action(promised.key)).toMatchObject({ status: 'complete' });
  });
  it('said twice is one answer, and something else said from the same card is not', async () => {
    const ports = given();
    await answer(ports, { value: '400', promise: 'on track' });
    const again = (promise: 'on track' | 'delayed') => answer(ports, { value: '400', promise });
    expect(await again('on track')).toMatchObject({ outcome: 'already' });
    expect(await again('delayed')).toMatchObject({ reason: 'answered meanwhile' });
  });
});
