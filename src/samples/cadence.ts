// How often a real measure's figure appears, over what months, from whom, and how long after.
// A lag of 0 means the figure can be had in time for the return on that quarter.
import type { Row } from '../registers/registers.ts';

export type Cadence = Pick<
  Row<'measures'>,
  'frequency' | 'periodBasis' | 'rollingMonths' | 'source' | 'publicationLag'
>;
type Source = NonNullable<Cadence['source']>;

const annual =
  (periodBasis: Cadence['periodBasis'], rollingMonths: number | null = null) =>
  (source: Source, publicationLag: number): Cadence => ({
    frequency: 'annual',
    periodBasis,
    rollingMonths,
    source,
    publicationLag,
  });

export const financialYear = annual('financial');
export const calendarYear = annual('calendar');
export const schoolYear = annual('academic');
/** Twelve months to the end of a calendar year, from a survey that never stops. */
export const surveyYear = annual('rolling', 12);
/** Three calendar years taken together, as public health figures are. */
export const threeYears = annual('rolling', 36);

export const quarterly = (source: Source, publicationLag = 0): Cadence => ({
  ...annual('financial')(source, publicationLag),
  frequency: 'quarterly',
});
/** Twelve months ending with the quarter. */
export const rollingYear = (source: Source, publicationLag = 0): Cadence => ({
  ...annual('rolling', 12)(source, publicationLag),
  frequency: 'quarterly',
});
