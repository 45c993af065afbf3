// Takes a figure in: once, from someone who may give it, while its cycle is open. What it puts in the
// registers is in answer-changes.ts; how it is taken once in take-answer.ts; a target in set-target.ts.
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Standing } from '../registers/words.ts';
import { measureOf } from '../rules/about.ts';
import { hasLeft } from '../rules/away.ts';
import { parsePeriod } from '../rules/period.ts';
import { standingOf } from '../rules/rated-at.ts';
import { asksForTarget } from '../rules/targets-due.ts';
import {
  type Answering,
  type AskedReturn,
  answerEntry,
  promisesTheSame,
} from './answer-changes.ts';
import { doubtingOf } from './doubted-answer.ts';
import { notAsWorkedOut } from './figure-to-confirm.ts';
import type { Ports } from './ports.ts';
import { type Answered, readAnswer } from './read-answer.ts';
import { type Refused, refused } from './refused.ts';
import { mayNotAnswer, takeOnce } from './take-answer.ts';

export type Submission = Answering;

/** `already`: this very answer was taken before; nothing changed. */
export type Submitted = {
  readonly outcome: 'submitted' | 'already';
  readonly return: Return;
  readonly standing: Standing;
};

/**
 * Durable when it resolves. A refusal leaves the registers as they were; a figure that is doubted is
 * refused until its person has said why it is right.
 */
export const submitReturn = async (
  ports: Ports,
  submission: Submission,
): Promise<Submitted | Refused> => {
  const registers = ports.replica.registers();
  const asked = findAsked(registers, submission.return);
  if (asked === null) return refused({ reason: 'unknown return' });
  const now = ports.clock.now();
  const today = now.toPlainDate();
  const barred = mayNotAnswer(registers, asked.row, { by: submission.by, today });
  if (barred !== null) return barred;
  const changed = notAsWorkedOut(registers, asked.row, submission);
  if (changed !== null) return changed;
  const answered = readAsked(registers, asked, { submission, today });
  if ('outcome' in answered) return answered;

  const entry = answerEntry(registers, asked, { ...submission, answered, now });
  const taken = await takeOnce(ports, submission, { entry, isSame: promisesTheSame });
  if (taken.outcome === 'refused') return taken;
  const row = ports.replica.registers().returns.get(asked.row.key) ?? asked.row;
  const standing = row.value === null ? 'not yet available' : asked.rateValue(row.value);
  return { outcome: taken.outcome, return: row, standing };
};

type Asked = AskedReturn & { readonly rateValue: (value: number) => Standing };

/** A final figure is asked for in a row of its own, and given to the row that holds the provisional one. */
export const findAsked = (registers: Registers, key: string): Asked | null => {
  const row = registers.returns.get(key);
  const measure = row && measureOf(registers, row);
  const period = row && parsePeriod(row.period);
  if (!row || !measure || !period || asksForTarget(row)) return null;
  const held = row.kind === 'final' ? registers.returns.get(`${row.measure}|${row.period}`) : row;
  if (held === undefined) return null;
  const rateValue = (value: number) => standingOf(registers, measure, { period, value });
  return { row, held, measure, period, rateValue };
};

type Reading = { readonly submission: Submission; readonly today: Temporal.PlainDate };

/** From a card that is older than the last answer nothing is asked besides: it can save nothing. */
export const readAsked = (
  registers: Registers,
  { row, held, measure, period, rateValue }: Asked,
  { submission: { by, revision, answer }, today }: Reading,
): Answered | Refused => {
  const isStale = revision !== (row.revision ?? 0);
  const isOff = (value: number) => rateValue(value) === 'off target';
  return readAnswer(answer, {
    measure,
    today,
    by,
    personNamed: (key) => personHere(registers, key, today),
    rateValue,
    doubting: (said) =>
      isStale ? nothing : doubtingOf(registers, { measure, period, isOff, before: held }, said),
    before: row.kind === 'final' ? held : { ...held, commentary: null },
  });
};

const nothing = { open: [], words: null, because: null } as const;

/** Null of somebody who has left, or whom People does not have. */
const personHere = (registers: Registers, key: string, today: Temporal.PlainDate) => {
  const person = registers.people.get(key);
  return person === undefined || hasLeft(person, today) ? null : person.key;
};
