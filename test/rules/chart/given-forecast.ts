// What a forecast is asked with: four quarters, each figure the year's own, more is better, and nothing yet.
import type { ToForecast } from '../../../src/rules/chart/expected.ts';
import { forecastYearEnd } from '../../../src/rules/chart/forecast.ts';

export const asked = (more: Partial<ToForecast>): ToForecast => ({
  values: [],
  inYear: 0,
  periods: 4,
  yearIs: 'last',
  overlaps: false,
  polarity: 'maximise',
  target: null,
  ownForecast: null,
  ...more,
});

/** What is said from the council's own figures; null where they are too few to say anything. */
export const plainOf = (more: Partial<ToForecast>) => forecastYearEnd(asked(more))?.plain ?? null;
