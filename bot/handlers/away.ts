// `away` and `back`: a person says until when they are away, or that they are here again.

import type { Person } from '../../src/registers/people.ts';
import { dateWords } from '../../src/rules/date-words.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import { sayAway, sayBack } from '../../src/use-cases/say-away.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { awayCard, awayForm, chooseDay } from '../cards/away-card.ts';
import { awayFormView, awayView } from '../views/away-view.ts';
import { type Turn, today } from './incoming.ts';
import { owed } from './owed.ts';
import type { Pressed } from './read-press.ts';
import { refusedCard } from './refused-card.ts';

type Press =
  | { readonly verb: 'away'; readonly data: Pressed<'away'> }
  | { readonly verb: 'back'; readonly data: Pressed<'back'> };

export const away = async (turn: Turn, person: Person, press: Press): Promise<AdaptiveCard> => {
  if (press.verb === 'back') {
    const said = await sayBack(turn.ports, { by: person.key });
    return said.outcome === 'refused' ? notDone(turn, said) : owed(turn, now(turn, person));
  }
  const { until } = press.data;
  if (until === chooseDay) return form(turn, person, { typed: '', refusal: null });
  const said = await sayAway(turn.ports, { by: person.key, until });
  if (said.outcome === 'refused') {
    const refusal = dayRefused(said);
    return refusal === null ? notDone(turn, said) : form(turn, person, { typed: until, refusal });
  }
  const view = awayView(asked(turn, person));
  return view === null ? owed(turn, now(turn, person)) : awayCard(view);
};

/** Null where it is not about the day. */
const dayRefused = (refused: Refused): string | null => {
  if (refused.reason === 'date not ahead')
    return `${dateWords(refused.date)} is not ahead of today. Choose the day you are back.`;
  if (refused.reason === 'not kept')
    return 'The app cannot keep anything new at present. Press the button again in a few minutes.';
  if (refused.reason !== 'not a date') return null;
  return refused.typed.trim() === ''
    ? 'Choose the day you are back.'
    : `“${refused.typed.trim().slice(0, 40)}” was not understood as a date. Choose the day you are back.`;
};

const form = (
  turn: Turn,
  person: Person,
  shown: { readonly typed: string; readonly refusal: string | null },
): AdaptiveCard => awayForm(awayFormView(asked(turn, person), shown));

const notDone = (turn: Turn, refused: Refused): AdaptiveCard =>
  refusedCard(turn.ports.replica.registers(), refused);

const asked = (turn: Turn, person: Person) => ({
  registers: turn.ports.replica.registers(),
  person: now(turn, person),
  today: today(turn),
});

/** As they stand after what was just said. */
const now = ({ ports }: Turn, person: Person): Person =>
  ports.replica.registers().people.get(person.key) ?? person;
