// How a person's being away is worded: until when, and who is asked in their place.
import type { Person } from '../../src/registers/people.ts';
import type { Registers } from '../../src/registers/registers.ts';
import { sameKey } from '../../src/registers/same-key.ts';
import { coverOf, isAway } from '../../src/rules/away.ts';
import type { AwayForm, AwayView, Besides } from '../cards/away-card.ts';
import { dayWords } from './cycle-words.ts';
import { type InCycle, owedIn } from './in-cycle.ts';

type Asking = Pick<InCycle, 'registers' | 'person' | 'today'>;

export const besidesOf = (at: InCycle): Besides => ({
  isAway: isAway(at.person, at.today),
  mayLetGo: owedIn(at).some(
    ({ about, return: asked }) => about.of === 'measure' && sameKey(asked.owner, at.person.key),
  ),
});

export const awayFormView = (
  { registers, person, today }: Asking,
  { typed, refusal }: Pick<AwayForm, 'typed' | 'refusal'>,
): AwayForm => ({
  typed,
  refusal,
  earliest: today.add({ days: 1 }).toString(),
  cover: coverWords(registers, person, today),
});

/** Null where they are not away. */
export const awayView = ({ registers, person, today }: Asking): AwayView | null => {
  const { awayUntil } = person;
  if (awayUntil === null || !isAway(person, today)) return null;
  return {
    title: `You are away until ${dayWords(awayUntil, today)}.`,
    sentences: [coverWords(registers, person, today)],
  };
};

/** The same whether they are away yet or about to say so. */
const coverWords = (registers: Registers, person: Person, today: Temporal.PlainDate): string => {
  const cover = coverOf(registers, person, today);
  if (cover === null)
    return 'Nobody covers for you, so you are asked all the same. The performance team can name a deputy for you.';
  return cover.by === 'deputy'
    ? `${cover.person.title} covers for you: what is due from you is asked of them until then.`
    : `No deputy of yours is here, so your manager is asked until then: ${cover.person.title}.`;
};
