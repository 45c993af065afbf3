// Instants in the council's own words and zone: "Thu 1 October 2020", "09:30".

const zone = 'Europe/London';
const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const numbers = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** "Thu 1 October 2020"; words that are no instant come back as they are. */
export function dayInWords(instant: string): string {
  const when = new Date(instant);
  if (Number.isNaN(when.getTime())) return instant;
  const parts = new Map(day.formatToParts(when).map((part) => [part.type, part.value]));
  return ['weekday', 'day', 'month', 'year'].map((part) => parts.get(part as 'day')).join(' ');
}

/** "Today", or the day; messages carry the machine's time, not the council's. */
export function dayOfMessage(instant: string): string {
  const day = dayInWords(instant);
  return day === dayInWords(new Date().toISOString()) ? 'Today' : day;
}

/** "09:30" on the council's wall clock. */
export function timeInWords(instant: string): string {
  const when = new Date(instant);
  return Number.isNaN(when.getTime()) ? '' : time.format(when);
}

/** What an `<input type="datetime-local">` holds: "2020-10-01T09:30", on the council's wall clock. */
export function wallClock(instant: string): string {
  const when = new Date(instant);
  return Number.isNaN(when.getTime()) ? '' : numbers.format(when).replace(' ', 'T');
}
