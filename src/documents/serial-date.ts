// Excel keeps a day as a number. From 1 March 1900 that is the days since 30 December 1899; before
// it one less, because Excel takes 1900 for a leap year. Workbooks of early Macs count from 1904.
const epoch1900 = Temporal.PlainDate.from('1899-12-30');
const epoch1904 = Temporal.PlainDate.from('1904-01-01');
const leapDayThatNeverWas = 60;
/** 31 December 9999, the last day Excel knows. */
const last1900 = 2_958_465;
const last1904 = 2_957_003;

const kept = new Map<number, Temporal.PlainDate>();

/** Null where the number is no day: below nought, 29 February 1900, or past the year 9999. */
export const dateOfSerial = (serial: number, from1904: boolean): Temporal.PlainDate | null => {
  const day = Math.floor(serial);
  if (from1904) return day >= 0 && day <= last1904 ? epoch1904.add({ days: day }) : null;
  if (!(day >= 1 && day <= last1900) || day === leapDayThatNeverWas) return null;
  const known = kept.get(day);
  if (known) return known;
  const date = epoch1900.add({ days: day < leapDayThatNeverWas ? day + 1 : day });
  if (kept.size < 50_000) kept.set(day, date);
  return date;
};

/** Null for a day Excel cannot hold as one. */
export const serialOfDate = (date: Temporal.PlainDate): number | null => {
  const days = epoch1900.until(date).days;
  const serial = days <= leapDayThatNeverWas ? days - 1 : days;
  return serial >= 1 && serial <= last1900 ? serial : null;
};
