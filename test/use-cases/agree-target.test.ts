// What is endorsed is agreed by a decision on record, and changed within its year by another.
import { describe, expect, it } from 'vitest';
import { change } from '../../src/use-cases/change.ts';
import { changeTarget } from '../../src/use-cases/change-target.ts';
import { asPending } from '../pending.ts';
import { ownTargets } from './own-targets.ts';
import {
  agree,
  back,
  counts,
  endorse,
  propose,
  rowsOf,
  standing,
  value,
} from './targets-council.ts';

const given = ownTargets();

describe('agreed', () => {
  it('by the performance team alone, by a decision that is on record and made', async () => {
    const ports = given();
    await propose(ports, '1');
    await endorse(ports, 'director', '1');
    expect(await counts(agree(ports, ['1'], { by: 'director' }))).toBe('not allowed');
    expect(await counts(agree(ports, ['1'], { decision: 'none' }))).toBe('no such decision');
    expect(await counts(agree(ports, ['1'], { decision: 'D2' }))).toBe('no such decision');
    expect(rowsOf(ports, '1').target?.state).toBe('endorsed');
  });
  it('without a director’s word only with a reason, so that silence holds nothing up', async () => {
    const ports = given();
    await propose(ports, '1');
    expect(await counts(agree(ports, ['1']))).toEqual([0, 0, ['not endorsed']]);
    const because = 'The director’s post is vacant.';
    expect(await counts(agree(ports, ['1'], { because }))).toEqual([1, 0, []]);
  });
  it('it is proposed, endorsed or sent back no more', async () => {
    const ports = given();
    await propose(ports, '1');
    await agree(ports, ['1'], { because: 'Vacant.' });
    expect(await propose(ports, '1', { answer: value('60') })).toMatchObject({
      reason: 'wrong state',
    });
    expect(await counts(back(ports, 'director', '1'))).toEqual([0, 0, ['agreed already']]);
    expect(rowsOf(ports, '1').target).toMatchObject({ state: 'agreed', target: 80 });
  });
});

describe('changed within its year', () => {
  const changing = {
    by: 'team',
    measure: 'plan|1',
    from: '2021-10-01',
    answer: value('65'),
    decision: 'D1',
    because: 'The contract was cut.',
  };
  it('rests on a decision and a reason, and applies from its day', async () => {
    const ports = given();
    expect(await changeTarget(ports, { ...changing, by: 'director' })).toMatchObject({
      reason: 'not allowed',
    });
    expect(await changeTarget(ports, { ...changing, decision: '' })).toMatchObject({
      reason: 'no such decision',
    });
    expect(await changeTarget(ports, { ...changing, because: ' ' })).toMatchObject({
      reason: 'no reason given',
    });
    expect(await changeTarget(ports, { ...changing, from: '2022-04-01' })).toMatchObject({
      reason: 'wrong state',
    });
    expect(await changeTarget(ports, changing)).toMatchObject({
      outcome: 'changed',
      target: { target: 65, state: 'agreed', decision: 'D1', because: 'The contract was cut.' },
    });
    expect(standing(ports)).toBe('target not yet agreed');
  });
  it('goes through the year as the target before it did, to the same red line', async () => {
    const before = {
      measure: 'plan|1',
      appliesFrom: Temporal.PlainDate.from('2021-04-01'),
      target: 75,
      toleranceIs: 'to the red line',
      redBelow: 60,
      redAbove: 99,
      through: 'evenly',
    } as const;
    const ports = given({ targets: [before] });
    expect(await changeTarget(ports, changing)).toMatchObject({
      target: {
        target: 65,
        toleranceIs: 'to the red line',
        redBelow: 60,
        redAbove: 99,
        through: 'evenly',
      },
    });
  });
  it('taken out of its list by hand, is set again from the same day', async () => {
    const first = given();
    await changeTarget(first, changing);
    const after = given();
    for (const { key, ...row } of first.replica.registers().journal.values())
      after.replica.lay([asPending(change('journal', key, row), 5_000_000)]);
    expect(await changeTarget(after, changing)).toMatchObject({ outcome: 'changed' });
  });
  it('pressed twice it is one change, and another from the same day is refused', async () => {
    const ports = given();
    await changeTarget(ports, changing);
    expect(await changeTarget(ports, changing)).toMatchObject({ outcome: 'already' });
    expect(await changeTarget(ports, { ...changing, answer: value('66') })).toMatchObject({
      reason: 'wrong state',
    });
  });
  it('never writes over a target that applies from that day already', async () => {
    const ports = given();
    await propose(ports, '1');
    await agree(ports, ['1'], { because: 'Vacant.' });
    expect(await changeTarget(ports, { ...changing, from: '2021-04-01' })).toMatchObject({
      reason: 'wrong state',
    });
    expect(rowsOf(ports, '1').target).toMatchObject({ target: 80, setBy: 'ann' });
  });
  it('set from the year’s first day it answers for the owner, who is asked no more', async () => {
    const ports = given();
    await changeTarget(ports, { ...changing, from: '2021-04-01' });
    expect(rowsOf(ports, '1')).toMatchObject({
      target: { target: 65, state: 'agreed' },
      return: { state: 'Returned', returnedBy: 'team' },
    });
    expect(standing(ports)).toBe('on target');
  });
});
