// Dates and instants compared by what they say, in toMatchObject too, which else takes any two for the same:
// they hold nothing that it could look at.
import { expect } from 'vitest';

const kinds = [
  Temporal.PlainDate,
  Temporal.Instant,
  Temporal.ZonedDateTime,
  Temporal.PlainTime,
  Temporal.PlainYearMonth,
  Temporal.PlainDateTime,
] as const;

const done = Symbol.for('golden-thread equal moments');
const worker = globalThis as { [done]?: true };

// A worker is used for many files, and keeps what it was told.
if (!worker[done])
  expect.addEqualityTesters([
    (one: unknown, other: unknown): boolean | undefined => {
      const kind = kinds.find((each) => one instanceof each || other instanceof each);
      if (kind === undefined) return undefined;
      return one instanceof kind && other instanceof kind && String(one) === String(other);
    },
  ]);
worker[done] = true;
