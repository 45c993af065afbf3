// England and Wales bank holidays as Closed days. A holiday that falls on a weekend is left out: the
// day is not a working day anyway, and its substitute has a row of its own.
import Holidays from 'date-holidays';
import { newRow } from '../registers/new-row.ts';
import type { Row } from '../registers/registers.ts';

/** Where the package's name is not the one gov.uk publishes. Its dates agree for 2018 to 2027. */
const publishedAs: { readonly [packaged: string]: string } = {
  "King Charles III's Coronation": 'Bank holiday for the coronation of King Charles III',
  'Queen’s Platinum Jubilee': 'Platinum Jubilee bank holiday',
  "Queen Elizabeth's Funeral Day": 'Bank Holiday for the State Funeral of Queen Elizabeth II',
};

/** Source: the package date-holidays, country GB, state ENG; Wales keeps the same days. */
export const bankHolidays = (from: number, to: number): readonly Row<'closedDays'>[] => {
  const england = new Holidays('GB', 'ENG', { languages: ['en'] });
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return years
    .flatMap((year) => england.getHolidays(year))
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => ({
      name: holiday.name,
      date: Temporal.PlainDate.from(holiday.date.slice(0, 10)),
    }))
    .filter(({ date }) => date.dayOfWeek <= 5)
    .map(({ name, date }) =>
      newRow('closedDays', {
        key: date.toString(),
        title: publishedAs[name] ?? name,
        date,
        kind: 'bank holiday',
      }),
    );
};
