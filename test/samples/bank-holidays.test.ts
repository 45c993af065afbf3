// The bank holidays agree with those published for England and Wales (gov.uk/bank-holidays).
import { expect, test } from 'vitest';
import { bankHolidays } from '../../src/samples/bank-holidays.ts';

const days = (year: number) => bankHolidays(year, year).map((row) => row.key.slice(5));

test.each([
  [2018, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
  [2019, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
  // Early May moved to Friday 8 May for VE day; Boxing Day was a Saturday.
  [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
  [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
  // Spring moved to 2 June beside the Platinum Jubilee; the State Funeral was on 19 September.
  [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
  [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
  [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
])('%i has the bank holidays published for it', (year, published) => {
  expect(days(year).join(' ')).toBe(published);
});

test('a bank holiday at a weekend is left to its substitute', () => {
  const boxingDay = bankHolidays(2020, 2020).at(-1);
  expect(boxingDay?.key).toBe('2020-12-28');
  expect(boxingDay?.title).toBe('Boxing Day (substitute day)');
  expect(boxingDay?.kind).toBe('bank holiday');
});
