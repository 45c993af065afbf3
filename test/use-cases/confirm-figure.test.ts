// A figure that is worked out is only confirmed: as it is at the press, or not at all.
import { describe, expect, it } from 'vitest';
import { change } from '../../src/use-cases/change.ts';
import { confirmFigure } from '../../src/use-cases/confirm-figure.ts';
import { figureToConfirm, shownAs } from '../../src/use-cases/figure-to-confirm.ts';
import type { ValueAnswer } from '../../src/use-cases/read-answer.ts';
import { submitReturn } from '../../src/use-cases/submit-return.ts';
import { asPending } from '../pending.ts';
import { ownOutbox } from './own-outbox.ts';
import { day, opened, registers } from './reporting-council.ts';
import { typedAnswer } from './typed-answer.ts';

const own = ownOutbox();
const asked = 'plan|1|2020-21 Q2';
const action = { plan: 'plan', kind: 'activity', dueOn: day('2020-09-30') } as const;
const done = { status: 'complete', completedOn: day('2020-09-30') } as const;

/** One of two actions due by September is complete. */
const council = () =>
  opened(own.outbox, {
    rows: {
      measures: [{ code: '1', team: 'streets', owner: 'ann', workedOutFrom: 'actions delivered' }],
      actions: [
        { key: 'plan|A1', title: 'One', code: 'A1', ...action, ...done },
        { key: 'plan|A2', title: 'Two', code: 'A2', ...action },
      ],
    },
  });
type Ports = Awaited<ReturnType<typeof council>>;

const shown = (ports: Ports): Partial<ValueAnswer> => {
  const row = registers(ports).returns.get(asked);
  const now = row && figureToConfirm(registers(ports), row);
  if (!now) throw new Error('There is nothing to confirm.');
  return shownAs(now);
};
const confirm = (ports: Ports, set: Partial<ValueAnswer>, by = 'ann') =>
  confirmFigure(ports, { by, return: asked, revision: 0, answer: typedAnswer(set) });
const another = (ports: Ports) =>
  ports.replica.lay([asPending(change('actions', 'plan|A2', done), 9_000_000)]);

describe('a figure that is worked out', () => {
  it('is saved once it is confirmed, and twice is once', async () => {
    const ports = await council();
    const seen = shown(ports);
    expect(seen).toEqual({ value: '50', numerator: '1', denominator: '2' });
    expect(await confirm(ports, seen)).toMatchObject({ outcome: 'submitted' });
    expect(registers(ports).returns.get(asked)).toMatchObject({ state: 'Returned', value: 50 });
    // Even where the registers have gone on between the two.
    another(ports);
    expect(await confirm(ports, seen)).toMatchObject({ outcome: 'already' });
  });
  it('is refused with the new one where the registers have gone on since it was shown', async () => {
    const ports = await council();
    const seen = shown(ports);
    another(ports);
    expect(await confirm(ports, seen)).toMatchObject({
      reason: 'figures changed',
      now: { value: 100, numerator: 2, denominator: 2 },
    });
    expect(registers(ports).returns.get(asked)?.state).toBe('Due');
    expect(await confirm(ports, shown(ports))).toMatchObject({ outcome: 'submitted' });
  });
  it('is no other, however it is sent', async () => {
    const ports = await council();
    const typed = { by: 'ann', return: asked, revision: 0 };
    for (const set of [{ value: '100' }, { value: '50', numerator: '2', denominator: '2' }, {}])
      expect(await submitReturn(ports, { ...typed, answer: typedAnswer(set) })).toMatchObject({
        reason: 'figures changed',
      });
    expect(registers(ports).returns.get(asked)?.state).toBe('Due');
  });
  it('is nobody’s to confirm but theirs who are asked', async () => {
    const ports = await council();
    expect(await confirm(ports, shown(ports), 'chief')).toMatchObject({ reason: 'not yours' });
  });
  it('is asked for like any other where there is nothing to count', async () => {
    const ports = await opened(own.outbox, {
      rows: {
        measures: [
          { code: '1', team: 'streets', owner: 'ann', workedOutFrom: 'actions delivered' },
        ],
        actions: [],
      },
    });
    expect(await confirm(ports, { value: '50' })).toMatchObject({
      reason: 'figures changed',
      now: null,
    });
    const typed = { by: 'ann', return: asked, revision: 0, answer: typedAnswer({ value: '62' }) };
    expect(await submitReturn(ports, typed)).toMatchObject({ outcome: 'submitted' });
  });
});
