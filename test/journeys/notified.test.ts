// Graph says that a list changed, and the tab shows it at once; whoever else says so changes nothing; and
// with nothing said at all, the timer hears it as ever.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { appId, tenantId } from '../../src/local/ids.ts';
import { soaking } from '../counts.ts';
import { type House, openHouse } from '../given.ts';
import { ask } from './seat.ts';
import { smallCouncil } from './small-council.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse(smallCouncil(['p-voids', 'p-repairs']));
  await vi.waitUntil(async () => (await lists()) > 25, { timeout: 30_000, interval: 200 });
}, 90_000);
afterAll(() => house.close());

type Subscription = {
  readonly id: string;
  readonly resource: string;
  readonly expirationDateTime: string;
};

/** What Graph would tell the app of. */
async function subscriptions(): Promise<readonly Subscription[]> {
  const signedIn = await fetch(`${house.localUrl}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: 'local',
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const answer = await fetch(`${house.localUrl}/v1.0/subscriptions`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return ((await answer.json()) as { value: Subscription[] }).value;
}

async function lists(): Promise<number> {
  return new Set((await subscriptions()).map(({ resource }) => resource)).size;
}

/** A team's name, as the tab's API says it just now. */
const team = async (key: string): Promise<string> => {
  const token = await house.tabToken('p-performance');
  const answer = await fetch(`${house.appUrl}/api/registers/teams`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const text = await answer.text();
  const found = (JSON.parse(text) as { rows: { key: string }[] }).rows.find(
    (each) => each.key === key,
  );
  return JSON.stringify(found);
};
const aTeam = (): string => house.council.rows.teams?.[0]?.key ?? '';
const units = async (): Promise<number> =>
  (
    (await ask('GET', `${house.localUrl}/local/faults`)) as {
      counters: { graph: { units: number } };
    }
  ).counters.graph.units;

const post = (body: unknown, query = ''): Promise<Response> =>
  fetch(`${house.appUrl}/api/notifications${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const secretFile = (): string => path.join(house.dataFolder, 'notification-secret.txt');
const secret = (): string => readFileSync(secretFile(), 'utf8');

describe('Graph tells of changes', () => {
  test('an edit by hand is in the tab within two seconds, in a list the timer asks once a minute', async () => {
    await house.app.beatNow();
    await house.editByHand('Teams', aTeam(), { Title: 'Edited by hand' });
    await expect
      .poll(() => team(aTeam()), { timeout: 2_000, interval: 50 })
      .toContain('Edited by hand');
  });

  // The timer takes most of a minute; that it comes round is listening.test.ts's in the short run.
  test.runIf(soaking)(
    'with what Graph says lost on the way, the timer hears of it all the same',
    async () => {
      const lost = { on: 'notify', times: 1_000, dropBefore: true };
      await house.trouble({ script: [lost] });
      const cycle = house.council.rows.cycles?.[0]?.key ?? '';
      await house.editByHand('Cycles', cycle, { WithdrawnReason: 'typed by hand' });
      const seen = () =>
        house.app.ports.replica.registers().cycles.get(cycle)?.withdrawnReason ?? null;
      await expect.poll(seen, { timeout: 60_000, interval: 200 }).toBe('typed by hand');
      await house.trouble();
    },
    65_000,
  );
});

describe('whoever else speaks at that address', () => {
  const resourceOf = async () => (await subscriptions())[0]?.resource ?? '';

  test('a notice without the secret, of another list or in another shape is taken and ignored', async () => {
    const resource = await resourceOf();
    await house.app.beatNow();
    const before = await units();
    const forged = [
      { value: [{ clientState: 'guessed', resource }] },
      { value: [{ clientState: '', resource }] },
      { value: [{ resource }] },
      { value: [{ clientState: secret(), resource: 'sites/x/lists/elsewhere' }] },
      { value: 'everything' },
      [],
    ];
    for (const body of forged) expect((await post(body)).status).toBe(202);
    await new Promise((resolve) => setTimeout(resolve, 300));
    // What the app itself asks on its timer, and no more: at the most the five busy lists.
    expect((await units()) - before).toBeLessThanOrEqual(10);
  });

  test('a true notice said a hundred times over asks the list once, then once a second', async () => {
    const notice = { value: [{ clientState: secret(), resource: await resourceOf() }] };
    await house.app.beatNow();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const before = await units();
    const rows = [...house.app.ports.replica.registers().teams.values()].length;
    await Promise.all(Array.from({ length: 100 }, () => post(notice)));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await units()) - before).toBeLessThanOrEqual(3 + 2 * 6);
    expect([...house.app.ports.replica.registers().teams.values()]).toHaveLength(rows);
  });

  test('a handshake goes back as plain text, whatever it holds, and never as a page', async () => {
    const token = 'Validation: <script>alert(1)</script> é+&';
    const answer = await post('', `?validationToken=${encodeURIComponent(token)}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe(token);
    expect((await post('', `?validationToken=${'x'.repeat(2_000)}`)).status).toBe(400);
    expect((await post('', '?validationToken=a&validationToken=b')).status).toBe(400);
  });

  test('a body too long, or no JSON, is refused', async () => {
    expect((await post('x'.repeat(100_000))).status).toBe(413);
    expect((await post('{"value":')).status).toBe(400);
  });

  test('the API behind it still asks who is there', async () => {
    expect((await fetch(`${house.appUrl}/api/notifications`)).status).toBe(401);
  });
});

describe('the secret', () => {
  test('is kept for this account alone, and a restart uses it again and leaves no stray subscription', async () => {
    expect(statSync(secretFile()).mode & 0o777).toBe(0o600);
    const before = secret();
    const earlier = (await subscriptions()).map(({ id }) => id);
    await house.restart();
    const standing = async () => {
      const now = (await subscriptions()).map(({ id }) => id);
      return { made: now.length, left: now.filter((id) => earlier.includes(id)).length };
    };
    await expect.poll(standing, { timeout: 30_000 }).toEqual({ made: earlier.length, left: 0 });
    expect(secret()).toBe(before);
    await house.app.beatNow();
    await house.editByHand('Teams', aTeam(), { Title: 'Edited after the restart' });
    await expect
      .poll(() => team(aTeam()), { timeout: 2_000, interval: 50 })
      .toContain('Edited after the restart');
    const health = (await ask('GET', `${house.appUrl}/health`)) as { reasons: string[] };
    expect(health.reasons).toEqual([]);
  }, 60_000);
});
