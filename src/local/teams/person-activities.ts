// The activities Teams sends a bot when a person writes, presses, installs or removes the app.
import { botAccountId, tenantId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { type Conversation, serviceUrlFor } from './conversations.ts';
import type { Person } from './people.ts';

export type From = { machine: Machine; person: Person; conversation: Conversation };

export type CardAction = {
  type: string;
  verb?: string | undefined;
  data?: unknown;
  id?: string | undefined;
};

export function messageActivity(from: From, id: string, text: string) {
  const words = { type: 'message', id, text, textFormat: 'plain' };
  return { ...common(from), ...words, attachments: [] };
}

/** The card's fallback Action.Submit: a message without text that carries the inputs. */
export function submitActivity(from: From, messageId: string, action: CardAction) {
  const id = crypto.randomUUID();
  const words = { type: 'message', id, replyToId: messageId, value: action.data ?? {} };
  return { ...common(from), ...words };
}

export function pressActivity(from: From, messageId: string, action: CardAction) {
  return {
    ...common(from),
    type: 'invoke',
    id: `f:${crypto.randomUUID()}`,
    name: 'adaptiveCard/action',
    replyToId: messageId,
    value: { action, trigger: 'manual' },
  };
}

export function installationActivity(from: From, action: 'add' | 'remove') {
  const id = `f:${crypto.randomUUID()}`;
  return { ...common(from), type: 'installationUpdate', id, action };
}

/** Beside the installation Teams also says that the bot has joined the chat. */
export function joinedActivity(from: From) {
  const members = [{ id: botAccountId }];
  const id = `f:${crypto.randomUUID()}`;
  return { ...common(from), type: 'conversationUpdate', id, membersAdded: members };
}

function common({ machine, person, conversation }: From) {
  const timestamp = new Date().toISOString();
  const [locale, timezone] = ['en-GB', 'Europe/London'];
  return {
    timestamp,
    localTimestamp: timestamp,
    localTimezone: timezone,
    serviceUrl: serviceUrlFor(machine, person),
    channelId: 'msteams',
    from: { id: `29:${person.id}`, name: person.displayName, aadObjectId: person.id },
    conversation: { conversationType: 'personal', tenantId, id: conversation.id },
    recipient: { id: botAccountId, name: 'Golden Thread' },
    locale,
    entities: [{ type: 'clientInfo', locale, country: 'GB', platform: 'Web', timezone }],
    channelData: { tenant: { id: tenantId } },
  };
}
