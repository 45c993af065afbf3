// How far a figure can go at all, by what it has been so far: nothing limits or foretells it beyond.

/** Nulls are no end. */
export type Ends = { readonly low: number | null; readonly high: number | null };

export const isShare = (unit: string): boolean => unit.trim().startsWith('%');

/** What was never below nought ends there, and a percentage never over 100 ends at 100. */
export const naturalEnds = (values: readonly (number | null)[], unit: string): Ends => ({
  low: values.every((each) => each === null || each >= 0) ? 0 : null,
  high: isShare(unit) && values.every((each) => each === null || each <= 100) ? 100 : null,
});

export const heldWithin = (value: number, { low, high }: Ends): number =>
  Math.min(high ?? Infinity, Math.max(low ?? -Infinity, value));
