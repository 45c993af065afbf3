// A frozen figure that is corrected: the dataset stays, and the correction stands beside it with its date.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { restatementsOf } from '../../src/rules/dataset/restated.ts';
import { change } from '../../src/use-cases/change.ts';
import { changeAfterClose } from '../../src/use-cases/change-after-close.ts';
import { freezeCycle } from '../../src/use-cases/freeze-cycle.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { restate } from '../../src/use-cases/restate.ts';
import { asPending } from '../pending.ts';
import { at, day, returnOf, row } from './approving-council.ts';
import { closedCouncil, closedRows, cycleOf, frozenOf } from './freezing-council.ts';
import { ownOutbox } from './own-outbox.ts';
import { typedAnswer } from './typed-answer.ts';

const own = ownOutbox();

const frozen = async (rows = closedRows()): Promise<Ports> => {
  const ports = closedCouncil(own.outbox, rows);
  await freezeCycle(ports, cycleOf(ports));
  await restate(ports);
  return ports;
};
const said = (ports: Ports) => restatementsOf(ports.replica.registers(), cycleOf(ports));
const correct = (ports: Ports, value: string, revision: number) =>
  changeAfterClose(ports, {
    by: 'pat',
    return: returnOf('1'),
    revision,
    answer: typedAnswer({ value }),
    because: 'One street was counted twice.',
  });
let sequence = 9_000_000;
const set = (ports: Ports, code: string, columns: Partial<Row<'returns'>>) => {
  sequence += 1;
  ports.replica.lay([asPending(change('returns', returnOf(code), columns), sequence)]);
};

describe('a figure corrected by the performance team', () => {
  it('is restated at once, by whom and why, and the dataset stays as it was frozen', async () => {
    const ports = await frozen();
    const before = await frozenOf(ports);
    expect(said(ports)).toEqual([]);
    await correct(at(ports, '2020-11-03T10:00'), '390', 1);
    expect(said(ports)).toMatchObject([
      {
        dataset: 'plan|2020-21 Q2',
        plan: 'plan',
        line: 'Measures: plan|1',
        period: '2020-21 Q2',
        was: 400,
        is: 390,
        by: 'pat',
        because: 'One street was counted twice.',
        on: Temporal.PlainDate.from('2020-11-03'),
      },
    ]);
    expect(await frozenOf(ports)).toEqual(before);
  });
  it('twice is two restatements, each against what was frozen; back again is a third', async () => {
    const ports = await frozen();
    await correct(ports, '390', 1);
    await correct(ports, '380', 2);
    await correct(ports, '400', 3);
    expect(said(ports).map(({ was, is }) => [was, is])).toEqual([
      [400, 390],
      [400, 380],
      [400, 400],
    ]);
  });
  it('is restated once, however often it is looked at, and by whichever process', async () => {
    const ports = await frozen();
    await correct(ports, '390', 1);
    await correct(ports, '390', 1);
    expect(await restate(ports)).toBe(0);
    own.reopen();
    const again = closedCouncil(own.outbox);
    again.replica.lay(await own.outbox.pending(1_000));
    expect(await restate(again)).toBe(0);
    expect(said(again)).toHaveLength(1);
  });
  it('is restated by the next tick where the process died between the two', async () => {
    const ports = await frozen();
    let calls = 0;
    const dying = {
      ...own.outbox,
      accept: (...entries: Parameters<typeof own.outbox.accept>) => {
        calls += 1;
        return calls > 1 ? Promise.reject(new Error('killed')) : own.outbox.accept(...entries);
      },
    };
    await expect(correct({ ...ports, outbox: dying }, '390', 1)).rejects.toThrow('killed');
    expect(row(ports).value).toBe(390);
    expect(said(ports)).toEqual([]);
    expect(await restate(ports)).toBe(1);
    expect(said(ports)).toMatchObject([{ was: 400, is: 390, by: 'pat' }]);
  });
  it('is as exempt as its measure', async () => {
    const rows = closedRows();
    const measures = (rows.measures ?? []).map((each) => ({
      ...each,
      access: 'exempt' as const,
      exemptUnder: '3',
    }));
    const ports = await frozen({ ...rows, measures });
    await correct(ports, '390', 1);
    expect(said(ports)).toMatchObject([{ access: 'exempt', exemptUnder: '3' }]);
  });
});

describe('a figure that changes in any other way', () => {
  const later = Temporal.Instant.from('2021-01-12T10:00:00Z');

  it('by a final one is restated as that', async () => {
    const ports = at(await frozen(), '2021-01-12T11:00');
    set(ports, '2', {
      value: 415,
      provisionalValue: 410,
      finality: 'final',
      restatedOn: Temporal.PlainDate.from('2021-01-12'),
      returnedAt: later,
      returnedBy: 'ann',
      revision: 2,
    });
    expect(await restate(ports)).toBe(1);
    expect(said(ports)).toMatchObject([
      { was: 410, is: 415, by: 'ann', because: 'The final figure, in place of a provisional one.' },
    ]);
  });
  it('by a final one that is the same is no correction', async () => {
    const ports = await frozen();
    set(ports, '2', { finality: 'final', returnedAt: later, revision: 2 });
    expect(await restate(ports)).toBe(0);
  });
  it('by hand in its list is restated by nobody named: the Journal says by whom', async () => {
    const ports = await frozen();
    set(ports, '1', { value: 395 });
    await restate(ports);
    set(ports, '1', { value: 396 });
    await restate(ports);
    expect(said(ports)).toMatchObject([
      { is: 395, by: null, because: 'Changed in its list by hand.' },
      { is: 396, by: null, because: 'Changed in its list by hand.' },
    ]);
  });
  it('by hand after it was corrected is not put down to whoever corrected it', async () => {
    const ports = await frozen();
    await correct(ports, '390', 1);
    set(ports, '1', { value: 391 });
    await restate(ports);
    expect(said(ports).map(({ is, by }) => [is, by])).toEqual([
      [390, 'pat'],
      [391, null],
    ]);
  });
  it('from not yet returned is a figure that came late; to none is one taken back', async () => {
    const ports = await frozen();
    set(ports, '3', { state: 'Returned', value: 12, returnedAt: later, returnedBy: 'ann' });
    set(ports, '1', { state: 'Due', value: null });
    expect(await restate(ports)).toBe(2);
    const found = new Map(said(ports).map((each) => [each.line, each]));
    expect(found.get('Measures: plan|3')).toMatchObject({
      was: null,
      is: 12,
      by: 'ann',
      because: 'The figure came after the figures of its quarter were frozen.',
    });
    expect(found.get('Measures: plan|1')).toMatchObject({ was: 400, is: null });
  });
  it('is found by a process that was not there when it changed', async () => {
    await frozen();
    const again = closedCouncil(own.outbox);
    again.replica.lay(await own.outbox.pending(1_000));
    set(again, '1', { value: 395 });
    expect(await restate(again)).toBe(1);
  });
  it('only in its words is not restated', async () => {
    const ports = await frozen();
    set(ports, '1', { commentary: 'Said better.', revision: 2, returnedAt: later });
    expect(await restate(ports)).toBe(0);
  });
});

describe('a share whose numbers are corrected', () => {
  const share = { value: 90, numerator: 45, denominator: 50 };
  const with45Of50 = () => frozen(closedRows({ returns: { '1': share } }));

  it('to the same share is restated all the same: what the year comes to is made of its numbers', async () => {
    const ports = await with45Of50();
    set(ports, '1', { numerator: 450, denominator: 500 });
    expect(await restate(ports)).toBe(1);
    expect(said(ports)).toMatchObject([
      {
        was: 90,
        is: 90,
        numerator: 450,
        denominator: 500,
        because:
          'What it is worked out from was corrected; the figure is the same. Changed in its list by hand.',
      },
    ]);
    expect(await restate(ports)).toBe(0);
  });
  it('and back again is a second', async () => {
    const ports = await with45Of50();
    set(ports, '1', { numerator: 450, denominator: 500 });
    await restate(ports);
    set(ports, '1', { numerator: 45, denominator: 50 });
    expect(await restate(ports)).toBe(1);
    expect(said(ports).map(({ numerator }) => numerator)).toEqual([450, 45]);
  });
  it('and told of before its numbers were kept is not told of again', async () => {
    const ports = await with45Of50();
    set(ports, '1', { value: 91, numerator: 455, denominator: 500 });
    const of = 'plan|2020-21 Q2|plan|1|2020-21 Q2';
    const told = { dataset: 'plan|2020-21 Q2', line: 'Measures: plan|1', period: '2020-21 Q2' };
    const on = day('2020-11-01');
    const before = { ...told, title: 'Told', plan: 'plan', was: 90, is: 91, on };
    ports.replica.lay([asPending(change('restatements', `${of}|1 by hand 1`, before), 1)]);
    expect(await restate(ports)).toBe(0);
  });
});

describe('a figure of an earlier quarter of a year that was printed', () => {
  const quarters = [100, 95, 101, 110];
  const closed = Temporal.Instant.from('2021-04-20T08:00:00Z');
  const rows = (): Parameters<typeof closedCouncil>[1] => ({
    ...closedRows(),
    measures: [{ code: '1', title: 'Visits', unit: 'visits', figureIs: 'for its period' }],
    targets: [],
    cycles: [{ period: '2020-21 Q4', state: 'Closed', closedAt: closed, revision: 2 }],
    returns: quarters.map((value, n) => ({
      measure: 'plan|1',
      period: `2020-21 Q${n + 1}`,
      value,
      revision: 1,
      returnedAt: Temporal.Instant.from('2021-04-10T09:00:00Z'),
    })),
  });
  const yearEnd = async () => {
    const ports = closedCouncil(own.outbox, rows());
    const cycle = ports.replica.registers().cycles.get('plan|2020-21 Q4');
    if (cycle === undefined) throw new Error('There is no such cycle.');
    await freezeCycle(ports, cycle);
    return { ports, told: () => restatementsOf(ports.replica.registers(), cycle) };
  };

  it('is restated beside the dataset that has the year, as it is beside its own', async () => {
    const { ports, told } = await yearEnd();
    expect(await restate(ports)).toBe(0);
    set(ports, '1', { value: 98 });
    expect(await restate(ports)).toBe(1);
    expect(told()).toMatchObject([
      { dataset: 'plan|2020-21 Q4', period: '2020-21 Q2', was: 95, is: 98 },
    ]);
    expect(await restate(ports)).toBe(0);
  });
});

describe('whatever becomes of a figure', () => {
  const anyValue = fc.constantFrom<number | null>(400, 390, 0, null);

  it('its last restatement says what it is now, and none repeats the one before', async () => {
    const histories = fc.array(fc.record({ value: anyValue, isAnswer: fc.boolean() }), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        own.fresh();
        const ports = await frozen();
        for (const [n, { value, isAnswer }] of history.entries()) {
          const answered = {
            revision: n + 2,
            returnedAt: Temporal.Instant.from('2020-12-01T10:00Z'),
          };
          const state = value === null ? ('Due' as const) : ('Returned' as const);
          set(ports, '1', { value, state, ...(isAnswer && answered) });
          await restate(ports);
        }
        const values = [400, ...said(ports).map(({ is }) => is)];
        expect(values.at(-1)).toBe(history.length === 0 ? 400 : history.at(-1)?.value);
        expect(values.slice(1).every((value, n) => value !== values[n])).toBe(true);
        expect(said(ports).every(({ was }) => was === 400)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});
