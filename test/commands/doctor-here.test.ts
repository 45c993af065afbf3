// What doctor says of what lies on this machine and of where Teams reaches it: the bot's address, the Teams
// app that was made, the Outbox and the lease. Microsoft is not asked.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { commandSettings } from '../../src/commands/command-settings.ts';
import { type Finding, findingLines } from '../../src/commands/doctor/finding.ts';
import { lookAtAddress } from '../../src/commands/doctor/look-at-address.ts';
import { lookAtStores } from '../../src/commands/doctor/look-at-stores.ts';
import { lookAtTeamsApp } from '../../src/commands/doctor/look-at-teams-app.ts';
import { type Patient, patientOf } from '../../src/commands/doctor/patient.ts';
import { doctor } from '../../src/commands/doctor.ts';
import { appEnvironment } from '../../src/commands/local-settings.ts';
import { Unable } from '../../src/commands/unable.ts';
import { appId, appIdUri } from '../../src/local/ids.ts';
import { openLease } from '../../src/outbox/sqlite-lease.ts';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import { freePort } from '../free-port.ts';

const patient = (settings: Record<string, string> = {}): Patient => {
  const local = { port: 1, localPort: 1, dataFolder: '/nowhere', site: 'plan' };
  const env = { ...appEnvironment(local), NOTIFICATION_URL: '', ...settings };
  return patientOf(commandSettings(env), env);
};

const of = (findings: readonly Finding[], standing: Finding['standing'], about: Finding['about']) =>
  findings.filter((each) => each.standing === standing && each.about === about);
const wordsOf = (some: readonly Finding[]): string =>
  some.map(({ words, toDo }) => `${words} ${toDo ?? ''}`).join('\n');

const folder = (): string => {
  const made = mkdtempSync(path.join(os.tmpdir(), 'doctor-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

const serving = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
};

test('an argument doctor does not know is refused', async () => {
  await expect(doctor(['--jsn'], {}, () => undefined)).rejects.toThrow(Unable);
});

describe('where Teams reaches the app', () => {
  /** Something that is not this app, on a port of its own. */
  const another = (status: number) =>
    serving((_, response) => void response.writeHead(status).end('hello'));
  /** As this app answers, with what it has to complain of. */
  const theApp = (health: { ready: boolean; reasons: readonly string[] }) =>
    serving((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
      if (pathname === '/health') response.end(JSON.stringify(health));
      else if (pathname === '/api/notifications') response.end(searchParams.get('validationToken'));
      else response.writeHead(401).end();
    });
  const well = { ready: true, reasons: [] };
  const at = async (address: string) =>
    wordsOf(of(await lookAtAddress(patient({ PUBLIC_URL: address })), 'fails', 'bot endpoint'));

  test('the app turns away who has no token, and has nothing to complain of', async () => {
    const findings = await lookAtAddress(patient({ PUBLIC_URL: await theApp(well) }));
    expect(findings.map(({ standing, about }) => `${standing} ${about}`)).toEqual([
      'ok bot endpoint',
      'ok app',
    ]);
  });

  test('nothing there', async () => {
    expect(await at(`http://localhost:${await freePort()}`)).toContain('nothing listens there');
  });

  test('something that answers anybody, sends them elsewhere, or does not know the address', async () => {
    expect(await at(await another(200))).toContain('answers 200 to nobody in particular');
    expect(await at(await another(302))).toContain('may redirect or ask to sign in');
    expect(await at(await another(404))).toContain('Check that PUBLIC_URL leads to the app');
  });

  test('an address for change notifications answers as Graph asks, or it is said that it does not', async () => {
    const app = await theApp(well);
    const told = (there: string) =>
      lookAtAddress(patient({ PUBLIC_URL: app, NOTIFICATION_URL: `${there}/api/notifications` }));
    expect(of(await told(app), 'ok', 'notifications')).toHaveLength(1);
    expect(wordsOf(of(await told(await another(404)), 'fails', 'notifications'))).toContain(
      'it answers 404',
    );
  });

  test('what the running app complains of at /health is said here too', async () => {
    const reasons = ['The list Values is not in the site.'];
    const warned = await lookAtAddress(
      patient({ PUBLIC_URL: await theApp({ ready: true, reasons }) }),
    );
    expect(wordsOf(of(warned, 'warns', 'app'))).toContain('The list Values is not in the site');
    const unready = await theApp({ ready: false, reasons });
    expect(of(await lookAtAddress(patient({ PUBLIC_URL: unready })), 'fails', 'app')).toHaveLength(
      1,
    );
  });

  test('what was left out on purpose is off and no warning, unless a setting asks for it', async () => {
    const reasons = [
      'Leavers are not looked for in the directory: the app has not been granted User.ReadBasic.All. Left on says who has left.',
      'Who is out of office is not looked for in Teams: the app has not been granted MailboxSettings.Read. Away until says who is away.',
    ];
    const asked =
      'Nobody is told in the activity feed: the app has not been granted TeamsActivity.Send.User.';
    const said = await lookAtAddress(
      patient({ PUBLIC_URL: await theApp({ ready: true, reasons: [...reasons, asked] }) }),
    );
    expect(of(said, 'off', 'app')).toHaveLength(2);
    // A setting asked for this one.
    expect(wordsOf(of(said, 'warns', 'app'))).toContain(asked);
  });
});

describe('the Teams app that was made', () => {
  const manifest = {
    version: '0.7.0',
    id: appId,
    bots: [{ botId: appId }],
    validDomains: ['plan.council.gov.uk'],
    webApplicationInfo: { id: appId, resource: appIdUri },
  };
  const zipped = (of: object): string => {
    const file = path.join(folder(), 'app.zip');
    writeFileSync(file, zipSync({ 'manifest.json': strToU8(JSON.stringify(of)) }));
    return file;
  };
  const domain = (): string => 'localhost:1';

  test('of this app and address it is well', async () => {
    const file = zipped({ ...manifest, validDomains: [domain()] });
    expect(of(lookAtTeamsApp(patient(), file), 'ok', 'Teams app')).toHaveLength(1);
  });

  test('of another app, another address or another sign-in it is not, each said', async () => {
    const other = '12345678-9abc-4ef0-8123-456789abcdef';
    const file = zipped({
      ...manifest,
      bots: [{ botId: other }],
      webApplicationInfo: { id: appId, resource: `api://elsewhere/${appId}` },
    });
    const found = lookAtTeamsApp(patient(), file);
    const lines = findingLines(found);
    expect(lines.filter((line) => line.includes('Run npm run package'))).toHaveLength(1);
    expect(lines).toHaveLength(found.length + 1);
    const words = wordsOf(of(found, 'fails', 'Teams app'));
    expect(words).toContain(`Its bot is ${other}, and APP_ID is ${appId}.`);
    expect(words).toContain('What its pages sign in for is api://elsewhere/');
    expect(words).toContain(
      `Its pages are at plan.council.gov.uk, and PUBLIC_URL is at ${domain()}.`,
    );
  });

  test('without the permission for the activity feed it is not, where that is on', async () => {
    const file = zipped({ ...manifest, validDomains: [domain()] });
    const feed = { ACTIVITY_FEED: 'on' };
    expect(wordsOf(of(lookAtTeamsApp(patient(feed), file), 'fails', 'Teams app'))).toContain(
      'does not declare TeamsActivity.Send.User',
    );
    const resourceSpecific = [{ name: 'TeamsActivity.Send.User', type: 'Application' }];
    const asks = { authorization: { permissions: { resourceSpecific } } };
    const whole = zipped({ ...manifest, ...asks, validDomains: [domain()] });
    expect(of(lookAtTeamsApp(patient(feed), whole), 'ok', 'Teams app')).toHaveLength(1);
  });

  test('a file that is no zip is said to be none', async () => {
    const file = zipped(manifest);
    writeFileSync(file, 'not a zip');
    expect(wordsOf(of(lookAtTeamsApp(patient(), file), 'fails', 'Teams app'))).toContain(
      'holds no manifest',
    );
  });
});

describe('the Outbox and the lease', () => {
  const at = (made: string) => lookAtStores(patient({ DATA_DIR: made }));

  test('before the first start there are none, and none are made', async () => {
    const made = folder();
    expect((await at(made)).map(({ standing }) => standing)).toEqual(['ok', 'ok']);
    expect(readdirSync(made)).toEqual([]);
  });

  test('an Outbox in use is read, with what waits in it', async () => {
    const made = folder();
    const outbox = openOutbox(path.join(made, 'outbox.sqlite'));
    onTestFinished(() => outbox.close());
    const accepted = Temporal.Instant.from('2020-10-05T09:00:00Z');
    const changes = [{ register: 'people' as const, key: 'ann', set: { title: 'Ann' } }];
    await outbox.accept([{ key: 'one', by: null, at: accepted, changes, message: null }]);
    expect(wordsOf(of(await at(made), 'ok', 'Outbox'))).toContain(
      'waiting: 1 change and 0 messages.',
    );
  });

  test('a damaged Outbox is named by its file', async () => {
    const made = folder();
    const file = path.join(made, 'outbox.sqlite');
    writeFileSync(file, 'this is no database, and never was one'.repeat(50));
    expect(wordsOf(of(await at(made), 'fails', 'Outbox'))).toContain(file);
  });

  test('a DATA_DIR that is a file cannot be written', async () => {
    const file = path.join(folder(), 'data');
    writeFileSync(file, '');
    expect(wordsOf(of(await at(file), 'fails', 'Outbox'))).toContain('cannot be written');
  });

  test('a lease that is held says that an app runs; a free one that none does, and stays free', async () => {
    const made = folder();
    const lease = openLease(path.join(made, 'lease.sqlite'));
    expect(lease.hold()).toBe(true);
    expect(of(await at(made), 'ok', 'lease')).toHaveLength(1);
    expect(lease.hold()).toBe(true);
    lease.release();
    expect(wordsOf(of(await at(made), 'warns', 'lease'))).toContain('no app is running');
    expect(lease.hold()).toBe(true);
    lease.release();
  });
});
