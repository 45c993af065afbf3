// Whether a person may do something now: the one question every card, screen, route and command asks. What
// the answer is, is in rights-table.ts alone; what may be read is asked in access.ts, of the same table.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { hasLeft, isAway } from './away.ts';
import { roleGiven } from './rights-given.ts';
import {
  type About,
  type Abouts,
  barHolds,
  relationHolds,
  type Weighed,
} from './rights-relations.ts';
import {
  type Action,
  type Bar,
  type Relation,
  type Right,
  type Role,
  rights,
} from './rights-table.ts';
import { standsInFor } from './roles.ts';

/** Nobody has no right. On a null day, as in `Weighed`, who has left is for the caller to ask. */
export type Asking = {
  readonly registers: Registers;
  readonly person: Person | null | undefined;
  readonly today: Temporal.PlainDate | null;
};

type OfAction<A extends Action> = (typeof rights)[A]['of'];
/** What may be read is asked of `mayRead`. */
export type ActionToAsk = {
  [A in Action]: OfAction<A> extends 'row' ? never : A;
}[Action];
/** A right in nothing, which can be weighed before it is known what a press is about. */
export type PlainAction = { [A in Action]: OfAction<A> extends 'nothing' ? A : never }[Action];

/** Whether it can be weighed with nothing at hand: an address asks for such a right at its door. */
export const isPlain = (action: Action): action is PlainAction => rights[action].of === 'nothing';

type It<A extends ActionToAsk> =
  OfAction<A> extends 'nothing' ? readonly [] : readonly [it: Abouts[OfAction<A> & keyof Abouts]];

/** Whether a role of theirs gives it, and nothing bars them from it. */
export const may = <A extends ActionToAsk>(asking: Asking, action: A, ...it: It<A>): boolean =>
  rightTo(asking, action, ...it) !== null;

/** As what they may: the first of their roles that gives it. Null: they may not. */
export const rightTo = <A extends ActionToAsk>(
  asking: Asking,
  action: A,
  ...it: It<A>
): Role | null => {
  const role = givenTo(asking, action, ...it);
  return role === null || barOn(asking, action, ...it) === null ? role : null;
};

/** What keeps somebody from it whose role would give it. Null: nothing does, or no role of theirs gives it. */
export const barredBy = <A extends ActionToAsk>(
  asking: Asking,
  action: A,
  ...it: It<A>
): Bar | null => (givenTo(asking, action, ...it) === null ? null : barOn(asking, action, ...it));

const aboutOf = (action: Action, [it]: readonly unknown[]): About =>
  ({ of: rights[action].of, it: it ?? null }) as About;

const givenTo = (
  { registers, person, today }: Asking,
  action: Action,
  ...it: readonly unknown[]
): Role | null => {
  if (!person || (today !== null && hasLeft(person, today))) return null;
  return given({ registers, person, today }, rights[action], aboutOf(action, it));
};

const barOn = (
  { registers, person, today }: Asking,
  action: Action,
  ...it: readonly unknown[]
): Bar | null => {
  const { never = [] }: Right = rights[action];
  const about = aboutOf(action, it);
  return (
    (person && never.find((bar) => barHolds[bar]({ registers, person, today }, about))) ?? null
  );
};

const given = (weighed: Weighed, right: Right, about: About): Role | null =>
  roleGiven(right, {
    ...weighed,
    holds: (relation) =>
      relation === 'somebody they stand in for that day'
        ? standsInForOneWhoMay(weighed, right, about)
        : holdsHere(weighed, relation, about),
  });

const holdsHere = (weighed: Weighed, relation: Relation, about: About): boolean =>
  relation in relationHolds &&
  relationHolds[relation as keyof typeof relationHolds](weighed, about);

/** The performance team is several, and what goes to everybody is theirs by themselves. */
const nobodyStandsInFor = ['in People', 'performance team', 'deputy'] as const;
/** Who forecast money does not sign it; whoever stands in for them may. */
const endsWithThemselves: readonly Bar[] = ['forecast it'];

const standsInForOneWhoMay = (weighed: Weighed, right: Right, about: About): boolean => {
  const { registers, person, today } = weighed;
  if (today === null) return false;
  for (const principal of registers.people.values())
    if (
      isAway(principal, today) &&
      standsInFor(registers, { person, principal }, today) &&
      mayThemselves({ ...weighed, person: principal }, right, about)
    )
      return true;
  return false;
};

const mayThemselves = (weighed: Weighed, right: Right, about: About): boolean => {
  const holds = (relation: Relation) => holdsHere(weighed, relation, about);
  const bars = (right.never ?? []).filter((bar) => !endsWithThemselves.includes(bar));
  return (
    roleGiven(right, { ...weighed, holds, but: nobodyStandsInFor }) !== null &&
    !bars.some((bar) => barHolds[bar](weighed, about))
  );
};
