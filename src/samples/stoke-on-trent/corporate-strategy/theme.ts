// The words a priority of the strategy is written in: its tables as printed, torn pages put together.
// Codes in a string are parted by a blank: '7' is a priority, '1.2' an objective, '1.2.1' an outcome
// of that objective. How they become rows is decided in theme-rows.ts.
import type { Row } from '../../../registers/registers.ts';
import type { Cadence } from '../../cadence.ts';

type Measure = Row<'measures'>;
type Benchmark = Row<'benchmarks'>;

type Asked = {
  /** Each objective and outcome it stands beside, under whichever priority. */
  readonly serves: string;
  /** With its decimals: '%.1' is a percentage to one place. */
  readonly unit: string;
  readonly good: Measure['polarity'];
  readonly asked: Cadence;
  readonly owner: string;
  readonly means: string;
  /** Asked for as two numbers, and read as a percentage of the second. */
  readonly of?: readonly [numerator: string, denominator: string];
  /** The code in the Operating Plan 2020-21 of the very same figure. */
  readonly continues?: string;
  readonly query?: string;
};
export type Indicator = Asked & { readonly code: string; readonly name: string };

export const indicator = (code: string, name: string, asked: Asked): Indicator => ({
  code,
  name,
  ...asked,
});

/** What more a figure of the supporting data says; `measure` is an indicator's code. */
type Noted = { readonly measure?: string } & Partial<Pick<Benchmark, 'printed' | 'query'>>;
export type Supporting = readonly [
  name: string,
  local: number,
  /** Null where a dash is printed. */
  national: number | null,
  /** Null where none is printed. */
  unit: string | null,
  noted?: Noted,
];

export type Theme = {
  readonly code: string;
  readonly name: string;
  readonly challenges: readonly string[];
  /** `also`: another priority it is printed under, word for word. */
  readonly objectives: readonly (readonly [code: string, title: string, also?: string])[];
  /** `also`: other objectives it is printed beside. */
  readonly outcomes: readonly (readonly [code: string, title: string, also?: string])[];
  /** Each outcome or objective beside it, numbered in the order printed: the first is A1. */
  readonly actions: readonly (readonly [title: string, serves: string])[];
  readonly indicators: readonly Indicator[];
  /** Numbered in the order printed: the first is S1. */
  readonly supporting: readonly Supporting[];
};
