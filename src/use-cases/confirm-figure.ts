// Takes in a figure that the registers answer themselves, as its owner has seen it: worked out anew at the
// press, and saved if it is the same, or not at all. What is asked for besides is submit-return.ts's.
import { figureToConfirm, isShown, shownAs } from './figure-to-confirm.ts';
import type { Ports } from './ports.ts';
import type { ValueAnswer } from './read-answer.ts';
import { type Refused, refused } from './refused.ts';
import { type Submission, type Submitted, submitReturn } from './submit-return.ts';

export type Confirming = Omit<Submission, 'answer'> & {
  /** Its value, numerator and denominator are those that were shown (figure-to-confirm.ts, shownAs). */
  readonly answer: ValueAnswer;
};

/**
 * Durable when it resolves. Refused with the figures as they are now where others were shown; null of them
 * where there is nothing left to work it out from, and it is asked for like any other.
 */
export const confirmFigure = async (
  ports: Ports,
  { answer, ...submission }: Confirming,
): Promise<Submitted | Refused> => {
  const registers = ports.replica.registers();
  const row = registers.returns.get(submission.return);
  if (row === undefined) return refused({ reason: 'unknown return' });
  const now = figureToConfirm(registers, row);
  const isStale = submission.revision !== (row.revision ?? 0);
  // Who may is asked by submitReturn, before it says anything of the figures.
  if (now === null && !isStale) return refused({ reason: 'figures changed', now });
  const figures = now !== null && isShown(now, answer) ? shownAs(now) : {};
  return submitReturn(ports, { ...submission, answer: { ...answer, ...figures } });
};
