// Owners answering their cards in local Teams: what they type, what they do when a figure is off target
// or is asked about once more, and what they were told was saved.
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { buttons, type Card, type Pressed, partWithId, type Seat, wordsOf } from './seat.ts';

/** What somebody typed for a return and was told was saved. */
export type Acknowledged = {
  readonly return: string;
  readonly typed: Readonly<Record<string, string>>;
};

export const because = 'Demand rose in the summer. Two more staff start in November.';

/** Every input of a question as the client sends it when left alone. */
export const leftAlone = {
  value: '',
  numerator: '',
  denominator: '',
  finality: 'final',
  commentary: '',
  until: '',
  because: '',
  forecast: '',
  limits: '',
  action: '',
  actionOwner: '',
  actionBy: '',
  noAction: '',
  promise: '',
};

/** Why a doubted figure is right, as a person would say it. */
export const right = 'Counted twice and checked against the service’s own records.';

/** What is said and promised with any figure, so that one off target is not refused. */
export const explained = {
  commentary: because,
  action: 'Two more staff start, and the cases that wait longest go first.',
  actionBy: '2022-03-31',
};

/** A figure the measure can take, near its last one and explained, so that it is saved at one press. */
export const figuresFor = (council: SampleCouncil, key: string): Record<string, string> => {
  const measure = key.split('|').slice(0, 2).join('|');
  const asksFor = council.rows.measures?.find((each) => each.key === measure)?.asksFor;
  const last = (council.rows.returns ?? []).findLast((each) => each.measure === measure);
  if (asksFor !== 'numerator and denominator')
    return { value: String(last?.value ?? 12), ...explained };
  return {
    numerator: String(last?.numerator ?? 171),
    denominator: String(last?.denominator ?? 200),
    ...explained,
  };
};

/** The button a question is answered with; undefined where a card asks nothing more. */
export const question = (card: Card | null): Card | undefined =>
  card === null ? undefined : buttons(card).find((each) => each.verb === 'answer');

export const theQuestion = (card: Card | null): Card => {
  const asked = question(card);
  if (asked === undefined)
    throw new Error(`Nothing is asked on: ${card === null ? 'no card' : wordsOf(card)}`);
  return asked;
};

export const returnAsked = (asked: Card): string => String(asked.data?.['return']);

/** Told "Saved" at the top of the card that came back. */
export const saysSaved = ({ card }: Pressed): boolean =>
  card !== null && partWithId(card, 'saved') !== undefined;

/**
 * Answers the question the chat shows as a person would: where it is off target it gets its commentary
 * and an action, where it is doubted it is confirmed. What came back last, saved or not.
 */
export const answerFully = async (
  seat: Seat,
  typed: Readonly<Record<string, string>>,
): Promise<Pressed> => {
  let given = typed;
  let told = await seat.press('answer', given);
  for (let more = asksMore(told, given); more !== null; more = asksMore(told, given)) {
    given = { ...given, ...more.typed };
    told = await seat.press(more.verb, more.verb === 'confirm' ? more.typed : given);
  }
  return told;
};

type More = {
  readonly verb: 'answer' | 'confirm';
  readonly typed: Readonly<Record<string, string>>;
};

/** What a card that came back wants besides; null where it is saved, or wants something else. */
const asksMore = (told: Pressed, given: Readonly<Record<string, string>>): More | null => {
  const { card } = told;
  if (card === null || saysSaved(told)) return null;
  if (isChallenge(card))
    return given['right'] === undefined ? { verb: 'confirm', typed: { right } } : null;
  const wantsAction = partWithId(card, 'action') !== undefined && given['action'] === undefined;
  if (!wantsAction) return null;
  const typed = { ...explained, ...given };
  return { verb: 'answer', typed };
};

/** What was typed is kept, and the sitting is left. */
export const saveForLater = (
  seat: Seat,
  typed: Readonly<Record<string, string>>,
): Promise<Pressed> => seat.press('keep', typed, { to: 'later' });

/** Asked about once more before it is saved. */
export const isChallenge = (card: Card): boolean =>
  buttons(card).some((each) => each.verb === 'confirm');

/** Starts, and answers question after question until none is left. */
export const answerAll = async (
  seat: Seat,
  council: SampleCouncil,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly Acknowledged[]> => {
  const saved: Acknowledged[] = [];
  let { card } = await seat.press('start');
  for (let asked = question(card); asked !== undefined; asked = question(card)) {
    const key = returnAsked(asked);
    const typed = { ...figuresFor(council, key), ...more };
    const told = await answerFully(seat, typed);
    if (!saysSaved(told)) throw new Error(`${key} was not saved: ${told.words}`);
    saved.push({ return: key, typed });
    card = told.card;
  }
  return saved;
};
