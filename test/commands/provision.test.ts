// What an administrator is told when making the lists: which site, what would be done, what was done,
// what it cost, and in one plain sentence why not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provision } from '../../src/commands/provision.ts';
import { Unable } from '../../src/commands/unable.ts';
import { registers } from '../../src/registers/registers.ts';
import { keptRegisters } from '../../src/sharepoint/rows/kept.ts';
import { freePort } from '../free-port.ts';
import { type LocalSite, openLocalSite } from '../sharepoint/local-site.ts';

let local: LocalSite;
let env: Record<string, string>;
beforeAll(async () => {
  local = await openLocalSite();
  env = { LOCAL_PORT: new URL(local.url).port };
});
afterAll(() => local.close());

const said = async (...args: string[]): Promise<string[]> => {
  const lines: string[] = [];
  await provision(args, env, (line) => lines.push(line));
  return lines;
};
const lists = keptRegisters({ apart: false }).map((name) => registers[name].list);

describe('provision', () => {
  test('--plan says what it would do, and does nothing', async () => {
    const lines = await said('--plan');
    expect(lines.slice(0, 2)).toEqual([
      `The site is localhost:/sites/stoke-on-trent, of ${local.url} on this machine.`,
      'It would:',
    ]);
    for (const list of lists) expect(lines).toContain(`  Make the list ${list}`);
    expect(lines).toContain('  Make the view Outstanding on Returns');
    expect(lines).toContain('  Format Percent complete on Actions');
    expect((await local.counted()).writes + local.restCounted().writes).toBe(0);
  });

  test('says each thing as it is done, and what it cost beside the least possible', async () => {
    const lines = await said();
    expect(lines.filter((line) => line.startsWith('  Make the list'))).toHaveLength(lists.length);
    const rest = local.restCounted().requests;
    expect(lines.at(-1)).toBe(
      `Graph: 5 requests and 97 resource units; the least possible was 4 and 95. SharePoint's own interface: ${rest} requests.`,
    );
  });

  test('run again, it says that all was there', async () => {
    const before = (await local.counted()).writes + local.restCounted().writes;
    const lines = await said();
    expect(lines[1]).toBe('All was there: nothing was written.');
    expect(await said('--plan')).toEqual([lines[0], 'There is nothing to do.']);
    expect((await local.counted()).writes + local.restCounted().writes).toBe(before);
  });

  test('makes Personal objectives only when asked for', async () => {
    expect(await said('--plan', '--personal-objectives')).toContain(
      "  Make the list Personal objectives, closed to all but the app and the site's owners",
    );
  });
});

describe('what cannot be done is one plain sentence', () => {
  const why = async (settings: Record<string, string>, ...args: string[]) =>
    provision(args, settings, () => undefined).then(
      () => 'nothing',
      (error: unknown) => (error instanceof Unable ? error.message : error),
    );

  test('an argument it does not know', async () => {
    expect(await why(env, '--plann')).toBe(
      '--plann is not something provision knows; it knows --plan, --personal-objectives.',
    );
  });

  test('a site that is not there', async () => {
    expect(await why({ ...env, SITE: 'localhost:/sites/nowhere' })).toBe(
      'There is no site localhost:/sites/nowhere, or the app has not been granted it.',
    );
  });

  test('a site the app may not make lists in', async () => {
    await local.faults({ script: [{ on: 'graph', times: 20, status: 403 }] });
    expect(await why(env)).toContain(
      'it needs full control of this one site for the time it runs; take it away afterwards.',
    );
    await local.faults({});
  });

  test('local Microsoft 365 not running', async () => {
    const port = await freePort();
    expect(await why({ LOCAL_PORT: String(port) })).toBe(
      `Local Microsoft 365 does not answer at http://localhost:${port}: run npm start first, in another window.`,
    );
  });

  test('a certificate that is none', async () => {
    expect(await why({ ...env, APP_CERTIFICATE: import.meta.filename })).toBe(
      `APP_CERTIFICATE ${import.meta.filename} is not a PEM file that holds a certificate and its private key.`,
    );
  });

  test('a setting at fault', async () => {
    expect(await why({ TENANT_ID: 'a-tenant' })).toContain('SITE is not set.');
  });
});
