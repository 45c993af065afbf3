// A part of the sample council, for journeys that need few people: chosen owners with their measures,
// everyone they answer to, and the performance team.
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';

export const cycle = 'operating-plan-2020-21|2020-21 Q2';

/** Three teams of three directorates, and an owner the app was never installed for. */
export const aDozen: readonly string[] = [
  'p-schools',
  'p-inclusion',
  'p-participation',
  'p-housing-needs',
  'p-adaptations',
  'p-voids',
  'p-repairs',
  'p-rents',
  'p-highways',
  'p-waste',
  'p-environmental-protection',
  'p-development-management',
];

export const smallCouncil = (owners: readonly string[] = aDozen): SampleCouncil => {
  const whole = stokeOnTrent();
  const { rows } = whole;
  const people = (rows.people ?? []).filter(
    (each) => !each.roles.includes('owner') || owners.includes(each.key),
  );
  const measures = (rows.measures ?? []).filter((each) => owners.includes(each.owner ?? ''));
  const kept = new Set(measures.map((each) => each.key));
  const ofKept = (each: { readonly measure: string | null }) =>
    each.measure !== null && kept.has(each.measure);
  const seats = new Set(people.map((each) => each.objectId));
  return {
    ...whole,
    rows: {
      ...rows,
      people,
      measures,
      returns: (rows.returns ?? []).filter(ofKept),
      targets: (rows.targets ?? []).filter(ofKept),
      ratingRules: (rows.ratingRules ?? []).filter((each) => each.measure === null || ofKept(each)),
      // What rules escalate has journeys of its own (escalation.test.ts).
      escalationRules: [],
      // Measures alone: each journey that is about more says so.
      cycles: (rows.cycles ?? []).map((each) => ({
        ...each,
        asks: [],
        lowerFirst: null,
        financeDueDay: null,
      })),
      closedDays: (rows.closedDays ?? []).filter((each) => [2020, 2021].includes(each.date.year)),
    },
    directory: whole.directory.filter((each) => seats.has(each.id)),
  };
};
