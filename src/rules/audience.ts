// Who a step of the ladder is for, and the returns it would tell them of.
// Whether it goes out, now or at all, is decided in ladder.ts and escalations.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import type { Step } from '../registers/words.ts';
import { aboutOf } from './about.ts';
import { askedFor, isAskingStep } from './asked.ts';
import { hasLeft } from './away.ts';
import { owedBy } from './owed.ts';
import { isSmt, managersOf, teamsOfSmt } from './roles.ts';

/** Person key -> their returns of the cycle still outstanding. Empty: nothing left to say to them. */
export type Audience = ReadonlyMap<string, readonly Return[]>;

/** A null team: it is nobody's in particular, as a plan's money. */
type Asked = { readonly return: Return; readonly team: string | null };

/** Everyone a cycle asks, with what each still owes. */
export const thoseAsked = (
  registers: Registers,
  cycle: Cycle,
  today: Temporal.PlainDate,
): Audience => {
  const audience = gather(askedIn(registers, cycle), (asked) =>
    askedFor(registers, asked.return, today).map((person) => person.key),
  );
  // A deputy who was asked, and is no longer, is settled like anyone with nothing outstanding.
  for (const row of registers.notifications.where('cycle', cycle.key)) {
    const person = registers.people.get(row.person)?.key ?? row.person;
    if (isAskingStep(row.step) && !audience.has(person)) audience.set(person, []);
  }
  return audience;
};

/** The managers of the teams a cycle asks, who are still there, with what is missing from those teams. */
export const managersTold = (
  registers: Registers,
  cycle: Cycle,
  today: Temporal.PlainDate,
): Audience => {
  const managers = new Map<string, readonly string[]>();
  return gather(askedIn(registers, cycle), ({ team }) => {
    if (team === null) return [];
    const known =
      managers.get(team) ?? managersOf(registers, team, today).map((person) => person.key);
    managers.set(team, known);
    return known;
  });
};

/**
 * SMT who are still there, each with what is missing from their directorate, or from all where they have
 * no team.
 */
export const smtTold = (
  registers: Registers,
  cycle: Cycle,
  today: Temporal.PlainDate,
): Audience => {
  const smt = [...registers.people.values()]
    .filter((person) => isSmt(person) && !hasLeft(person, today))
    .map((person) => ({ key: person.key, teams: teamsOfSmt(registers, person) }));
  return gather(askedIn(registers, cycle), ({ team }) =>
    smt.filter((person) => team === null || person.teams.has(team)).map((person) => person.key),
  );
};

/** The returns of an audience that a test holds for; its people stay in it. */
export const only = (audience: Audience, holds: (asked: Return) => boolean): Audience =>
  new Map([...audience].map(([person, missing]) => [person, missing.filter(holds)]));

/** Those of an audience who still have something outstanding. */
export const whoOwe = (audience: Audience): Audience =>
  new Map([...audience].filter(([, missing]) => missing.length > 0));

type Telling = {
  readonly cycle: string;
  readonly step: Step;
  /** Null: on any day, whoever is away, back or gone by then. */
  readonly today: Temporal.PlainDate | null;
};

/** What a step would tell one person of, asked again just before it goes: only what is still due. */
export const stillOutstanding = (
  registers: Registers,
  person: Person,
  { cycle, step, today }: Telling,
): readonly Return[] => {
  if (isAskingStep(step) || step === 'Back' || step === 'Nudge') {
    const owed = owedBy(registers, person, today).map((each) => each.return);
    const here = owed.filter((asked) => sameKey(asked.cycle, cycle));
    // An answer blanks the date that was given: only what came back still has it.
    return step === 'Back' ? here.filter((asked) => asked.noDataUntil !== null) : here;
  }
  const teams = new Set(teamsToldOf(registers, person, { step, today }).map(fold));
  if (teams.size === 0) return [];
  return registers.returns.where('cycle', cycle).filter((asked) => {
    const about = asked.state === 'Due' ? aboutOf(registers, asked) : null;
    if (about === null) return false;
    // What is no team's is told to all of SMT.
    return about.team === null ? step === 'SMT' : teams.has(fold(about.team));
  });
};

const teamsToldOf = (
  registers: Registers,
  person: Person,
  { step, today }: Pick<Telling, 'step' | 'today'>,
): readonly string[] => {
  if (today !== null && hasLeft(person, today)) return [];
  if (step === 'SMT') return isSmt(person) ? [...teamsOfSmt(registers, person)] : [];
  return [...registers.teams.values()]
    .map((team) => team.key)
    .filter((team) => managersOf(registers, team, today).some(({ key }) => key === person.key));
};

/** Every return a cycle asked and has not withdrawn, with its team's own key. */
const askedIn = (registers: Registers, cycle: Cycle): readonly Asked[] =>
  registers.returns.where('cycle', cycle.key).flatMap((asked) => {
    const about = asked.state === 'Withdrawn' ? null : aboutOf(registers, asked);
    if (about === null) return [];
    const team = about.team === null ? undefined : registers.teams.get(about.team);
    return [{ return: asked, team: team?.key ?? about.team }];
  });

const gather = (
  returns: readonly Asked[],
  peopleFor: (asked: Asked) => readonly string[],
): Map<string, Return[]> => {
  const audience = new Map<string, Return[]>();
  for (const asked of returns) {
    for (const person of peopleFor(asked)) {
      const theirs = audience.get(person) ?? [];
      if (asked.return.state === 'Due') theirs.push(asked.return);
      audience.set(person, theirs);
    }
  }
  return audience;
};
