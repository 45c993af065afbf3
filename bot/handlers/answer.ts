// `answer`, `confirm`, `confirm-figure` and `no-data`: hands what was typed to the use case. What follows an answer is in
// taken.ts, and a refusal in refused-answer.ts.
import type { Person } from '../../src/registers/people.ts';
import { confirmFigure } from '../../src/use-cases/confirm-figure.ts';
import { figureToConfirm } from '../../src/use-cases/figure-to-confirm.ts';
import type { ValueAnswer } from '../../src/use-cases/read-answer.ts';
import { type Refused, refused } from '../../src/use-cases/refused.ts';
import { type Submitted, submitReturn } from '../../src/use-cases/submit-return.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Turn } from './incoming.ts';
import { typedOf } from './read-press.ts';
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

const submit = async (
  turn: Turn,
  person: Person,
  press: AnswerPress,
): Promise<Submitted | Refused> => {
  const { verb, data } = press;
  const answering = { by: person.key, return: data.return, revision: data.revision };
  if (verb === 'no-data') {
    const { until, because } = data;
    return submitReturn(turn.ports, { ...answering, answer: { kind: 'no data', until, because } });
  }
  const given = valueIn(press);
  if (!isWorkedOut(turn, press)) return submitReturn(turn.ports, { ...answering, answer: given });
  const answer = notRight(given, data);
  return 'outcome' in answer ? answer : confirmFigure(turn.ports, { ...answering, answer });
};

/** Also where it is doubted and said to be right: what is confirmed is worked out once more. */
const isWorkedOut = (turn: Turn, { verb, data }: ValuePress): boolean => {
  if (verb === 'confirm-figure') return true;
  const registers = turn.ports.replica.registers();
  const asked = registers.returns.get(data.return);
  return verb === 'confirm' && asked !== undefined && figureToConfirm(registers, asked) !== null;
};

type ValuePress = Exclude<AnswerPress, { verb: 'no-data' }>;

/** What its owner says against a figure stands beside it, and it is provisional until it is looked into. */
const notRight = (
  answer: ValueAnswer,
  { because, finality }: Pick<ValuePress['data'], 'because' | 'finality'>,
): ValueAnswer | Refused => {
  const why = because.trim();
  if (why === '' && finality === 'provisional') return refused({ reason: 'no reason given' });
  if (why === '') return answer;
  const commentary = [answer.commentary.trim(), `Its owner says this is not right: ${why}`];
  return {
    ...answer,
    finality: 'provisional',
    commentary: commentary.filter((each) => each !== '').join(' '),
  };
};

/** All that was typed; of a date and a reason for no data, which are among it, nothing is read. */
const valueIn = ({ verb, data }: ValuePress): ValueAnswer => ({
  kind: 'value',
  ...typedOf(data),
  promiseOf: data.promiseOf,
  right: verb === 'confirm' ? data.right : null,
});

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
