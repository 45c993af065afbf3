// How a day and a moment read, everywhere: the same words on card, tab and report.
// Spelled out here rather than by locale data, which differs between machines.

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 'Wed 14 October 2020'. */
export const dateWords = (date: Temporal.PlainDate): string =>
  `${days[date.dayOfWeek - 1]} ${date.day} ${monthNames[date.month - 1]} ${date.year}`;

/** 'Thu 1 October 2020, 09:00', in the moment's own zone. */
export const momentWords = (moment: Temporal.ZonedDateTime): string =>
  `${dateWords(moment.toPlainDate())}, ${moment.toPlainTime().toString({ smallestUnit: 'minute' })}`;
