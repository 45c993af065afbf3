// Takes a figure in: once, from someone who may give it, while its cycle is open. How it is taken once
// is take-answer.ts; a target is set-target.ts.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Standing } from '../registers/words.ts';
import { parsePeriod } from '../rules/period.ts';
import { rate, targetFor } from '../rules/rating.ts';
import { asksForTarget } from '../rules/targets-due.ts';
import { change } from './change.ts';
import type { Entry, Ports } from './ports.ts';
import { type Answer, type Answered, readAnswer } from './read-answer.ts';
import { type Refused, refused } from './refused.ts';
import { mayNotAnswer, takeOnce } from './take-answer.ts';

export type Submission = {
  readonly by: string;
  readonly return: string;
  /** The revision the person saw when they answered: 0 before anyone has. */
  readonly revision: number;
  readonly answer: Answer;
};

/** `already`: this very answer was taken before; nothing changed. */
export type Submitted = {
  readonly outcome: 'submitted' | 'already';
  readonly return: Return;
  readonly standing: Standing;
};

/** Durable when it resolves. A refusal leaves the register as it was. */
export const submitReturn = async (
  ports: Ports,
  submission: Submission,
): Promise<Submitted | Refused> => {
  const asked = findAsked(ports.replica.registers(), submission.return);
  if (asked === null) return refused({ reason: 'unknown return' });
  const barred = mayNotAnswer(asked.registers, asked.row, submission.by);
  if (barred !== null) return barred;

  const now = ports.clock.now();
  const answered = readAnswer(submission.answer, {
    measure: asked.measure,
    today: now.toPlainDate(),
    rateValue: asked.rateValue,
  });
  if ('outcome' in answered) return answered;

  const entry = entryFor(submission, asked.row, { ...answered, now });
  const taken = await takeOnce(ports, submission, entry);
  if (taken.outcome === 'refused') return taken;
  const row = ports.replica.registers().returns.get(asked.row.key) ?? asked.row;
  const standing = row.value === null ? 'not yet available' : asked.rateValue(row.value);
  return { outcome: taken.outcome, return: row, standing };
};

type Asked = {
  readonly registers: Registers;
  readonly row: Return;
  readonly measure: Measure;
  readonly rateValue: (value: number) => Standing;
};

const findAsked = (registers: Registers, key: string): Asked | null => {
  const row = registers.returns.get(key);
  const measure = row && registers.measures.get(row.measure);
  const period = row && parsePeriod(row.period);
  if (!row || !measure || !period || asksForTarget(row)) return null;
  const target = targetFor(registers, measure.key, period);
  return { registers, row, measure, rateValue: (value) => rate(measure, value, target) };
};

const entryFor = (
  { by, return: key, revision }: Submission,
  before: Return,
  { now, ...answered }: Answered & { readonly now: Temporal.ZonedDateTime },
): Entry => ({
  key: `return|${key}|${revision}`,
  by,
  at: now.toInstant(),
  changes: [
    change('returns', key, {
      ...answered,
      ...restated(before, answered, now.toPlainDate()),
      returnedBy: by,
      returnedAt: now.toInstant(),
      revision: revision + 1,
      illustrative: false,
    }),
  ],
  message: null,
  journal: { source: 'card', why: null },
});

/** A final figure in place of a provisional one keeps both. */
const restated = (
  before: Return,
  answered: Answered,
  today: Temporal.PlainDate,
): Partial<Return> =>
  before.finality === 'provisional' && answered.finality === 'final' && before.value !== null
    ? { provisionalValue: before.value, restatedOn: today }
    : {};
