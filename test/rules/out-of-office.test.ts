// When somebody is back by what they have set in Teams, and that nobody's own word is overruled by it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { awayBy, backOn, momentToAsk } from '../../src/rules/out-of-office.ts';
import { day } from './arbitrary.ts';
import { registersOf } from './table-of.ts';

const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/London]`);
const between = (from: string | null, until: string | null) => ({
  from: from === null ? null : at(from).toInstant(),
  until: until === null ? null : at(until).toInstant(),
});
/** Thu 1 October 2020. */
const morning = at('2020-10-01T09:00');
const none: ReadonlySet<string> = new Set();

describe('the day somebody is back', () => {
  const back = (from: string | null, until: string | null, closed = none) =>
    backOn(between(from, until), morning, closed)?.toString() ?? null;

  it('is the day it ends where that is a morning, and else the next working day', () => {
    expect(back('2020-09-28T17:00', '2020-10-08T08:00')).toBe('2020-10-08');
    expect(back('2020-09-28T17:00', '2020-10-08T17:00')).toBe('2020-10-09');
    expect(back('2020-09-28T17:00', '2020-10-12T00:00')).toBe('2020-10-12');
  });
  it('is a working day: not a Saturday, not one the council is closed', () => {
    expect(back('2020-09-28T17:00', '2020-10-02T17:00')).toBe('2020-10-05');
    expect(back('2020-09-28T17:00', '2020-10-03T00:00')).toBe('2020-10-05');
    expect(back(null, '2020-10-02T17:00', new Set(['2020-10-05']))).toBe('2020-10-06');
  });
  it('is the next working day where no end is given', () => {
    expect(back(null, null)).toBe('2020-10-02');
    expect(backOn(between(null, null), at('2020-10-02T09:00'), none)?.toString()).toBe(
      '2020-10-05',
    );
  });
  it('is none where it is still ahead, over, or over before noon that day', () => {
    expect(back('2020-10-01T17:00', '2020-10-12T08:00')).toBeNull();
    expect(back('2020-09-21T08:00', '2020-10-01T09:00')).toBeNull();
    expect(back('2020-10-01T08:00', '2020-10-01T11:00')).toBeNull();
    expect(backOn(null, morning, none)).toBeNull();
  });
  it('is tomorrow for who is out until this evening, and begins at the very minute', () => {
    expect(back('2020-10-01T09:00', '2020-10-01T17:00')).toBe('2020-10-02');
  });
});

type Told = {
  readonly by: 'ann' | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly on?: string;
};

/** Ann, whose Journal tells these settings of Away until, the last of which stands. */
const annWith = (told: readonly Told[], stands = told.at(-1)?.to ?? null) => {
  const registers = registersOf({
    people: [{ key: 'ann', awayUntil: stands === null ? null : day(stands) }],
    journal: told.map(({ by, from, to, on = '2020-09-28T10:00' }, n) => ({
      key: `entry ${n}|1`,
      row: 'People: ann',
      by,
      source: by === null ? ('product' as const) : ('card' as const),
      at: at(on).toInstant(),
      from: `Away until: ${from ?? 'blank'}`,
      to: `Away until: ${to ?? 'blank'}`,
    })),
  });
  return { registers, ann: registers.people.get('ann') as Row<'people'> };
};
const verdict = (
  told: readonly Told[],
  out: ReturnType<typeof between> | null,
  moment = morning,
  stands?: string,
) => {
  const { registers, ann } = annWith(told, stands);
  const by = awayBy(registers, ann, { out, at: moment });
  return by.verdict === 'leave' ? 'leave' : (by.awayUntil?.toString() ?? 'here');
};
const until = (end: string | null) => between(end === null ? null : '2020-09-28T08:00', end);
const product = (from: string | null, to: string | null, on?: string): Told => ({
  by: null,
  from,
  to,
  ...(on && { on }),
});
const herself = (from: string | null, to: string | null, on?: string): Told => ({
  ...product(from, to, on),
  by: 'ann',
});

describe('Away until, told what Teams says', () => {
  it('is set where nothing stands or what stands is sooner', () => {
    expect(verdict([], until('2020-10-08T08:00'))).toBe('2020-10-08');
    expect(verdict([herself(null, '2020-10-06')], until('2020-10-08T08:00'))).toBe('2020-10-08');
  });
  it('that she gave herself is never made sooner, nor taken back', () => {
    expect(verdict([herself(null, '2020-10-12')], until('2020-10-08T08:00'))).toBe('leave');
    expect(verdict([herself(null, '2020-10-12')], null)).toBe('leave');
    expect(verdict([], until('2020-10-08T08:00'), morning, '2020-10-12')).toBe('leave');
  });
  it('that somebody set in the list just now, and the Journal does not tell yet, is left', () => {
    const told = [product(null, '2020-10-06')];
    expect(verdict(told, until('2020-10-08T08:00'), morning, '2020-10-16')).toBe('leave');
    expect(verdict(told, null, morning, '2020-10-16')).toBe('leave');
  });
  it('that Teams gave moves with Teams, as far back as the day she gave herself', () => {
    const both = [herself(null, '2020-10-06'), product('2020-10-06', '2020-10-16')];
    expect(verdict([product(null, '2020-10-16')], until('2020-10-08T08:00'))).toBe('2020-10-08');
    expect(verdict([product(null, '2020-10-16')], null)).toBe('here');
    expect(verdict(both, until('2020-10-02T08:00'))).toBe('2020-10-06');
    expect(verdict(both, null)).toBe('2020-10-06');
    expect(verdict([product('2020-10-06', '2020-10-16')], null)).toBe('2020-10-06');
  });
  it('is left alone on a day off, when Teams says no more', () => {
    const friday = [product(null, '2020-10-05')];
    expect(verdict(friday, null, at('2020-10-03T00:00'))).toBe('leave');
    expect(verdict(friday, null, at('2020-10-02T08:00'))).toBe('here');
  });
  it('after "I\'m back" stays blank that day, and for that same end', () => {
    const back = [
      product(null, '2020-10-08', '2020-09-30T09:00'),
      herself('2020-10-08', null, '2020-10-01T08:30'),
    ];
    expect(verdict(back, until('2020-10-08T08:00'))).toBe('leave');
    expect(verdict(back, until(null))).toBe('leave');
    const tomorrow = at('2020-10-02T09:00');
    expect(verdict(back, until('2020-10-08T08:00'), tomorrow)).toBe('leave');
    expect(verdict(back, until('2020-10-15T08:00'), tomorrow)).toBe('2020-10-15');
    expect(verdict(back, until(null), tomorrow)).toBe('2020-10-05');
  });
  it('pressed in the very moment Teams was heard, "I\'m back" is the later', () => {
    const still = '2020-10-01T08:30';
    const back = [herself('2020-10-08', null, still), product(null, '2020-10-08', still)];
    const { registers, ann } = annWith(back, null);
    const said = { out: until('2020-10-08T08:00'), at: morning };
    expect(awayBy(registers, ann, said)).toEqual({ verdict: 'leave' });
  });
  it('that goes on from a day Teams gave is nothing new', () => {
    const { registers, ann } = annWith([product(null, '2020-10-01')]);
    expect(awayBy(registers, ann, { out: until(null), at: at('2020-10-01T00:00') })).toMatchObject({
      awayUntil: day('2020-10-02'),
      isNew: false,
    });
    expect(
      awayBy(registers, { ...ann, awayUntil: null }, { out: until(null), at: morning }),
    ).toMatchObject({ isNew: true });
  });

  const anyDay = fc.integer({ min: -20, max: 40 }).map((days) => day('2020-10-01').add({ days }));
  const anyTold = fc.array(
    fc.record({
      by: fc.constantFrom('ann' as const, null),
      to: fc.option(anyDay.map(String)),
    }),
    { maxLength: 5 },
  );
  const anyOut = fc.option(
    fc.record({
      from: fc.option(anyDay.map((each) => each.toZonedDateTime('Europe/London').toInstant())),
      until: fc.option(anyDay.map((each) => each.toZonedDateTime('Europe/London').toInstant())),
    }),
  );
  it('whatever came before, ends no sooner than she said herself, and asked twice is asked once', () => {
    fc.assert(
      fc.property(anyTold, anyOut, (steps, out) => {
        const told = steps.map((each, n) => ({
          ...each,
          from: steps[n - 1]?.to ?? null,
          on: `2020-09-0${n + 1}T10:00`,
        }));
        const { registers, ann } = annWith(told);
        const by = awayBy(registers, ann, { out, at: morning });
        if (by.verdict === 'leave') return;
        const own = told.findLast((each) => each.by === 'ann')?.to ?? null;
        const later = [own, '2020-10-01']
          .filter((each) => each !== null)
          .toSorted()
          .at(-1);
        const ends = by.awayUntil?.toString() ?? '2020-10-01';
        expect(ends >= (later ?? '')).toBe(true);
        const next = annWith([
          ...told,
          {
            ...product(told.at(-1)?.to ?? null, by.awayUntil?.toString() ?? null),
            on: '2020-10-01T09:00',
          },
        ]);
        expect(awayBy(next.registers, next.ann, { out, at: morning })).toEqual({
          verdict: 'leave',
        });
      }),
    );
  });
});

describe('when to ask', () => {
  const moment = (local: string, cycle: Partial<Row<'cycles'>> = {}) =>
    momentToAsk(registersOf({ cycles: [{ sendAt: '09:30', ...cycle }] }), at(local))
      ?.toPlainDateTime()
      .toString() ?? null;

  it('is when the day begins, when the quiet hours end, and ten minutes before cards go out', () => {
    expect(moment('2020-10-01T00:00')).toBe('2020-10-01T00:00:00');
    expect(moment('2020-10-01T07:00')).toBe('2020-10-01T00:00:00');
    expect(moment('2020-10-01T08:30')).toBe('2020-10-01T08:00:00');
    expect(moment('2020-10-01T09:19')).toBe('2020-10-01T08:00:00');
    expect(moment('2020-10-01T09:20')).toBe('2020-10-01T09:30:00');
    expect(moment('2020-10-01T23:59')).toBe('2020-10-01T09:30:00');
    expect(moment('2020-10-01T08:30', { quietUntil: '08:45' })).toBe('2020-10-01T00:00:00');
  });
  it('is never while no cycle is open or opens that day', () => {
    expect(moment('2020-10-01T12:00', { state: 'Closed' })).toBeNull();
    expect(moment('2020-09-30T12:00', { state: 'Planned' })).toBeNull();
    expect(moment('2020-10-01T12:00', { state: 'Planned' })).not.toBeNull();
  });
});
