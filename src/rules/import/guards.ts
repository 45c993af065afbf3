// What a file may not do, whatever its cells say: change an answered or a closed return, a cycle's
// state, a rating rule that applies, or a target within its year without the decision that did so.
import type { Return } from '../../registers/returns.ts';
import { fold } from '../../registers/same-key.ts';
import type { Target } from '../../registers/targets.ts';
import { dateWords, momentWords } from '../date-words.ts';
import {
  firstMonth,
  lastMonth,
  monthOf,
  parsePeriod,
  periodHolding,
  periodText,
} from '../period.ts';
import { type Draft, placeOf, type Reading } from './draft.ts';

/** The drafts that may be taken; the others are doubts that stop. */
export const thatMayBeTaken = (reading: Reading, drafts: readonly Draft[]): readonly Draft[] => {
  const file = whatTheFileBegins(drafts);
  return drafts.filter((draft) => {
    const fault = faultIn(reading, draft, file);
    if (fault === null) return true;
    reading.doubts.stop(placeOf(draft, fault.column), fault.words, draft.register);
    return false;
  });
};

type Fault = { readonly column: string; readonly words: string };
type InFile = {
  readonly measures: ReadonlySet<string>;
  /** The day of each. */
  readonly decisions: ReadonlyMap<string, string>;
};

const whatTheFileBegins = (drafts: readonly Draft[]): InFile => {
  const measures = drafts.filter(({ register }) => register === 'measures');
  const decisions = drafts.filter(({ register }) => register === 'decisions');
  return {
    measures: new Set(measures.map(({ key }) => fold(key))),
    decisions: new Map(
      decisions.map(({ key, set }) => [fold(key), String(set['decidedOn'] ?? '')]),
    ),
  };
};

const faultIn = (reading: Reading, draft: Draft, file: InFile): Fault | null => {
  if (draft.register === 'returns') return faultInReturn(reading, draft, file);
  if (draft.register === 'targets') return faultInTarget(reading, draft, file);
  if (draft.register === 'ratingRules') return faultInRule(reading, draft);
  return draft.register === 'cycles' ? faultInCycle(reading, draft) : null;
};

const ratesBy = [
  'way',
  'band',
  'blue',
  'betterBy',
  'sameWithin',
  'sameIs',
  'appliesFrom',
  'setOn',
  'measure',
  'plan',
  'decision',
];

/** What applies already rates figures that have been told: another rule takes its place, from its own day. */
const faultInRule = ({ registers, asked }: Reading, { key, set }: Draft): Fault | null => {
  const row = registers.ratingRules.get(key);
  const touched = ratesBy.find((name) => name in set);
  if (row === undefined || touched === undefined) return null;
  if (Temporal.PlainDate.compare(row.appliesFrom, asked.today) > 0) return null;
  const words = `This rule has applied since ${dateWords(row.appliesFrom)}, so figures were rated by it: add another that applies from a later day, with the decision that set it.`;
  return { column: touched, words };
};

const closedWords = (quarter: string, held: string): string =>
  `${quarter} is closed${held}: a closed quarter is changed by restatement, not by import.`;

/** What an answer sets; who is asked, and by when, may be put right while a cycle is open. */
const notTheAnswer = new Set(['owner', 'dueOn', 'title', 'access', 'exemptUnder']);

const faultInReturn = (reading: Reading, draft: Draft, file: InFile): Fault | null => {
  const { registers } = reading;
  const column = 'value';
  const row = registers.returns.get(draft.key);
  const cycle = row?.cycle ? registers.cycles.get(row.cycle) : cycleOf(reading, draft, file);
  if (cycle?.state === 'Closed')
    return { column, words: closedWords(cycle.period, row ? heldWords(row) : '') };
  const touched = Object.keys(draft.set).some((name) => !notTheAnswer.has(name));
  if (!row || (cycle?.state !== 'Open' && cycle?.state !== 'Suspended') || !touched) return null;
  if (!isAnswered(row)) return null;
  return { column, words: answeredWords(reading, row) };
};

/** Returned by nobody and without its figure, as a file once had it, it may be completed by another. */
const isAnswered = ({ state, kind, value, returnedBy }: Return): boolean => {
  const isFigure = kind === null || kind === 'figure';
  if (state === 'Returned') return !isFigure || value !== null || Boolean(returnedBy);
  return state === 'No data until';
};

/** The cycle a figure nobody asked for falls in; null for a measure that the file begins. */
const cycleOf = ({ registers }: Reading, draft: Draft, file: InFile) => {
  const { measure, plan, period: text } = draft.set;
  if (typeof measure !== 'string' || file.measures.has(fold(measure))) return null;
  const period = typeof text === 'string' ? parsePeriod(text) : null;
  if (!period || registers.returns.get(draft.key)) return null;
  const quarter = periodText(periodHolding('quarter', lastMonth(period)));
  return registers.cycles.get(`${String(plan)}|${quarter}`) ?? null;
};

const heldWords = ({ value }: Return): string =>
  value === null ? ', without a figure' : ` with ${value}`;

const answeredWords = ({ registers }: Reading, row: Return): string => {
  const who = row.returnedBy
    ? (registers.people.get(row.returnedBy)?.title ?? row.returnedBy)
    : 'Somebody';
  const when = row.returnedAt?.toZonedDateTimeISO('Europe/London');
  const what = whatWasAnswered(row);
  return `${who} answered ${what}${when ? ` on ${momentWords(when)}` : ''}: an answer is changed by its owner, not by import.`;
};

const whatWasAnswered = ({ state, value }: Return): string => {
  if (state === 'No data until') return 'that there is no data yet';
  return value === null ? 'without a figure' : String(value);
};

const keptByCycle = [
  'state',
  'openedAt',
  'closedAt',
  'withdrawnAt',
  'suspendedBy',
  'revision',
] as const;

const faultInCycle = ({ registers }: Reading, { key, set }: Draft): Fault | null => {
  const touched = keptByCycle.find((name) => name in set);
  if (touched === undefined) return null;
  if (registers.cycles.get(key))
    return {
      column: touched,
      words:
        'A cycle is opened, suspended, closed and withdrawn on the Cycle board, not by import.',
    };
  return set['state'] === 'Planned' || set['state'] === 'Closed'
    ? null
    : { column: 'state', words: 'A new cycle is Planned, or Closed where it is past.' };
};

const says = [
  'target',
  'rangeLow',
  'rangeHigh',
  'tolerance',
  'toleranceIs',
  'redBelow',
  'redAbove',
  'through',
  'profile',
  'appliesFrom',
];

/** As rating.ts's targetFaults has it, for a target that is not in the register yet. */
const faultInTarget = (reading: Reading, draft: Draft, file: InFile): Fault | null => {
  const { registers } = reading;
  const row = registers.targets.get(draft.key);
  const { set } = draft;
  if (row && !says.some((name) => name in set)) return null;
  const measure = row?.measure ?? String(set['measure'] ?? '');
  const from = String(set['appliesFrom'] ?? row?.appliesFrom.toString() ?? '');
  const others = row ? [row] : othersInYear(reading, measure, from);
  if (others.length === 0) return null;
  const decision = set['decision'] ?? row?.decision ?? null;
  const change = `This changes a target within its year (${others.map(targetWords).join('; ')})`;
  if (typeof decision !== 'string')
    return {
      column: 'target',
      words: `${change}: a Decision column names the decision that did so.`,
    };
  const setOn = String(set['setOn'] ?? row?.setOn?.toString() ?? reading.asked.today.toString());
  const decidedOn =
    registers.decisions.get(decision)?.decidedOn.toString() ?? file.decisions.get(fold(decision));
  if (decidedOn === undefined)
    return { column: 'decision', words: `${change}: ${decision} is no decision of the register.` };
  return decidedOn <= setOn
    ? null
    : {
        column: 'decision',
        words: `${change}: ${decision} was made after it was set, on ${decidedOn}.`,
      };
};

const othersInYear = ({ registers }: Reading, measure: string, from: string): readonly Target[] => {
  if (!/^\d{4}-\d\d-\d\d$/.test(from)) return [];
  const year = periodHolding('financial year', monthOf(Temporal.PlainDate.from(from)));
  return registers.targets.where('measure', measure).filter((target) => {
    const month = monthOf(target.appliesFrom);
    return month >= firstMonth(year) && month <= lastMonth(year);
  });
};

const targetWords = (target: Target): string =>
  target.target === null
    ? `${target.rangeLow ?? '–'} to ${target.rangeHigh ?? '–'} from ${target.appliesFrom}`
    : `${target.target} from ${target.appliesFrom}`;
