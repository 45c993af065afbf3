// What may happen in a quarter, and a story of it by seed: the same seed always tells the same steps.
// A step names people and says nothing of what will come of it; where it makes no sense it is left out.
import fc from 'fast-check';
import { aDozen } from './small-council.ts';

/** How a figure is typed: near the last one, 175 times it, or in some way that is not to be taken. */
export const ways = ['as usual', 'far off', 'nothing', 'in words', 'bare'] as const;
export type Way = (typeof ways)[number];

export const troubles = [
  'Graph away for a while',
  'Graph busy',
  'Graph loses its answers',
  'Graph refuses what is stale',
  'Graph tells changes twice',
  'Graph forgets where we were',
  'Graph slow',
  'Teams busy',
  'Teams loses its answers',
  'Teams loses its answers',
  'Teams cuts the connection',
] as const;
export type Trouble = (typeof troubles)[number];

export type Deciding = {
  readonly person: string;
  readonly way: 'approves' | 'sends back';
  /** From a card older than what stands. */
  readonly old: boolean;
};

type By = { readonly person: string };
export type Step =
  | ({ readonly do: 'answers'; readonly way: Way; readonly all: boolean } & By)
  | ({ readonly do: 'has no data'; readonly days: number } & By)
  | ({ readonly do: 'corrects'; readonly way: Way } & By)
  | ({ readonly do: 'presses twice at once' } & By)
  | ({ readonly do: 'answers beside another'; readonly other: 'deputy' | 'manager' } & By)
  | ({ readonly do: 'answers while the clock moves'; readonly days: number } & By)
  | ({ readonly do: 'presses an old card again' } & By)
  | ({ readonly do: 'answers for'; readonly owner: string } & By)
  | ({ readonly do: 'types something' } & By)
  | ({ readonly do: 'is away'; readonly days: number } & By)
  | ({ readonly do: 'is back' } & By)
  | ({ readonly do: 'keeps for later' } & By)
  | ({ readonly do: 'leaves'; readonly days: number } & By)
  | ({ readonly do: 'lets go of a measure' } & By)
  | { readonly do: 'names another owner'; readonly owner: string }
  | ({ readonly do: 'blocks the app' | 'removes the app' | 'takes the app back' } & By)
  | ({ readonly do: 'acknowledges' } & By)
  | ({ readonly do: 'acknowledges while the clock moves'; readonly days: number } & By)
  | ({ readonly do: 'decides' } & Deciding)
  | { readonly do: 'decide at once' }
  | ({ readonly do: 'has an answer edited in the list' } & By)
  | {
      readonly do: 'clock';
      readonly days: number;
      readonly at: string;
      readonly amid: Trouble | null;
    }
  | { readonly do: 'restart' }
  | { readonly do: 'trouble'; readonly what: Trouble }
  | { readonly do: 'calm' }
  | { readonly do: 'look' };

export const managers: readonly string[] = [
  'p-manager-education',
  'p-manager-housing-needs',
  'p-manager-council-housing',
  'p-manager-environment',
];
const director = 'p-director-place';

/** Those who may approve, mostly; its owner, another manager and the deputy of a manager who is here. */
const deciders: readonly string[] = [
  ...Array<string>(4).fill('p-manager-council-housing'),
  'p-director-housing',
  'p-director-housing',
  'p-manager-communities',
  'p-manager-environment',
  'p-voids',
];

const owner = fc.constantFrom(...aDozen);
const anyone = fc.oneof(
  { weight: 8, arbitrary: owner },
  { weight: 1, arbitrary: fc.constantFrom(...managers) },
);
const way = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Way>('as usual') },
  { weight: 4, arbitrary: fc.constantFrom(...ways) },
);
const days = (most: number) => fc.integer({ min: 1, max: most });
const doing = <D extends Step['do'], M extends object>(what: D, more: fc.Arbitrary<M>) =>
  more.map((given) => ({ do: what, ...given }));
const byAnyone = anyone.map((person) => ({ person }));
const of = <M>(more: { [N in keyof M]: fc.Arbitrary<M[N]> }): fc.Arbitrary<M> =>
  fc.record<M>(more) as fc.Arbitrary<M>;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 22,
    arbitrary: doing('answers', of({ person: anyone, way, all: fc.boolean() })),
  },
  { weight: 6, arbitrary: doing('has no data', of({ person: owner, days: days(14) })) },
  { weight: 8, arbitrary: doing('corrects', of({ person: anyone, way })) },
  { weight: 4, arbitrary: doing('presses twice at once', byAnyone) },
  {
    weight: 6,
    arbitrary: doing(
      'answers beside another',
      of({ person: owner, other: fc.constantFrom('deputy' as const, 'manager' as const) }),
    ),
  },
  {
    weight: 2,
    arbitrary: doing('answers while the clock moves', of({ person: anyone, days: days(3) })),
  },
  { weight: 4, arbitrary: doing('presses an old card again', byAnyone) },
  { weight: 4, arbitrary: doing('answers for', of({ person: anyone, owner })) },
  { weight: 5, arbitrary: doing('types something', byAnyone) },
  { weight: 6, arbitrary: doing('is away', of({ person: anyone, days: days(12) })) },
  { weight: 3, arbitrary: doing('is back', byAnyone) },
  { weight: 3, arbitrary: doing('keeps for later', byAnyone) },
  { weight: 1, arbitrary: doing('leaves', of({ person: owner, days: days(3) })) },
  { weight: 3, arbitrary: doing('lets go of a measure', byAnyone) },
  { weight: 5, arbitrary: doing('names another owner', of({ owner })) },
  { weight: 2, arbitrary: doing('blocks the app', byAnyone) },
  { weight: 1, arbitrary: doing('removes the app', byAnyone) },
  { weight: 4, arbitrary: doing('takes the app back', byAnyone) },
  {
    weight: 2,
    arbitrary: doing('acknowledges', of({ person: fc.constantFrom(...managers, director) })),
  },
  {
    weight: 2,
    arbitrary: doing(
      'acknowledges while the clock moves',
      of({ person: fc.constantFrom(...managers, director), days: days(3) }),
    ),
  },
  {
    weight: 6,
    arbitrary: doing(
      'decides',
      of<Deciding>({
        person: fc.constantFrom(...deciders),
        way: fc.constantFrom('approves' as const, 'sends back' as const),
        old: fc.constantFrom(false, false, false, true),
      }),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'decide at once' }) },
  { weight: 2, arbitrary: doing('has an answer edited in the list', byAnyone) },
  {
    weight: 20,
    arbitrary: doing(
      'clock',
      of<{ days: number; at: string; amid: Trouble | null }>({
        days: fc.constantFrom(0, 0, 0, 1, 1, 1, 2, 3, 5),
        at: fc.constantFrom('07:15', '09:30', '09:30', '12:00', '17:45', '22:10'),
        amid: fc.option(fc.constantFrom<Trouble>(...troubles), { freq: 3 }),
      }),
    ),
  },
  { weight: 3, arbitrary: fc.constant<Step>({ do: 'restart' }) },
  { weight: 6, arbitrary: doing('trouble', of({ what: fc.constantFrom(...troubles) })) },
  { weight: 3, arbitrary: fc.constant<Step>({ do: 'calm' }) },
  { weight: 7, arbitrary: fc.constant<Step>({ do: 'look' }) },
);

export const storyOf = (seed: number, count: number): readonly Step[] =>
  fc.sample(step, { seed, numRuns: count });

/** As it is told when something is amiss. */
export const told = ({ do: what, ...more }: Step): string => {
  const { person, ...rest } = more as Record<string, unknown>;
  const how = Object.entries(rest).map(([name, value]) => `${name} ${String(value)}`);
  return [person, what, ...how].filter((each) => each !== undefined).join(', ');
};
