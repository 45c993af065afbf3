// Sign-off as one person sees it: what waits for their approval first, then what they may sign, and for the
// performance team what was picked to be checked and what was changed after the close.
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Target } from '../registers/targets.ts';
import { verificationOutcomes } from '../registers/verifications.ts';
import { aboutOf, measureOf } from '../rules/about.ts';
import { mayRead } from '../rules/access.ts';
import {
  approversOf,
  awaitingIn,
  isPlain,
  isSentBack,
  needsApproval,
  notPlain,
  standingGiven,
} from '../rules/approval.ts';
import { answerTold, notPlainWords } from '../rules/approval-told.ts';
import { askedName } from '../rules/asked-name.ts';
import { aimWords, figureWords } from '../rules/escalation-figure-words.ts';
import { parsePeriod } from '../rules/period.ts';
import { isAgreed, targetFor } from '../rules/rating.ts';
import { may } from '../rules/rights.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { SignOffView, WaitingLine } from './api-sign-off.ts';
import { freshness } from './freshness.ts';
import { changeableIn, lateChangesIn, verificationsIn } from './sign-off-after.ts';
import { type Asking, givenWords } from './sign-off-asking.ts';
import { signatureLines } from './sign-off-signatures.ts';
import { counted } from './words.ts';

/** The cycle asked for, else the open one, else the newest that has closed. Null where there is none. */
export const signOffView = (
  ports: Ports,
  person: Person,
  asked: string | undefined,
): SignOffView | null => {
  const registers = ports.replica.registers();
  const cycles = [...registers.cycles.values()]
    .filter(({ state }) => state !== 'Planned' && state !== 'Withdrawn')
    .toSorted((one, other) => Temporal.PlainDate.compare(other.opensOn, one.opensOn));
  const cycle = asked
    ? registers.cycles.get(asked)
    : (cycles.find(({ state }) => state === 'Open') ?? cycles[0]);
  if (!cycle) return null;
  const at = { registers, person, cycle, today: ports.clock.now().toPlainDate() };
  const waiting = waitingLines(at);
  const signatures = signatureLines(at);
  return {
    key: cycle.key,
    name: cycle.title,
    state: cycle.state,
    title: titleOf(
      waiting,
      signatures.some((each) => each.may && each.state === 'waiting'),
    ),
    cycles: cycles.map((each) => ({ key: each.key, words: each.title, group: '' })),
    waiting,
    approvals: approvalWords(registers, cycle),
    signatures,
    outcomes: verificationOutcomes,
    verifications: may(at, 'see what is verified') ? verificationsIn(at) : [],
    lateChanges: lateChangesIn(at),
    changeable: may(at, 'change a figure after the close') ? changeableIn(at) : [],
    freshness: freshness(ports.replica),
  };
};

const titleOf = (waiting: readonly WaitingLine[], signs: boolean): string => {
  const mine = waiting.filter((each) => each.mine).length;
  if (mine > 0)
    return `${counted(mine, 'return')} ${mine === 1 ? 'waits' : 'wait'} for your approval`;
  return signs ? 'Your signature is wanted' : 'Nothing waits for you';
};

/** "12 need approval: 6 approved, 4 waiting, 1 sent back, 1 not in time." */
const approvalWords = (registers: Registers, { key }: Cycle): string | null => {
  const all = registers.returns
    .where('cycle', key)
    .filter((each) => each.state !== 'Withdrawn' && needsApproval(registers, each));
  if (all.length === 0) return null;
  const count = (holds: (asked: Return) => boolean) => all.filter(holds).length;
  const parts = [
    [count(({ approval, state }) => approval === 'approved' && state !== 'Due'), 'approved'],
    [awaitingIn(registers, key).length, 'waiting'],
    [count(isSentBack), 'sent back'],
    [count(({ approval }) => approval === 'not in time'), 'not approved in time'],
    [count((each) => each.state === 'Due' && !isSentBack(each)), 'not answered'],
  ] as const;
  const said = parts.filter(([many]) => many > 0).map(([many, what]) => `${many} ${what}`);
  return `${all.length} ${all.length === 1 ? 'needs' : 'need'} approval: ${said.join(', ')}.`;
};

/** Theirs first, and of those what is not plain first. What somebody may not read is not there. */
const waitingLines = (at: Asking): readonly WaitingLine[] => {
  const { registers, person, cycle, today } = at;
  const looking = { registers, person, today };
  return awaitingIn(registers, cycle.key)
    .filter((asked) => mayRead(registers, person, { register: 'returns', row: asked }))
    .map((asked) => ({
      line: waitingLine(at, asked),
      shows:
        may(looking, 'see all that waits for approval or a signature') ||
        may(looking, 'approve a return or send it back', asked),
      rank: notPlain(registers, asked).length > 0 ? 0 : 1,
    }))
    .filter(({ shows }) => shows && cycle.state === 'Open')
    .toSorted(
      (one, other) => Number(other.line.mine) - Number(one.line.mine) || one.rank - other.rank,
    )
    .map(({ line }) => line);
};

/** 'a target of 85%', and where it is made up for the sample, that. */
const targetWordsOf = (measure: Measure, target: Target | null): string | null => {
  const words = aimWords(measure, target && isAgreed(target) ? target : null);
  return words !== null && target?.illustrative ? `${words} (illustrative)` : words;
};

const waitingLine = ({ registers, person, today }: Asking, asked: Return): WaitingLine => {
  const measure = measureOf(registers, asked);
  const about = aboutOf(registers, asked);
  const period = parsePeriod(asked.period);
  const target = measure && period ? targetFor(registers, measure.key, period) : null;
  const approvers = approversOf(registers, asked, today);
  return {
    return: asked.key,
    revision: asked.revision ?? 0,
    measure: asked.measure ?? '',
    name: about === null ? asked.title : askedName(asked, about),
    team: (about?.team && registers.teams.get(about.team)?.title) || '',
    figure: measure && asked.value !== null ? figureWords(measure, asked.value) : null,
    target: measure ? targetWordsOf(measure, target) : null,
    standing: standingGiven(registers, asked),
    given: givenWords(registers, asked),
    why: notPlainWords(registers, asked),
    plain: isPlain(registers, asked),
    said: answerTold(registers, asked),
    mine: approvers.some(({ key }) => key === person.key),
    may: may({ registers, person, today }, 'approve a return or send it back', asked),
    with: approvers.map(({ title }) => title).join(', ') || 'Nobody is there to approve it',
  };
};
