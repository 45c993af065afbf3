// A house whose second quarter has closed and is frozen, with a Cabinet that meets and the posts that clear its
// papers. The posts and the meeting are made up.
import { newRow } from '../../src/registers/new-row.ts';
import { type House, openHouse } from '../given.ts';
import { answerAll } from '../journeys/answering.ts';
import { cycle, smallCouncil } from '../journeys/small-council.ts';

export const officer = 'p-rents';
export const cabinetPaper = `${cycle}|Cabinet|cabinet`;

const council = () => {
  const small = smallCouncil();
  const { rows } = small;
  const people = (rows.people ?? []).map((each) =>
    each.key === officer
      ? { ...each, roles: [...each.roles, 'section 151 officer', 'monitoring officer'] }
      : each,
  );
  const meeting = newRow('meetings', {
    key: 'cabinet|2020-11-24',
    title: 'Cabinet, 24 November 2020',
    board: 'cabinet',
    meetsOn: Temporal.PlainDate.from('2020-11-24'),
    dispatchOn: Temporal.PlainDate.from('2020-11-13'),
    cycle,
  });
  const hold = newRow('holds', {
    key: 'council|2020-10-19',
    title: 'Pre-election period (illustrative)',
    kind: 'pre-election',
    startsOn: Temporal.PlainDate.from('2020-10-19'),
    endsOn: Temporal.PlainDate.from('2020-11-05'),
  });
  const others = (rows.meetings ?? []).filter((each) => each.key !== meeting.key);
  const meetings = [...others, meeting];
  return { ...small, rows: { ...rows, people, meetings, holds: [hold] } };
};

export const openPapersHouse = async (): Promise<House> => {
  const house = await openHouse(council());
  await house.moveClock('next');
  await answerAll(house.seat('p-voids'), house.council);
  await house.moveClockTo('2020-10-29T10:00');
  return house;
};
