// What each condition and each bar in the table of rights means: what a person is to the thing at hand. Who
// stands in for whom is weighed in rights.ts, and what may be read in access.ts.
import type { Escalation } from '../registers/escalations.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Target } from '../registers/targets.ts';
import type { Verification } from '../registers/verifications.ts';
import { teamOf } from './about.ts';
import { mayRead } from './access.ts';
import { needsApproval, waitingFor } from './approval.ts';
import { hasLeft } from './away.ts';
import type { Dataset } from './dataset/dataset.ts';
import { capacitiesIn, type EscalationAs } from './escalation-capacities.ts';
import { exemptRows } from './paper-readers.ts';
import type { Bar, Relation } from './rights-table.ts';
import {
  directorsOf,
  directorsOfDirectorate,
  managersOf,
  standsInFor,
  teamsOfSmt,
} from './roles.ts';
import { hasForecast, type Signed } from './sign-off.ts';

/** A null day asks whether they could on any, and does not look at who has left. */
export type Weighed = {
  readonly registers: Registers;
  readonly person: Person;
  readonly today: Temporal.PlainDate | null;
};

export type Abouts = {
  readonly nothing: null;
  readonly return: Return;
  readonly line: { readonly team: string | null };
  readonly measure: { readonly team: string };
  readonly target: Target;
  readonly signature: Signed;
  readonly verification: Verification;
  readonly escalation: Escalation;
  readonly dataset: Dataset;
};
export type About = {
  [O in keyof Abouts]: { readonly of: O; readonly it: Abouts[O] };
}[keyof Abouts];

type Holds = (weighed: Weighed, about: About) => boolean;
type ToWeigh = Exclude<
  Relation,
  | 'somebody they stand in for that day'
  | 'what is public or internal'
  | 'that of whoever they manage'
>;

/** By its condition: whether it holds between this person and the thing at hand. What is about another thing holds for nobody. */
export const relationHolds: { readonly [R in ToWeigh]: Holds } = {
  'their own': ({ person }, about) => about.of === 'return' && sameKey(about.it.owner, person.key),
  'their own team': (weighed, about) =>
    managersFor(weighed, about).some(({ key }) => key === weighed.person.key),
  'their own directorate': (weighed, about) =>
    weighed.person.team !== null && isDirectorOf(weighed, about),
  'a directorate that has no director': (weighed, about) =>
    weighed.person.team === null && isDirectorOf(weighed, about),
  'any directorate': ({ registers, person }, about) =>
    teamsOfSmt(registers, person).has(teamAbout(registers, about) ?? ''),
  'an owner they deputise or cover for; where nobody owns it, its manager': answersForAnother,
  'a manager they deputise or cover for': (weighed, about) =>
    managersFor(weighed, about).some((principal) => isDeputyOf(weighed, principal)),
  'what they are asked about': (weighed, about) => isToThem(weighed, about, 'owner'),
  'what was taken to them': (weighed, about) => isToThem(weighed, about, 'told'),
  'what was taken to somebody they stand in for that day': (weighed, about) =>
    isToThem(weighed, about, 'deputy'),
  'where they may read every row of it': ({ registers, person }, about) =>
    about.of === 'dataset' &&
    exemptRows(about.it).every(({ register, key }) => {
      const row = registers[register].get(key);
      return row !== undefined && mayRead(registers, person, { register, row });
    }),
  'where they are asked to approve': ({ registers, person, today }) =>
    today !== null &&
    [...registers.cycles.values()].some(
      ({ key: cycle, state }) =>
        state === 'Open' && waitingFor(registers, person, { cycle, today }).length > 0,
    ),
  'where their team’s answers are approved': ({ registers, person }) =>
    [...registers.measures.values()].some(
      ({ key, team }) =>
        needsApproval(registers, { measure: key, kind: null }) &&
        managersOf(registers, team).some((each) => each.key === person.key),
    ),
};

/** By its bar: whether it keeps this person from the thing at hand. */
export const barHolds: { readonly [B in Bar]: Holds } = {
  'gave the answer': ({ registers, person }, about) => {
    const of = about.of === 'verification' ? registers.returns.get(about.it.return) : null;
    const answer = about.of === 'return' ? about.it : of;
    return sameKey(answer?.returnedBy ?? null, person.key);
  },
  'proposed it': ({ person }, about) =>
    about.of === 'target' && sameKey(about.it.setBy, person.key),
  'forecast it': ({ registers, person }, about) =>
    about.of === 'signature' && hasForecast(registers, about.it, person),
  'gave the reason': ({ registers, person }, about) => {
    const key = about.of === 'escalation' ? about.it.return : null;
    return key !== null && sameKey(registers.returns.get(key)?.returnedBy ?? null, person.key);
  },
  'may not read it': ({ registers, person }, about) => {
    if (about.of === 'return')
      return !mayRead(registers, person, { register: 'returns', row: about.it });
    if (about.of !== 'target') return false;
    return !mayRead(registers, person, { register: 'targets', row: about.it });
  },
};

/** Null where it is of no team. */
const teamAbout = (registers: Registers, about: About): string | null => {
  switch (about.of) {
    case 'return':
      return teamOf(registers, about.it);
    case 'target':
      return registers.measures.get(about.it.measure)?.team ?? null;
    case 'line':
    case 'measure':
      return about.it.team;
    case 'nothing':
    case 'signature':
    case 'verification':
    case 'escalation':
    case 'dataset':
      return null;
  }
};

const managersFor = ({ registers, today }: Weighed, about: About): readonly Person[] => {
  const team = teamAbout(registers, about);
  return team === null ? [] : managersOf(registers, team, today);
};

/** On a null day nobody is: who a directorate's directors are is a matter of the day. */
const isDirectorOf = ({ registers, person, today }: Weighed, about: About): boolean => {
  if (today === null) return false;
  const { of } = about;
  const directorate = of === 'signature' ? about.it.directorate : null;
  const team = teamAbout(registers, about);
  const directors = [
    ...(directorate === null ? [] : directorsOfDirectorate(registers, directorate, today)),
    ...(team === null ? [] : directorsOf(registers, team, today)),
  ];
  return directors.some(({ key }) => key === person.key);
};

const isDeputyOf = ({ registers, person }: Weighed, principal: Person): boolean =>
  sameKey(principal.deputy, person.key) || standsInFor(registers, { person, principal }, null);

/** At any time: a deputy is asked only while the owner is away, and may answer before. */
function answersForAnother(weighed: Weighed, about: About): boolean {
  if (about.of !== 'return') return false;
  const { registers } = weighed;
  const owner = about.it.owner === null ? undefined : registers.people.get(about.it.owner);
  if (owner && isDeputyOf(weighed, owner)) return true;
  if (owner && !hasLeft(owner, null)) return false;
  return managersFor(weighed, about).some((manager) => isDeputyOf(weighed, manager));
}

const isToThem = ({ registers, person, today }: Weighed, about: About, as: EscalationAs): boolean =>
  about.of === 'escalation' &&
  today !== null &&
  capacitiesIn(registers, { person, escalation: about.it }, today).includes(as);
