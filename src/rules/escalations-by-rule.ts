// What the rules raise and close in a plan today: a case once for each person its route names, on its
// evidence; closed when it holds no more, and with why. What becomes of a row is written by the use case.
import type { Escalation, EscalationLevel } from '../registers/escalations.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import { isAwaiting, isSentBack } from './approval.ts';
import { hasLeft } from './away.ts';
import type { Case } from './escalation-case.ts';
import { casesOf } from './escalation-evidence.ts';
import { evidenceText, readEvidence } from './escalation-evidence-words.ts';
import { appliesTo, type RuleInForce, rulesInForce } from './escalation-rules.ts';
import { fingerprintOfLines } from './fingerprint.ts';
import { isSmt, managersOf, teamsOfSmt } from './roles.ts';

/** A row of Escalations to be written, but for its state and dates. */
export type RaisedByRule = Pick<
  Escalation,
  | 'key'
  | 'title'
  | 'plan'
  | 'return'
  | 'rule'
  | 'line'
  | 'period'
  | 'evidence'
  | 'urgent'
  | 'owner'
  | 'level'
  | 'person'
  | 'planDueOn'
  | 'recovery'
> & { readonly about: Case['about'] };

export type ClosedByRule = { readonly key: string; readonly because: string };

export type ByRule = {
  readonly raise: readonly RaisedByRule[];
  readonly close: readonly ClosedByRule[];
};

export const escalationsByRule = (
  registers: Registers,
  plan: string,
  today: Temporal.PlainDate,
): ByRule => {
  const rules = rulesInForce(registers).filter((each) => appliesTo(each, plan));
  const open = openOf(registers, plan);
  const audience = openAudience(registers, today);
  const raise: RaisedByRule[] = [];
  const holding = new Map<string, Holding>();
  for (const rule of rules) {
    for (const found of casesOf({ registers, plan, rule, today })) {
      const people = audience(rule, found);
      holding.set(placeOf(rule.rule.key, found.line), { found, people });
      for (const person of people) {
        const of = { rule: rule.rule.key, line: found.line, period: found.period, person };
        const key = nextKey(registers, keyOf(of), found);
        if (key !== null) raise.push(rowOf(rule, found, { key, plan, person, before: open }));
      }
    }
  }
  return { raise, close: open.flatMap((each) => closing(registers, each, { holding, rules })) };
};

type Holding = { readonly found: Case; readonly people: readonly string[] };

const placeOf = (rule: string, line: string): string => `${fold(rule)} ${fold(line)}`;

const openOf = (registers: Registers, plan: string): readonly Escalation[] =>
  (['Open', 'Acknowledged', 'Answered'] as const)
    .flatMap((state) => registers.escalations.where('state', state))
    .filter((each) => each.rule !== null && sameKey(each.plan, plan));

type Of = Readonly<Record<'rule' | 'line' | 'period' | 'person', string>>;

/**
 * Null where it is there, or ran its course on this evidence. Anew where it closed on other figures of
 * the same period, which were corrected since, or when it was for a while nobody's to hear of.
 */
const nextKey = (registers: Registers, first: string, { evidence }: Case): string | null => {
  for (let nth = 1; ; nth += 1) {
    const key = nth === 1 ? first : `${first}|${nth}`;
    const known = registers.escalations.get(key);
    if (known === undefined) return key;
    if (known.state !== 'Closed') return null;
    const because = known.closedBecause ?? '';
    const isSame =
      readEvidence(known.evidence).howBad === readEvidence(evidenceText(evidence())).howBad;
    const wasNobodys = nobodys.includes(because);
    if (because.startsWith(anew) || (isSame && !wasNobodys)) return null;
  }
};

const anew = 'raised anew on ';
const notTheirs = 'it is not for this person any more';
const ruleGone = 'its rule was taken off the register';
const ruleOff = 'its rule was switched off';
const nobodys: readonly string[] = [notTheirs, ruleGone, ruleOff];

/** Room is left in 255 characters for what the keys of its history add. */
const longestKey = 225;

/** 'rule|line|period|person'; where that is too long, the line and period by their fingerprint. */
const keyOf = ({ rule, line, period, person }: Of): string => {
  const whole = [rule, line, period, person].join('|');
  if (whole.length <= longestKey) return whole;
  const short = [rule, fingerprintOfLines([fold(`${line}|${period}`)]), person].join('|');
  return short.length <= longestKey ? short : fingerprintOfLines([fold(whole)]);
};

type Raising = {
  readonly key: string;
  readonly plan: string;
  readonly person: string;
  readonly before: readonly Escalation[];
};

/** A recovery plan that was required on the evidence before goes on with the new. */
const rowOf = (
  { rule, route }: RuleInForce,
  found: Case,
  { key, plan, person, before }: Raising,
): RaisedByRule => {
  const earlier = before.find(
    (each) =>
      sameKey(each.rule, rule.key) &&
      sameKey(each.line, found.line) &&
      sameKey(each.person, person),
  );
  return {
    key,
    title: found.title.slice(0, 255),
    plan,
    return: found.return,
    rule: rule.key,
    line: found.line,
    period: found.period,
    evidence: evidenceText(found.evidence()),
    urgent: rule.urgent,
    owner: found.owner,
    level: levelOf(route),
    person,
    planDueOn: earlier?.planDueOn ?? null,
    recovery: earlier?.recovery ?? null,
    about: found.about,
  };
};

const levelOf = (route: RuleInForce['route']): EscalationLevel =>
  route === 'manager' ? 'manager' : 'SMT';

/**
 * Whom a route names for a case: the team's managers; the SMT of its directorate; or with those whoever
 * answers for all of them. Where a route names nobody, those who answer for all.
 */
const openAudience = (registers: Registers, today: Temporal.PlainDate) => {
  let known: readonly Senior[] | null = null;
  const keys = (some: readonly { readonly person: Person }[]) =>
    some.map(({ person }) => person.key);
  return ({ route }: RuleInForce, { team }: Case): readonly string[] => {
    known ??= seniors(registers, today);
    const smt = known;
    const overAll = smt.filter(({ person }) => person.team === null);
    const folded = team === null ? null : fold(team);
    const theirs = folded === null ? [] : smt.filter(({ teams }) => teams.has(folded));
    if (route === 'manager' && team !== null) {
      const managers = managersOf(registers, team, today).map(({ key }) => key);
      if (managers.length > 0) return managers;
    }
    if (route === 'SMT' && theirs.length > 0) return keys(theirs);
    const directors = theirs.filter(({ person }) => person.team !== null);
    if (directors.length > 0) return keys(directors);
    return keys(overAll.length > 0 ? overAll : smt);
  };
};

type Senior = { readonly person: Person; readonly teams: ReadonlySet<string> };

const seniors = (registers: Registers, today: Temporal.PlainDate): readonly Senior[] =>
  [...registers.people.values()]
    .filter((person) => isSmt(person) && !hasLeft(person, today))
    .map((person) => ({ person, teams: new Set([...teamsOfSmt(registers, person)].map(fold)) }));

type Closing = {
  readonly holding: ReadonlyMap<string, Holding>;
  readonly rules: readonly RuleInForce[];
};

/** Kept where its rule cannot be read: that it holds no more is not known. */
const closing = (
  registers: Registers,
  escalation: Escalation,
  { holding, rules }: Closing,
): readonly ClosedByRule[] => {
  const { rule: key, line, period, person } = escalation;
  if (key === null) return [];
  const rule = registers.escalationRules.get(key);
  const isApplied = rules.some((each) => sameKey(each.rule.key, key));
  const close = (because: string) => [{ key: escalation.key, because }];
  if (rule === undefined) return close(ruleGone);
  if (rule.off) return close(ruleOff);
  if (!isApplied) return [];
  if (isBeingDecided(registers, escalation)) return [];
  const holds = holding.get(placeOf(key, line ?? ''));
  if (holds === undefined) return close(endWords[rule.kind]);
  if (!holds.people.some((each) => sameKey(each, person))) return close(notTheirs);
  return sameKey(holds.found.period, period)
    ? []
    : close(`${anew}${holds.found.period.replace(/, reason .*$/, ', for another reason')}`);
};

/**
 * Its figure was corrected, and waits for its manager's word or was sent back: until it counts, or its
 * cycle is over, whether it holds is not known.
 */
const isBeingDecided = (registers: Registers, { return: key }: Escalation): boolean => {
  const row = key === null ? undefined : registers.returns.get(key);
  const state = row?.cycle ? registers.cycles.get(row.cycle)?.state : undefined;
  if (row === undefined || (state !== 'Open' && state !== 'Suspended')) return false;
  return isAwaiting(row) || isSentBack(row);
};

const endWords: { readonly [K in RuleInForce['kind']]: string } = {
  'missing return': 'answered',
  'red on new figures running': 'it is not off target on as many figures running any more',
  'fall of RAG steps': 'its newest figure is not so far below the one before any more',
  'risk above appetite': 'the risk is within appetite, closed or not scored any more',
  'action overdue': 'the action was done, stopped or given another date',
  'not assured': 'the newest statement does not say "not assured" any more',
  'savings at risk': 'the forecast is not so far short any more',
  'no further action': 'an action is promised, or it was accepted',
};
