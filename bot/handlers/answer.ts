// `answer`, `confirm` and `no-data`: hands what was typed to the use case. What follows an answer is in
// taken.ts, and a refusal in refused-answer.ts.
import type { Person } from '../../src/registers/people.ts';
import type { Answer } from '../../src/use-cases/read-answer.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import { type Submitted, submitReturn } from '../../src/use-cases/submit-return.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Turn } from './incoming.ts';
import { type AnswerPress, type NotConfirmed, refusedAnswer } from './refused-answer.ts';
import { goOn } from './taken.ts';

export const answer = async (
  turn: Turn,
  person: Person,
  press: AnswerPress,
): Promise<AdaptiveCard> => {
  const submitted = await submit(turn, person, press);
  if (submitted.outcome !== 'refused') return goOn(turn, person, submitted.return);
  if (press.verb === 'confirm') {
    const notConfirmed = aboutRight(submitted, press.data.right);
    if (notConfirmed !== null) return doubtedAgain(turn, person, { press, notConfirmed });
  }
  return refusedAnswer(turn, person, { press, refused: submitted });
};

const submit = (turn: Turn, person: Person, press: AnswerPress): Promise<Submitted | Refused> =>
  submitReturn(turn.ports, {
    by: person.key,
    return: press.data.return,
    revision: press.data.revision,
    answer: answerIn(press),
  });

const answerIn = ({ verb, data }: AnswerPress): Answer =>
  verb === 'no-data'
    ? { kind: 'no data', until: data.until, because: data.because }
    : {
        kind: 'value',
        value: data.value,
        numerator: data.numerator,
        denominator: data.denominator,
        finality: data.finality,
        commentary: data.commentary,
        forecast: data.forecast,
        limits: data.limits,
        action: data.action,
        actionOwner: data.actionOwner,
        actionBy: data.actionBy,
        noAction: data.noAction,
        promise: data.promise,
        promiseOf: data.promiseOf,
        right: verb === 'confirm' ? data.right : null,
      };

/** Null where it is something else that was refused. */
const aboutRight = (refused: Refused, right: string): NotConfirmed | null => {
  const { reason } = refused;
  if (reason !== 'no reason given' && reason !== 'reason too long') return null;
  return refused.field === 'right' ? { right, refused } : null;
};

type Unconfirmed = {
  readonly press: Extract<AnswerPress, { verb: 'confirm' }>;
  readonly notConfirmed: NotConfirmed;
};

/** Handed in as if for the first time, which says what is doubted. Where nothing is any more, it is saved. */
const doubtedAgain = async (
  turn: Turn,
  person: Person,
  { press, notConfirmed }: Unconfirmed,
): Promise<AdaptiveCard> => {
  const first = { verb: 'answer', data: press.data } as const;
  const submitted = await submit(turn, person, first);
  return submitted.outcome === 'refused'
    ? refusedAnswer(turn, person, { press, refused: submitted, notConfirmed })
    : goOn(turn, person, submitted.return);
};
