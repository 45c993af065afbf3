// Installing brings one welcome card, however many times Teams says so that day.
import { z } from 'zod';
import { accept } from '../../src/use-cases/accept.ts';
import { welcomeCard } from '../cards/welcome-card.ts';
import { cycleOwedIn, owedView } from '../views/owed-view.ts';
import { leaverCard, readIncoming, senderOf, strangerCard, type Turn, today } from './incoming.ts';
import { reply } from './message.ts';

const shape = z.object({
  type: z.string(),
  recipient: z.object({ id: z.string() }).optional(),
  membersAdded: z.array(z.object({ id: z.string() })).optional(),
});

/** Takes both of Teams' ways of saying so: installationUpdate, and the bot among membersAdded. */
export const onInstall = async (turn: Turn, activity: unknown): Promise<void> => {
  const incoming = readIncoming(activity, turn.tenants);
  if (incoming === null || !incoming.personal || !saysInstalled(activity)) return;
  const person = await senderOf(turn, incoming);
  if (!(await isFirstToday(turn, incoming.objectId ?? incoming.place.conversation))) return;
  const to = { place: incoming.place, replaces: null };
  if (person === null) return reply(turn, to, strangerCard());
  const left = leaverCard(turn, person);
  if (left !== null) return reply(turn, to, left);
  const registers = turn.ports.replica.registers();
  const { title, sentences } = owedView(registers, person, today(turn));
  const owes = cycleOwedIn(registers, person, today(turn)) !== null;
  const now = owes ? `${title}.` : [title, ...sentences].join(' ');
  return reply(turn, to, welcomeCard({ now, owes }));
};

const saysInstalled = (activity: unknown): boolean => {
  const read = shape.safeParse(activity);
  if (!read.success) return false;
  const { type, recipient, membersAdded } = read.data;
  return type === 'installationUpdate' || isBotAdded(membersAdded ?? [], recipient?.id);
};

const isBotAdded = (added: readonly { id: string }[], bot: string | undefined): boolean =>
  bot !== undefined && added.some((each) => each.id === bot);

/** Durable, so that a restart between two events does not welcome twice. */
const isFirstToday = async ({ ports }: Turn, who: string): Promise<boolean> => {
  const now = ports.clock.now();
  const [acceptance] = await accept(ports, [
    {
      key: `welcome|${who}|${now.toPlainDate()}`,
      by: null,
      at: now.toInstant(),
      changes: [],
      message: null,
    },
  ]);
  return acceptance?.outcome === 'accepted';
};
