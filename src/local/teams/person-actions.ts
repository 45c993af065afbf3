// What a person does in Teams: writes, presses a card's button, installs, removes, blocks.
// The activities are built in person-activities.ts and carried by bot-door.ts.
import type { Machine } from '../machine.ts';
import { type BotAnswer, sendToBot } from './bot-door.ts';
import { addMessage, messagesIn, record, replaceMessage } from './chat.ts';
import { conversationWith, openConversation } from './conversations.ts';
import { type Person, setInstalled } from './people.ts';
import {
  type CardAction,
  installationActivity,
  joinedActivity,
  messageActivity,
  pressActivity,
  submitActivity,
} from './person-activities.ts';

export type Press = { messageId: string; action: CardAction; as?: 'submit' | undefined };

export function readChat(machine: Machine, person: Person) {
  const conversation = conversationWith(machine, person.id);
  return {
    conversationId: conversation?.id ?? null,
    messages: conversation ? messagesIn(machine, conversation) : [],
  };
}

export function say(machine: Machine, person: Person, text: string): Promise<BotAnswer> {
  const conversation = openConversation(machine, person.id);
  const id = addMessage(machine, conversation, { from: 'person', text, card: null, summary: null });
  return sendToBot(machine, messageActivity({ machine, person, conversation }, id, text));
}

/** A press of a button on a card: the answer may replace that card, or say something. */
export async function press(machine: Machine, person: Person, pressed: Press): Promise<BotAnswer> {
  const conversation = openConversation(machine, person.id);
  const from = { machine, person, conversation };
  const { messageId, action } = pressed;
  if (pressed.as === 'submit') {
    return sendToBot(machine, submitActivity(from, messageId, action));
  }
  const answer = await sendToBot(machine, pressActivity(from, messageId, action));
  const { type, value } = invokeResponse(answer);
  if (type === 'application/vnd.microsoft.card.adaptive') {
    const old = messagesIn(machine, conversation).find(({ id }) => id === messageId);
    const summary = old?.summary ?? null;
    const content = { text: null, card: value, summary };
    replaceMessage(machine, conversation, { id: messageId, ...content });
    record(machine, conversation, { ...content, kind: 'answer', activityId: messageId });
  } else if (type === 'application/vnd.microsoft.activity.message') {
    addMessage(machine, conversation, {
      from: 'bot',
      text: String(value),
      card: null,
      summary: null,
    });
  }
  return answer;
}

export function install(machine: Machine, person: Person): Promise<BotAnswer> {
  setInstalled(machine.store, person.id, true);
  return tellInstalled(machine, person);
}

/** To be called once the app is installed, by whoever did it. */
export async function tellInstalled(machine: Machine, person: Person): Promise<BotAnswer> {
  const from = { machine, person, conversation: openConversation(machine, person.id) };
  await sendToBot(machine, joinedActivity(from));
  return sendToBot(machine, installationActivity(from, 'add'));
}

export function uninstall(machine: Machine, person: Person): Promise<BotAnswer> {
  setInstalled(machine.store, person.id, false);
  const from = { machine, person, conversation: openConversation(machine, person.id) };
  return sendToBot(machine, installationActivity(from, 'remove'));
}

function invokeResponse(answer: BotAnswer): { type?: unknown; value?: unknown } {
  const { body, status } = answer;
  const isAnswer = status === 200 && typeof body === 'object' && body !== null;
  return isAnswer ? (body as { type?: unknown; value?: unknown }) : {};
}
