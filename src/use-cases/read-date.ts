// Reads a date as an input sends it. Whether the day will do is decided by who asked for it.

/** ISO text alone; null for anything else, which is refused rather than guessed. */
export const readDate = (typed: string): Temporal.PlainDate | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.trim())) return null;
  try {
    return Temporal.PlainDate.from(typed.trim(), { overflow: 'reject' });
  } catch {
    return null;
  }
};
