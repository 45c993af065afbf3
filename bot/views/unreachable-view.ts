// What the performance team is told, once a day, of everybody who could not be reached.
import { unreachableOn } from '../../src/rules/unreachable.ts';
import type { PlainView } from '../cards/plain-card.ts';
import { counted, dayWords, personName } from './cycle-words.ts';
import { type InCycle, owedIn } from './in-cycle.ts';

const mostLines = 15;

/** `on`: the day; in the order they were found. */
export const unreachableView = (at: InCycle, on: Temporal.PlainDate): PlainView => {
  const people = unreachableOn(at.registers, on);
  const lines = people.slice(0, mostLines).map(({ person: key, because }) => {
    const person = at.registers.people.get(key);
    const owes = person === undefined ? 0 : owedIn({ ...at, person }).length;
    const owing = owes === 0 ? '' : ` They owe ${counted(owes, 'return')}.`;
    const why = because ?? 'Teams does not let the app write to this person';
    return `${personName(at.registers, key) ?? key}: ${why}.${owing}`;
  });
  const more = people.length - lines.length;
  const one = people.length === 1;
  return {
    title: `${counted(people.length, 'person', 'people')} could not be reached on ${dayWords(on, at.today)}`,
    sentences: [
      ...lines,
      ...(more > 0 ? [`And ${more} more: the Cycle screen has them all.`] : []),
      people.length === 0
        ? 'Each of them has been reached since.'
        : `${one ? 'Their manager has' : 'Their managers have'} been told, where ${one ? 'there is one' : 'they have one'}. Installing the app for ${one ? 'them' : 'these people'}, or naming a deputy on People, puts it right.`,
    ],
    button: null,
  };
};
