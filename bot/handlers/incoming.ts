// What we take from a Teams activity, parsed once: who sent it, where it came from, and whether we
// know them. The door has already settled that it is Teams who says so.
import { z } from 'zod';
import type { Cycle } from '../../src/registers/cycles.ts';
import type { Person } from '../../src/registers/people.ts';
import { personByObjectId } from '../../src/rules/roles.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { rememberConversation } from '../../src/use-cases/remember-conversation.ts';
import { StoreFault } from '../../src/use-cases/store-fault.ts';
import { leftAlready } from '../../src/use-cases/take-answer.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { plainCard } from '../cards/plain-card.ts';
import type { Connector, Place } from '../connector.ts';
import type { InCycle } from '../views/in-cycle.ts';
import { refusedWords } from '../words.ts';

export type Turn = {
  readonly ports: Ports;
  readonly connector: Connector;
  readonly tenants: readonly string[];
  /** The newest press of each message that is still being answered: an older one's card gives way. */
  readonly newestPress: Map<string, symbol>;
};

export type Incoming = {
  readonly objectId: string | null;
  readonly place: Place;
  readonly personal: boolean;
  /** The message an action was pressed on. */
  readonly replyTo: string | null;
};

const shape = z.object({
  serviceUrl: z.string(),
  from: z.object({ aadObjectId: z.string().max(100).optional() }),
  conversation: z.object({
    id: z.string().max(1_000),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string().optional() }).optional() }).nullish(),
  replyToId: z.string().max(1_000).nullish(),
});

/** Null where the activity is not one of a tenant we serve, or not one at all. */
export const readIncoming = (activity: unknown, tenants: readonly string[]): Incoming | null => {
  const read = shape.safeParse(activity);
  if (!read.success) return null;
  const { conversation, from, serviceUrl, channelData, replyToId } = read.data;
  const tenant = channelData?.tenant?.id ?? conversation.tenantId;
  if (tenant === undefined || !tenants.includes(tenant)) return null;
  return {
    objectId: from.aadObjectId ?? null,
    place: { conversation: conversation.id, serviceUrl },
    personal: (conversation.conversationType ?? 'personal') === 'personal',
    replyTo: replyToId ?? null,
  };
};

/** The person who sent it, and from now on where they are reached; null for someone not on People. */
export const senderOf = async ({ ports }: Turn, incoming: Incoming): Promise<Person | null> => {
  if (incoming.objectId === null) return null;
  const person = personByObjectId(ports.replica.registers(), incoming.objectId);
  if (person !== null && incoming.personal)
    await rememberConversation(ports, { person: person.key, ...incoming.place }).catch(unlessKept);
  return person;
};

/** Where they are reached can be learnt the next time: it keeps nobody from being answered now. */
const unlessKept = (fault: unknown): void => {
  if (!(fault instanceof StoreFault)) throw fault;
};

/** What a card about this person and cycle is drawn from, now. */
export const inCycle = (turn: Turn, person: Person, cycle: Cycle): InCycle => ({
  registers: turn.ports.replica.registers(),
  person,
  cycle,
  today: today(turn),
});

export const today = ({ ports }: Turn): Temporal.PlainDate => ports.clock.now().toPlainDate();

/** Null where they are here. An account may work for longer than its person does. */
export const leaverCard = (turn: Turn, person: Person): AdaptiveCard | null => {
  const left = leftAlready(person, today(turn));
  if (left === null) return null;
  const name = () => person.title;
  const { words } = refusedWords(left, { person: name, field: name });
  return plainCard({ title: 'You are not asked any more', sentences: [words], button: null });
};

export const strangerCard = () =>
  plainCard({
    title: 'You are not on the register yet',
    sentences: [
      'Golden Thread collects figures from the people named in the council’s People register, and your account is not one of them.',
      'If you should be, ask the performance team to add you.',
    ],
    button: null,
  });
