// A year's target taken in: once, with the return that asked for it, while its quarter is open.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Row } from '../../src/registers/registers.ts';
import { rollUp } from '../../src/rules/roll-up.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { setTarget, type TargetAnswer } from '../../src/use-cases/set-target.ts';
import { submitReturn } from '../../src/use-cases/submit-return.ts';
import { registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';
import { typedAnswer } from './typed-answer.ts';

const key = 'plan|M|2021-22 target';
let folder: string;
let outbox: Outbox;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-target-'));
  outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
});
afterEach(() => {
  outbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const council = (said: {
  measure?: Partial<Row<'measures'>>;
  cycle?: Partial<Row<'cycles'>>;
  last?: Partial<Row<'targets'>>;
}): Ports => {
  const asked = {
    measure: 'plan|M',
    cycle: 'plan|2021-22 Q1',
    owner: 'ann',
    state: 'Due',
  } as const;
  const registers = registersOf({
    people: [
      { key: 'ann', objectId: 'a' },
      { key: 'bob', objectId: 'b' },
    ],
    measures: [{ code: 'M', owner: 'ann', ...said.measure }],
    cycles: [{ period: '2021-22 Q1', ...said.cycle }],
    returns: [
      { ...asked, key, kind: 'target', period: '2021-22' },
      { ...asked, period: '2021-22 Q1', state: 'Returned', value: 70 },
    ],
    targets: [
      {
        measure: 'plan|M',
        appliesFrom: Temporal.PlainDate.from('2020-04-01'),
        target: 75,
        tolerance: 5,
        toleranceIs: 'percent of target',
        ...said.last,
      },
    ],
  });
  return councilWith(outbox, registers, '2021-07-05T10:00') as Ports;
};

const value = (typed: string): TargetAnswer => ({
  kind: 'target',
  value: typed,
  low: '',
  high: '',
});
const give = (ports: Ports, answer: TargetAnswer, more: { by?: string; revision?: number } = {}) =>
  setTarget(ports, { by: 'ann', return: key, revision: 0, answer, ...more });
const targetOf = (ports: Ports) => ports.replica.registers().targets.get('plan|M|2021-04-01');

describe('a target for the year', () => {
  it('applies from its first day, with the tolerance of the last', async () => {
    const ports = council({});
    expect(await give(ports, value('80%'))).toMatchObject({
      outcome: 'set',
      return: { state: 'Returned', value: 80, revision: 1, returnedBy: 'ann' },
    });
    expect(targetOf(ports)).toMatchObject({
      target: 80,
      isA: 'target',
      state: 'proposed',
      tolerance: 5,
      toleranceIs: 'percent of target',
      setBy: 'ann',
      setOn: Temporal.PlainDate.from('2021-07-05'),
    });
  });
  it('keeps the red lines and the way through the year of the last, and no profile of another year', async () => {
    const last = {
      toleranceIs: 'to the red line',
      redBelow: 60,
      redAbove: 99,
      through: 'as profiled',
      profile: ['2020-21 Q1: 20'],
    } as const;
    const ports = council({ last });
    await give(ports, value('80%'));
    expect(targetOf(ports)).toMatchObject({ ...last, profile: [] });
  });
  it('of an exempt measure is exempt itself, and so is what the Journal tells of it', async () => {
    const ports = council({ measure: { access: 'exempt', exemptUnder: '3' } });
    await give(ports, value('80%'));
    expect(targetOf(ports)).toMatchObject({ access: 'exempt', exemptUnder: '3' });
    const begun = [...ports.replica.registers().journal.values()].find(
      ({ register }) => register === 'Targets',
    );
    expect(begun).toMatchObject({ access: 'exempt', exemptUnder: '3' });
  });

  it('rates nothing until it is agreed, and nor does last year’s once it was asked for', async () => {
    const ports = council({});
    const line = () => {
      const registers = ports.replica.registers();
      const [cycle] = registers.cycles.values();
      return rollUp(registers, cycle as Row<'cycles'>)[0];
    };
    const standing = 'target not yet agreed';
    expect(line()).toMatchObject({ value: 70, target: null, standing });
    await give(ports, value('69'));
    expect(line()).toMatchObject({ value: 70, target: 69, standing });
  });
  it('sent twice is one target; another from the same card is told of the first', async () => {
    const ports = council({});
    await give(ports, value('80'));
    expect(await give(ports, value('80'))).toMatchObject({ outcome: 'already' });
    expect(await give(ports, value('81'))).toMatchObject({ reason: 'answered meanwhile' });
    expect(targetOf(ports)?.target).toBe(80);
  });
  it('a range sent twice is one, and another range is not that one', async () => {
    const ports = council({ measure: { polarity: 'stay in range' } });
    const range = (low: string, high: string): TargetAnswer => ({
      kind: 'target',
      value: '',
      low,
      high,
    });
    expect(await give(ports, range('9', '4'))).toMatchObject({ reason: 'range upside down' });
    expect(await give(ports, range('4', ''))).toMatchObject({
      reason: 'nothing typed',
      field: 'high',
    });
    expect(await give(ports, range('4', '9'))).toMatchObject({ outcome: 'set' });
    expect(await give(ports, range('4', '9'))).toMatchObject({ outcome: 'already' });
    expect(await give(ports, range('4', '8'))).toMatchObject({ reason: 'answered meanwhile' });
    expect(targetOf(ports)).toMatchObject({ target: null, rangeLow: 4, rangeHigh: 9 });
  });
  it('corrected to none leaves none, with its reason, and last year’s does not stand in', async () => {
    const ports = council({});
    await give(ports, value('80'));
    const none = { kind: 'no target', because: ' The service ends. ' } as const;
    expect(await give(ports, none, { revision: 1 })).toMatchObject({
      return: { state: 'Returned', value: null, noDataReason: 'The service ends.' },
    });
    expect(targetOf(ports)).toMatchObject({
      isA: 'no target',
      target: null,
      because: 'The service ends.',
    });
  });
  it('may be a baseline year, whose figures set the next one’s, without a reason', async () => {
    const ports = council({});
    await give(ports, { kind: 'baseline year', because: ' ' });
    expect(targetOf(ports)).toMatchObject({ isA: 'baseline year', target: null, because: null });
  });
  it('is refused without a reason for none, to others, and once the quarter has closed', async () => {
    expect(await give(council({}), { kind: 'no target', because: ' ' })).toMatchObject({
      reason: 'no reason for no target',
    });
    expect(await give(council({}), value('80'), { by: 'bob' })).toMatchObject({
      reason: 'not yours',
    });
    expect(await give(council({ cycle: { state: 'Closed' } }), value('80'))).toMatchObject({
      reason: 'cycle closed',
    });
    expect(await outbox.pending(10)).toEqual([]);
  });
  it('is not taken by way of a figure, nor a figure by way of it', async () => {
    const ports = council({});
    const figure = typedAnswer({ value: '80' });
    const asked = { by: 'ann', revision: 0 };
    expect(await submitReturn(ports, { ...asked, return: key, answer: figure })).toMatchObject({
      reason: 'unknown return',
    });
    const other = { ...asked, return: 'plan|M|2021-22 Q1', answer: value('80') };
    expect(await setTarget(ports, other)).toMatchObject({ reason: 'unknown return' });
  });
});
