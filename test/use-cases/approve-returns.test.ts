// A manager approves what was answered, or sends it back with a reason: each once, by whoever may, from what
// they looked at.
import { describe, expect, it, test } from 'vitest';
import { approversOf } from '../../src/rules/approval.ts';
import { approveReturns } from '../../src/use-cases/approve-returns.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { sendBack } from '../../src/use-cases/send-back.ts';
import { submitReturn } from '../../src/use-cases/submit-return.ts';
import { approving, day, give, returnOf, row } from './approving-council.ts';
import { ownOutbox } from './own-outbox.ts';
import { typedAnswer } from './typed-answer.ts';

const own = ownOutbox();

const approve = (ports: Ports, by: string, revision = 1, code = '1') =>
  approveReturns(ports, { by, source: 'tab', returns: [{ return: returnOf(code), revision }] });

const back = (ports: Ports, by: string, because = 'Leave the garages out.', revision = 1) =>
  sendBack(ports, { by, source: 'card', return: returnOf('1'), revision, because });

const faultOf = async (ports: Ports, by: string) => {
  const [only] = (await approve(ports, by)).refused;
  return only?.why.reason === 'sign-off' ? only.why.fault.kind : only?.why.reason;
};

const messages = async () => (await own.outbox.waiting(10)).map(({ message }) => message);

describe('an answer that a manager is to approve', () => {
  it('waits for approval once it is given, and one that needs none does not', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    await give(ports, '3', '400');
    expect(row(ports).approval).toBe('awaiting');
    expect(row(ports, '3').approval).toBeNull();
  });

  it('is approved by the manager, once however often it is pressed', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    expect(await approve(ports, 'head')).toMatchObject({ approved: [returnOf('1')], refused: [] });
    expect(row(ports)).toMatchObject({
      state: 'Returned',
      value: 400,
      approval: 'approved',
      approver: 'head',
    });
    expect(await approve(ports, 'head')).toMatchObject({ approved: [], already: [returnOf('1')] });
    const journal = [...ports.replica.registers().journal.values()];
    expect(journal.filter(({ by }) => by === 'head')).toHaveLength(1);
  });

  it('approved twice at the same moment by one person is approved, and they are told nothing else', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    const both = await Promise.all([approve(ports, 'head'), approve(ports, 'head')]);
    expect(both).toMatchObject([
      { approved: [returnOf('1')] },
      { approved: [], already: [returnOf('1')], refused: [] },
    ]);
  });

  it('approved and sent back at the same moment by one person, is what came first', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    const [, sentBack] = await Promise.all([approve(ports, 'head'), back(ports, 'head')]);
    const fault = { kind: 'decided meanwhile', by: 'head', what: 'approved' };
    expect(sentBack).toMatchObject({ outcome: 'refused', fault });
    expect(row(ports).approval).toBe('approved');
  });

  it('is approved by nobody who answered it, or has no business with it', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400', 'head');
    expect(await faultOf(ports, 'head')).toBe('own answer');
    for (const by of ['ann', 'dee', 'pat', 'treasurer'])
      expect(await faultOf(ports, by)).toBe('not an approver');
    expect(row(ports).approval).toBe('awaiting');
    expect(await approve(ports, 'director')).toMatchObject({ approved: [returnOf('1')] });
  });

  it('is approved by the deputy while the manager is away, and not before', async () => {
    const here = approving(own.outbox);
    await give(here, '1', '400');
    expect(await faultOf(here, 'dep')).toBe('not an approver');
    const away = approving(own.outbox, {
      people: { head: { awayUntil: day('2020-10-20') } },
      returns: { '1': { ...row(here) } },
    });
    expect(await approve(away, 'dep')).toMatchObject({ approved: [returnOf('1')] });
  });

  it('is not approved in the name of who answered it, by their deputy', async () => {
    const here = approving(own.outbox);
    await give(here, '1', '400', 'head');
    const away = approving(own.outbox, {
      people: { head: { awayUntil: day('2020-10-20') } },
      returns: { '1': { ...row(here) } },
    });
    expect(await faultOf(away, 'dep')).toBe('not an approver');
    const registers = away.replica.registers();
    const asked = approversOf(registers, row(away), day('2020-10-05'));
    expect(asked.map(({ key }) => key)).toEqual(['director']);
    expect(await approve(away, 'director')).toMatchObject({ approved: [returnOf('1')] });
  });

  it('is not approved by a deputy who may not read it: an exempt one goes to the director', async () => {
    const here = approving(own.outbox);
    await give(here, '1', '400');
    const away = approving(own.outbox, {
      people: { head: { awayUntil: day('2020-10-20') } },
      returns: { '1': { ...row(here), access: 'exempt' } },
    });
    const asked = approversOf(away.replica.registers(), row(away), day('2020-10-05'));
    expect(asked.map(({ key }) => key)).toEqual(['director']);
    expect(await faultOf(away, 'dep')).toBe('not an approver');
    expect(await approve(away, 'director')).toMatchObject({ approved: [returnOf('1')] });
  });

  it('corrected meanwhile is not approved unseen, and waits anew', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    await give(ports, '1', '450');
    expect(await faultOf(ports, 'head')).toBe('answered anew');
    expect(row(ports)).toMatchObject({ value: 450, approval: 'awaiting' });
    await approve(ports, 'head', 2);
    await give(ports, '1', '460');
    expect(row(ports)).toMatchObject({ value: 460, approval: 'awaiting', approver: null });
  });

  it('corrected in the same moment is either the old one approved, or the new one waiting', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    await Promise.all([give(ports, '1', '450'), approve(ports, 'head')]);
    expect([
      [400, 'approved'],
      [450, 'awaiting'],
    ]).toContainEqual([row(ports).value, row(ports).approval]);
  });

  it('approved and sent back in the same moment by two is one of them', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    const [approved, sent] = await Promise.all([approve(ports, 'head'), back(ports, 'director')]);
    expect([approved.approved.length, sent.outcome]).toEqual([1, 'refused']);
    expect(row(ports)).toMatchObject({ state: 'Returned', approval: 'approved', revision: 2 });
    expect(await messages()).toEqual([]);
  });

  it('is approved with others, and one that may not be keeps none from it', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    await give(ports, '2', '410');
    const looked = (code: string, revision: number) => ({ return: returnOf(code), revision });
    const done = await approveReturns(ports, {
      by: 'head',
      source: 'tab',
      returns: [looked('1', 1), looked('2', 0), looked('1', 1), { return: 'none', revision: 0 }],
    });
    expect(done.approved).toEqual([returnOf('1')]);
    expect(done.refused.map((each) => each.return)).toEqual([returnOf('2'), 'none']);
  });

  it('is not approved once its cycle has closed', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    const closed = approving(own.outbox, {
      cycle: { state: 'Closed' },
      returns: { '1': { ...row(ports) } },
    });
    expect(await faultOf(closed, 'head')).toBe('cycle closed');
  });
});

test('a card from before a manager’s word saves nothing over it, and says whose word it was', async () => {
  const ports = approving(own.outbox);
  const late = () =>
    submitReturn(ports, {
      by: 'ann',
      return: returnOf('1'),
      revision: 1,
      answer: typedAnswer({ value: '430' }),
    });
  await give(ports, '1', '400');
  await approve(ports, 'head');
  expect(await late()).toMatchObject({ reason: 'answered meanwhile', by: 'head', did: 'approved' });
  await give(ports, '1', '440');
  expect(await late()).toMatchObject({ by: 'ann', did: 'answered' });
  await back(ports, 'director', 'Leave the garages out.', 3);
  expect(await late()).toMatchObject({ by: 'director', did: 'sent back' });
});

describe('an answer sent back', () => {
  it('is due again with all that was said, and its owner is told once, with the reason', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    expect(await back(ports, 'head')).toMatchObject({ outcome: 'sent back', told: 'ann' });
    expect(await back(ports, 'head')).toMatchObject({ outcome: 'already' });
    expect(row(ports)).toMatchObject({
      state: 'Due',
      value: 400,
      approval: 'sent back',
      sentBackBecause: 'Leave the garages out.',
      approver: 'head',
    });
    expect(await messages()).toMatchObject([{ person: 'ann', step: 'Sent back' }]);
  });

  it('answered again waits anew, and sent back again is told again', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    await back(ports, 'head');
    await give(ports, '1', '390');
    expect(row(ports)).toMatchObject({
      state: 'Returned',
      approval: 'awaiting',
      sentBackBecause: null,
    });
    await back(ports, 'head', 'Still with the garages.', 3);
    expect(await messages()).toHaveLength(2);
  });

  it('needs a reason of at most 500 characters', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    expect(await back(ports, 'head', ' ')).toMatchObject({ fault: { kind: 'blank' } });
    expect(await back(ports, 'head', 'x'.repeat(501))).toMatchObject({
      fault: { kind: 'too long', by: 1 },
    });
    expect(row(ports).approval).toBe('awaiting');
  });

  it('goes to whoever covers for its owner', async () => {
    const ports = approving(own.outbox, { people: { ann: { awayUntil: day('2020-10-20') } } });
    await give(ports, '1', '400', 'dee');
    expect(await back(ports, 'head')).toMatchObject({ told: 'dee' });
  });

  it('approved by the same person before stays approved', async () => {
    const ports = approving(own.outbox);
    await give(ports, '1', '400');
    await approve(ports, 'head');
    expect(await back(ports, 'head')).toMatchObject({
      fault: { kind: 'decided meanwhile', what: 'approved' },
    });
    expect(row(ports).state).toBe('Returned');
  });
});
