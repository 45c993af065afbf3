// A house to be attacked: three teams, a quarter that is open, somebody who has left, somebody who was never
// in People; and requests to it as each of them, as nobody and as another council.

import { registerNames } from '../../src/registers/registers.ts';
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { type House, openHouse } from '../given.ts';
import { ask } from '../journeys/seat.ts';
import { smallCouncil } from '../journeys/small-council.ts';

export const stranger = '0f0f0f0f-0000-4000-8000-00000000cafe';
export const anotherTenant = '99999999-9999-4999-8999-999999999999';
export const leaver = 'p-rents';
/** Few enough to wait for, and many more than an honest request needs here. */
export const secondsForBody = 2;
export const inside = {
  owner: 'p-voids',
  'another owner': 'p-highways',
  manager: 'p-manager-environment',
  director: 'p-director-resources',
  'performance team': 'p-performance',
} as const;

export const attackedCouncil = (): SampleCouncil => {
  const council = smallCouncil(['p-voids', 'p-repairs', leaver, 'p-highways']);
  const people = (council.rows.people ?? []).map((each) =>
    each.key === leaver ? { ...each, leftOn: Temporal.PlainDate.from('2020-09-01') } : each,
  );
  const someone = {
    id: stranger,
    displayName: 'A Stranger',
    userPrincipalName: 'stranger@stoke-on-trent.example',
    jobTitle: 'Measure owner' as const,
    department: 'Place',
    installed: true,
  };
  return {
    ...council,
    rows: { ...council.rows, people },
    directory: [...council.directory, someone],
  };
};

export type Sent = {
  readonly method?: string;
  readonly token?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Back = { readonly status: number; readonly text: string; readonly headers: Headers };

export type Attacked = House & {
  send(path: string, sent?: Sent): Promise<Back>;
  tokenOf(objectId: string, overrides?: object): Promise<string>;
  /** What Teams sends for a press, from whoever `from` says, with the channel's own token. */
  press(verb: string, data: unknown, more?: { from?: string; activity?: object }): Promise<Back>;
  /** The channel's own, for an hour. */
  readonly channelToken: string;
  /** All registers as the app has them. */
  registers(): string;
};

export const openAttacked = async (): Promise<Attacked> => {
  const house = await openHouse(attackedCouncil(), { secondsForBody });
  await house.moveClock('next');
  await house.landed();
  const send: Attacked['send'] = async (path, { method = 'GET', token, body, headers } = {}) => {
    const answer = await fetch(`${house.appUrl}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: bodyOf(body) }),
    });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const channel = (
    (await ask('POST', `${house.localUrl}/local/teams/token`, {
      serviceUrl: house.localUrl,
      overrides: { expiresInSeconds: 3_600 },
    })) as { token: string }
  ).token;
  return Object.assign(house, {
    send,
    tokenOf: async (personId: string, overrides: object = {}) =>
      (
        (await ask('POST', `${house.localUrl}/local/sign-in/token`, { personId, overrides })) as {
          token: string;
        }
      ).token,
    press: (verb: string, data: unknown, { from = stranger, activity = {} } = {}) =>
      send('/api/messages', {
        method: 'POST',
        token: channel,
        body: withData({ ...pressFrom(from, house.localUrl), ...activity }, { verb, data }),
      }),
    channelToken: channel,
    registers: () => registersOf(house),
  });
};

/** Data that are a text are sent as they stand: nothing of ours could write them. */
const withData = (activity: object, { verb, data }: { verb: string; data: unknown }): string =>
  JSON.stringify({ ...activity, value: { action: { verb, data: '@data' } } }).replace(
    '"@data"',
    () => bodyText(data),
  );

const bodyText = (data: unknown): string =>
  typeof data === 'string' ? data : (JSON.stringify(data) ?? 'null');

type SentBody = NonNullable<RequestInit['body']>;

const bodyOf = (body: unknown): SentBody =>
  typeof body === 'string' || body instanceof Uint8Array
    ? (body as SentBody)
    : JSON.stringify(body);

export const tenantHere = '7a1c0b52-5f7e-4c0a-9d3b-2e64b8f0a101';

export const pressFrom = (from: string, serviceUrl: string) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  id: 'f:1',
  channelId: 'msteams',
  serviceUrl,
  from: { id: `29:${from}`, aadObjectId: from },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:nowhere', conversationType: 'groupChat', tenantId: tenantHere },
  channelData: { tenant: { id: tenantHere } },
});

const registersOf = ({ app }: House): string => {
  const registers = app.ports.replica.registers();
  return JSON.stringify(registerNames.map((name) => [name, [...registers[name].values()]]));
};
