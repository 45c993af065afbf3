// The performance team changes a figure after its cycle has closed, and says why. The frozen report and
// dataset stay as they were; the figure says beside itself that it was changed, a restatement says so beside
// the dataset, and the Journal from what.

import type { Change } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import { faultInWords } from '../rules/sign-off-fault.ts';
import {
  type Answering,
  type AskedReturn,
  answerEntry,
  promisesTheSame,
} from './answer-changes.ts';
import { whoMay } from './may-do.ts';
import { orNotKept } from './or-not-kept.ts';
import type { Entry, Ports } from './ports.ts';
import type { Answer, Answered } from './read-answer.ts';
import { type Refused, refused } from './refused.ts';
import { restate } from './restate.ts';
import { findAsked, readAsked } from './submit-return.ts';
import { takeOnce } from './take-answer.ts';

export type ChangingLate = Answering & { readonly because: string };

export type ChangedLate = { readonly outcome: 'changed' | 'already'; readonly return: Return };

/**
 * Performance team only, of a return of a closed cycle, answered or not. A figure is read and doubted as any
 * other; what else was said of it is kept. Nobody has approved what it says from then on.
 */
export const changeAfterClose = async (
  ports: Ports,
  { because: typed, ...changing }: ChangingLate,
): Promise<ChangedLate | Refused> => {
  const registers = ports.replica.registers();
  const now = ports.clock.now();
  const today = now.toPlainDate();
  const who = whoMay(ports, changing.by, 'change a figure after the close');
  if (who.outcome === 'refused') return who;
  const asked = findAsked(registers, changing.return);
  if (asked === null) return refused({ reason: 'unknown return' });
  if (registers.cycles.get(asked.row.cycle ?? '')?.state !== 'Closed')
    return refused({ reason: 'sign-off', fault: { kind: 'cycle goes on' } });
  const fault = faultInWords('changed', typed);
  if (fault !== null) return refused({ reason: 'sign-off', fault });
  const submission = { ...changing, answer: withWhatWasSaid(changing.answer, asked.held) };
  const read = readAsked(registers, asked, { submission, today });
  if ('outcome' in read) return read;

  const answered = besideTheFigure(read, asked);
  const because = typed.trim();
  const answer = answerEntry(registers, asked, { ...changing, answered, now });
  const entry = lateEntry(answer, { rows: [asked.row.key, asked.held.key], because });
  const taken = await takeOnce(ports, changing, { entry, isSame: promisesTheSame });
  if (taken.outcome === 'refused') return taken;
  // Where it cannot be kept now, the next tick writes it.
  await orNotKept(restate(ports));
  const row = ports.replica.registers().returns.get(asked.row.key) ?? asked.row;
  return { outcome: taken.outcome === 'submitted' ? 'changed' : 'already', return: row };
};

/** What the owner said of the figure, where nothing else is said. */
const withWhatWasSaid = (answer: Answer, { commentary }: Return): Answer =>
  answer.kind === 'value' && answer.commentary.trim() === '' && commentary !== null
    ? { ...answer, commentary }
    : answer;

/** Only the figure changes: what else stood beside it stands, and provisional stays provisional. */
const besideTheFigure = (answered: Answered, { row, held }: AskedReturn): Answered =>
  answered.state !== 'Returned' || held.value === null
    ? answered
    : {
        ...answered,
        forecast: answered.forecast ?? held.forecast,
        source: answered.source ?? held.source,
        limits: answered.limits ?? held.limits,
        finality: row.kind === 'final' ? answered.finality : held.finality,
      };

type Late = { readonly rows: readonly string[]; readonly because: string };

/** An answer as any other, with why it came late; what a manager said of the one before is gone with it. */
const lateEntry = (answer: Entry, { rows, because }: Late): Entry => ({
  ...answer,
  changes: answer.changes.map((each): Change => {
    const isTold = each.register === 'returns' && rows.some((row) => sameKey(row, each.key));
    if (!isTold) return each;
    const late = {
      changedBecause: because,
      approval: null,
      approver: null,
      approvedAt: null,
      sentBackBecause: null,
    };
    return { ...each, set: { ...each.set, ...late } };
  }),
  journal: {
    source: 'tab',
    why: [because, answer.journal?.why].filter((each) => each).join(' '),
  },
});
