// The settings of the app: every fault at once, and no setting that opens in production what is open
// only against local Microsoft 365.
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

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
        'APP_SECRET is not set.',
        'GRAPH_URL must be a web address such as https://graph.microsoft.com.',
      ]),
    );
  });
});
