// The Operating Plan's finance tables: its operating budget, revenue and savings by priority, capital
// and reserves, each with its totals as printed. Kept in whole pounds; income is negative.
import { newRow } from '../../../registers/new-row.ts';
import type { Row } from '../../../registers/registers.ts';
import { keyed, plan } from '../plan.ts';

type Budget = Row<'budgets'>;
type Line = Partial<Budget> & Pick<Budget, 'code' | 'title' | 'kind' | 'amount'>;

const kinds = { Revenue: 'revenue', Capital: 'capital', Reserves: 'reserves' } as const;

/** A code begins with the table it is of: 'Capital HRA 2020-21'. */
const line = (code: `${keyof typeof kinds} ${string}`, title: string, amount: number): Line => {
  const kind = kinds[code.split(' ')[0] as keyof typeof kinds];
  return { code, title, kind, amount };
};
const total = (printed: Line): Line => ({ ...printed, isTotal: true });

/** Printed in £m, to three places or to one: said here in thousands, so that nothing is rounded. */
const thousands = (number: number): number => number * 1000;

/** Without the Housing Revenue Account. The one table printed to the pound. */
const operatingBudget: readonly Line[] = [
  line('Revenue expenditure', 'Gross expenditure', 610_639_013),
  line('Revenue income', 'Gross income', -381_458_801),
  total(line('Revenue net', 'Net expenditure', 229_180_212)),
].map((printed) => ({ ...printed, year: '2020-21' }));

const byPriority: readonly Line[] = [
  ...(
    [
      ['1', 142_575, 3_900],
      ['2', -1_159, 2_000],
      ['3', 6_840, 100],
      ['4', 24_166, 1_500],
      ['5', 56_758, 1_700],
    ] as const
  ).map(([code, budget, savings]) => ({
    ...line(`Revenue ${code}`, `Net budget of priority ${code}`, thousands(budget)),
    priority: keyed(code),
    savingsRequired: thousands(savings),
  })),
  {
    ...total(line('Revenue total', 'Net budget of all priorities', thousands(229_180))),
    savingsRequired: thousands(9_200),
    query:
      'Printed to the nearest £1,000; the operating budget prints the same net figure as £229,180,212, which is £212 more.',
  },
].map((printed) => ({ ...printed, year: '2020-21' }));

const capital: readonly Line[] = (
  [
    ['2020-21', 174_508, 52_450, 226_958],
    ['2021-22', 68_183, 65_550, 133_733],
    ['2022-23', 29_245, 71_850, 101_095],
    ['2023-24', 17_774, 71_750, 89_524],
    ['2024-25', 8_954, 60_450, 69_404],
  ] as const
).flatMap(([year, generalFund, housing, all]) =>
  [
    line(`Capital General Fund ${year}`, `General Fund capital ${year}`, thousands(generalFund)),
    line(`Capital HRA ${year}`, `Housing Revenue Account capital ${year}`, thousands(housing)),
    total(line(`Capital total ${year}`, `All capital ${year}`, thousands(all))),
  ].map((printed) => ({ ...printed, year })),
);

/** Balances on 31 March: of 2020 projected, later ones forecast. */
const reserves: readonly Line[] = (
  [
    ['2020', 40_400, 13_600, 54_000],
    ['2021', 23_700, 15_600, 39_300],
    ['2022', 23_900, 15_600, 39_500],
    ['2023', 28_700, 15_600, 44_300],
  ] as const
).flatMap(([year, earmarked, other, all]) =>
  [
    line(
      `Reserves earmarked ${year}`,
      `Net earmarked and capital reserves, March ${year}`,
      thousands(earmarked),
    ),
    line(
      `Reserves non-earmarked ${year}`,
      `Non-earmarked reserves, March ${year}`,
      thousands(other),
    ),
    total(line(`Reserves total ${year}`, `Total reserves, March ${year}`, thousands(all))),
  ].map((printed) => ({ ...printed, asAt: Temporal.PlainDate.from(`${year}-03-31`) })),
);

export const operatingPlanBudgets: readonly Budget[] = [
  ...operatingBudget,
  ...byPriority,
  ...capital,
  ...reserves,
].map((printed, index) =>
  newRow('budgets', { ...printed, key: keyed(printed.code), plan, position: index + 1 }),
);
