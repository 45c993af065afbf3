// Action.Execute: answered at once with the next card. Pressing twice is harmless, since the use
// case sees to it; a fault of ours is logged under an id the person can quote.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { safeError } from '../bot-token.ts';
import type { AdaptiveCard, Element } from '../cards/adaptive-card.ts';
import { notingPress } from '../last-press.ts';
import { type Incoming, readIncoming, senderOf, strangerCard, type Turn } from './incoming.ts';
import { answerPress } from './press.ts';
import { malformedWords, readPress } from './read-press.ts';

/** What Teams is told in the body of the invoke's answer; the HTTP status is 200 throughout. */
export type ActionAnswer =
  | {
      readonly statusCode: 200;
      readonly type: 'application/vnd.microsoft.card.adaptive';
      readonly value: AdaptiveCard;
    }
  | {
      readonly statusCode: 400 | 500;
      readonly type: 'application/vnd.microsoft.error';
      readonly value: { readonly code: string; readonly message: string };
    };

const shape = z.object({
  value: z.object({ action: z.object({ verb: z.string(), data: z.unknown() }) }),
});

export const onCardAction = async (turn: Turn, activity: unknown): Promise<ActionAnswer> => {
  const incoming = readIncoming(activity, turn.tenants);
  const read = shape.safeParse(activity);
  const action = read.success ? read.data.value.action : null;
  const press = action && readPress(action.verb, action.data);
  if (incoming === null || press === null) return error(400, 'BadRequest', malformedWords);
  try {
    const person = await senderOf(turn, incoming);
    if (person === null) return card(strangerCard());
    const next = await notingPress(turn.ports, incoming.replyTo, () =>
      answerPress(turn, person, press),
    );
    keepSettled(turn, incoming, next);
    return card(next);
  } catch (fault) {
    const id = randomUUID().slice(0, 8);
    turn.ports.log.fault('card action', safeError(fault), { id, verb: press.verb });
    return error(500, 'ServerError', faultWords(id));
  }
};

export const faultWords = (id: string): string =>
  `That did not work, and it may or may not have been saved. Press it again: pressing twice is safe. If it happens again, tell the performance team and quote ${id}.`;

/**
 * The answer to an invoke lasts only as long as Teams shows it. A card that asks nothing more is
 * put in place of the message too, unless the message has been pressed again meanwhile: its newer
 * card may have fields, and must not be wiped while they are being filled in.
 */
const keepSettled = (
  { ports, connector, newestPress }: Turn,
  { replyTo, place }: Incoming,
  next: AdaptiveCard,
): void => {
  if (replyTo === null) return;
  const mine = Symbol(replyTo);
  newestPress.set(replyTo, mine);
  const wanted = () => newestPress.get(replyTo) === mine;
  const done = () => {
    if (wanted()) newestPress.delete(replyTo);
  };
  if (asksSomething(next)) return done();
  connector
    .update({ ...place, activity: replyTo }, next, { first: true, wanted })
    .then((reply) => {
      if ('fault' in reply) ports.log.info('card not kept', { because: reply.fault.because });
    })
    .catch((fault: unknown) => ports.log.fault('card not kept', safeError(fault)))
    .finally(done);
};

/**
 * One with a field to type in, or whose own buttons send what is chosen. A choice of what to open next,
 * beneath other things, asks nothing: wiped, it is made again in a moment.
 */
const asksSomething = ({ body, actions = [] }: AdaptiveCard): boolean => {
  const fields = typesIn(body).filter((type) => type.startsWith('Input.'));
  const sends = actions.some(
    // The button that only brings a form sends nothing typed.
    (each) => each.type === 'Action.Execute' && each.associatedInputs !== 'none',
  );
  return fields.some((type) => type !== 'Input.ChoiceSet') || (sends && fields.length > 0);
};

/** Of whatever is on a card, panels that are closed included. */
const typesIn = (body: readonly Element[]): readonly Element['type'][] =>
  body.flatMap((each) => {
    if (each.type === 'Container') return typesIn(each.items);
    if (each.type === 'ColumnSet') return each.columns.flatMap(({ items }) => typesIn(items));
    return [each.type];
  });

const card = (value: AdaptiveCard): ActionAnswer => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value,
});

const error = (statusCode: 400 | 500, code: string, message: string): ActionAnswer => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code, message },
});
