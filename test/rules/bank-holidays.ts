// England and Wales bank holidays as published at www.gov.uk/bank-holidays, for worked examples.
export const englandAndWales: ReadonlySet<string> = new Set([
  '2020-01-01',
  '2020-04-10',
  '2020-04-13',
  '2020-05-08',
  '2020-05-25',
  '2020-08-31',
  '2020-12-25',
  '2020-12-28',
  '2021-01-01',
  '2021-04-02',
  '2021-04-05',
  '2021-05-03',
  '2021-05-31',
  '2021-08-30',
  '2021-12-27',
  '2021-12-28',
]);

/** The same, as rows of Closed days. */
export const closedDayRows = [...englandAndWales].map((date) => ({
  title: 'Bank holiday',
  date: Temporal.PlainDate.from(date),
}));
