// What follows an answer, whatever was asked: on to the next question; or, where it was refused, the
// same question again with everything typed still in it, or a card that says who answered first.
import type { Measure } from '../../src/registers/measures.ts';
import type { Person } from '../../src/registers/people.ts';
import type { Return } from '../../src/registers/returns.ts';
import { measureOf } from '../../src/rules/about.ts';
import { may } from '../../src/rules/rights.ts';
import { answering } from '../../src/rules/rights-of.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { InCycle } from '../views/in-cycle.ts';
import { savedWords } from '../views/receipt-view.ts';
import { answeredMeanwhileCard } from './answered-meanwhile-card.ts';
import { inCycle, type Turn, today } from './incoming.ts';
import { nextCard } from './next-card.ts';
import { refusedCard } from './refused-card.ts';

export const goOn = (turn: Turn, person: Person, taken: Return): AdaptiveCard => {
  const registers = turn.ports.replica.registers();
  const cycle = registers.cycles.get(taken.cycle ?? '');
  if (cycle === undefined) throw new Error(`Return ${taken.key} was taken outside any cycle.`);
  const saved = savedWords(registers, taken.key, today(turn));
  const onItsWay = isHeldUp(turn);
  return nextCard(inCycle(turn, person, cycle), saved && { ...saved, onItsWay });
};

/** Seconds of silence after which the lists are taken to be away. */
const quietTooLong = 60;

/** Whether what is saved now will be in its list only later. */
const isHeldUp = ({ ports: { replica, listsAreAway } }: Turn): boolean => {
  const heard = replica.heardAt();
  const silence = heard?.until(Temporal.Now.instant()).total('seconds') ?? 0;
  return silence > quietTooLong || listsAreAway?.() === true;
};

/** Where the question stands, to be drawn again. */
export type Again = InCycle & {
  readonly return: Return;
  readonly measure: Measure;
  readonly saved: null;
};

type Refusing = {
  readonly person: Person;
  readonly return: string;
  /** In a line, so that nothing typed is lost with the card. */
  readonly typed: readonly string[];
  /** Null where the refusal is about no field of the question. */
  readonly draw: (again: Again) => AdaptiveCard | null;
};

export const askAgain = (
  turn: Turn,
  refused: Refused,
  { person, return: key, typed, draw }: Refusing,
): AdaptiveCard => {
  const registers = turn.ports.replica.registers();
  const asked = registers.returns.get(key);
  const measure = asked && measureOf(registers, asked);
  const cycle = registers.cycles.get(asked?.cycle ?? '');
  const title = 'Not saved.';
  if (asked === undefined || measure === undefined || cycle === undefined)
    return refusedCard(registers, refused, { title });
  // Whatever it was refused for, nothing is drawn again for somebody who may not see it.
  if (!may({ registers, person, today: null }, answering(asked), asked))
    return refusedCard(registers, { outcome: 'refused', reason: 'not yours' }, { title });
  if (refused.reason === 'answered meanwhile') {
    const line = typed.filter((each) => each.trim() !== '').join('; ');
    return answeredMeanwhileCard(
      registers,
      { refused, asked },
      { typed: line, today: today(turn) },
    );
  }
  const again = { ...inCycle(turn, person, cycle), return: asked, measure, saved: null };
  return draw(again) ?? refusedCard(registers, refused, { cycle, title });
};
