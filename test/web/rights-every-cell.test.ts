// Every cell of the table of rights, walked through the real server: each address asked by whoever holds each
// role, of a thing that is theirs and of others; what comes of it is what the table says, and no more.
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, outside, type Role, rights, roles } from '../../src/rules/rights-table.ts';
import { addresses, everyAddressHasADoor } from '../../src/web/rights-door.ts';
import { type RightAsked, type Route, routeRights } from '../../src/web/route-rights.ts';
import { ask } from './asking.ts';
import { type Council, openCouncil, tokenFor } from './council.ts';
import { accountOf, holders, rightsRows, type Thing, things, today } from './rights-council.ts';
import { isLet } from './rights-oracle.ts';
import { type Request, requests, routes } from './rights-requests.ts';

let council: Council;
const tokens = new Map<string, string>();
beforeAll(async () => {
  council = await openCouncil(rightsRows, today);
  // There are no lists behind them to ask for versions.
  Object.assign(council.ports.lists, { history: async () => [] });
  Object.assign(council.ports.outbox, { pending: async () => [] });
  for (const role of roles) tokens.set(role, await tokenFor(accountOf(holders[role])));
  const performance = accountOf('performance');
  tokens.set('another council', await tokenFor(performance, { tid: accountOf('owner') }));
  tokens.set('not in People', await tokenFor('bbbbbbbb-0000-4000-8000-000000000001'));
  tokens.set('has left', await tokenFor(accountOf('left')));
});
afterAll(() => council.close());

const send = async (route: Route, { path, body }: Request, who: string) => {
  const token = tokens.get(who);
  const { status } = await ask(council, `/api${path}`, {
    ...(token !== undefined && { token }),
    ...(route.startsWith('POST') && {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  return status;
};

const actionsOf = (route: Route): readonly Action[] => {
  const asked: RightAsked = routeRights[route];
  return typeof asked === 'string' ? [asked] : asked;
};

/** One thing is as good as another to a right in nothing, and the undirected to a right no SMT has. */
const thingsOf = (action: Action): readonly Thing[] => {
  if (rights[action].of === 'nothing') return ['theirs'];
  return 'SMT' in rights[action].cells ? things : ['theirs', 'another’s'];
};

const walk = routes.flatMap((route) =>
  requests[route].map((asks, nth) => ({ route, asks, action: actionsOf(route)[nth] as Action })),
);

/** A row that may not be read is, to whoever asks, not there. */
const isRefusal = (action: Action, status: number): boolean =>
  status === (rights[action].of === 'row' ? 404 : 403);

describe('each address, asked by each role, does what the table of rights says', () => {
  it.each(walk)('$route: $action', async ({ route, asks, action }) => {
    for (const thing of thingsOf(action)) {
      const came = await Promise.all(
        roles.map(async (role) => [role, await send(route, asks(thing), role)] as const),
      );
      const let_ = came.filter(([, status]) => !isRefusal(action, status)).map(([role]) => role);
      const may = roles.filter((role) => isLet(action, role, thing));
      expect({ thing, let_ }).toEqual({ thing, let_: may });
      expect(came.filter(([, status]) => status >= 500)).toEqual([]);
    }
  });

  it.each(routes)(
    '%s is shut to nobody, another council, a stranger and a leaver',
    async (route) => {
      for (const asks of requests[route].slice(0, 1)) {
        const came = await Promise.all(outside.map((who) => send(route, asks('theirs'), who)));
        expect(came).toEqual([401, 401, 403, 403]);
      }
    },
  );
});

describe('an address without a right', () => {
  it('keeps the app from starting', () => {
    const router = express.Router();
    router.get('/everything', (_request, response) => {
      response.json({});
    });
    const outer = express.Router().use(router);
    expect(() => everyAddressHasADoor(outer)).toThrow('GET /everything');
  });

  it('does not compile where addresses are served, and keeps the app from starting all the same', () => {
    const served = addresses(council.ports);
    // @ts-expect-error -- it is in no table.
    served.get('/everything', (_request, response) => response.end());
    expect(() => everyAddressHasADoor(served.router)).toThrow('GET /everything');
  });
});

/** By hand, whatever the table says: what a council would not forgive. */
const weighty: readonly (readonly [Route, number, Thing, readonly Role[]])[] = [
  ['POST /cycles/:key/close', 0, 'theirs', ['performance team']],
  ['POST /cycles/:key/nudge', 0, 'theirs', ['performance team']],
  ['POST /import/take', 0, 'theirs', ['performance team']],
  ['GET /registers/:name/file', 0, 'theirs', ['performance team']],
  ['POST /targets/agree', 0, 'theirs', ['performance team']],
  ['POST /sign-off/change', 0, 'theirs', ['performance team']],
  ['POST /sign-off/approve', 0, 'theirs', ['manager', 'director', 'deputy']],
  ['POST /sign-off/approve', 0, 'another’s', []],
  ['POST /sign-off/sign', 0, 'theirs', ['director', 'deputy']],
  ['POST /sign-off/sign', 1, 'theirs', ['section 151 officer', 'deputy']],
  ['POST /papers/clear', 0, 'theirs', ['section 151 officer', 'deputy']],
  ['POST /papers/clear', 1, 'theirs', ['monitoring officer', 'deputy']],
  ['POST /papers/issue', 0, 'theirs', ['performance team']],
  ['POST /papers/release', 0, 'theirs', ['monitoring officer', 'deputy']],
  ['POST /hand-over/name', 0, 'another’s', ['performance team']],
  [
    'GET /measures/:key',
    0,
    'another’s',
    ['director', 'SMT', 'performance team', 'section 151 officer', 'monitoring officer'],
  ],
];

describe('the weighty ones, said by hand', () => {
  it.each(weighty)('%s (%i), of what is %s: %j', async (route, nth, thing, who) => {
    const request = requests[route][nth]?.(thing);
    const came = await Promise.all(
      roles.map(async (role) => [role, await send(route, request as Request, role)] as const),
    );
    const isShut = (status: number) =>
      status === 403 || (status === 404 && !route.startsWith('POST'));
    expect(came.filter(([, status]) => !isShut(status)).map(([role]) => role)).toEqual(who);
  });
});

describe('what the tab offers', () => {
  it('comes of the same table', async () => {
    const offered = {
      runsCycles: 'see a cycle and its messages',
      weighsTargets: 'weigh targets',
      signsOff: 'be shown sign-off',
    } as const;
    for (const role of roles) {
      const { body } = await ask(council, '/api/me', { token: tokens.get(role) ?? '' });
      for (const [name, action] of Object.entries(offered))
        expect((body as Record<string, unknown>)[name], `${name} of ${role}`).toBe(
          isLet(action, role, 'theirs'),
        );
    }
  });
});
