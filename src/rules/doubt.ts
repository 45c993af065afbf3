// Why a figure, or what is said about it, is asked about once more before it is saved. Whether it is
// doubted is decided in doubts.ts.

/** Figures are in the measure's unit; `period` names the one it is held against. */
export type Doubt =
  | { readonly kind: 'outside limits'; readonly low: number; readonly high: number }
  | {
      readonly kind: 'many times the last' | 'a fraction of the last';
      /** How many times, or a how-manieth: always over 1. */
      readonly times: number;
      readonly last: number;
      readonly period: string;
    }
  | { readonly kind: 'over 100 per cent' }
  | { readonly kind: 'numerator over denominator' }
  | { readonly kind: 'year to date fell'; readonly last: number; readonly period: string }
  | {
      readonly kind: 'zero where there was never one' | 'below zero where none was';
      readonly points: number;
    }
  /** The commentary says it goes well, and the figure does not: the words it says so in. */
  | { readonly kind: 'commentary contradicts'; readonly words: string };
