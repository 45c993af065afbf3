// What the app tells a collector of a quarter's first day: cards, answers, units, queue, replica, and the
// way of each request; and that it tells nobody's name and nothing anybody wrote.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { answerAll, because } from '../journeys/answering.ts';
import { cycle, smallCouncil } from '../journeys/small-council.ts';
import { type Collector, openCollector, type Span } from './collector.ts';

let collector: Collector;
let house: House;
let answered: number;
let closed = false;

const close = async (): Promise<void> => {
  if (!closed) await house.close();
  closed = true;
};

beforeAll(async () => {
  collector = await openCollector();
  house = await openHouse(smallCouncil(), { collector: collector.url });
  await house.moveClock('next');
  answered = (await answerAll(house.seat('p-voids'), house.council)).length;
  const token = await house.tabToken('p-performance');
  const headers = { authorization: `Bearer ${token}` };
  await fetch(`${house.appUrl}/api/plan`, { headers });
  await fetch(`${house.appUrl}/api/plan`);
  await fetch(`${house.appUrl}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { verb: 'forged' } },
    }),
  });
  await house.landed();
  await close();
});
afterAll(async () => {
  await close();
  collector.close();
});

const figure = (name: string, facts: object): number | undefined =>
  collector.figures
    .get(name)
    ?.find((point) => Object.entries(facts).every(([key, value]) => point.facts[key] === value))
    ?.value;

const spansNamed = (name: string): readonly Span[] =>
  collector.spans.filter((each) => each.name === name);

it('counts the cards that were sent and those that did not arrive, and the answers that came', () => {
  const cards = spansNamed('send a card').filter(
    ({ facts }) => facts['golden_thread.step'] === 'Opening' && !facts['golden_thread.redrawn'],
  );
  const ended = (outcome: string) =>
    cards.filter(({ facts }) => facts['golden_thread.outcome'] === outcome).length;
  const counted = (outcome: string) =>
    figure('golden_thread.cards.sent', { step: 'Opening', outcome, redrawn: false });
  expect(counted('sent')).toBe(ended('sent'));
  expect(ended('sent')).toBeGreaterThan(5);
  // The owner the app was never installed for.
  expect(counted('unreachable')).toBe(1);
  expect(answered).toBeGreaterThan(1);
  expect(figure('golden_thread.cards.answered', { source: 'card' })).toBe(answered);
});

it('says how far the open cycle has got, and how many of its returns are late', () => {
  expect(figure('golden_thread.returns', { cycle, state: 'answered' })).toBe(answered);
  const asked = figure('golden_thread.returns', { cycle, state: 'asked' }) ?? 0;
  expect(figure('golden_thread.returns', { cycle, state: 'owed' })).toBe(asked - answered);
  expect(figure('golden_thread.returns', { cycle, state: 'late' })).toBe(0);
});

it('says what Graph leaves, what waits, how old the lists are and whether it is ready', () => {
  const left = figure('golden_thread.graph.units.left', { window: 'minute' }) ?? 0;
  expect(left).toBeGreaterThan(800_000);
  expect(left).toBeLessThan(900_000);
  expect(figure('golden_thread.graph.units.left', { window: 'day' })).toBeGreaterThan(left);
  expect(figure('golden_thread.outbox.depth', { of: 'changes' })).toBe(0);
  expect(figure('golden_thread.outbox.depth', { of: 'messages' })).toBe(0);
  expect(figure('golden_thread.replica.age', {})).toBeLessThan(120);
  expect(figure('golden_thread.ready', {})).toBe(1);
  expect(figure('golden_thread.lease.held', {})).toBeDefined();
  expect(figure('golden_thread.graph.duration', { method: 'POST', status: 200 })).toBeGreaterThan(
    0,
  );
});

it('names a request by its route, and a press by its verb once the door has let it in', () => {
  const [allowed, refused] = spansNamed('GET /api/plan').concat(spansNamed('GET /api'));
  expect(allowed?.facts).toMatchObject({ 'http.response.status_code': 200 });
  expect(refused?.facts).toMatchObject({ 'http.response.status_code': 401 });
  expect(spansNamed('press answer').length).toBeGreaterThanOrEqual(answered);
  expect(spansNamed('press forged')).toEqual([]);
  expect(spansNamed('POST /api/messages').length).toBeGreaterThan(0);
  const labelled = { 'http.route': '/api/plan', 'http.response.status_code': 200 };
  expect(figure('http.server.request.duration', labelled)).toBe(1);
});

it('puts what a press led to within it: what was accepted, and the writing behind by itself', () => {
  const press = spansNamed('press answer')[0];
  const accept = spansNamed('accept').find(({ parent }) => parent === press?.spanId);
  expect(accept).toMatchObject({ traceId: press?.traceId, facts: { accepted: 1 } });
  const writing = spansNamed('write behind').find(({ facts }) => Number(facts['changes']) > 0);
  const within = collector.spans.filter(({ parent }) => parent === writing?.spanId);
  expect(within.map(({ name }) => name)).toContain('POST /$batch');
  expect(within[0]?.facts).toMatchObject({
    'graph.client_request_id': expect.stringMatching(/^[\da-f-]{36}$/),
  });
});

it('leaves out the calls by which lists are listened to while they have nothing to say', () => {
  const alone = collector.spans.filter(
    ({ parent, name, failed }) => parent === null && / \/(?:\$batch|sites)/.test(name) && !failed,
  );
  const batches = figure('golden_thread.graph.duration', { method: 'POST', status: 200 }) ?? 0;
  const told = spansNamed('POST /$batch').length;
  expect(batches).toBeGreaterThan(told);
  expect(alone.map(({ name }) => name)).toEqual([]);
});

it('says which version of the product it is, and which instance', () => {
  expect(collector.services[0]).toMatchObject({
    'service.name': 'golden-thread',
    'service.version': expect.stringMatching(/^\d+\.\d+\.\d+$/),
    'service.instance.id': expect.any(String),
  });
});

it('tells nobody’s name, address or id, and nothing anybody wrote', () => {
  const said = collector.said();
  expect(said).not.toContain(because);
  expect(said).not.toMatch(/eyJ[\w-]{10}/);
  for (const { title, objectId, key } of house.council.rows.people ?? [])
    for (const each of [title, objectId, `"${key}"`]) expect(said).not.toContain(each);
});
