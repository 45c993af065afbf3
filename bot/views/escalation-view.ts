// What a manager and SMT are shown of a cycle: what is late and who has it, with its evidence.
// Who is told, and when, is the ladder's.
import type { Cycle } from '../../src/registers/cycles.ts';
import type { Escalation, EscalationLevel } from '../../src/registers/escalations.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import { sameKey } from '../../src/registers/same-key.ts';
import type { Standing } from '../../src/registers/words.ts';
import { type About, aboutOf } from '../../src/rules/about.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { momentWords } from '../../src/rules/date-words.ts';
import { digestLines } from '../../src/rules/digest.ts';
import { latestFigure } from '../../src/rules/history.ts';
import { isLate } from '../../src/rules/owed.ts';
import { parsePeriod } from '../../src/rules/period.ts';
import { standingOf } from '../../src/rules/rated-at.ts';
import { targetFor } from '../../src/rules/rating.ts';
import { isSmt, managesTeam, teamsOfSmt } from '../../src/rules/roles.ts';
import { asksForTarget } from '../../src/rules/targets-due.ts';
import { closedDates } from '../../src/rules/working-days.ts';
import type { MissingLine, Told } from '../cards/escalation-lines.ts';
import type { ManagerView } from '../cards/manager-card.ts';
import type { SmtView } from '../cards/smt-card.ts';
import {
  bareTargetWords,
  counted,
  dayWords,
  figureWithUnit,
  personName,
  quarterName,
  targetFigure,
  targetWords,
} from './cycle-words.ts';
import { escalationLineView } from './digest-view.ts';
import type { InCycle } from './in-cycle.ts';

const zone = 'Europe/London';

type Asked = { readonly return: Return; readonly about: About };

export const managerView = (at: InCycle): ManagerView => {
  const { registers, person, cycle, today } = at;
  const mine = askedIn(registers, cycle).filter(
    (each) => each.about.team !== null && managesTeam(registers, person, each.about.team),
  );
  const late = mine.filter((each) => each.return.state === 'Due');
  const came = mine.length - late.length;
  return {
    cycle: cycle.key,
    title:
      late.length === 0
        ? `${quarterName(cycle)}: nothing is late in your teams`
        : `${quarterName(cycle)}: ${counted(late.length, 'return')} late in your teams`,
    cameIn: `${came} of ${mine.length} answered.`,
    late: mostSeriousFirst(registers, late, today).map((each) => missingLine(at, each, null)),
    offTarget: offTarget(registers, mine),
    acknowledged: acknowledgedWords(escalatedTo(at, 'manager')),
  };
};

export const smtView = (at: InCycle): SmtView => {
  const { registers, person, cycle, today } = at;
  const teams = isSmt(person) ? teamsOfSmt(registers, person) : new Set<string>();
  const late = askedIn(registers, cycle).filter(
    (each) =>
      each.return.state === 'Due' && (each.about.team === null || teams.has(each.about.team)),
  );
  const need = late.length === 1 ? 'return needs' : 'returns need';
  return {
    cycle: cycle.key,
    title:
      late.length === 0
        ? `${quarterName(cycle)}: nothing needs you`
        : `${quarterName(cycle)}: ${late.length} ${need} you`,
    late: mostSeriousFirst(registers, late, today).map((each) =>
      missingLine(at, each, managerTold(registers, each.return, today)),
    ),
    acknowledged: acknowledgedWords(escalatedTo(at, 'SMT')),
    besides: digestLines(registers, person, today)
      .filter(({ rule }) => rule !== null)
      .map((each) => escalationLineView(at, each)),
  };
};

const askedIn = (registers: Registers, cycle: Cycle): Asked[] =>
  registers.returns.where('cycle', cycle.key).flatMap((asked) => {
    const about = asked.state === 'Withdrawn' ? null : aboutOf(registers, asked);
    return about === null ? [] : [{ return: asked, about }];
  });

const escalatedTo = ({ registers, person, cycle }: InCycle, level: EscalationLevel): Escalation[] =>
  registers.escalations
    .where('person', person.key)
    .filter((each) => each.rule === null && each.cycle === cycle.key)
    .filter((each) => each.level === level && each.state !== 'Closed');

const seriousness: { readonly [S in Standing]: number } = {
  'off target': 0,
  'within tolerance': 1,
  'not yet available': 2,
  'target not yet agreed': 3,
  'on target': 4,
  'better than target': 5,
  'data only': 6,
};

/** Latest first; of the same lateness, worst standing first. */
const mostSeriousFirst = (
  registers: Registers,
  asked: readonly Asked[],
  today: Temporal.PlainDate,
): Asked[] => {
  const closed = closedDates(registers);
  const weighed = asked.map((each) => ({
    each,
    late: isLate(each.return, today, closed),
    standing: latestOf(registers, each.about)?.standing ?? 'not yet available',
  }));
  return weighed
    .sort((a, b) => b.late - a.late || seriousness[a.standing] - seriousness[b.standing])
    .map(({ each }) => each);
};

const latestOf = (registers: Registers, about: About) =>
  about.of === 'measure' ? latestFigure(registers, about.row) : null;

const missingLine = (
  { registers, person, today }: InCycle,
  { return: asked, about }: Asked,
  told: Told | null,
): MissingLine => {
  const days = isLate(asked, today, closedDates(registers));
  const measure = about.of === 'measure' ? about.row : null;
  const last = latestOf(registers, about);
  const period = last && parsePeriod(last.period);
  const target = period && measure && targetFor(registers, measure.key, period);
  return {
    name: askedName(asked, about),
    who: sameKey(asked.owner, person.key) ? 'you' : personName(registers, asked.owner),
    late: days === 0 ? 'Due' : `${counted(days, 'working day')} late`,
    last: last &&
      measure && {
        period: last.words,
        figure: figureWithUnit(measure, last.value),
        standing: last.standing,
        target: bareTargetWords(measure, target),
        aim: targetFigure(measure, target),
        illustrative: last.illustrative,
      },
    ...(measure === null && { hasNoFigures: true as const }),
    told,
  };
};

const offTarget = (registers: Registers, asked: readonly Asked[]): ManagerView['offTarget'] =>
  asked.flatMap(({ return: given, about }) => {
    if (about.of !== 'measure' || asksForTarget(given)) return [];
    const measure = about.row;
    const period = parsePeriod(given.period);
    const target = period && targetFor(registers, measure.key, period);
    const { value } = given;
    if (
      given.state !== 'Returned' ||
      standingOf(registers, measure, { period, value }) !== 'off target'
    )
      return [];
    const figure = figureWithUnit(measure, given.value);
    const { commentary } = given;
    return [{ name: measure.title, figure, target: targetWords(measure, target), commentary }];
  });

/** Only once every line has been acknowledged. */
const acknowledgedWords = (escalated: readonly Escalation[]): string | null => {
  const times = escalated.map((each) => each.acknowledgedAt);
  const last = times
    .filter((each) => each !== null)
    .sort(Temporal.Instant.compare)
    .at(-1);
  if (last === undefined || times.includes(null)) return null;
  return `Acknowledged ${momentWords(last.toZonedDateTimeISO(zone))}.`;
};

const managerTold = (
  registers: Registers,
  asked: Return,
  today: Temporal.PlainDate,
): Told | null => {
  const told = registers.escalations
    .where('return', asked.key)
    .find((each) => each.level === 'manager');
  if (told === undefined) return null;
  const who = personName(registers, told.person) ?? 'Manager';
  const when = dayWords(told.raisedAt.toZonedDateTimeISO(zone).toPlainDate(), today);
  const seen = told.acknowledgedAt === null ? 'not acknowledged' : 'acknowledged';
  return { who, outcome: `told ${when}, ${seen}` };
};
