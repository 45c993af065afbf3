// What infra/ would make, read as a security reviewer and an operator read it: who may open what, what the app
// is told, what is watched, and that each alert and each of a council's values leads somewhere.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { workedOut } from './worked-out.ts';

const infra = path.join(import.meta.dirname, '..', '..', 'infra');
const all = globSync('**/*.{bicep,bicepparam}', { cwd: infra }).toSorted();
const textOf = (name: string): string => readFileSync(path.join(infra, name), 'utf8');

describe('what is made', () => {
  it('opens storage to no key and to nobody unnamed, over TLS 1.2 and more', () => {
    const storage = textOf('modules/storage.bicep');
    for (const line of [
      'allowSharedKeyAccess: false',
      'allowBlobPublicAccess: false',
      "minimumTlsVersion: 'TLS1_2'",
      'supportsHttpsTrafficOnly: true',
    ])
      expect(storage).toContain(line);
  });

  it('gives out five roles, each on one resource, and none that may change anything else', () => {
    const roles = all.flatMap((name) => [
      ...textOf(name).matchAll(/^var (\w+) = '([\da-f-]{36})'$/gm),
    ]);
    expect(Object.fromEntries(roles.map(([, name, id]) => [name, id]))).toEqual({
      secretsUser: '4633458b-17de-408a-b874-0445c86b69e6',
      certificatesOfficer: 'a4417e6f-fecd-4de8-b567-7b0420556985',
      tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
      blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
      pull: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
    });
    for (const name of all) {
      const grants = textOf(name).split('roleAssignments@').slice(1);
      for (const grant of grants) expect(grant).toMatch(/scope: (vault|account|registry)\n/);
    }
  });

  it('tells the app settings that the app knows, and all that it needs', () => {
    const app = textOf('modules/app.bicep').split('image: collectorImage')[0] ?? '';
    const named = [...app.matchAll(/^\s+name: '([A-Z_]+)'$/gm)].map(([, name]) => name ?? '');
    const known = new Set(
      [
        ...readSources([
          'src/config.ts',
          'src/settings/sign-in-settings.ts',
          'src/settings/storage-settings.ts',
        ]),
      ].concat('PUBLIC_URL'),
    );
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    const lacking = readConfig(Object.fromEntries(named.map((name) => [name, sampleOf(name)])));
    expect('faults' in lacking ? lacking.faults : []).toEqual([
      expect.stringContaining('APP_CERTIFICATE and MANAGED_IDENTITY are both set'),
    ]);
  });

  it('keeps at least one instance, asks each whether it is ready, and waits for one that stops', () => {
    const app = textOf('modules/app.bicep');
    expect(textOf('main.bicep')).toMatch(
      /@minValue\(1\)[^@]*@maxValue\(5\)\nparam fewestInstances int = 1/,
    );
    expect(app).toContain("activeRevisionsMode: 'Single'");
    for (const health of ['/health/live', '/health/ready'])
      expect(app).toContain(`path: '${health}'`);
    expect(Number(/terminationGracePeriodSeconds: (\d+)/.exec(app)?.[1])).toBeGreaterThanOrEqual(
      30,
    );
  });

  it('says plainly that it has not been compiled', () => {
    expect(textOf('main.bicep')).toContain('it has not been compiled or deployed yet');
  });
});

const readSources = (files: readonly string[]): readonly string[] =>
  files.flatMap((file) => {
    const text = readFileSync(path.join(infra, '..', file), 'utf8');
    return [...text.matchAll(/\b[A-Z][A-Z\d_]{2,}\b/g)].map(([name]) => name);
  });

const sampleOf = (name: string): string =>
  ({
    PORT: '3978',
    SITE: 'council.sharepoint.com:/sites/plan',
    NOTIFICATION_URL: 'https://plan.example/api/notifications',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318',
    STORAGE_TABLES: 'https://a.table.core.windows.net/',
    STORAGE_BLOBS: 'https://a.blob.core.windows.net/',
  })[name] ?? '12345678-9abc-4ef0-8123-456789abcdef';

describe('the alerts', () => {
  it('ask the address that says no in any trouble, not the one that is for the host', () => {
    expect(textOf('main.bicep')).toMatch(/healthUrl: 'https:\/\/\$\{host\}\/health'\n/);
  });

  const alerts = textOf('modules/alerts.bicep');

  it('ask for figures and lines of the log that the app has', () => {
    const sources = globSync(['src/**/*.ts', 'bot/**/*.ts'], { cwd: path.join(infra, '..') })
      .filter((file) => !file.includes('local/page'))
      .map((file) => readFileSync(path.join(infra, '..', file), 'utf8'))
      .join('\n');
    const figures = [...alerts.matchAll(/golden_thread\.([a-z.]+)/g)].map(([, name]) => name);
    expect(figures.length).toBeGreaterThan(3);
    for (const name of figures)
      expect(sources).toMatch(new RegExp(`gauge\\('${name}'|'golden_thread\\.${name}'`));
    const lines = ['the Outbox takes nothing', 'the lease cannot be asked for', 'a call to Graph'];
    for (const line of lines) {
      expect(alerts).toContain(`"${line}"`);
      expect(sources).toContain(`'${line}`);
    }
  });

  it.each([
    {},
    { UNITS_PER_MINUTE: '875' },
    { UNITS_PER_MINUTE: '6250' },
    { UNITS_PER_MINUTE: '875', UNITS_PER_DAY: '500000' },
  ])('tell of the day’s units at a tenth of what the app counts with, given %j', (settings) => {
    const secret = { TENANT_ID: 'a-tenant', APP_ID: 'an-app', APP_SECRET: 'a-secret' };
    const config = readConfig({ SITE: sampleOf('SITE'), ...secret, ...settings });
    if ('faults' in config) throw new Error(config.faults.join(' '));
    expect(textOf('main.bicep')).toContain('    unitsADay: unitsADay\n');
    const unitsADay = workedOut(textOf('main.bicep'), 'unitsADay', { settings });
    expect(unitsADay).toBe(config.unitsPerDay);
    expect(alerts).toMatch(/units\.left"[^']+"day" \| where Min < \$\{fewUnits\}'/);
    expect(workedOut(alerts, 'fewUnits', { unitsADay })).toBe(config.unitsPerDay / 10);
  });

  it('each name a part of the runbook that is there', () => {
    const runbook = readFileSync(path.join(infra, '..', 'docs', 'operate.md'), 'utf8');
    const parts = [...alerts.matchAll(/docs\/operate\.md: ([^.']+)\./g)].map(([, part]) => part);
    expect(parts.length).toBeGreaterThan(7);
    for (const part of parts) expect(runbook).toContain(`\n## ${part}\n`);
  });
});

describe('a council’s own values', () => {
  it('are each in the sample of the environment, and none of them is a secret', () => {
    const sample = [...textOf('environment.sample').matchAll(/^([A-Z_]+)=/gm)].map(
      ([, name]) => name,
    );
    const asked = all
      .filter((name) => name.endsWith('.bicepparam'))
      .flatMap((name) => [...textOf(name).matchAll(/readEnvironmentVariable\('([A-Z_]+)'/g)])
      .map(([, name]) => name);
    expect(new Set(asked)).toEqual(new Set(sample));
    for (const name of sample) expect(name).not.toMatch(/SECRET|PASSWORD|KEY/);
  });

  it('reach the Azure Developer CLI, and the collector listens where the app tells', () => {
    const module = /module: (\w+)/.exec(textOf('azure.yaml'))?.[1];
    expect(all).toContain(`${module}.bicepparam`);
    expect(textOf('collector.yaml')).toContain('endpoint: localhost:4318');
    expect(textOf('modules/app.bicep')).toContain("value: 'http://localhost:4318'");
  });
});
