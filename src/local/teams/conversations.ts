// One chat between a person and the bot: found again rather than made twice, homed where the person is.
import type { Machine } from '../machine.ts';
import type { Person, Region } from './people.ts';

export type Conversation = { id: string; personId: string };

export function conversationWith(machine: Machine, personId: string): Conversation | undefined {
  const sql = 'SELECT id, personId FROM conversation WHERE personId = ?';
  return machine.store.one<Conversation>(sql, personId);
}

export function conversationById(machine: Machine, id: string): Conversation | undefined {
  return machine.store.one<Conversation>('SELECT id, personId FROM conversation WHERE id = ?', id);
}

export function openConversation(machine: Machine, personId: string): Conversation {
  const known = conversationWith(machine, personId);
  if (known) return known;
  const id = `a:1${Buffer.from(crypto.getRandomValues(new Uint8Array(36))).toString('base64url')}`;
  machine.store.run(
    'INSERT INTO conversation (id, personId, startedAt) VALUES (?, ?, ?)',
    id,
    personId,
    new Date().toISOString(),
  );
  return { id, personId };
}

/** The service url Teams gives for a person; like the real one it ends in a slash. */
export function serviceUrlFor(machine: Machine, person: Pick<Person, 'region'>): string {
  return serviceUrlIn(machine, person.region);
}

export function serviceUrlIn(machine: Machine, region: Region): string {
  return `${machine.origin}/${region ? `${region}/` : ''}`;
}
