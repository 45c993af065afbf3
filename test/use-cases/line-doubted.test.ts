// What is reported of a line that can hardly be is played back before it is saved; and a line that was
// finished since it was asked about says so.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineFaultWords } from '../../src/rules/line-fault.ts';
import { change } from '../../src/use-cases/change.ts';
import { isFault } from '../../src/use-cases/read-line.ts';
import { readProgress, readSaving } from '../../src/use-cases/read-line-answer.ts';
import { asPending } from '../pending.ts';
import { ownOutbox } from './own-outbox.ts';
import {
  type Asked,
  day,
  lines,
  opened,
  registers,
  report,
  returnOf,
  typed,
} from './reporting-council.ts';

const own = ownOutbox();

describe('what can hardly be', () => {
  const doubted = async (of: Asked, set: object) => {
    const ports = await opened(own.outbox);
    const answer = typed(of, set);
    const said = await report(ports, of, answer);
    if (said.outcome !== 'refused' || said.reason !== 'line')
      throw new Error('It was not doubted.');
    expect(registers(ports).returns.get(returnOf[of])?.state).toBe('Due');
    expect(await report(ports, of, { ...answer, right: ' ' } as never)).toMatchObject({
      reason: 'no reason given',
      field: 'right',
    });
    await report(ports, of, { ...answer, right: 'Counted anew.' } as never);
    expect(registers(ports).returns.get(returnOf[of])?.confirmedBecause).toBe('Counted anew.');
    return registers(ports).returns.get(returnOf[of])?.doubted;
  };
  it('as work that goes backwards, is played back and saved with the reason', async () => {
    expect(await doubted('action', { percent: '30' })).toBe(
      '30% complete is less than the 40% reported before.',
    );
  });
  it.each([
    [
      { achieved: '500,001', forecast: '500,001' },
      'Achieved is £500,001: more than 5 times the £100,000 required. Forecast is £500,001: more than 5 times the £100,000 required.',
    ],
    [{ achieved: '19,999' }, 'Achieved is £19,999, less than the £20,000 reported before.'],
    [{ forecast: '44,999' }, 'The forecast of £44,999 is less than the £45,000 achieved already.'],
  ])('as a saving of %o', async (set, words) => {
    expect(await doubted('saving', set)).toBe(words);
  });
  it('as a forecast of five times its budget, or with the other sign', async () => {
    const lines = (forecast: string) => ({
      lines: [
        { key: 'plan|B1', forecast, savingsAchieved: '' },
        { key: 'plan|B2', forecast: '1', savingsAchieved: '' },
      ],
    });
    expect(await doubted('finance', lines('25m'))).toBe(
      'Waste: a forecast of £25,000,000 is 5 times its budget of £5,000,000, or more.',
    );
  });
  it('is not doubted at the boundary', async () => {
    const ports = await opened(own.outbox);
    const atFive = typed<'saving'>('saving', { achieved: '500,000', forecast: '500,000' });
    expect(await report(ports, 'saving', atFive)).toMatchObject({ outcome: 'reported' });
    const asBefore = typed<'progress'>('action', { percent: '40' });
    expect(await report(ports, 'action', asBefore)).toMatchObject({ outcome: 'reported' });
  });
});

describe('a line that was finished since it was asked about', () => {
  const finished = async () => {
    const [a1, a11] = lines.actions;
    const ports = await opened(own.outbox, { rows: { actions: [a1, a11] } });
    ports.replica.lay([
      asPending(change('actions', 'plan|A1', { status: 'complete', percent: 100 }), 9_000_000),
    ]);
    return ports;
  };
  it('says so, and nothing is changed', async () => {
    const ports = await finished();
    const behind = typed<'progress'>('action', { status: 'not started', percent: '100' });
    expect(await report(ports, 'action', behind)).toMatchObject({
      fault: { kind: 'finished meanwhile', status: 'complete' },
    });
    expect(registers(ports).actions.get('plan|A1')?.status).toBe('complete');
  });
  it('can be agreed to, and its return is answered', async () => {
    const ports = await finished();
    const agreed = typed<'progress'>('action', { status: 'complete', percent: '' });
    expect(await report(ports, 'action', agreed)).toMatchObject({ outcome: 'reported' });
  });
});

describe('a risk that was closed since it was asked about', () => {
  it('says so, and may be reviewed a last time without being opened again', async () => {
    const ports = await opened(own.outbox);
    ports.replica.lay([asPending(change('risks', 'plan|R1', { state: 'closed' }), 9_000_000)]);
    expect(await report(ports, 'risk')).toMatchObject({
      fault: {
        kind: 'doubtful',
        doubts: ['This risk was closed in the register since you were asked.'],
      },
    });
    const right = 'The winter is over.';
    expect(await report(ports, 'risk', typed<'risk'>('risk', { right }))).toMatchObject({
      outcome: 'reported',
    });
    expect(registers(ports).risks.get('plan|R1')).toMatchObject({
      state: 'closed',
      residualImpact: 4,
    });
  });
});

describe('whatever is typed', () => {
  const anything = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('', '0', '45', '100', '101', '-3', '1.234,5', '£3m', '12%', '2020-12-01'),
  );
  const status = fc.constantFrom('', 'on track', 'at risk', 'delayed', 'complete', 'stopped', 'x');
  const words = fc.constantFrom('', 'Snow.', 'x'.repeat(501));
  it('is refused in words that name its field, or is a percentage that fits its status', () => {
    fc.assert(
      fc.property(status, anything, anything, words, (chosen, percent, expectedOn, commentary) => {
        const said = { kind: 'progress', status: chosen, percent, expectedOn, commentary } as const;
        const read = readProgress(said, 40, day('2020-10-01'));
        if (isFault(read)) {
          expect(lineFaultWords(read)).toMatchObject({
            words: expect.stringMatching(/\.$/),
            field: expect.any(String),
          });
          return;
        }
        expect(read.percent).toBeGreaterThanOrEqual(0);
        expect(read.percent).toBeLessThanOrEqual(100);
        if (read.status === 'complete') expect(read.percent).toBe(100);
        if (read.status === 'delayed') expect(read.expectedOn).not.toBeNull();
        if (['at risk', 'delayed', 'stopped'].includes(read.status))
          expect(read.commentary).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });
  it('is refused, or is two sums of money in full', () => {
    fc.assert(
      fc.property(anything, anything, (achieved, forecast) => {
        const said = {
          kind: 'saving',
          achieved,
          forecast,
          status: 'on track',
          commentary: '',
        } as const;
        const read = readSaving(said, { required: 100, achieved: null });
        if (isFault(read)) expect(lineFaultWords(read).words).toMatch(/\.$/);
        else
          expect([read.achieved, read.forecast].every((each) => Number.isFinite(each))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
