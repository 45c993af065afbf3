// What an answer puts on record: the figure and what was doubted of it; once, however often it is pressed.
import { describe, expect, it } from 'vitest';
import { answer, asked, council, red, rowsOf } from './answering-council.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();

const typo = { value: '73,390', commentary: 'Two staff left.', noAction: 'It passes by itself.' };

describe('a figure that does not fit its history', () => {
  it('is played back before it is saved, and nothing is kept of it', async () => {
    const ports = council(own.outbox);
    expect(await answer(ports, typo)).toMatchObject({
      reason: 'doubtful',
      value: 73_390,
      doubts: [{ kind: 'many times the last', last: 420, period: 'last quarter' }],
    });
    expect(rowsOf(ports).return()).toMatchObject({ state: 'Due', value: null });
  });

  it('is saved once its person says why it is right, and both are on record', async () => {
    const ports = council(own.outbox);
    expect(await answer(ports, { ...typo, right: ' ' })).toMatchObject({
      reason: 'no reason given',
      field: 'right',
    });
    const right = 'The backlog of three years was cleared.';
    expect(await answer(ports, { ...typo, right })).toMatchObject({ outcome: 'submitted' });
    expect(rowsOf(ports).return()).toMatchObject({
      value: 73_390,
      doubted: 'This is 175 times last quarter (420).',
      confirmedBecause: right,
    });
    expect(rowsOf(ports).journal()[0]?.why).toBe(
      `This is 175 times last quarter (420). Right all the same because: ${right}`,
    );
  });

  it('confirmed twice is one answer', async () => {
    const ports = council(own.outbox);
    const confirmed = { ...typo, right: 'Counted twice.' };
    await answer(ports, confirmed);
    expect(await answer(ports, confirmed)).toMatchObject({ outcome: 'already' });
    // The card before it was confirmed, pressed again, asks nothing more.
    expect(await answer(ports, typo)).toMatchObject({ outcome: 'already' });
    expect(rowsOf(ports).return()).toMatchObject({
      revision: 1,
      confirmedBecause: 'Counted twice.',
    });
  });

  it('is not asked about again where only the commentary is corrected', async () => {
    const ports = council(own.outbox);
    await answer(ports, { ...typo, right: 'Counted twice.' });
    const corrected = { ...typo, commentary: 'Three staff left.' };
    expect(await answer(ports, corrected, { revision: 1 })).toMatchObject({ outcome: 'submitted' });
    expect(rowsOf(ports).return()).toMatchObject({
      commentary: 'Three staff left.',
      confirmedBecause: 'Counted twice.',
    });
    expect(await answer(ports, { ...typo, value: '73,391' }, { revision: 2 })).toMatchObject({
      reason: 'doubtful',
    });
  });

  it('is said to have been answered where somebody else was quicker, and not asked about', async () => {
    const ports = council(own.outbox);
    await answer(ports, { value: '400' }, { by: 'dee' });
    expect(await answer(ports, typo)).toMatchObject({ reason: 'answered meanwhile', by: 'dee' });
  });

  it('corrected leaves no doubt behind', async () => {
    const ports = council(own.outbox);
    await answer(ports, { ...typo, right: 'Counted twice.' });
    await answer(ports, { value: '419' }, { revision: 1 });
    expect(rowsOf(ports).return()).toMatchObject({ doubted: null, confirmedBecause: null });
  });
});

describe('a commentary that contradicts its figure', () => {
  const glad = { ...red, commentary: 'We are on track.' };
  it('is asked about while the figure is off target', async () => {
    expect(await answer(council(own.outbox), glad)).toMatchObject({
      doubts: [{ kind: 'commentary contradicts', words: 'on track' }],
    });
  });
  it('is let be where it is on target, or says it is not', async () => {
    const ports = council(own.outbox);
    expect(await answer(ports, { ...glad, value: '400' })).toMatchObject({ outcome: 'submitted' });
    const honest = { ...red, commentary: 'We are not on track.' };
    expect(await answer(ports, honest, { revision: 1 })).toMatchObject({ outcome: 'submitted' });
  });
  it('is asked about where it is new, though the figure has been confirmed', async () => {
    const ports = council(own.outbox);
    await answer(ports, { ...typo, right: 'Counted twice.' });
    const again = { ...typo, commentary: 'All is going well.' };
    expect(await answer(ports, again, { revision: 1 })).toMatchObject({
      doubts: [{ kind: 'commentary contradicts' }],
    });
  });
});

describe('a commentary', () => {
  it('taken out again is asked for again where the figure is off target', async () => {
    const ports = council(own.outbox);
    await answer(ports, red);
    expect(await answer(ports, { ...red, commentary: '' }, { revision: 1 })).toMatchObject({
      reason: 'commentary required',
    });
  });
});

describe('the same answer pressed again', () => {
  it('is found saved, after a crash too', async () => {
    const ports = council(own.outbox);
    await answer(ports, { ...red, forecast: '550', limits: 'One site is missing.' });
    own.reopen();
    const later = council(own.outbox);
    const before = await own.outbox.pending(100);
    later.replica.lay(before);
    expect(
      await answer(later, { ...red, forecast: '550', limits: 'One site is missing.' }),
    ).toMatchObject({ outcome: 'already', return: { value: 600, forecast: 550 } });
    expect(await own.outbox.pending(100)).toEqual(before);
    expect(rowsOf(later).actions()).toHaveLength(1);
  });
  it('with another figure is not the same, however its key is written', async () => {
    const ports = council(own.outbox);
    await answer(ports, { value: '400' });
    for (const key of [asked, asked.toUpperCase()]) {
      const again = (value: string) => answer(ports, { value }, { return: key });
      expect(await again('401')).toMatchObject({ reason: 'answered meanwhile' });
      expect(await again('400')).toMatchObject({ outcome: 'already' });
    }
  });
  it('with another action is not the same', async () => {
    const ports = council(own.outbox);
    await answer(ports, red);
    expect(await answer(ports, { ...red, action: 'Nothing of the kind' })).toMatchObject({
      reason: 'answered meanwhile',
    });
    expect(rowsOf(ports).action()).toMatchObject({ title: red.action });
  });
});

describe('a cycle suspended by a decision', () => {
  it('takes no answer', async () => {
    const ports = council(own.outbox, { cycle: { state: 'Suspended' } });
    expect(await answer(ports, { value: '400' })).toMatchObject({ reason: 'cycle suspended' });
  });
});
