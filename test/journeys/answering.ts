// Owners answering their cards in local Teams: what they type, and what they were told was saved.
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
};

/** A figure the measure can take, with a commentary, so that it is never refused. */
export const figuresFor = (council: SampleCouncil, key: string): Record<string, string> => {
  const measure = key.split('|').slice(0, 2).join('|');
  const asksFor = council.rows.measures?.find((each) => each.key === measure)?.asksFor;
  const last = (council.rows.returns ?? []).findLast((each) => each.measure === measure);
  if (asksFor === 'numerator and denominator')
    return { numerator: '171', denominator: '200', commentary: because };
  return { value: String(last?.value ?? 12), commentary: because };
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
    const told = await seat.press('answer', typed);
    if (!saysSaved(told)) throw new Error(`${key} was not saved: ${told.words}`);
    saved.push({ return: key, typed });
    card = told.card;
  }
  return saved;
};
