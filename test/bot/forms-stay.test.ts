// A card with a field to type in is not put in place of the message it was pressed on, which would wipe it
// while somebody types; a card that only offers what to open next is.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createConnector } from '../../bot/connector.ts';
import { onCardAction } from '../../bot/handlers/card-action.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { approving, at, cycle, returnOf } from '../use-cases/approving-council.ts';
import { ownOutbox } from '../use-cases/own-outbox.ts';
import { council, propose } from '../use-cases/targets-council.ts';
import { openScriptedConnector } from './scripted-connector.ts';

const own = ownOutbox();
let teams: Awaited<ReturnType<typeof openScriptedConnector>>;
beforeAll(async () => {
  teams = await openScriptedConnector();
});
afterAll(() => teams.close());

const connector = () =>
  createConnector({
    appId: 'app',
    tenantId: 'tenant',
    defaultServiceUrl: teams.url,
    allowedServiceUrls: [teams.url],
    token: async () => 'eyJhbGciOiJub25lIn0.e30.AA',
    timeLimit: 400,
  });

type Press = { readonly by: string; readonly verb: string; readonly data: object };

/** What the press is answered with, in words; `on` is the message it was made on. */
const press = async (ports: Ports, on: string, { by, verb, data }: Press): Promise<string> => {
  const log = { info() {}, fault() {} };
  const turn = {
    ports: { ...ports, log },
    connector: connector(),
    tenants: ['tenant'],
    newestPress: new Map(),
  };
  const answer = await onCardAction(turn, {
    serviceUrl: teams.url,
    from: { aadObjectId: by },
    conversation: { id: 'chat', conversationType: 'personal', tenantId: 'tenant' },
    replyToId: on,
    value: { action: { verb, data: { v: 1, ...data } } },
  });
  return JSON.stringify(answer.value);
};

const answered = {
  state: 'Returned',
  value: 400,
  returnedBy: 'ann',
  approval: 'awaiting',
  revision: 1,
} as const;
/** Two returns wait for the head, and are listed with a choice of which to open. */
const waiting = (): Ports => approving(own.outbox, { returns: { '1': answered, '2': answered } });
const list = { by: 'head', verb: 'review', data: { cycle, return: '' } };

const forms = [
  {
    of: 'why an answer goes back',
    shows: 'Send it back now',
    house: async () => waiting(),
    pressed: { ...list, data: { cycle, return: returnOf('1') } },
  },
  {
    of: 'remarks beside a signature',
    shows: 'Sign for the directorate',
    house: async () => at(waiting(), '2020-10-20T09:30'),
    pressed: { ...list, by: 'director' },
  },
  {
    of: 'why a target goes back',
    shows: 'Send one back',
    house: async () => {
      const ports = council(own.outbox);
      await propose(ports, '1');
      return ports;
    },
    pressed: { by: 'd', verb: 'targets', data: { cycle: 'plan|2021-22 Q1' } },
  },
];

test.each(forms)('$of is typed in peace', async ({ shows, house, pressed }) => {
  teams.answers(() => ({ status: 200, body: { id: 'm' } }));
  expect(await press(await house(), 'form', pressed)).toContain(shows);
  expect(await press(waiting(), 'list', list)).toContain('wait for your approval');
  await expect.poll(() => teams.asked.map(({ path }) => path)).toHaveLength(1);
  expect(teams.asked[0]?.path).toBe('/v3/conversations/chat/activities/list');
});
