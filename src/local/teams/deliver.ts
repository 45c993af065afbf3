// What the connector accepted goes into the chat and into the record, both or neither.
import type { Machine } from '../machine.ts';
import { addMessage, type Content, record } from './chat.ts';
import type { Conversation } from './conversations.ts';

/** Puts each message in the chat and in the record; the ids in order. */
export function deliver(
  machine: Machine,
  conversation: Conversation,
  contents: Content[],
): string[] {
  return machine.store.inTransaction(() =>
    contents.map((content) => {
      const id = addMessage(machine, conversation, { ...content, from: 'bot' });
      record(machine, conversation, { ...content, kind: 'create', activityId: id });
      return id;
    }),
  );
}
