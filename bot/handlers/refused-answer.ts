// What a person is shown of an answer that was refused: the same question with everything typed, or the
// figure played back where it is doubted. What was typed is kept as a draft first, whatever comes next.
import type { Measure } from '../../src/registers/measures.ts';
import type { Person } from '../../src/registers/people.ts';
import { doubtWords } from '../../src/rules/doubt-words.ts';
import { keepDraft } from '../../src/use-cases/keep-draft.ts';
import { type Refused, type RefusedReason, refused } from '../../src/use-cases/refused.ts';
import { saidMeanwhile } from '../../src/use-cases/take-answer.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { shortened } from '../cards/card-text.ts';
import { challengeCard } from '../cards/challenge-card.ts';
import type { Refusal } from '../cards/question.ts';
import { questionCard } from '../cards/question-card.ts';
import { challengeView } from '../views/challenge-view.ts';
import { figureWithUnit } from '../views/cycle-words.ts';
import { questionView } from '../views/question-view.ts';
import { type Names, refusedWords } from '../words.ts';
import type { Turn } from './incoming.ts';
import { type Pressed, typedOf } from './read-press.ts';
import { namesFor } from './refused-card.ts';
import { type Again, askAgain } from './taken.ts';

export type AnswerPress =
  | { readonly verb: 'answer'; readonly data: Pressed<'answer'> }
  | { readonly verb: 'confirm'; readonly data: Pressed<'confirm'> }
  | { readonly verb: 'confirm-figure'; readonly data: Pressed<'confirm-figure'> }
  | { readonly verb: 'no-data'; readonly data: Pressed<'no-data'> };

/** What was said of why it is right, and why that does not do. */
export type NotConfirmed = { readonly right: string; readonly refused: Refused };

type NotTaken = {
  readonly press: AnswerPress;
  readonly refused: Refused;
  readonly notConfirmed?: NotConfirmed;
};

export const refusedAnswer = async (
  turn: Turn,
  person: Person,
  { press, refused: asGiven, notConfirmed }: NotTaken,
): Promise<AdaptiveCard> => {
  const given = orMeanwhile(turn, press, asGiven);
  // What cannot be kept could not be confirmed either: then all of it stays on the question.
  const kept = await keepTyped(turn, person, { press, refused: given });
  const shown = kept ? given : refused({ reason: 'not kept' });
  return askAgain(turn, shown, {
    person,
    return: press.data.return,
    typed: typedIn(press),
    draw:
      shown.reason === 'doubtful'
        ? playedBack(press, shown, notConfirmed ?? null)
        : askedOnceMore(press, shown),
  });
};

/** A card older than the last answer can save nothing: that is said first, whatever else is wanting. */
const orMeanwhile = (turn: Turn, { data }: AnswerPress, given: Refused): Refused => {
  const asked = turn.ports.replica.registers().returns.get(data.return);
  if (asked === undefined || given.reason === 'not yours') return given;
  if ((asked.revision ?? 0) === data.revision) return given;
  return saidMeanwhile(asked);
};

/** Where somebody else's answer stands, what was typed is shown beside it and begins no correction. */
const keepTyped = async (
  turn: Turn,
  person: Person,
  { press, refused: given }: NotTaken,
): Promise<boolean> => {
  if (given.reason === 'answered meanwhile') return true;
  const typed = typedOf(press.data);
  const kept = await keepDraft(turn.ports, { by: person.key, return: press.data.return, typed });
  return kept.outcome !== 'refused' || kept.reason !== 'not kept';
};

type Doubtful = Extract<RefusedReason, { reason: 'doubtful' }>;

const playedBack =
  ({ data }: AnswerPress, doubtful: Doubtful, notConfirmed: NotConfirmed | null) =>
  (again: Again): AdaptiveCard => {
    const names = namesFor(again.registers, again.measure);
    return challengeCard(
      challengeView(again, {
        doubtful,
        revision: data.revision,
        typed: typedOf(data),
        promiseOf: data.promiseOf,
        right: notConfirmed?.right ?? '',
        refused: notConfirmed && refusedWords(notConfirmed.refused, names).words,
      }),
    );
  };

const askedOnceMore =
  (press: AnswerPress, given: Refused) =>
  (again: Again): AdaptiveCard | null => {
    const { data } = press;
    const names = namesFor(again.registers, again.measure);
    const { words: said, field } = wordsOf(press, given, names);
    const right = reasonIn(press);
    const words = right === '' ? said : `${said} You wrote why it is right: ${right}`;
    if (field === 'low' || field === 'high') return null;
    if (field === null && !isOnTheCard.has(given.reason)) return null;
    const refusal = { words, field, ...foundOut(given, again.measure) };
    return questionCard(questionView({ ...again, typed: typedOf(data), refusal }));
  };

/** About the whole card, which is drawn again all the same: with what was typed, or the figure as it is now. */
const isOnTheCard: ReadonlySet<RefusedReason['reason']> = new Set(['not kept', 'figures changed']);

/** Of a figure that is worked out, a reason is asked for why it is not right. */
const wordsOf = (press: AnswerPress, given: Refused, names: Names) =>
  press.verb === 'confirm-figure' && given.reason === 'no reason given'
    ? { words: 'Say in a few words what is not right about it.', field: 'because' as const }
    : refusedWords(given, names);

/** Only a figure off target is refused for want of its commentary or its action. */
const foundOut = (given: Refused, measure: Measure): Pick<Refusal, 'computed' | 'doubts'> => {
  if (given.reason !== 'commentary required' && given.reason !== 'action required')
    return { computed: null, doubts: [] };
  return {
    computed: { figure: figureWithUnit(measure, given.value), standing: 'off target' },
    doubts: (given.doubts ?? []).map((doubt) => doubtWords(doubt, measure)),
  };
};

/** Longer than anything that would be taken; all of it together stays within a card. */
const longestShown = 600;

/** Whatever was typed, since it is kept nowhere else. */
const typedIn = (press: AnswerPress): readonly string[] => {
  const { verb, data } = press;
  const parts = [data.numerator, data.denominator].filter((each) => each.trim() !== '').join(' / ');
  const { commentary, forecast, limits, action, noAction } = data;
  return [
    ...(verb === 'no-data' ? [`no data until ${data.until}`, data.because] : []),
    data.value || parts,
    commentary,
    ...(forecast.trim() === '' ? [] : [`forecast ${forecast}`]),
    data.source,
    limits,
    action,
    noAction,
    reasonIn(press),
  ].map((each) => shortened(each, longestShown));
};

/** Why it is right, which a question has no field for. */
const reasonIn = (press: AnswerPress): string =>
  press.verb === 'confirm' ? press.data.right.trim() : '';
