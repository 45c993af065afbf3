// The rows of Actions that an answer begins or changes: what is promised where a figure is off target,
// and what became of what was promised before. What may be promised is read in read-pledge.ts.
import type { Action } from '../registers/actions.ts';
import { lineName } from '../registers/line-name.ts';
import type { Measure } from '../registers/measures.ts';
import type { Change, Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Period } from '../rules/period.ts';
import { periodText } from '../rules/period.ts';
import { isOpen, promiseBefore } from '../rules/promise.ts';
import { asExempt } from './as-exempt.ts';
import { change } from './change.ts';
import type { ValueAnswer } from './read-answer.ts';
import type { NewPromise, Promised } from './read-pledge.ts';

export type Promising = {
  readonly measure: Measure;
  readonly period: Period;
  readonly promised: Promised;
  readonly today: Temporal.PlainDate;
  /** The return that holds the figure, as it was. */
  readonly held: Return;
};

/** `action` is what the return names from now on; null where it promises nothing. */
export type PromiseKept = { readonly action: string | null; readonly changes: readonly Change[] };

/**
 * One row of Actions a measure and period, however often it is answered. Where nothing is promised any
 * more, as where the figure is on target after all, the row stays and is stopped.
 */
export const promisedAction = (registers: Registers, promising: Promising): PromiseKept => {
  const { promised } = promising;
  const before = promising.held.action;
  if (promised === 'as before') return { action: before, changes: [] };
  if (promised === null) return { action: null, changes: stopped(registers, before) };
  const key = actionKey(registers, promising);
  return { action: key, changes: [rowFor(registers, key, { ...promising, promised })] };
};

const stopped = (registers: Registers, key: string | null): readonly Change[] => {
  const row = key === null ? undefined : registers.actions.get(key);
  return row && isOpen(row) ? [change('actions', row.key, { status: 'stopped' })] : [];
};

const serves = ({ key }: Measure): string => lineName({ register: 'measures', key });

/** A plan may have an action of its own under the same code, which is let be. */
const actionKey = (registers: Registers, { measure, period }: Promising): string => {
  const plain = `${measure.plan}|${measure.code} ${periodText(period)}`;
  const isFree = (key: string): boolean => {
    const row = registers.actions.get(key);
    return row === undefined || (row.kind === 'corrective action' && isOf(row, measure));
  };
  let key = plain;
  for (let nth = 2; !isFree(key); nth += 1) key = `${plain} (${nth})`;
  return key;
};

const isOf = (row: Action, measure: Measure): boolean =>
  row.serves.some((line) => sameKey(line, serves(measure)));

/** What has been reported of it stays, unless it was stopped, or is complete and something else is promised. */
const rowFor = (
  registers: Registers,
  key: string,
  { measure, held, promised, today }: Promising & { readonly promised: NewPromise },
): Change => {
  const row = registers.actions.get(key);
  const said = { title: promised.what, owner: promised.owner, dueOn: promised.by };
  const isKept = row?.status !== 'stopped' && row?.title === promised.what;
  if (row && (isOpen(row) || isKept)) return change('actions', key, said);
  return change('actions', key, {
    ...said,
    ...asExempt([measure, held]),
    plan: measure.plan,
    code: key.slice(measure.plan.length + 1),
    kind: 'corrective action',
    serves: [serves(measure)],
    team: measure.team,
    startsOn: today,
    status: 'not started',
    percent: 0,
    completedOn: null,
  });
};

type Told = Pick<ValueAnswer, 'promise' | 'promiseOf'>;

/**
 * What became of what was promised before; none where nothing is said, nothing was open, or what was
 * shown is no more what is open: somebody has told of it meanwhile, and of the one before it nobody has.
 */
export const promiseTold = (
  registers: Registers,
  { measure, period, today }: Pick<Promising, 'measure' | 'period' | 'today'>,
  { promise: told, promiseOf: shown = '' }: Told,
): readonly Change[] => {
  const row = told === '' ? null : promiseBefore(registers, measure, period);
  if (told === '' || row === null) return [];
  if (shown !== '' && !sameKey(shown, row.key)) return [];
  return [
    change('actions', row.key, {
      status: told,
      ...(told === 'complete' && { completedOn: today, percent: 100 }),
    }),
  ];
};
