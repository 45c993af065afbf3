// Anything typed to the bot gets a short answer: what you owe, and a button; a few words are taken as the button
// of that name. A button pressed in a
// client without Action.Execute arrives here too, as a message with a value.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Person } from '../../src/registers/people.ts';
import { digestLines } from '../../src/rules/digest.ts';
import { safeError } from '../bot-token.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { plainCard } from '../cards/plain-card.ts';
import type { Place } from '../connector.ts';
import { notingPress } from '../last-press.ts';
import { owedView } from '../views/owed-view.ts';
import { faultWords } from './card-action.ts';
import { leaverCard, readIncoming, senderOf, strangerCard, type Turn, today } from './incoming.ts';
import { answerPress } from './press.ts';
import { malformedWords, type Press, readPress } from './read-press.ts';
import { readSaid } from './said.ts';

const shape = z.object({ value: z.unknown(), text: z.string().nullish().catch(null) });

export const onMessage = async (turn: Turn, activity: unknown): Promise<void> => {
  const incoming = readIncoming(activity, turn.tenants);
  if (incoming === null || !incoming.personal) return;
  const { value, text } = shape.parse(activity);
  const pressed = value !== undefined && value !== null;
  const card = await orFaultCard(turn, async () => {
    const person = await senderOf(turn, incoming);
    if (person === null) return strangerCard();
    if (!pressed) return answerSaid(turn, person, text ?? '');
    return notingPress(turn.ports, incoming.replyTo, () => answerSubmit(turn, person, value));
  });
  reply(turn, { place: incoming.place, replaces: pressed ? incoming.replyTo : null }, card);
};

const answerSaid = async (turn: Turn, person: Person, text: string): Promise<AdaptiveCard> => {
  const press = readSaid(text);
  return press === null || isNothingToShow(turn, person, press)
    ? shortAnswer(turn, person)
    : answerPress(turn, person, press);
};

/** Nothing was taken to them: what is asked of them, or when they are next asked, says more. */
const isNothingToShow = (turn: Turn, person: Person, { verb }: Press): boolean =>
  verb === 'escalations' &&
  digestLines(turn.ports.replica.registers(), person, today(turn)).length === 0;

const shortAnswer = (turn: Turn, person: Person): AdaptiveCard =>
  leaverCard(turn, person) ??
  plainCard(owedView(turn.ports.replica.registers(), person, today(turn)));

/** Action.Submit carries its verb among its data. */
const answerSubmit = async (turn: Turn, person: Person, value: unknown): Promise<AdaptiveCard> => {
  const submitted = z.looseObject({ verb: z.string() }).safeParse(value);
  if (!submitted.success) return malformedCard();
  const { verb, ...data } = submitted.data;
  const press = readPress(verb, data);
  return press === null ? malformedCard() : answerPress(turn, person, press);
};

const malformedCard = (): AdaptiveCard =>
  plainCard({
    title: 'Nothing was changed',
    sentences: [malformedWords],
    button: { title: 'What do I owe?', verb: 'owed', data: { v: 1 } },
  });

const orFaultCard = async (turn: Turn, draw: () => Promise<AdaptiveCard>) => {
  try {
    return await draw();
  } catch (fault) {
    const id = randomUUID().slice(0, 8);
    turn.ports.log.fault('message', safeError(fault), { id });
    return plainCard({ title: 'That did not work', sentences: [faultWords(id)], button: null });
  }
};

/**
 * Sent without waiting, so that Teams does not send the same message again while we retry. In
 * place of the card that was pressed where there is one, else as a new message.
 */
export const reply = (
  { ports, connector }: Turn,
  { place, replaces }: { readonly place: Place; readonly replaces: string | null },
  card: AdaptiveCard,
): void => {
  const answer = async (): Promise<void> => {
    if (replaces !== null) {
      const updated = await connector.update({ ...place, activity: replaces }, card, {
        first: true,
      });
      if ('value' in updated) return;
    }
    const sent = await connector.send(place, card, { first: true });
    if ('fault' in sent) ports.log.info('answer not sent', { because: sent.fault.because });
  };
  answer().catch((fault: unknown) => ports.log.fault('answer not sent', safeError(fault)));
};
