// The settings of the app: every fault at once, and no setting that opens in production what is open
// only against local Microsoft 365.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../src/config.ts';
import { madeCertificate } from './local/certificate.ts';

const production = {
  SITE: 'council.sharepoint.com:/sites/plan',
  TENANT_ID: 'a-tenant',
  APP_ID: 'an-app',
  APP_SECRET: 'a-secret',
};
const local = {
  ...production,
  GRAPH_URL: 'http://localhost:3979',
  LOGIN_URL: 'http://127.0.0.1:3979',
  CHANNEL_KEYS_URL: 'http://localhost:3979/v1/.well-known/openidconfiguration',
  SERVICE_URLS: 'http://localhost:3979 http://localhost:3979/emea',
};
const faultsOf = (env: Readonly<Record<string, string>>): readonly string[] => {
  const config = readConfig(env);
  return 'faults' in config ? config.faults : [];
};

describe('the settings', () => {
  it("point at Microsoft's own unless said otherwise", () => {
    expect(readConfig(production)).toMatchObject({
      graphUrl: 'https://graph.microsoft.com',
      loginUrl: 'https://login.microsoftonline.com',
      local: null,
    });
  });

  it("take the app's id in the Teams catalogue, and nothing else for it", () => {
    const id = '12345678-9abc-4ef0-8123-456789abcdef';
    expect(readConfig(production)).toMatchObject({ teamsAppId: null });
    expect(readConfig({ ...production, TEAMS_APP_ID: '' })).toMatchObject({ teamsAppId: null });
    expect(readConfig({ ...production, TEAMS_APP_ID: id })).toMatchObject({ teamsAppId: id });
    expect(faultsOf({ ...production, TEAMS_APP_ID: 'golden-thread' })).toEqual([
      expect.stringMatching(/^TEAMS_APP_ID must be/),
    ]);
  });

  it('serve the council’s own tenant alone, and others only where they are listed by their ids', () => {
    const [one, other] = [1, 2].map((n) => `${n}2345678-9abc-4ef0-8123-456789abcdef`);
    expect(readConfig(production)).toMatchObject({ tenants: ['a-tenant'] });
    expect(readConfig({ ...production, TENANTS: `${one}, ${other}` })).toMatchObject({
      tenants: ['a-tenant', one, other],
    });
    for (const TENANTS of ['common', 'organizations', '*', `${one} council.onmicrosoft.com`])
      expect(faultsOf({ ...production, TENANTS })[0]).toMatch(
        /^TENANTS must be the ids of further/,
      );
  });

  it('write as the app, and as the person only where that is on', () => {
    expect(readConfig(production)).toMatchObject({ writeAsPerson: false });
    expect(readConfig({ ...production, WRITE_AS_PERSON: 'on' })).toMatchObject({
      writeAsPerson: true,
    });
    expect(faultsOf({ ...production, WRITE_AS_PERSON: 'yes' })).toEqual([
      'WRITE_AS_PERSON must be on or off.',
    ]);
  });

  it('take the groups that give roles, and none unless it is set', () => {
    const [one, other] = [1, 2].map((n) => `${n}2345678-9ABC-4ef0-8123-456789abcdef`);
    expect(readConfig(production)).toMatchObject({ roleGroups: [] });
    expect(readConfig({ ...production, ROLE_GROUPS: ' ' })).toMatchObject({ roleGroups: [] });
    const both = `performance team = ${one}; smt=${other};`;
    expect(readConfig({ ...production, ROLE_GROUPS: both })).toMatchObject({
      roleGroups: [
        { role: 'performance team', group: one?.toLowerCase() },
        { role: 'SMT', group: other?.toLowerCase() },
      ],
    });
  });

  it('say of each role what is wrong with its group', () => {
    const id = '12345678-9abc-4ef0-8123-456789abcdef';
    const faults = (ROLE_GROUPS: string) => faultsOf({ ...production, ROLE_GROUPS });
    expect(faults(`chief=${id}; SMT=the SMT`)).toEqual([
      expect.stringMatching(
        /^ROLE_GROUPS must be roles .+ and "chief" is no role: they are owner,/,
      ),
      expect.stringMatching(
        /^ROLE_GROUPS must give SMT the id of a group, .+ "the SMT" is none\.$/,
      ),
    ]);
    expect(faults(id)).toEqual([expect.stringContaining(`"${id}" is no role`)]);
    expect(faults(`SMT=${id}; smt=${id}`)).toEqual([
      'ROLE_GROUPS must give SMT one group: people may be in it by groups within it.',
    ]);
  });

  it('are local only when Graph, sign-in and the bot channel all are', () => {
    expect(readConfig(local)).toMatchObject({ local: { clockStartsAt: '2020-10-01T09:00' } });
    for (const name of ['GRAPH_URL', 'LOGIN_URL', 'CHANNEL_KEYS_URL', 'SERVICE_URLS'] as const) {
      const { [name]: _, ...mixed } = local;
      expect(faultsOf(mixed)).toEqual([
        'GRAPH_URL, LOGIN_URL, CHANNEL_KEYS_URL and SERVICE_URLS must all be on this machine or none of them.',
      ]);
    }
  });

  it('do not take a host that only looks like this machine', () => {
    for (const host of ['localhost.example.com', '127.0.0.1.example.com', '10.0.0.1'])
      expect(faultsOf({ ...local, GRAPH_URL: `http://${host}` })).not.toEqual([]);
  });

  it("cannot move the council's clock in production", () => {
    expect(faultsOf({ ...production, CLOCK_STARTS_AT: '2020-10-01T09:00' })).toEqual([
      "CLOCK_STARTS_AT must not be set: the council's clock is the machine's.",
    ]);
  });

  it('have Graph tell of changes where it can reach the app, and nowhere else', () => {
    const address = 'https://plans.example.gov.uk/api/notifications';
    expect(readConfig(production)).toMatchObject({ notificationUrl: null });
    expect(readConfig({ ...production, NOTIFICATION_URL: address })).toMatchObject({
      notificationUrl: address,
    });
    expect(readConfig({ ...local, PORT: '4001' })).toMatchObject({
      notificationUrl: 'http://localhost:4001/api/notifications',
    });
    expect(readConfig({ ...local, NOTIFICATION_URL: '' })).toMatchObject({ notificationUrl: null });
    for (const wrong of [
      address.replace('https', 'http'),
      address.replace('plans', 'name:password@plans'),
      `${address}?code=1`,
      `${address}#here`,
      'https://plans.example.gov.uk/?to=/api/notifications',
      'https://plans.example.gov.uk/',
      'here',
    ])
      expect(faultsOf({ ...production, NOTIFICATION_URL: wrong })).toEqual([
        'NOTIFICATION_URL must be the https address that ends in /api/notifications, where Graph reaches this app, with no name or password in it.',
      ]);
  });

  it('name the site as Graph does: its host, a colon and its path', () => {
    for (const site of ['council.sharepoint.com:/sites/plan', 'localhost:/teams/plan'])
      for (const asGiven of [site, ` ${site}/ `])
        expect(readConfig({ ...production, SITE: asGiven })).toMatchObject({ site });
    for (const wrong of [
      'https://council.sharepoint.com:/sites/plan',
      'https://council.sharepoint.com/sites/plan',
      'council.sharepoint.com/sites/plan',
      'council.sharepoint.com:/sites/',
      'council.sharepoint.com:/sites/plan?web=1',
      'plan',
    ])
      expect(faultsOf({ ...production, SITE: wrong })).toEqual([
        'SITE must look like council.sharepoint.com:/sites/plan, with the colon and without https://.',
      ]);
  });

  it('name a folder for what is kept, or none', () => {
    expect(readConfig(production)).toMatchObject({ dataFolder: path.resolve('data') });
    for (const DATA_DIR of ['', ' '])
      expect(faultsOf({ ...production, DATA_DIR })).toEqual([
        'DATA_DIR must name a folder, or not be set.',
      ]);
  });

  it("refuse the Teams SDK's switch that turns checking off", () => {
    const env = { ...production, DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: 'true' };
    expect(faultsOf(env)).toEqual([
      'DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS must not be set: every request to this app is checked.',
    ]);
  });

  it('refuse an address without encryption that is not on this machine', () => {
    expect(faultsOf({ ...production, GRAPH_URL: 'http://graph.microsoft.com' })[0]).toMatch(
      /must be https/,
    );
  });

  it('are all named at once', () => {
    expect(faultsOf({ PORT: 'x', GRAPH_URL: 'nonsense' })).toEqual(
      expect.arrayContaining([
        'PORT must be a port number from 1 to 65535.',
        'SITE is not set.',
        'TENANT_ID is not set.',
        'APP_ID is not set.',
        'One of APP_SECRET, APP_CERTIFICATE and MANAGED_IDENTITY must be set: none is.',
        'GRAPH_URL must be a web address such as https://graph.microsoft.com.',
      ]),
    );
  });

  describe('say how the app signs in, in exactly one way', () => {
    const { APP_SECRET: _, ...without } = production;
    const identity = '3f0e9c1a-8d27-4b6e-a5f4-90b1d2c3e404';
    const signedIn = (env: Readonly<Record<string, string>>) => {
      const config = readConfig({ ...without, ...env });
      return 'faults' in config ? config.faults : config.credentials;
    };

    it('by a secret, or by a managed identity', () => {
      expect(signedIn({ APP_SECRET: 'a-secret' })).toEqual({
        clientSecret: 'a-secret',
        loginUrl: 'https://login.microsoftonline.com',
        tenantId: 'a-tenant',
        clientId: 'an-app',
      });
      expect(signedIn({ MANAGED_IDENTITY: 'system' })).toMatchObject({ managedIdentity: 'system' });
      expect(signedIn({ MANAGED_IDENTITY: identity })).toMatchObject({ managedIdentity: identity });
      expect(signedIn({ MANAGED_IDENTITY: 'council' })).toEqual([
        'MANAGED_IDENTITY must be system, or the client id of the identity.',
      ]);
    });

    it('by a certificate, from a PEM file with its key', () => {
      const { pem, privateKey, sha256 } = madeCertificate();
      const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-config-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const file = path.join(folder, 'app.pem');
      writeFileSync(file, pem + privateKey);
      expect(signedIn({ APP_CERTIFICATE: file })).toMatchObject({
        certificate: { privateKey, thumbprint: sha256 },
      });
      for (const bad of [path.join(folder, 'none.pem'), import.meta.filename])
        expect(signedIn({ APP_CERTIFICATE: bad })).toEqual([
          `APP_CERTIFICATE ${bad} is not a PEM file that holds a certificate and its private key.`,
        ]);
    });

    it('a blank one counts as not set; two are a fault that names both', () => {
      expect(signedIn({ APP_SECRET: ' ', MANAGED_IDENTITY: 'system' })).toMatchObject({
        managedIdentity: 'system',
      });
      expect(signedIn({ APP_SECRET: 'a', MANAGED_IDENTITY: 'system' })).toEqual([
        'APP_SECRET and MANAGED_IDENTITY are both set: the app signs in with one of them.',
      ]);
      expect(signedIn({ APP_SECRET: 'a', APP_CERTIFICATE: 'b', MANAGED_IDENTITY: 'c' })).toEqual([
        'APP_SECRET, APP_CERTIFICATE and MANAGED_IDENTITY are all set: the app signs in with one of them.',
      ]);
    });
  });

  it('allow a day what Microsoft’s table gives with so many units a minute, unless said', () => {
    const ofDay = (env: Readonly<Record<string, string>>) => {
      const config = readConfig({ ...production, ...env });
      return 'faults' in config ? config.faults : config.unitsPerDay;
    };
    for (const [minute, day] of [
      ['1250', 1_200_000],
      ['2500', 2_400_000],
      ['6250', 6_000_000],
    ] as const)
      expect(ofDay({ UNITS_PER_MINUTE: minute })).toBe(day);
    expect(ofDay({ UNITS_PER_DAY: '50000' })).toBe(50_000);
    expect(ofDay({ UNITS_PER_DAY: 'many' })).toEqual([
      'UNITS_PER_DAY must be the resource units a day the tenant allows, such as 1200000.',
    ]);
    expect(ofDay({ UNITS_PER_DAY: '1000' })).toEqual([
      'UNITS_PER_DAY must not be less than UNITS_PER_MINUTE.',
    ]);
  });

  it('let one person send 300 requests a minute, unless said', () => {
    const perMinute = (env: object) => {
      const read = readConfig({ ...production, ...env });
      return 'faults' in read ? read.faults : read.requestsPerMinute;
    };
    expect(perMinute({})).toBe(300);
    expect(perMinute({ REQUESTS_PER_MINUTE: '1000' })).toBe(1_000);
    expect(perMinute({ REQUESTS_PER_MINUTE: '0' })).toEqual([
      'REQUESTS_PER_MINUTE must be the requests one person may send in a minute, 10 or more, such as 300.',
    ]);
  });
});
