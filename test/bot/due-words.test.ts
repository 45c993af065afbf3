// What a person is told is due: by when the first of it is, of which month or quarter, and how long it takes.
import { describe, expect, test } from 'vitest';
import { chaserView } from '../../bot/views/chaser-view.ts';
import { dueTitle, dueView, minutesFor } from '../../bot/views/due-view.ts';
import { type InCycle, owedIn } from '../../bot/views/in-cycle.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';
import { cycle, keyOf, lines, rows } from './asked-of-all-kinds.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

const asAnn = (today: string, change: (rows: Rows) => Rows = (same) => same): InCycle => {
  const registers = registersOf(change(rows()));
  const person = registers.people.get('ann');
  const of = registers.cycles.get(cycle) ?? [...registers.cycles.values()][0];
  if (person === undefined || of === undefined) throw new Error('Nobody is asked.');
  return { registers, person, cycle: of, today: day(today) };
};
const title = (at: InCycle) => dueTitle(at, owedIn(at));

const askedFor =
  (...keys: readonly string[]) =>
  (all: Rows): Rows => ({
    ...all,
    returns: (all.returns ?? []).filter((each) => keys.includes(each.key ?? '')),
  });

describe('by when', () => {
  test.each([
    ['2020-10-06', 'Quarter 2 returns: 8 due, the first 4 by Mon 12 October'],
    ['2020-10-12', 'Quarter 2 returns: 8 due, the first 4 by Mon 12 October'],
    ['2020-10-13', 'Quarter 2 returns: 8 due, the first 4 were due on Mon 12 October'],
  ])('of what is due on several days the earliest is said, on %s', (today, words) => {
    expect(title(asAnn(today))).toBe(words);
  });

  test('what came back from an earlier quarter is due with this one', () => {
    const at = asAnn('2020-10-06', (all) => ({
      ...all,
      returns: (all.returns ?? []).map((each) => ({ ...each, dueOn: day('2020-07-14') })),
    }));
    expect(title(at)).toBe('Quarter 2 returns: 8 due by Wed 14 October');
  });

  test('one alone is spoken of as one', () => {
    const at = asAnn('2020-10-13', askedFor(keyOf(lines.action)));
    expect(title(at)).toBe('Quarter 2 returns: 1 was due on Mon 12 October');
    expect(chaserView(at)?.sentence).toBe(
      'Your quarter 2 return is still missing. It was due on Mon 12 October.',
    );
  });

  test('a chaser says by when the first are due', () => {
    expect(chaserView(asAnn('2020-10-12'))?.sentence).toBe(
      'Your 8 quarter 2 returns are still missing. The first 4 are due today, Mon 12 October.',
    );
  });
});

describe("a month's returns", () => {
  const monthly = asAnn('2020-09-03', (all) => ({
    ...all,
    cycles: [{ key: 'plan|2020-21 M05', title: 'August', period: '2020-21 M05', dueWorkingDay: 5 }],
    returns: [
      {
        measure: 'plan|1',
        period: '2020-21 M05',
        cycle: 'plan|2020-21 M05',
        state: 'Due' as const,
        owner: 'ann',
      },
    ],
  }));

  test('go by the month, in a title and within a sentence', () => {
    expect(title(monthly)).toBe('August 2020 returns: 1 due by Mon 7 September');
    expect(chaserView(monthly)?.sentence).toContain('Your August 2020 return is still missing.');
  });
});

describe('how long it takes', () => {
  const minutes = (...keys: string[]) => {
    const at = asAnn('2020-10-06', askedFor(...keys));
    return minutesFor(at.registers, owedIn(at));
  };

  test('three figures take two minutes, and a statement of assurance longer than all of them', () => {
    expect(minutes('plan|1|2020-21 Q2')).toBe(1);
    expect(minutes(keyOf(lines.assurance))).toBe(5);
  });

  test("a plan's money takes as long as it has lines", () => {
    const few = asAnn('2020-10-06', (all) => ({
      ...askedFor(keyOf(lines.finance))(all),
      budgets: (all.budgets ?? []).slice(0, 2),
    }));
    expect(minutes(keyOf(lines.finance))).toBe(5);
    expect(minutesFor(few.registers, owedIn(few))).toBe(2);
  });

  test('each line says how it stands, and what was never reported says so', () => {
    const view = dueView(asAnn('2020-10-06'));
    const stands = view?.lines.map(({ name, stands: of }) => [name, of?.status, of?.words]);
    expect(stands).toEqual([
      ['Households helped', undefined, undefined],
      ['Actions delivered by their day', undefined, undefined],
      [
        'Milestone: Survey of the high-rise blocks',
        'on track',
        ['60% done', 'due by Thu 31 December'],
      ],
      [
        'Rapid improvement: One front door for housing advice',
        null,
        ['was due on Wed 30 September'],
      ],
      ['Saving: Fewer nights in bed and breakfast', 'at risk', ['£100,000 of £400,000 achieved']],
      ['Risk: A high-rise block must be emptied at once', null, ['score 10 at last look']],
      ['Finance: Operating Plan', null, ['14 lines of the budget']],
      ['Assurance: Homes', null, []],
    ]);
  });
});
