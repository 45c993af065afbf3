// What scrutiny asked and recommended, as a cycle's dataset has it: what is outstanding, what was answered,
// and what came of it.
import type { Cycle } from '../../registers/cycles.ts';
import type { Question } from '../../registers/questions.ts';
import type { Registers } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import { accessOf, markedAs } from '../access.ts';
import { isFinished, plansOf } from '../lines-due.ts';
import { parsePeriod, periodStart } from '../period.ts';
import type { QuestionFact } from './dataset.ts';

/**
 * Questions of the plan, its sections or of none, the earliest asked first. What was settled more than a
 * year before the period began is left out: answered, or responded to with all its actions over.
 */
export const gatherQuestions = (registers: Registers, cycle: Cycle): readonly QuestionFact[] => {
  const period = parsePeriod(cycle.period);
  const since = period && periodStart(period).subtract({ years: 1 });
  const plans = new Set(plansOf(registers, cycle.plan).map(fold));
  return [...registers.questions.values()]
    .filter(({ plan }) => plan === null || plans.has(fold(plan)))
    .filter((row) => since === null || !isSettledBefore(registers, row, since))
    .toSorted(asAsked)
    .map((row) => factOf(registers, row));
};

/** One of no day comes last. */
const asAsked = (one: Question, other: Question): number =>
  inOrder(one.askedOn?.toString() ?? '~', other.askedOn?.toString() ?? '~') ||
  inOrder(one.key, other.key);

const inOrder = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

const isSettledBefore = (
  registers: Registers,
  row: Question,
  since: Temporal.PlainDate,
): boolean => {
  const settledOn = row.kind === 'question' ? row.answeredOn : row.respondedOn;
  if (settledOn === null || Temporal.PlainDate.compare(settledOn, since) >= 0) return false;
  return row.actions.every((key) => {
    const action = registers.actions.get(key);
    return action === undefined || isFinished(action);
  });
};

/** The title of an exempt action is named beside an exempt question alone. */
const factOf = (registers: Registers, row: Question): QuestionFact => ({
  key: row.key,
  kind: row.kind,
  title: row.title,
  board: row.board,
  askedOn: row.askedOn?.toString() ?? null,
  answerDueOn: row.answerDueOn?.toString() ?? null,
  answer: row.answer,
  answeredOn: row.answeredOn?.toString() ?? null,
  response: row.response,
  because: row.because,
  actions: row.actions
    .flatMap((key) => registers.actions.get(key) ?? [])
    .map((action) => ({
      title: action.title,
      status: action.status,
      access: markedAs(registers, { register: 'actions', row: action }).access,
    }))
    .filter(({ access }) => access !== 'exempt' || accessOf(row) === 'exempt'),
  access: accessOf(row),
  exemptUnder: row.exemptUnder,
});
