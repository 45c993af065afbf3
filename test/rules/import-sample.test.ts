// The Operating Plan's 79 measures, written as a council would write them and read back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { parsePeriod, periodText } from '../../src/rules/period.ts';
import { targetFor } from '../../src/rules/rating.ts';
import type { Cell, Merge } from '../../src/rules/workbook.ts';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';
import { times } from '../counts.ts';
import { type Grid, preview, sheet, stopWords } from './import-given.ts';
import { type Rows, registersOf } from './table-of.ts';

const plan = 'operating-plan-2020-21';
const council = stokeOnTrent().rows as Rows;
const full = registersOf(council);
const ofPlan = (of: { readonly plan: string | null }) => of.plan === plan;
const without = registersOf({
  ...council,
  measures: (council.measures ?? []).filter((each) => each.plan !== plan),
  targets: (council.targets ?? []).filter((each) => each.plan !== plan),
  returns: (council.returns ?? []).filter((each) => each.plan !== plan),
});
const measures = [...full.measures.values()].filter(ofPlan);
const returns = [...full.returns.values()].filter((each) => ofPlan(each) && each.value !== null);
const year = parsePeriod('2020-21')!;

type Column = {
  readonly over: string;
  readonly heading: string;
  readonly cell: (m: Row<'measures'>) => Cell;
};

const factColumns: readonly Omit<Column, 'over'>[] = [
  { heading: 'PI ref', cell: (m) => m.code },
  { heading: 'Performance measure', cell: (m) => m.title },
  { heading: 'Good is', cell: (m) => m.polarity },
  { heading: 'Unit of measure', cell: (m) => m.unit },
  { heading: 'Decimal places', cell: (m) => m.decimals },
  { heading: 'Reporting frequency', cell: (m) => m.frequency },
  { heading: 'Period basis', cell: (m) => m.periodBasis },
  { heading: 'Service', cell: (m) => full.teams.get(m.team)?.title ?? null },
  { heading: 'Lead officer', cell: (m) => m.owner },
  {
    heading: 'Corporate priority',
    cell: (m) => (m.priority ? (full.priorities.get(m.priority)?.title ?? null) : null),
  },
  { heading: 'RAG', cell: () => 'Green' },
  { heading: 'Tolerance', cell: (m) => toleranceOf(m) },
];
const facts: readonly Column[] = factColumns.map((column) => ({ over: '', ...column }));

const toleranceOf = (m: Row<'measures'>): Cell => {
  const target = targetFor(full, m.key, year);
  if (!target) return null;
  return target.toleranceIs === 'absolute' ? target.tolerance : `${target.tolerance}% of target`;
};

/** A target that is the year's own: profiled quarters are left to their own columns. */
const targetOf = (m: Row<'measures'>): Cell => {
  const target = targetFor(full, m.key, year);
  if (!target) return 'n/a';
  return target.target ?? `${target.rangeLow} to ${target.rangeHigh}`;
};

const periods = [...new Set(returns.map(({ period }) => period))].toSorted();

const figureColumns: readonly Column[] = [...new Set(periods.map(headingOf))].map((heading) => ({
  over: /(\d{4}\/\d\d)/.exec(heading)?.[1] ?? '',
  heading,
  cell: (m) => {
    const held = returns.find(
      (each) => each.measure === m.key && headingOf(each.period) === heading,
    );
    if (!held) return null;
    const { value, finality } = held;
    if (finality === 'provisional') return `${value} (p)`;
    if (m.unit.startsWith('%'))
      return { value: Number(((value as number) / 100).toPrecision(15)), percent: true };
    return value;
  },
}));

function headingOf(text: string): string {
  const period = parsePeriod(text);
  if (period?.kind === 'quarter')
    return `Q${period.number} ${period.year}/${String((period.year + 1) % 100).padStart(2, '0')}`;
  if (period?.kind === 'calendar year') return periodText(period);
  return `${period?.year}/${String(((period?.year ?? 0) + 1) % 100).padStart(2, '0')} outturn`;
}

const wide: readonly Column[] = [
  ...facts,
  ...figureColumns,
  { over: '', heading: 'Target 2020/21', cell: targetOf },
];

const gridOf = (columns: readonly Column[]): Grid => [
  columns.map(({ heading }) => heading),
  ...measures.map((m) => columns.map(({ cell }) => cell(m))),
];

const read = (grid: Grid, merges: readonly Merge[] = [], registers = without) =>
  preview(registers, [sheet('Corporate measures', grid, { merges })], {
    plan,
    today: '2020-10-01',
  });

const carried = [
  'title',
  'code',
  'polarity',
  'unit',
  'decimals',
  'frequency',
  'periodBasis',
  'team',
  'owner',
  'priority',
] as const;

describe("the sample council's measures as a wide sheet in a council's words", () => {
  const shown = read(gridOf(wide));
  const set = (register: string) =>
    new Map(
      shown.changesToTake
        .filter((each) => each.register === register)
        .map((each) => [each.key, each.set]),
    );

  it('come back with no doubt that stops', () => {
    expect(stopWords(shown)).toEqual([]);
    expect(measures).toHaveLength(79);
  });

  it('come back exactly, measure by measure', () => {
    const begun = set('measures');
    expect(begun.size).toBe(79);
    for (const m of measures)
      for (const name of carried)
        expect([m.key, name, begun.get(m.key)?.[name] ?? null]).toEqual([m.key, name, m[name]]);
  });

  it('come back exactly, figure by figure', () => {
    const begun = set('returns');
    expect(begun.size).toBe(returns.length);
    for (const each of returns)
      expect([each.key, begun.get(each.key)]).toEqual([
        each.key,
        expect.objectContaining({ value: each.value, finality: each.finality }),
      ]);
  });

  it('come back with the targets of their year', () => {
    const begun = set('targets');
    const held = measures.flatMap((m) => targetFor(full, m.key, year) ?? []);
    expect(begun.size).toBe(held.length);
    for (const target of held)
      expect([...begun.values()]).toContainEqual(
        expect.objectContaining({
          measure: target.measure,
          tolerance: target.tolerance,
          ...(target.target === null
            ? { rangeLow: target.rangeLow, rangeHigh: target.rangeHigh }
            : { target: target.target }),
        }),
      );
  });

  it('change nothing in registers that hold them', () => {
    const again = read(gridOf(wide), [], full);
    expect(stopWords(again)).toEqual([]);
    expect(again.changesToTake).toEqual([]);
  });
});

describe('the same sheet laid out another way', () => {
  const plainly = read(gridOf(wide)).fingerprint;

  it('gives the same changes with its columns in any order and titles above', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...wide], { minLength: wide.length }),
        fc.array(
          fc.constantFrom<readonly Cell[]>(
            [],
            ['Anytown Council'],
            ['Corporate measures', null, 'v2'],
          ),
          { maxLength: 6 },
        ),
        (columns, titles) => {
          expect(read([...titles, ...gridOf(columns)]).fingerprint).toBe(plainly);
        },
      ),
      { numRuns: times({ reduced: 10, full: 200 }) },
    );
  });

  it('gives the same changes with each year over its quarters, merged', () => {
    const years = Object.groupBy(figureColumns, ({ over }) => over);
    const columns = [
      ...facts,
      ...Object.entries(years).flatMap(([over, some]) =>
        (some ?? []).map((each) => ({
          ...each,
          heading: over === '' ? each.heading : each.heading.replace(over, '').trim(),
        })),
      ),
      { over: '2020/21', heading: 'Target', cell: targetOf },
    ];
    const first = columns.map(({ over }, at) =>
      over !== '' && columns[at - 1]?.over !== over ? over : null,
    );
    const merges = first.flatMap((over, left) => {
      if (over === null) return [];
      const after = columns.findIndex((each, at) => at > left && each.over !== over);
      return [{ top: 0, bottom: 0, left, right: (after < 0 ? columns.length : after) - 1 }];
    });
    const shown = read([first, ...gridOf(columns)], merges);
    expect(stopWords(shown)).toEqual([]);
    expect(shown.fingerprint).toBe(plainly);
  });
});

describe('ten thousand rows', () => {
  it('are understood in under three seconds', () => {
    const rowsOf = (count: number): Grid => [
      ['Ref', 'Measure', 'Period', 'Actual', 'Target', 'Comments'],
      ...Array.from({ length: count }, (_, n) => {
        const at = Math.floor(n / 20);
        const quarter = n % 20;
        return [
          `M ${at}`,
          `Measure ${at} of things done in time`,
          `Q${(quarter % 4) + 1} ${2016 + Math.floor(quarter / 4)}/${17 + Math.floor(quarter / 4)}`,
          Math.round(800 + ((n * 37) % 100)) / 10,
          85,
          'As expected.',
        ];
      }),
    ];
    const held = registersOf({
      plans: [{ key: 'plan', title: 'Plan', code: 'plan' }],
      teams: [{ key: 't-1', title: 'Housing' }],
      measures: Array.from({ length: 500 }, (_, n) => ({
        title: `Measure ${n} of things done in time`,
        code: `M ${n}`,
        team: 't-1',
      })),
    });
    const began = process.cpuUsage();
    const shown = preview(held, [sheet('Long', rowsOf(10_000))]);
    const took = process.cpuUsage(began).user / 1_000;

    expect(stopWords(shown)).toEqual([]);
    expect(shown.counts).toContainEqual({ register: 'returns', new: 10_000, changed: 0, same: 0 });
    expect(took).toBeLessThan(3_000);
  });

  it('of names that are all nearly alike are understood in under three seconds too', () => {
    const held = registersOf({
      plans: [{ key: 'plan', title: 'Plan', code: 'plan' }],
      teams: [{ key: 't-1', title: 'Housing' }],
      measures: Array.from({ length: 2_000 }, (_, n) => ({
        title: `Share of enquiries answered in ${n} days`,
        code: `M ${n}`,
        team: 't-1',
      })),
    });
    const grid: Grid = [
      ['Measure', 'Period', 'Actual'],
      ...Array.from({ length: 10_000 }, (_, n) => [
        `Share of enquiry answered in ${n} days`,
        'Q1 2020/21',
        80,
      ]),
    ];
    const began = process.cpuUsage();
    const shown = preview(held, [sheet('Long', grid)]);
    expect(shown.stops).toBeGreaterThanOrEqual(10_000);
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(3_000);
  });
});
