// What the Receipt shows: each answer of one person in one cycle, with its status and direction.
import type { Measure } from '../../src/registers/measures.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Approval, Return } from '../../src/registers/returns.ts';
import { sameKey } from '../../src/registers/same-key.ts';
import { aboutOf } from '../../src/rules/about.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { directionOfTravel, sameWithinWords } from '../../src/rules/direction.ts';
import { historyOf } from '../../src/rules/history.ts';
import type { Owed } from '../../src/rules/owed.ts';
import { parsePeriod, previousPeriod } from '../../src/rules/period.ts';
import { standingOf } from '../../src/rules/rated-at.ts';
import { ratedAgainst } from '../../src/rules/rated-by.ts';
import { ruleFor } from '../../src/rules/rating-rules.ts';
import { asksForTarget, targetSetBy } from '../../src/rules/targets-due.ts';
import { directionText } from '../cards/card-parts.ts';
import type { Saved, SetTarget } from '../cards/question.ts';
import type { ReceiptLine, ReceiptView } from '../cards/receipt-card.ts';
import { closedWords } from '../words.ts';
import {
  calendarOf,
  counted,
  dayWords,
  figureWithUnit,
  personName,
  quarterName,
  seenBy,
  targetWords,
} from './cycle-words.ts';
import { answeredIn, type InCycle } from './in-cycle.ts';
import { reportedResult } from './report-words.ts';

export const receiptView = (at: InCycle, saved: Saved | null = null): ReceiptView => {
  const { registers, cycle, today } = at;
  const answered = answeredIn(at);
  return {
    cycle: cycle.key,
    title: receiptTitle(answered),
    lines: answered.map((each) => receiptLine(at, each)),
    saved,
    after: [],
    correctUntil:
      cycle.state === 'Open' ? dayWords(calendarOf(registers, cycle).closesOn, today) : null,
    seenBy,
  };
};

/** What a person had answered when the cycle closed, and what never came; null where nothing was asked of them. */
export const closedView = (at: InCycle): ReceiptView | null => {
  const { registers, cycle, person } = at;
  const view = receiptView(at);
  const never = registers.returns
    .where('cycle', cycle.key)
    .filter((each) => each.state === 'Due' && sameKey(each.owner, person.key)).length;
  if (view.lines.length + never === 0) return null;
  return {
    ...view,
    title: `${quarterName(cycle)} has closed`,
    after: [
      ...(never === 0 ? [] : [`${counted(never, 'return was', 'returns were')} never answered.`]),
      closedWords(cycle.closedAt?.toString() ?? ''),
      'To change an answer, ask the performance team.',
    ],
  };
};

const receiptTitle = (answered: readonly Owed[]): string => {
  if (answered.length === 0) return 'Nothing is due from you.';
  const all = answered.every((each) => each.return.state === 'Returned');
  const done = all ? 'returned' : 'answered';
  return answered.length === 1
    ? `Your one return is ${done}. Thank you.`
    : `All ${answered.length} ${done}. Thank you.`;
};

const receiptLine = (
  { registers, person, today }: InCycle,
  { return: given, about }: Owed,
): ReceiptLine => {
  const by = given.returnedBy === person.key ? null : personName(registers, given.returnedBy);
  const approval = given.approval === null ? null : approvalWords[given.approval];
  const base = { return: given.key, name: askedName(given, about), by, approval };
  if (about.of !== 'measure')
    return { ...base, result: reportedResult(registers, given, { about, today }) };
  const measure = about.row;
  if (asksForTarget(given)) return { ...base, result: targetResult(registers, given, measure) };
  if (given.state === 'No data until' && given.noDataUntil !== null)
    return { ...base, result: { until: dayWords(given.noDataUntil, today) } };
  const period = parsePeriod(given.period);
  return {
    ...base,
    result: {
      figure: figureWithUnit(measure, given.value),
      standing: standingOf(registers, measure, { period, value: given.value }),
      against: ratedAgainst(period && ruleFor(registers, measure, period)),
      direction: directionLine(registers, { return: given, measure }),
      provisional: given.finality === 'provisional',
      promised: promisedWords({ registers, today }, given),
    },
  };
};

const approvalWords: { readonly [A in Approval]: string } = {
  awaiting: 'waits for approval',
  approved: 'approved',
  'sent back': 'sent back',
  'not in time': 'not approved in time',
};

/** "action by Fri 30 October, Head of Waste"; null where nothing was promised with it. */
const promisedWords = (
  { registers, today }: Pick<InCycle, 'registers' | 'today'>,
  given: Return,
): string | null => {
  const action = given.action === null ? undefined : registers.actions.get(given.action);
  if (action?.dueOn)
    return [
      `action by ${dayWords(action.dueOn, today)}`,
      ...(action.owner === null ? [] : [personName(registers, action.owner) ?? action.owner]),
    ].join(', ');
  return given.noActionBecause === null ? null : 'no further action';
};

/** What a return that asked for a target was answered with. */
const targetResult = (registers: Registers, given: Return, measure: Measure): SetTarget => {
  const target = targetWords(measure, targetSetBy(registers, given));
  return target === null ? { noTarget: given.noDataReason ?? 'no reason is kept' } : { target };
};

const directionLine = (
  registers: Registers,
  { return: given, measure }: { readonly return: Return; readonly measure: Measure },
): string | null => {
  const period = parsePeriod(given.period);
  if (period === null) return null;
  const before = historyOf(registers, measure, previousPeriod(period), 1)[0]?.value ?? null;
  const same = ruleFor(registers, measure, period);
  const direction = directionOfTravel({ ...measure, same }, given.value, before);
  const within = direction === 'same' ? sameWithinWords(measure, same) : null;
  const words = direction && directionText(direction, lastPeriod[period.kind]);
  return within === null ? words : `${words}, ${within}`;
};

const lastPeriod = {
  quarter: 'last quarter',
  month: 'last month',
  'financial year': 'last year',
  'calendar year': 'last year',
  'academic year': 'last year',
} as const;

/** What the last press saved, for the strip above the next card. */
export const savedWords = (
  registers: Registers,
  key: string,
  today: Temporal.PlainDate,
): Saved | null => {
  const given = registers.returns.get(key);
  const about = given && aboutOf(registers, given);
  if (!about) return null;
  const name = askedName(given, about);
  if (about.of !== 'measure')
    return { name, result: reportedResult(registers, given, { about, today }) };
  const measure = about.row;
  if (asksForTarget(given))
    return {
      name,
      result: targetResult(registers, given, measure),
    };
  if (given.state === 'No data until' && given.noDataUntil !== null)
    return {
      name,
      result: { until: dayWords(given.noDataUntil, today) },
    };
  const period = parsePeriod(given.period);
  const standing = standingOf(registers, measure, { period, value: given.value });
  return {
    name,
    result: { figure: figureWithUnit(measure, given.value), standing },
  };
};
