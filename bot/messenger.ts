// Takes one message to one person: draws its card as things stand now, sends it within Teams'
// limits, and says how it ended. Whether it is still wanted, and what is recorded, is decided by
// the use case that asks.
import type { Person } from '../src/registers/people.ts';
import { mayDrawAgain } from '../src/rules/card-shows.ts';
import { messageKey } from '../src/use-cases/message-key.ts';
import type {
  Clock,
  Delivery,
  Message,
  Messenger,
  Presses,
  Replica,
} from '../src/use-cases/ports.ts';
import type { Reply } from './attempts.ts';
import { cardFor } from './card-for.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { changedCard } from './cards/changed-card.ts';
import type { Connector, Place } from './connector.ts';
import { noLongerWanted } from './connector.ts';
import { createPeople, type People } from './people.ts';
import { changedView } from './views/changed-view.ts';

type MessengerNeeds = {
  readonly connector: Connector;
  readonly replica: Pick<Replica, 'registers'>;
  readonly clock: Clock;
  /** Left out where nobody presses. */
  readonly presses?: Presses;
};

export const createMessenger = (needs: MessengerNeeds): Messenger => {
  const { connector, replica, clock } = needs;
  const people = createPeople(connector);
  return {
    async deliver(message, mayGo = () => true) {
      const registers = replica.registers();
      const person = registers.people.get(message.person);
      if (person === undefined) return nobody('this person is no longer in the register');
      const card = cardFor(registers, message, clock.now());
      if (card === null) return nobody('its cycle is no longer in the register');
      return message.replaces === null
        ? sendNew({ connector, people, mayGo }, person, card)
        : drawAgain(
            { connector, person, mayGo, wanted: () => isWanted(needs, message) },
            message.replaces,
            changedCard(card, changesSince(needs, message, person)),
          );
    },
  };
};

/** Asked before each try: its person may have begun to fill it in meanwhile. */
const isWanted = ({ replica, clock, presses }: MessengerNeeds, message: Message): boolean => {
  const press = presses?.last(message.replaces?.activity ?? '') ?? null;
  return mayDrawAgain(replica.registers(), message, { press, now: clock.now().toInstant() });
};

/** None on a card about somebody else, or one the ledger does not know. */
const changesSince = (
  { replica, clock }: MessengerNeeds,
  message: Message,
  person: Person,
): readonly string[] => {
  const registers = replica.registers();
  const cycle = registers.cycles.get(message.cycle);
  const sent = registers.notifications.get(messageKey(message));
  if (cycle === undefined || sent === undefined || message.step === 'Unreachable') return [];
  const today = clock.now().toPlainDate();
  return changedView({ registers, person, cycle, today }, sent.fellDueAt);
};

const nobody = (because: string): Delivery => ({ outcome: 'failed', because, attempts: 0 });

type Sending = {
  readonly connector: Connector;
  readonly people: People;
  readonly mayGo: () => boolean;
};

/** A conversation Teams no longer has is begun again once. */
const sendNew = async (
  { connector, people, mayGo }: Sending,
  person: Person,
  card: AdaptiveCard,
): Promise<Delivery | 'called off'> => {
  let attempts = 0;
  for (const lastTry of [false, true]) {
    const place = await people.place(person);
    attempts += place.attempts;
    if ('fault' in place) return ended(place, attempts);
    const sent = await connector.send(place.value, card, { wanted: mayGo });
    attempts += sent.attempts;
    if ('value' in sent) return arrived(place.value, sent, attempts);
    if (sent.fault.because === noLongerWanted) return 'called off';
    if (sent.fault.kind !== 'no conversation' || lastTry) return ended(sent, attempts);
    people.drop(person, place.value);
  }
  return nobody('Teams has no conversation with this person');
};

type Drawing = {
  readonly connector: Connector;
  readonly person: Person;
  readonly mayGo: () => boolean;
  readonly wanted: () => boolean;
};

/** Drawing again twice leaves the same card, so a lost reply repeats nothing. */
const drawAgain = async (
  { connector, person, mayGo, wanted }: Drawing,
  replaces: NonNullable<Message['replaces']>,
  card: AdaptiveCard,
): Promise<Delivery | 'called off'> => {
  if (person.serviceUrl === null) return nobody("this person's Teams service is not known");
  const place = { conversation: replaces.conversation, serviceUrl: person.serviceUrl };
  const sent = { ...place, activity: replaces.activity };
  const drawn = await connector.update(sent, card, { wanted: () => mayGo() && wanted() });
  if ('value' in drawn) return arrived(place, { ...drawn, replyLost: false }, drawn.attempts);
  const end = ended({ ...drawn, replyLost: false }, drawn.attempts);
  if (drawn.fault.because === noLongerWanted && !mayGo()) return 'called off';
  return drawn.fault.because === noLongerWanted && end.outcome === 'failed'
    ? { ...end, inUse: true }
    : end;
};

const arrived = (
  { conversation, serviceUrl }: Place,
  sent: { readonly value: string; readonly replyLost: boolean },
  attempts: number,
): Delivery => ({
  outcome: 'sent',
  activity: sent.value,
  conversation,
  serviceUrl,
  attempts,
  possiblyRepeated: sent.replyLost,
});

const ended = (
  { fault, replyLost }: Extract<Reply<unknown>, { fault: unknown }>,
  attempts: number,
): Delivery => ({
  outcome: fault.kind === 'unreachable' ? 'unreachable' : 'failed',
  because: replyLost
    ? `${fault.because}; a reply was lost on the way, so it may have arrived`
    : fault.because,
  attempts,
});
