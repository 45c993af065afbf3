// The council of a story of any order: a dozen owners with their measures and a few lines besides, the
// managers who give assurance, one measure that is approved and one that comes out on days of its own.
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { smallCouncil } from './small-council.ts';

const plan = 'operating-plan-2020-21';
/** Counts once its manager has approved it. */
export const approvedMeasure = `${plan}|COM 9`;
/** Who is asked to: the manager of its team; the director where it is the manager's own answer. */
export const approvers = { manager: 'p-manager-council-housing', director: 'p-director-housing' };
/** Comes out on these days, each within the collection of a quarter; and what is said until then. */
const reasons: { readonly [day: string]: string } = {
  '2020-10-16': 'Comes out on Fri 16 October 2020.',
  '2021-01-12': 'Comes out on Tue 12 January 2021.',
};
export const published = { measure: `${plan}|HB 11`, days: Object.keys(reasons), reasons };

/** Each line's new owner, and the team they are in. */
const given = {
  actions: [
    { owner: 'p-waste', team: 't-environment' },
    { owner: 'p-voids', team: 't-council-housing' },
  ],
  savings: [{ owner: 'p-rents', team: 't-council-housing' }],
  risks: [{ owner: 'p-highways', team: 't-environment' }],
};

/** The first rows of the plan, of those who have no row yet. */
const giving = <R extends { readonly plan: string | null }>(
  rows: readonly R[] = [],
  owners: readonly object[],
): readonly R[] =>
  rows
    .filter((each) => each.plan === plan)
    .slice(0, owners.length)
    .map((each, n) => ({ ...each, ...owners[n] }));

export const randomCouncil = (): SampleCouncil => {
  const whole = smallCouncil();
  const { rows } = whole;
  const assuring = new Set((rows.measures ?? []).map(({ team }) => team));
  return {
    ...whole,
    rows: {
      ...rows,
      measures: (rows.measures ?? []).map((each) => ({
        ...each,
        signOff: each.key === approvedMeasure,
        publishedOn: each.key === published.measure ? published.days : [],
      })),
      actions: giving(rows.actions, given.actions),
      projects: [],
      savings: giving(rows.savings, given.savings).map((each) => ({ ...each, required: 100_000 })),
      risks: giving(rows.risks, given.risks),
      // A team none of whose people is here belongs to a plan that asks for nothing.
      teams: (rows.teams ?? []).map((each) =>
        assuring.has(each.key) ? each : { ...each, plan: 'corporate-strategy-2024-28' },
      ),
      cycles: (rows.cycles ?? []).map((each) => ({
        ...each,
        asks: ['measures', 'actions', 'savings', 'risks', 'assurance'],
      })),
    },
  };
};
