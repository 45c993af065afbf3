// What stands in a chat, and the record of everything the connector accepted: the witness tests count from.
// Whether an activity is accepted at all is decided in connector-routes.ts.
import type { Machine } from '../machine.ts';
import type { Conversation } from './conversations.ts';

export type Content = { text: string | null; card: unknown; summary: string | null };

export type ChatMessage = Content & {
  id: string;
  from: 'bot' | 'person';
  at: string;
  updatedAt: string | null;
  /** The same two by the council's clock; null where that was not known. */
  councilAt: string | null;
  councilUpdatedAt: string | null;
};

type MessageRow = {
  id: string;
  sender: 'bot' | 'person';
  text: string | null;
  card: string | null;
  summary: string | null;
  at: string;
  updatedAt: string | null;
  councilAt: string | null;
  councilUpdatedAt: string | null;
};

/** `answer`: the card with which the bot answered a press, in place of the one pressed. */
export type RecordedKind = 'create' | 'update' | 'delete' | 'answer';

type RecordRow = {
  sequence: number;
  at: string;
  kind: RecordedKind;
  conversationId: string;
  personId: string;
  activityId: string;
  summary: string | null;
  card: string | null;
  text: string | null;
};

export function addMessage(
  machine: Machine,
  conversation: Conversation,
  content: Content & { from: 'bot' | 'person' },
): string {
  const id = nextActivityId(machine);
  machine.store.run(
    `INSERT INTO message (id, conversationId, sender, text, card, summary, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    id,
    conversation.id,
    content.from,
    content.text,
    asJson(content.card),
    content.summary,
    new Date().toISOString(),
  );
  const { personId } = conversation;
  machine.councilTime.stamp({ messageId: id, personId, which: 'at' });
  machine.events.tell({ kind: 'chat', personId });
  return id;
}

/** Puts new content in the place of a message; false when the chat has no such message. */
export function replaceMessage(
  machine: Machine,
  conversation: Conversation,
  content: Content & { id: string },
): boolean {
  const changed = machine.store.run(
    `UPDATE message SET text = ?, card = ?, summary = ?, updatedAt = ?
     WHERE id = ? AND conversationId = ?`,
    content.text,
    asJson(content.card),
    content.summary,
    new Date().toISOString(),
    content.id,
    conversation.id,
  );
  if (changed === 0) return false;
  const { personId } = conversation;
  machine.councilTime.stamp({ messageId: content.id, personId, which: 'updatedAt' });
  machine.events.tell({ kind: 'chat', personId });
  return true;
}

export function removeMessage(machine: Machine, conversation: Conversation, id: string): boolean {
  const sql = 'DELETE FROM message WHERE id = ? AND conversationId = ?';
  const removed = machine.store.run(sql, id, conversation.id) > 0;
  if (removed) machine.events.tell({ kind: 'chat', personId: conversation.personId });
  return removed;
}

export function messagesIn(machine: Machine, conversation: Conversation): ChatMessage[] {
  const rows = machine.store.all<MessageRow>(
    `SELECT message.*, councilTime.at AS councilAt, councilTime.updatedAt AS councilUpdatedAt
     FROM message LEFT JOIN councilTime ON councilTime.messageId = message.id
     WHERE conversationId = ? ORDER BY sequence`,
    conversation.id,
  );
  return rows.map(({ id, sender, text, card, summary, at, updatedAt, ...council }) => ({
    id,
    from: sender,
    text,
    card: fromJson(card),
    summary,
    at,
    updatedAt,
    councilAt: council.councilAt,
    councilUpdatedAt: council.councilUpdatedAt,
  }));
}

export function record(
  machine: Machine,
  conversation: Conversation,
  accepted: Content & { kind: RecordedKind; activityId: string },
): void {
  machine.store.run(
    `INSERT INTO record (at, kind, conversationId, personId, activityId, summary, card, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    new Date().toISOString(),
    accepted.kind,
    conversation.id,
    conversation.personId,
    accepted.activityId,
    accepted.summary,
    asJson(accepted.card),
    accepted.text,
  );
}

/** Everything accepted after a sequence number, oldest first. */
export function readRecord(machine: Machine, since: number): object[] {
  const rows = machine.store.all<RecordRow>(
    'SELECT * FROM record WHERE sequence > ? ORDER BY sequence',
    since,
  );
  return rows.map((row) => ({ ...row, card: fromJson(row.card) }));
}

/** Teams' ids are the time in milliseconds; two in one millisecond take the next number. */
function nextActivityId(machine: Machine): string {
  const last = machine.store.one<{ id: string }>(
    'SELECT id FROM message ORDER BY sequence DESC LIMIT 1',
  );
  return String(Math.max(Date.now(), Number(last?.id ?? 0) + 1));
}

function asJson(card: unknown): string | null {
  return card === null || card === undefined ? null : JSON.stringify(card);
}

function fromJson(card: string | null): unknown {
  return card === null ? null : (JSON.parse(card) as unknown);
}
