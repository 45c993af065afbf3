// When the sample's boards hear of quarter 2: days of our making, so that papers have a timetable to be
// cleared by. The Framework says how often each hears, and no day.
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';
import { dateWords } from '../../rules/date-words.ts';
import { frameworkBoards } from './framework.ts';
import { plan } from './plan.ts';

const meets: { readonly [board: string]: string } = {
  'directors-board': '2020-11-10',
  'portfolio-briefings': '2020-11-12',
  cabinet: '2020-11-24',
  'overview-and-scrutiny': '2020-12-03',
};

/** Internal, as all that is made up. */
export const illustrativeMeetings: readonly Row<'meetings'>[] = frameworkBoards.flatMap((board) => {
  const day = meets[board.key];
  if (day === undefined) return [];
  const meetsOn = Temporal.PlainDate.from(day);
  return newRow('meetings', {
    key: `${board.key}|${day}`,
    title: `${board.title}, ${dateWords(meetsOn)} (illustrative)`,
    board: board.key,
    meetsOn,
    cycle: `${plan}|2020-21 Q2`,
    state: 'planned',
  });
});
