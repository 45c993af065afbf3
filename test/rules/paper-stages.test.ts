// How far a paper has come, until when its words change, and on which days nothing is published.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperKinds } from '../../src/registers/papers.ts';
import { holdInForce, holdOn, isPublicity } from '../../src/rules/holds.ts';
import {
  clearances,
  clearancesWanted,
  stageOf,
  stillToClear,
  wordsFreezeAt,
} from '../../src/rules/paper-stages.ts';
import { rewordedSince, wordingsAt } from '../../src/rules/paper-wordings.ts';
import { registersOf, rowOf } from './table-of.ts';

const at = Temporal.Instant.from('2020-11-02T10:00:00Z');
const day = (iso: string) => Temporal.PlainDate.from(iso);
const anyKind = fc.constantFrom(...paperKinds);
const clearedBy = (given: readonly string[], more: object = {}) =>
  rowOf('papers', {
    key: 'paper',
    ...Object.fromEntries(given.map((each) => [each, at])),
    ...more,
  });

describe('a paper', () => {
  it('that anybody may read is cleared by three, one that stays inside by finance', () => {
    const wanted = paperKinds.map((kind) => [kind, clearancesWanted({ kind, board: null }).length]);
    expect(Object.fromEntries(wanted)).toEqual({
      "directors' board": 1,
      'portfolio briefing': 1,
      Cabinet: 3,
      scrutiny: 3,
      public: 3,
      'delivery plan': 3,
      annual: 3,
      'council tax': 3,
    });
  });
  it('is cleared when, and only when, each clearance it wants is given, in whatever order', () => {
    fc.assert(
      fc.property(anyKind, fc.subarray([...clearances]), fc.boolean(), (kind, given, isHeld) => {
        const order = { kind, board: null };
        const row = clearedBy(given);
        const left = clearancesWanted(order).filter((each) => !given.includes(each));
        expect(stillToClear(row, order, 0)).toEqual(left);
        const stage = stageOf(row, { order, isHeld, worded: 0 });
        if (left.length === 0) expect(stage).toBe(isHeld ? 'Held' : 'Cleared');
        else expect(['Draft', 'In clearance']).toContain(stage);
        expect(stageOf(clearedBy(given, { issuedAt: at }), { order, isHeld, worded: 0 })).toBe(
          'Issued',
        );
      }),
    );
  });
  it('is still to be cleared by each whose clearance was of words that have changed since', () => {
    const order = { kind: 'Cabinet' as const, board: null };
    const row = clearedBy(clearances, { financeUpTo: 3, legalUpTo: 2 });
    const left = (worded: number) => stillToClear(row, order, worded);
    expect(left(0)).toEqual([]);
    // One of before such marks were kept was of the owners' own words.
    expect(left(1)).toEqual(['portfolio']);
    expect(left(3)).toEqual(['legal', 'portfolio']);
    expect(stageOf(row, { order, isHeld: false, worded: 3 })).toBe('In clearance');
    expect(left(4)).toEqual([...clearances]);
    expect(stageOf(row, { order, isHeld: false, worded: 4 })).toBe('In clearance');
  });
  it('keeps the words it was issued with, else those of the day before its agenda is sent', () => {
    const sent = day('2020-11-13');
    expect(wordsFreezeAt(null, null)).toBeNull();
    expect(wordsFreezeAt(null, sent)?.toString()).toBe('2020-11-13T00:00:00Z');
    expect(wordsFreezeAt(clearedBy([], { wordsFrozenAt: at }), sent)).toEqual(at);
    // In summer the council's midnight is an hour before that of Greenwich.
    expect(wordsFreezeAt(null, day('2020-08-03'))?.toString()).toBe('2020-08-02T23:00:00Z');
  });
});

describe('words changed through clearance', () => {
  const line = (nth: number) => `Measures: plan|${nth}`;
  const changes = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 12 }).map((lines) =>
    lines.map((of, index) =>
      rowOf('paperWords', {
        key: `row ${index}`,
        cycle: 'plan|2020-21 Q2',
        line: line(of),
        at,
        words: `words ${index + 1}`,
        revision: lines.slice(0, index + 1).filter((each) => each === of).length,
        change: index + 1,
      }),
    ),
  );
  it('stand as the last of each line was, however the rows come, also where all are of one moment', () => {
    fc.assert(
      fc.property(changes, fc.nat({ max: 12 }), (rows, upTo) => {
        const cycle = 'plan|2020-21 Q2';
        const asked = { cycle, upTo, before: null };
        const registers = registersOf({ paperWords: rows.toReversed() });
        const expected = new Map(rows.slice(0, upTo).map((row) => [row.line, row.words]));
        const found = wordingsAt(registers, asked);
        expect(new Map([...found].map(([of, { words }]) => [of, words]))).toEqual(expected);
        const since = rewordedSince(registers, { cycle, upTo: null, before: null, since: upTo });
        expect(new Set(since.map((row) => row.line))).toEqual(
          new Set(rows.slice(upTo).map((row) => row.line)),
        );
      }),
    );
  });
});

describe('a hold', () => {
  const hold = (more: object = {}) => ({
    key: 'council|2021-03-23',
    title: 'Pre-election period',
    kind: 'pre-election' as const,
    startsOn: day('2021-03-23'),
    endsOn: day('2021-05-06'),
    ...more,
  });
  const inForce = (today: string, more: object = {}, plan = 'plan') =>
    holdInForce(registersOf({ holds: [hold(more)] }), { plan, today: day(today) }) !== null;
  it.each([
    ['2021-03-22', false],
    ['2021-03-23', true],
    ['2021-05-06', true],
    ['2021-05-07', false],
  ])('on %s: %s', (today, is) => {
    expect(inForce(today)).toBe(is);
  });
  it('of one plan holds that plan alone, and one that was released holds nothing', () => {
    expect(inForce('2021-04-01', { plan: 'Plan' })).toBe(true);
    expect(inForce('2021-04-01', { plan: 'other' })).toBe(false);
    expect(inForce('2021-04-01', { releasedAt: at })).toBe(false);
  });
  it('is on publicity alone: what goes to a meeting is open to inspection by law', () => {
    expect(paperKinds.filter(isPublicity)).toEqual(['public', 'annual', 'council tax']);
    const registers = registersOf({ holds: [hold()] });
    const on = { plan: 'plan', today: day('2021-04-01') };
    expect(holdOn(registers, { ...on, kind: 'Cabinet' })).toBeNull();
    expect(holdOn(registers, { ...on, kind: 'annual' })?.title).toBe('Pre-election period');
  });
  it('whose days are typed the wrong way round holds between them all the same', () => {
    const round = { startsOn: day('2021-05-06'), endsOn: day('2021-03-23') };
    expect(inForce('2021-03-22', round)).toBe(false);
    expect(inForce('2021-04-01', round)).toBe(true);
    const registers = registersOf({ holds: [hold(round)] });
    const found = holdInForce(registers, { plan: 'plan', today: day('2021-04-01') });
    expect(found?.endsOn.toString()).toBe('2021-05-06');
  });
  it('of two is the one that ends last', () => {
    const longer = hold({ key: 'longer', title: 'Longer', endsOn: day('2021-05-10') });
    const registers = registersOf({ holds: [longer, hold()] });
    expect(holdInForce(registers, { plan: 'plan', today: day('2021-04-01') })?.title).toBe(
      'Longer',
    );
  });
});
