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

type Dated = {
  at: string;
  updatedAt?: string | null;
  councilAt?: string | null;
  councilUpdatedAt?: string | null;
};

/** When a message came by the council's clock, or by the machine's where the council's was not known. */
export const cameAt = ({ councilAt, at }: Dated): string => councilAt ?? at;

/** When it was last changed, by the same clock as when it came; null where it never was. */
function changedAt(message: Dated): string | null {
  if (!message.updatedAt || message.updatedAt === message.at) return null;
  return message.councilAt ? (message.councilUpdatedAt ?? message.councilAt) : message.updatedAt;
}

/** "updated 10:12"; with the day where that is another than the day it came. */
export function changedInWords(message: Dated): string | null {
  const changed = changedAt(message);
  if (changed === null) return null;
  const day = dayInWords(changed);
  const on = day === dayInWords(cameAt(message)) ? '' : `${day}, `;
  return `updated ${on}${timeInWords(changed)}`;
}

/** "1 Oct": enough in a list, where the whole day is told on asking. */
export function shortDay(instant: string): string {
  const [, date = '', month = ''] = dayInWords(instant).split(' ');
  return `${date} ${month.slice(0, 3)}`;
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
