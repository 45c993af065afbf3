// What an administrator is told when they ask what is wrong: a line for each thing, what to do about it,
// and an exit code. Each trouble is made at a real local Microsoft 365, and put right again.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { commandSettings } from '../../src/commands/command-settings.ts';
import { type Finding, isWell } from '../../src/commands/doctor/finding.ts';
import { lookAtClock } from '../../src/commands/doctor/look-at-clock.ts';
import { lookAtPermissions } from '../../src/commands/doctor/look-at-permissions.ts';
import { lookAtSignIn } from '../../src/commands/doctor/look-at-sign-in.ts';
import { lookAtSite } from '../../src/commands/doctor/look-at-site.ts';
import { type Patient, patientOf } from '../../src/commands/doctor/patient.ts';
import { doctor } from '../../src/commands/doctor.ts';
import { appEnvironment } from '../../src/commands/local-settings.ts';
import {
  administratorHere,
  anyoneHere,
  appId,
  catalogueAppId,
  tenantId,
} from '../../src/local/ids.ts';
import { graphScope, tokensFor } from '../../src/sharepoint/graph/tokens.ts';
import { freePort } from '../free-port.ts';
import { type House, openHouse } from '../given.ts';
import { ask } from '../journeys/seat.ts';
import { madeCertificate } from '../local/certificate.ts';

let house: House;
let env: Record<string, string>;
beforeAll(async () => {
  house = await openHouse();
  const [port, localPort] = [house.appUrl, house.localUrl].map((url) => Number(new URL(url).port));
  env = {
    ...appEnvironment({
      port: port ?? 0,
      localPort: localPort ?? 0,
      dataFolder: path.dirname(house.dataFolder),
      site: house.council.site,
    }),
    DATA_DIR: house.dataFolder,
  };
}, 60_000);
afterAll(() => house?.close());

const roles = ['Sites.Selected', 'User.ReadBasic.All', 'MailboxSettings.Read'];
const consent = (given: readonly string[]) =>
  ask('PUT', `${house.localUrl}/local/apps/${appId}`, { roles: given });
const grant = (...grants: readonly string[]) =>
  ask('PUT', `${house.localUrl}/local/sites/${house.council.site}`, {
    displayName: house.council.name,
    grants: grants.map((role) => ({ app: appId, role })),
  });
afterEach(async () => {
  await house.trouble();
  await grant('write');
  await consent(roles);
});

/** As an administrator of the site would. */
const graph = async <Body>(method: string, below: string): Promise<Body> => {
  const site = `${house.localUrl}/v1.0/sites/localhost:/sites/${house.council.site}:`;
  const by = { tenantId, clientId: administratorHere, clientSecret: anyoneHere };
  const token = await tokensFor({ loginUrl: house.localUrl, ...by })(graphScope)();
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await fetch(`${site}${below}`, { method, headers });
  expect(answer.ok).toBe(true);
  return (answer.status === 204 ? null : await answer.json()) as Body;
};

type Said = { readonly well: boolean; readonly findings: readonly Finding[] };

const look = async (settings: Record<string, string> = {}): Promise<Said> => {
  const lines: string[] = [];
  const all = { ...env, ...settings };
  const well = await doctor(['--json'], all, (line) => lines.push(line));
  const said = JSON.parse(lines.join('\n')) as Said;
  expect(said.well).toBe(well);
  return said;
};

/** One check alone, as doctor makes it. */
const lookAlone = async (
  check: (patient: Patient) => Promise<readonly Finding[]>,
  settings: Record<string, string> = {},
): Promise<Said> => {
  const all = { ...env, ...settings };
  const findings = await check(patientOf(commandSettings(all), all));
  return { well: isWell(findings), findings };
};
const atSite = async (patient: Patient) => (await lookAtSite(patient)).findings;
const atPermissions = async (patient: Patient) => {
  const { site } = await lookAtSite(patient);
  const { roles } = await lookAtSignIn(patient);
  return lookAtPermissions({ patient, site, roles: roles ?? [] });
};
const atClock = async (patient: Patient) => {
  await lookAtSite(patient);
  return [lookAtClock(patient)];
};

const of = ({ findings }: Said, standing: Finding['standing'], about: Finding['about']) =>
  findings.filter((each) => each.standing === standing && each.about === about);
const wordsOf = (some: readonly Finding[]): string =>
  some.map(({ words, toDo }) => `${words} ${toDo ?? ''}`).join('\n');

describe('where all is well', () => {
  test('each thing has a line, nothing fails, and nothing was written', async () => {
    const held = async () => ({
      lists: await graph('GET', '/lists?$select=id,displayName,lastModifiedDateTime'),
      journal: (await house.list('Journal')).length,
    });
    const before = await held();
    const lines: string[] = [];
    expect(await doctor([], env, (line) => lines.push(line))).toBe(true);
    const abouts = lines.filter((line) => /^\S/.test(line)).map((line) => line.slice(10));
    const here = ['bot endpoint', 'app', 'Teams app', 'Outbox', 'lease'];
    const there = ['configuration', 'sign-in', 'permissions', 'site', 'lists', 'clock'];
    for (const each of [...there, ...here])
      expect(abouts.some((about) => about.startsWith(`${each}: `))).toBe(true);
    expect(lines).toContain('ok        site: The app holds no more than write on the site.');
    expect(lines).toContain('ok        lease: It is held: an app is running and sends.');
    expect(lines.filter((line) => line.startsWith('fails'))).toEqual([]);
    expect(await held()).toEqual(before);
  });

  test('the command ends with 1 where something fails', () => {
    const cli = path.join(import.meta.dirname, '../../src/cli.ts');
    const settings = { ...env, SITE: 'not a site', PATH: process.env['PATH'] };
    const ran = spawnSync(process.execPath, [cli, 'doctor', '--json'], { env: settings });
    expect(ran.status).toBe(1);
    expect((JSON.parse(ran.stdout.toString()) as Said).well).toBe(false);
  });
});

describe('configuration and sign-in', () => {
  test('every setting at fault is named, and nothing else is tried', async () => {
    const said = await look({ SITE: 'council', PORT: 'high' });
    expect(said.findings.map(({ standing, about }) => `${standing} ${about}`)).toEqual([
      'fails configuration',
      'fails configuration',
    ]);
    expect(wordsOf(said.findings)).toMatch(/PORT must be .*\n?[^]*SITE must look like/);
  });

  test('a wrong secret is told with what to do in Entra', async () => {
    const said = await look({ APP_SECRET: 'wrong' });
    expect(wordsOf(of(said, 'fails', 'sign-in'))).toContain('AADSTS7000215');
    expect(wordsOf(of(said, 'fails', 'sign-in'))).toContain('set APP_SECRET to its value');
    expect(wordsOf(of(said, 'fails', 'sign-in'))).not.toContain('Trace ID');
    expect(of(said, 'not tried', 'site')).toHaveLength(1);
    expect(of(said, 'ok', 'Outbox')).toHaveLength(1);
  });

  test('an app or a tenant that is not there', async () => {
    const nobody = '00000000-0000-4000-8000-000000000001';
    expect(wordsOf(of(await look({ APP_ID: nobody }), 'fails', 'sign-in'))).toContain(
      'Check APP_ID and TENANT_ID',
    );
  });

  test('a certificate that Entra does not know, and one that ends soon', async () => {
    const { pem, privateKey } = madeCertificate(10);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'doctor-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = path.join(folder, 'app.pem');
    writeFileSync(file, `${pem}\n${privateKey}`);
    const { APP_SECRET: _left, ...others } = env;
    const byCertificate = { ...others, APP_CERTIFICATE: file };
    const lines: string[] = [];
    const say = (line: string) => lines.push(line);
    expect(await doctor([], byCertificate, say)).toBe(false);
    expect(lines.join('\n')).toContain('AADSTS700027');
    await ask('PUT', `${house.localUrl}/local/apps/${appId}`, { certificate: pem });
    lines.length = 0;
    expect(await doctor([], byCertificate, say)).toBe(true);
    expect(lines.join('\n')).toMatch(/warns {5}sign-in: The certificate ends in (9|10) days/);
  });

  test('Microsoft not to be reached is said as that, and what lies on this machine is looked at', async () => {
    const local = `http://localhost:${await freePort()}`;
    const said = await look({ LOGIN_URL: local });
    expect(wordsOf(of(said, 'fails', 'sign-in'))).toContain('Check LOGIN_URL');
    const deaf = await look({ GRAPH_URL: local });
    expect(wordsOf(of(deaf, 'fails', 'site'))).toContain('check GRAPH_URL');
    expect(of(deaf, 'ok', 'lease')).toHaveLength(1);
  }, 30_000);
});

describe('the site and what the app may do there', () => {
  test('full control left behind after provision is warned of', async () => {
    await grant('fullcontrol');
    const said = await lookAlone(atSite);
    expect(wordsOf(of(said, 'warns', 'site'))).toContain('The app has full control of the site');
    expect(said.well).toBe(true);
  });

  test('so is a right to make lists', async () => {
    await grant('owner');
    expect(wordsOf(of(await lookAlone(atSite), 'warns', 'site'))).toContain(
      'may make and change lists',
    );
  });

  test('read alone is too little', async () => {
    await grant('read');
    const said = await lookAlone(atSite);
    expect(wordsOf(of(said, 'fails', 'site'))).toContain('may read the lists and not write them');
  });

  test('no grant at all, and a site that is not there', async () => {
    await grant();
    const none = await lookAlone(atSite);
    expect(wordsOf(of(none, 'fails', 'site'))).toContain('grant the app write on');
    const nowhere = await lookAlone(atSite, { SITE: 'localhost:/sites/nowhere' });
    expect(wordsOf(of(nowhere, 'fails', 'site'))).toContain(
      'There is no site localhost:/sites/nowhere',
    );
  });
});

describe('permissions', () => {
  test('what is optional and not granted is off, with what is so instead', async () => {
    await consent(['Sites.Selected']);
    const said = await lookAlone(atPermissions);
    const offs = wordsOf(of(said, 'off', 'permissions'));
    expect(offs).toContain('out of office (MailboxSettings.Read, application): not granted.');
    expect(offs).toContain('who has left (User.ReadBasic.All, application): not granted.');
    expect(offs).toContain('To switch it on: in Entra');
    expect(said.well).toBe(true);
  });

  test('installing the app is tried where TEAMS_APP_ID is set, and installs nobody', async () => {
    const asked = { TEAMS_APP_ID: catalogueAppId };
    const name = 'TeamsAppInstallation.ReadWriteSelfForUser.All';
    expect(wordsOf(of(await lookAlone(atPermissions, asked), 'off', 'permissions'))).toContain(
      `${name}, application): not granted`,
    );
    await consent([...roles, name]);
    expect(wordsOf(of(await lookAlone(atPermissions, asked), 'ok', 'permissions'))).toContain(
      `${name}, application): granted`,
    );
    expect(wordsOf(of(await lookAlone(atPermissions), 'off', 'permissions'))).toContain(
      'TEAMS_APP_ID is not set',
    );
  });

  test('what was consented to and is refused all the same is warned of', async () => {
    const path = 'automaticRepliesSetting';
    await house.trouble({ script: [{ on: 'graph', path, times: 20, status: 403 }] });
    expect(wordsOf(of(await lookAlone(atPermissions), 'warns', 'permissions'))).toMatch(
      /MailboxSettings.Read, application\): consented to, and refused.+application access policy/,
    );
  });

  test('a permission the app does not need is warned of, by name, and a narrower one asked for first', async () => {
    await consent(['Sites.Selected', 'User.Read.All', 'Sites.ReadWrite.All', 'Mail.Send']);
    const warned = wordsOf(of(await lookAlone(atPermissions), 'warns', 'permissions'));
    expect(warned).toContain('The app holds Sites.ReadWrite.All of Microsoft Graph');
    expect(warned).toContain('The app holds Mail.Send of Microsoft Graph');
    expect(warned).toMatch(/by a wider .+ add User\.ReadBasic\.All [^]+holds User\.Read\.All/);
    expect(warned).toContain('take it away');
  });
});

describe('the lists', () => {
  test('a column that is gone and a list that is gone are named, each on its line', async () => {
    const named = async (name: string): Promise<string> => {
      const asked = `/lists?$filter=displayName eq '${name}'`;
      return (await graph<{ value: { id: string }[] }>('GET', asked)).value[0]?.id ?? '';
    };
    await graph('DELETE', `/lists/${await named('Values')}`);
    const questions = await named('Questions');
    const below = `/lists/${questions}/columns`;
    const columns = (await graph<{ value: { id: string; name: string }[] }>('GET', below)).value;
    const column = columns.find(({ name }) => name === 'AskedOn') ?? columns.at(-1);
    await graph('DELETE', `${below}/${column?.id}`);
    const said = await look();
    expect(said.well).toBe(false);
    const failed = wordsOf(of(said, 'fails', 'lists'));
    expect(failed).toContain('Make the list Values');
    expect(failed).toMatch(/Add .+ to Questions/);
    expect(failed).toContain('run golden-thread provision');
  });
});

describe('the clock', () => {
  test('half a minute out is warned of, and past five minutes nothing can be signed in', async () => {
    await house.trouble({ serverClockSkewMs: 30_000 });
    expect(wordsOf(of(await lookAlone(atClock), 'warns', 'clock'))).toMatch(
      /(29|30|31) seconds behind/,
    );
    await house.trouble({ serverClockSkewMs: -400_000 });
    const far = await lookAlone(atClock);
    expect(wordsOf(of(far, 'fails', 'clock'))).toContain('ahead of');
    expect(far.well).toBe(false);
  });
});
