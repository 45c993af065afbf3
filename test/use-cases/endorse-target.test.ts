// A target proposed is endorsed by its director or sent back, and agreed by a decision: each step once.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { endorsersOf } from '../../src/rules/endorsing.ts';
import { rollUp } from '../../src/rules/roll-up.ts';
import { endorseTargets } from '../../src/use-cases/endorse-target.ts';
import { openCycle } from '../../src/use-cases/open-cycle.ts';
import { submitReturn } from '../../src/use-cases/submit-return.ts';
import { ownTargets } from './own-targets.ts';
import {
  agree,
  back,
  counts,
  endorse,
  propose,
  rowsOf,
  seen,
  source,
  standing,
  targetOf,
  value,
} from './targets-council.ts';
import { typedAnswer } from './typed-answer.ts';

const given = ownTargets();

describe('from proposed to agreed', () => {
  it('many are endorsed at once and agreed by one decision, and from then on they rate', async () => {
    const ports = given();
    for (const code of ['1', '2']) await propose(ports, code);
    expect(await counts(endorse(ports, 'director', '1', '2'))).toEqual([2, 0, []]);
    expect(rowsOf(ports, '1').target).toMatchObject({
      state: 'endorsed',
      endorsedBy: 'director',
      endorsedOn: Temporal.PlainDate.from('2021-07-08'),
    });
    expect(standing(ports)).toBe('target not yet agreed');
    expect(await counts(agree(ports, ['1', '2']))).toEqual([2, 0, []]);
    expect(rowsOf(ports, '2').target).toMatchObject({
      state: 'agreed',
      agreedBy: 'team',
      decision: 'D1',
    });
    expect(standing(ports)).toBe('off target');
    expect(standing(ports, '3')).toBe('target not yet agreed');
  });

  it('each step is in the Journal with who and why', async () => {
    const ports = given();
    await propose(ports, '1');
    await back(ports, 'director', '1');
    const told = [...ports.replica.registers().journal.values()].filter(
      ({ row }) => row === `Targets: ${targetOf('1')}`,
    );
    expect(told.map(({ by, why }) => [by, why])).toContainEqual(['director', 'Below last year.']);
  });

  it('is out of every percentage until then: counted apart', async () => {
    const ports = given();
    const registers = ports.replica.registers();
    const cycle = registers.cycles.get('plan|2021-22 Q1') as Row<'cycles'>;
    const council = rollUp(registers, cycle).find(({ scope }) => scope === 'council');
    expect(council).toMatchObject({ measures: 3, notAgreed: 3, off: 0, onTarget: 0, dataOnly: 0 });
  });

  it('a figure far off what is only proposed asks for no action and no commentary', async () => {
    const due = { key: 'plan|1|2021-22 Q2', measure: 'plan|1', period: '2021-22 Q2' };
    const more = { cycle: 'plan|2021-22 Q2', owner: 'ann', state: 'Due' as const };
    const ports = given({ returns: [{ ...due, ...more, cycle: 'plan|2021-22 Q1' }] });
    await propose(ports, '1');
    const figure = {
      by: 'ann',
      return: due.key,
      revision: 0,
      answer: typedAnswer({ value: '50' }),
    };
    expect(await submitReturn(ports, figure)).toMatchObject({
      outcome: 'submitted',
      standing: 'target not yet agreed',
    });
  });
});

describe('who endorses', () => {
  it('not its owner, their manager, another director, nor the performance team', async () => {
    const ports = given();
    await propose(ports, '1');
    for (const by of ['ann', 'head', 'other', 'team', 'deputy'])
      expect([by, await counts(endorse(ports, by, '1'))]).toEqual([by, [0, 0, ['not yours']]]);
    expect(rowsOf(ports, '1').target?.state).toBe('proposed');
  });
  it('the deputy of a director who is away', async () => {
    const away = { awayUntil: Temporal.PlainDate.from('2021-07-20') };
    const ports = given({ director: away });
    await propose(ports, '1');
    expect(await counts(endorse(ports, 'deputy', '1'))).toEqual([1, 0, []]);
  });
  it('nobody their own: a director who proposed it leaves it to the chief executive', async () => {
    const ports = given({ director: { roles: ['SMT', 'performance team'] } });
    await propose(ports, '1', { by: 'director' });
    expect(await counts(endorse(ports, 'director', '1'))).toEqual([0, 0, ['not yours']]);
    expect(await counts(endorse(ports, 'chief', '1'))).toEqual([1, 0, []]);
  });
  it('nor anybody in the place of a director who proposed it', async () => {
    const awayUntil = Temporal.PlainDate.from('2021-07-20');
    const ports = given({ director: { roles: ['SMT', 'performance team'], awayUntil } });
    await propose(ports, '1', { by: 'director' });
    expect(await counts(endorse(ports, 'deputy', '1'))).toEqual([0, 0, ['not yours']]);
    const target = rowsOf(ports, '1').target as Row<'targets'>;
    const registers = ports.replica.registers();
    expect(endorsersOf(registers, target, Temporal.PlainDate.from('2021-07-08'))).toEqual([]);
  });
  it('not a director who has left', async () => {
    const ports = given({ director: { leftOn: Temporal.PlainDate.from('2021-07-01') } });
    await propose(ports, '1');
    expect(await counts(endorse(ports, 'director', '1'))).toBe('has left');
  });
});

describe('once each', () => {
  it('endorsed twice, or by two at once, it is endorsed once', async () => {
    const ports = given();
    await propose(ports, '1');
    const both = await Promise.all([
      counts(endorse(ports, 'director', '1')),
      counts(endorse(ports, 'chief', '1')),
    ]);
    expect(both).toContainEqual([1, 0, []]);
    expect(both).toContainEqual([0, 1, []]);
    expect(await counts(endorse(ports, 'director', '1'))).toEqual([0, 1, []]);
  });
  it('proposed anew while the director looks, what they saw is not endorsed', async () => {
    const ports = given();
    await propose(ports, '1');
    const old = seen(ports, '1');
    await propose(ports, '1', { answer: value('60') });
    const late = endorseTargets(ports, { by: 'director', source, targets: old });
    expect(await counts(late)).toEqual([0, 0, ['changed meanwhile']]);
    expect(rowsOf(ports, '1').target).toMatchObject({ state: 'proposed', target: 60 });
  });
  it('endorsed and corrected at the same moment, one of them is told of the other', async () => {
    const ports = given();
    await propose(ports, '1');
    const [done, again] = await Promise.all([
      counts(endorse(ports, 'director', '1')),
      propose(ports, '1', { answer: value('60') }),
    ]);
    const { target } = rowsOf(ports, '1');
    if (again.outcome === 'refused') {
      expect(again).toMatchObject({ reason: 'answered meanwhile', by: 'director' });
      expect([done, target?.state, target?.target]).toEqual([[1, 0, []], 'endorsed', 80]);
    } else
      expect([done, target?.state, target?.target]).toEqual([
        [0, 0, ['changed meanwhile']],
        'proposed',
        60,
      ]);
  });
  it('endorsed and then corrected by its owner, it waits for the director again', async () => {
    const ports = given();
    await propose(ports, '1');
    await endorse(ports, 'director', '1');
    await propose(ports, '1', { answer: value('85') });
    expect(rowsOf(ports, '1').target).toMatchObject({
      state: 'proposed',
      target: 85,
      endorsedBy: null,
    });
  });
});

describe('sent back', () => {
  it('its owner is asked again with the reason, told once, and may propose another', async () => {
    const ports = given();
    await propose(ports, '1');
    expect(await counts(back(ports, 'director', '1'))).toEqual([1, 0, []]);
    expect(rowsOf(ports, '1')).toMatchObject({
      target: { state: 'sent back', sentBackBecause: 'Below last year.', target: 80 },
      return: { state: 'Due', approval: 'sent back', approver: 'director' },
    });
    const told = () =>
      [...ports.replica.registers().notifications.values()].map(({ person, step }) => [
        person,
        step,
      ]);
    expect(told()).toEqual([['ann', 'Sent back']]);
    expect(await counts(back(ports, 'director', '1'))).toEqual([0, 1, []]);
    expect(told()).toHaveLength(1);
    await propose(ports, '1', { answer: value('90') });
    expect(rowsOf(ports, '1')).toMatchObject({
      target: { state: 'proposed', target: 90, sentBackBecause: null },
      return: { state: 'Returned', approval: null, sentBackBecause: null },
    });
  });
  it('needs a reason, of no more than 500 characters', async () => {
    const ports = given();
    await propose(ports, '1');
    expect(await counts(back(ports, 'director', '1', ' '))).toBe('no reason given');
    expect(await counts(back(ports, 'director', '1', 'x'.repeat(501)))).toBe('reason too long');
    expect(rowsOf(ports, '1').target?.state).toBe('proposed');
  });
  it('after the quarter has closed, its owner is asked in the next to open', async () => {
    const ports = given({ cycle: { state: 'Open' } });
    await propose(ports, '1');
    const { replica } = ports;
    replica.lay([
      { register: 'cycles', key: 'plan|2021-22 Q1', set: { state: 'Closed' } } as never,
    ]);
    await back(ports, 'director', '1');
    expect([...replica.registers().notifications.values()]).toEqual([]);
    await openCycle(ports, { by: 'team', cycle: 'plan|2021-22 Q2' });
    expect(rowsOf(ports, '1').return).toMatchObject({ state: 'Due', cycle: 'plan|2021-22 Q2' });
    expect(rowsOf(ports, '2').return?.cycle).toBe('plan|2021-22 Q1');
  });
});
