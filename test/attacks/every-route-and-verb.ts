// Every address of the running app and every button of a card, tried by people who have no business there and
// with things nobody sends. What each role may do is held to the rights table elsewhere; here nothing gets
// through, nothing changes, and nothing answers 500.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Verb } from '../../bot/cards/adaptive-card.ts';
import { verbs } from '../../bot/handlers/read-press.ts';
import { routeRights } from '../../src/web/route-rights.ts';
import { presses } from '../bot/rights-presses.ts';
import { soaking } from '../counts.ts';
import {
  type Attacked,
  anotherTenant,
  inside,
  leaver,
  pressFrom,
  stranger,
} from './attacked-house.ts';
import { type RealRoute, realRoutes } from './real-routes.ts';

let house: Attacked;
let routes: readonly RealRoute[];
let tokens: Readonly<Record<string, string>>;
let before: string;

/** Open to whoever can reach the app; each has tests of its own. */
const open = [
  'GET /health',
  'GET /health/live',
  'GET /health/ready',
  'GET /tab/',
  'GET /tab/config.json',
  'POST /api/notifications',
  'POST /api/messages',
  'GET /consent/',
];
const named = ({ method, path }: RealRoute) => `${method} ${path}`;
const cycle = 'operating-plan-2020-21|2020-21 Q2';
const measure = 'operating-plan-2020-21|COM 9';
const due = `${measure}|2020-21 Q2`;

/** An address with real keys in it, so that what is refused is who asks and not what is asked for. */
const real = ({ path }: RealRoute): string =>
  path
    .replace('/cycles/:key', `/cycles/${encodeURIComponent(cycle)}`)
    .replace('/measures/:key', `/measures/${encodeURIComponent(measure)}`)
    .replace(':name', 'people')
    .replace(/:\w+/g, 'x');
const closed = () => routes.filter((each) => !open.includes(named(each)));
const api = () => closed().filter(({ path }) => path.startsWith('/api/'));

const prepare = async (): Promise<void> => {
  routes = await realRoutes(house.appUrl);
  tokens = {
    ...Object.fromEntries(
      await Promise.all(
        Object.entries(inside).map(async ([role, person]) => [role, await house.tabToken(person)]),
      ),
    ),
    left: await house.tabToken(leaver),
    stranger: await house.tokenOf(stranger),
    'another council': await house.tokenOf(house.objectIdOf('p-performance'), {
      tenantId: anotherTenant,
    }),
    'another council under our name': await house.tokenOf(house.objectIdOf('p-performance'), {
      issuer: `${house.localUrl}/${anotherTenant}/v2.0`,
    }),
  };
  before = house.registers();
};
/** What a card of ours would send by a button, about a cycle and a return that are there. */
const likeACards = (verb: Verb): readonly object[] =>
  presses[verb].map((asks) => {
    const data = asks('theirs');
    const real = Object.entries({ cycle, return: due, measure });
    return { v: 1, ...data, ...Object.fromEntries(real.filter(([name]) => name in data)) };
  });
const everyone = Object.values(inside);
const hostileNames = [
  '__proto__',
  'constructor',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%ff',
  'x'.repeat(2_000),
  '%F0%9F%92%A5',
  '%0d%0aSet-Cookie:%20a=b',
];
const hostileBodies: readonly unknown[] = [
  '{"not": json',
  'null',
  '[]',
  '"words"',
  '{"__proto__":{"by":"p-performance"}}',
  '{"constructor":{"prototype":{"by":"p-performance"}}}',
  { by: 'p-performance', because: { $ne: null }, targets: 'all', returns: {} },
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
];

export const everyRouteAndVerb = (attacked: () => Attacked): void => {
  beforeAll(async () => {
    house = attacked();
    await prepare();
  });

  describe('whoever is not one of this council’s people', () => {
    const outside: readonly (readonly [string, string | null, number])[] = [
      ['nobody', null, 401],
      ['another council', 'another council', 401],
      ['another council under our name', 'another council under our name', 401],
      ['somebody who is not in People', 'stranger', 403],
      ['somebody who has left', 'left', 403],
    ];
    test.each(outside)(
      '%s is refused at every address, before a body is read',
      async (_, as, status) => {
        expect(
          api()
            .map((each) => named(each).replace('/api/', '/'))
            .toSorted(),
        ).toEqual(Object.keys(routeRights).toSorted());
        for (const route of api()) {
          const token = as === null ? null : (tokens[as] ?? '');
          const body = route.method === 'POST' ? { body: '{"not": json' } : {};
          const back = await house.send(real(route), { method: route.method, token, ...body });
          expect([named(route), back.status]).toEqual([named(route), status]);
          expect(Object.keys(JSON.parse(back.text) as object)).toEqual(['message']);
        }
        expect(house.registers()).toBe(before);
      },
    );

    test('is let in nowhere but where it says so: health, the tab’s files, and doors with keys of their own', () => {
      const others = closed().filter(({ path }) => !path.startsWith('/api/'));
      expect(others.map(named)).toEqual(['GET /local/clock', 'POST /local/clock']);
    });

    test.each(verbs)('learns and changes nothing by the button %s', async (verb) => {
      for (const data of likeACards(verb)) {
        const strange = await house.press(verb, data);
        expect(strange.status).toBe(200);
        expect(strange.text).toContain('You are not on the register yet');
        const gone = await house.press(verb, data, { from: house.objectIdOf(leaver) });
        expect(gone.status).toBe(200);
        expect(gone.text).toContain('You are not asked any more');
        const other = { activity: { channelData: { tenant: { id: anotherTenant } } } };
        expect((await house.press(verb, data, other)).status).toBe(403);
        const inTheirName = pressFrom(house.objectIdOf(inside['performance team']), house.localUrl);
        const body = { ...inTheirName, value: { action: { verb, data } } };
        for (const token of [null, tokens['performance team'] ?? '', tokens['stranger'] ?? ''])
          expect((await house.send('/api/messages', { method: 'POST', token, body })).status).toBe(
            401,
          );
      }
      expect(house.registers()).toBe(before);
    });
  });

  describe('each of the council’s people', () => {
    test.each(Object.keys(inside))(
      '%s: no address answers 500 or changes anything for what nobody sends',
      async (role) => {
        let turn = role.length;
        for (const route of closed()) {
          for (const withReal of soaking ? [true, false] : [turn % 2 === 0]) {
            turn += 1;
            const name = hostileNames[turn % hostileNames.length] ?? '';
            const path = withReal ? real(route) : route.path.replace(/:\w+/g, name);
            const asked = route.method === 'GET' ? `?plan=${name}&paper=${name}&plan=twice` : '';
            const body =
              route.method === 'POST' ? hostileBodies[turn % hostileBodies.length] : undefined;
            // A press that needs no body is a press: the performance team's are theirs to make.
            const isTheirs =
              role === 'performance team' && withReal && /close|resume|open$/.test(path);
            if (isTheirs) continue;
            const back = await house.send(`${path}${asked}`, {
              method: route.method,
              token: tokens[role] ?? '',
              ...(body !== undefined && { body }),
            });
            expect([named(route), name, body, back.status < 500]).toEqual([
              named(route),
              name,
              body,
              true,
            ]);
          }
        }
        expect(house.registers()).toBe(before);
      },
    );

    test.each(verbs)('the button %s with what no card sends answers in words', async (verb) => {
      for (const [at, body] of hostileBodies.entries()) {
        const person = everyone[at % everyone.length] ?? '';
        const back = await house.press(verb, body, { from: house.objectIdOf(person) });
        const isRefusedAtTheDoor = back.status === 400;
        if (!isRefusedAtTheDoor) expect(JSON.parse(back.text)).toMatchObject({ statusCode: 400 });
      }
      expect(house.registers()).toBe(before);
    });
  });
};
