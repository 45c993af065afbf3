// A final figure given where a provisional one was: the figure itself is restated, and keeps both.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { answer, asked, council, rowsOf } from './answering-council.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();

describe('a final figure for one that was provisional', () => {
  const key = `${asked.slice(0, -1)}1 final`;
  const first = {
    measure: 'plan|M',
    period: '2020-21 Q1',
    value: 420,
    finality: 'provisional',
    commentary: 'Counted by hand.',
    forecast: 1_700,
    limits: 'One site is missing.',
    revision: 1,
  } as const;
  const again = {
    key,
    measure: 'plan|M',
    period: '2020-21 Q1',
    kind: 'final',
    state: 'Due',
    cycle: 'plan|2020-21 Q2',
    owner: 'ann',
    finality: null,
  } as const;
  const given = (set: Partial<Row<'returns'>> = {}) =>
    council(own.outbox, { returns: [{ ...first, ...set }, again] });
  const held = 'plan|M|2020-21 Q1';

  it('is given to the figure itself, which keeps both', async () => {
    const ports = given();
    expect(await answer(ports, { value: '431' }, { return: key })).toMatchObject({
      outcome: 'submitted',
      return: { key, state: 'Returned', value: 431 },
    });
    expect(rowsOf(ports).return(held)).toMatchObject({
      value: 431,
      provisionalValue: 420,
      restatedOn: Temporal.PlainDate.from('2020-10-05'),
      finality: 'final',
      commentary: 'Counted by hand.',
      forecast: 1_700,
      limits: 'One site is missing.',
      returnedBy: 'ann',
      revision: 2,
    });
    expect(await answer(ports, { value: '431' }, { return: key })).toMatchObject({
      outcome: 'already',
    });
  });
  it('off target asks for no more than was said of it', async () => {
    const ports = given({ value: 600, action: 'plan|M 2020-21 Q1' });
    expect(await answer(ports, { value: '610' }, { return: key })).toMatchObject({
      outcome: 'submitted',
    });
    expect(rowsOf(ports).return(held)).toMatchObject({ value: 610, action: 'plan|M 2020-21 Q1' });
  });
  it('still provisional leaves the figure so', async () => {
    const ports = given();
    await answer(ports, { value: '425', finality: 'provisional' }, { return: key });
    expect(rowsOf(ports).return(held)).toMatchObject({
      value: 425,
      finality: 'provisional',
      provisionalValue: null,
    });
  });
  it('not there yet leaves the provisional one as it is', async () => {
    const ports = given();
    const noData = { kind: 'no data', until: '2020-11-20', because: 'Published late' } as const;
    await answer(ports, {}, { return: key, answer: noData });
    expect(rowsOf(ports).return(key)).toMatchObject({ state: 'No data until' });
    expect(rowsOf(ports).return(held)).toMatchObject({ state: 'Returned', value: 420 });
  });
});
