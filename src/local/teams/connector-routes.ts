// The bot connector: what the bot may send to whom, and what Teams then keeps of it.
// Tokens, the app's own limit and faults are left to connector-gate.ts.
import express, { type Request, Router } from 'express';
import { tenantId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { contentsOf } from './activity-content.ts';
import { type Content, record, removeMessage, replaceMessage } from './chat.ts';
import { type Door, gate, type Handling, refuse } from './connector-gate.ts';
import type { ConnectorLimits } from './connector-limits.ts';
import {
  ConnectorRefusal,
  throttled,
  tooBig,
  unknownActivity,
  unknownConversation,
  unreachable,
} from './connector-refusals.ts';
import { type Conversation, conversationById } from './conversations.ts';
import { deliver } from './deliver.ts';
import { type Person, personBy, type Region, setBlocked } from './people.ts';
import { startConversation } from './start-conversation.ts';

type Chat = { conversation: Conversation; person: Person };

const largestMessage = 100 * 1024;
const nothing: Content = { text: null, card: null, summary: null };

export function connectorRoutes(machine: Machine, limits: ConnectorLimits, region: Region): Router {
  const door: Door = { machine, limits, region };
  const router = Router();
  const parse = express.json({ limit: largestMessage, type: () => true });
  router.use((request, response, next) => {
    parse(request, response, (fault?: { type?: string }) => {
      if (!fault) next();
      else if (fault.type === 'entity.too.large') refuse(response, tooBig());
      else
        refuse(response, new ConnectorRefusal({ status: 400, code: 'BadSyntax' }, 'Invalid JSON.'));
    });
  });
  const conversation = '/conversations/:conversation';
  router.post('/conversations', gate(door, startConversation));
  router.post(`${conversation}/activities`, gate(door, send));
  router.post(`${conversation}/activities/:activity`, gate(door, send));
  router.put(`${conversation}/activities/:activity`, gate(door, update));
  router.delete(`${conversation}/activities/:activity`, gate(door, remove));
  router.get(`${conversation}/members`, gate(door, members));
  router.get(`${conversation}/members/:member`, gate(door, member));
  router.get(`${conversation}/pagedMembers`, gate(door, pagedMembers));
  router.use((request, response) => {
    const words = `Local Microsoft 365 does not do this: ${request.method} ${request.originalUrl}.`;
    refuse(response, new ConnectorRefusal({ status: 501, code: 'NotImplemented' }, words));
  });
  return router;
}

/** The chat named in the address, if it is homed at this service url. */
function chatOf(door: Door, request: Request): Chat {
  const conversation = conversationById(door.machine, String(request.params['conversation']));
  const person = conversation && personBy(door.machine.store, conversation.personId);
  if (!conversation || person?.region !== door.region) throw unknownConversation();
  return { conversation, person };
}

function admitSend(door: Door, request: Request): Chat {
  const chat = chatOf(door, request);
  const wantedIn = door.limits.takeForConversation(chat.conversation.id, 'send');
  if (wantedIn !== null) throw throttled(wantedIn);
  return chat;
}

function refuseUnreachable(door: Door, person: Person): void {
  const { faults, store } = door.machine;
  const { forbiddenShape } = faults.settings;
  if (!person.installed) throw unreachable('notInstalled', forbiddenShape);
  const isBlocked = person.blocked || faults.blocksByChance(person.id);
  if (!isBlocked) return;
  if (!person.blocked) setBlocked(store, person.id, true);
  throw unreachable('blocked', forbiddenShape);
}

const send: Handling<Chat> = {
  admit: admitSend,
  act(door, { conversation, person }, request) {
    refuseUnreachable(door, person);
    const ids = deliver(door.machine, conversation, contentsOf(request.body));
    return { status: 201, body: { id: ids[0] ?? crypto.randomUUID() } };
  },
};

const update: Handling<Chat> = {
  admit: admitSend,
  act(door, { conversation, person }, request) {
    refuseUnreachable(door, person);
    const { machine } = door;
    const id = String(request.params['activity']);
    // An update cannot split: text beside a card stays in the one message.
    const content = contentsOf(request.body).reduce(joined, nothing);
    machine.store.inTransaction(() => {
      if (!replaceMessage(machine, conversation, { ...content, id })) throw unknownActivity();
      record(machine, conversation, { ...content, kind: 'update', activityId: id });
    });
    return { status: 200, body: { id } };
  },
};

const remove: Handling<Chat> = {
  admit: admitSend,
  act(door, { conversation }, request) {
    const { machine } = door;
    const id = String(request.params['activity']);
    machine.store.inTransaction(() => {
      if (!removeMessage(machine, conversation, id)) throw unknownActivity();
      record(machine, conversation, { ...nothing, kind: 'delete', activityId: id });
    });
    return { status: 200 };
  },
};

const members: Handling<Chat> = {
  admit: chatOf,
  act: (_door, { person }) => ({ status: 200, body: [accountOf(person)] }),
};

const member: Handling<Chat> = {
  admit: chatOf,
  act(door, { person }, request) {
    const asked = personBy(door.machine.store, String(request.params['member']));
    if (asked?.id !== person.id) {
      throw new ConnectorRefusal(
        { status: 404, code: 'MemberNotFoundInConversation' },
        'Member not found.',
      );
    }
    return { status: 200, body: accountOf(person) };
  },
};

const pagedMembers: Handling<Chat> = {
  admit: chatOf,
  act: (_door, { person }) => ({ status: 200, body: { members: [accountOf(person)] } }),
};

function joined(one: Content, other: Content): Content {
  return {
    text: one.text ?? other.text,
    card: one.card ?? other.card,
    summary: one.summary ?? other.summary,
  };
}

function accountOf(person: Person): object {
  return {
    id: `29:${person.id}`,
    name: person.displayName,
    aadObjectId: person.id,
    objectId: person.id,
    email: person.userPrincipalName,
    userPrincipalName: person.userPrincipalName,
    tenantId,
    userRole: 'user',
  };
}
