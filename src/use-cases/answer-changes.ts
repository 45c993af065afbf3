// What a figure taken in changes, all in one entry: its return, the return that holds the figure, what
// is promised or has become of a promise, and the drafts that are answered by it.
import type { Measure } from '../registers/measures.ts';
import type { Change, Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { needsApproval } from '../rules/approval.ts';
import type { Period } from '../rules/period.ts';
import { change } from './change.ts';
import { draftsAnswered } from './keep-draft.ts';
import type { Entry } from './ports.ts';
import { type PromiseKept, promisedAction, promiseTold } from './promised-action.ts';
import type { Answer, Answered } from './read-answer.ts';

export type Answering = {
  readonly by: string;
  readonly return: string;
  /** The revision the person saw when they answered: 0 before anyone has. */
  readonly revision: number;
  readonly answer: Answer;
};

/** `held` is the row that holds the figure: another than the one that asks, where a final one is asked for. */
export type AskedReturn = {
  readonly row: Return;
  readonly held: Return;
  readonly measure: Measure;
  readonly period: Period;
};

type Taking = Answering & {
  readonly answered: Answered;
  readonly now: Temporal.ZonedDateTime;
};

export const answerEntry = (registers: Registers, asked: AskedReturn, taking: Taking): Entry => {
  const { row } = asked;
  return {
    key: `return|${row.key}|${taking.revision}`,
    by: taking.by,
    at: taking.now.toInstant(),
    changes: [...changesOf(registers, asked, taking), ...draftsAnswered(registers, row.key)],
    message: null,
    journal: { source: 'card', why: whyOf(taking.answered) },
  };
};

const whyOf = ({ doubted, confirmedBecause }: Answered): string | null =>
  doubted === null ? null : `${doubted} Right all the same because: ${confirmedBecause ?? ''}`;

/** What was promised for the figure, and what has become of a promise made before it. */
const promisesOf = (
  registers: Registers,
  { held, measure, period }: AskedReturn,
  { answer, answered, now }: Taking,
): PromiseKept => {
  const of = { measure, period, today: now.toPlainDate() };
  const kept = promisedAction(registers, { ...of, held, promised: answered.promised });
  const told = answer.kind === 'value' ? promiseTold(registers, of, answer) : [];
  return { action: kept.action, changes: [...kept.changes, ...told] };
};

const changesOf = (registers: Registers, asked: AskedReturn, taking: Taking): readonly Change[] => {
  const { row, held } = asked;
  const { by, now, revision } = taking;
  const { promised: _, ...answered } = taking.answered;
  const said = { ...answered, returnedBy: by, returnedAt: now.toInstant(), illustrative: false };
  const approval = awaitingApproval(registers, row);
  const asking = { ...said, ...approval, revision: revision + 1 };
  if (row.kind === 'final' && taking.answer.kind === 'no data')
    return [change('returns', row.key, asking)];
  const { action, changes } = promisesOf(registers, asked, taking);
  const besides = {
    ...restated(held, answered, now.toPlainDate()),
    ...acceptedNoMore(held, answered),
    action,
  };
  if (row.kind !== 'final')
    return [change('returns', row.key, { ...asking, ...besides }), ...changes];
  return [
    change('returns', row.key, asking),
    change('returns', held.key, {
      ...said,
      ...approval,
      ...besides,
      forecast: answered.forecast ?? held.forecast,
      source: answered.source ?? held.source,
      limits: answered.limits ?? held.limits,
      revision: (held.revision ?? 0) + 1,
    }),
    ...changes,
  ];
};

/** Each answer waits anew, whatever was said of the one before; none where its measure needs no approval. */
const awaitingApproval = (registers: Registers, row: Return): Partial<Return> =>
  needsApproval(registers, row)
    ? { approval: 'awaiting', approver: null, approvedAt: null, sentBackBecause: null }
    : {};

/** What a director accepted was the reason as it was. */
const acceptedNoMore = (
  before: Return,
  { noActionBecause }: Pick<Return, 'noActionBecause'>,
): Partial<Return> =>
  before.noActionAcceptedOn !== null && noActionBecause !== before.noActionBecause
    ? { noActionAcceptedBy: null, noActionAcceptedOn: null }
    : {};

/** A final figure in place of a provisional one keeps both. */
const restated = (
  before: Return,
  answered: Pick<Return, 'finality'>,
  today: Temporal.PlainDate,
): Partial<Return> =>
  before.finality === 'provisional' && answered.finality === 'final' && before.value !== null
    ? { provisionalValue: before.value, restatedOn: today }
    : {};

/**
 * Whether an answer promises what the first one did, and says the same of what was promised before.
 * What they say of the figure is compared in take-answer.ts.
 */
export const promisesTheSame = (first: Entry, again: Entry): boolean => {
  const promised = new Set(promisesIn(first));
  return promisesIn(again).every((each) => promised.has(each));
};

/** Without the row each is about: once a promise is complete, an older one is the newest. */
const promisesIn = ({ changes }: Entry): readonly string[] =>
  changes
    .filter(({ register }) => register === 'actions')
    .map(({ set }) =>
      JSON.stringify('title' in set ? [set['title'], set['owner'], set['dueOn']] : set['status']),
    );
