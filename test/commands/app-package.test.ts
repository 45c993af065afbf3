// The Teams app of a council as one zip: whole, drawn and checked by Microsoft's schemas; or nothing, with
// every fault named at once.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildPackage } from '../../src/commands/app-package/build-package.ts';
import {
  type PackageSettings,
  readPackageSettings,
} from '../../src/commands/app-package/package-settings.ts';
import { packageApp } from '../../src/commands/app-package.ts';
import { Unable } from '../../src/commands/unable.ts';

const id = '12345678-9abc-4ef0-8123-456789abcdef';
const council = {
  APP_ID: id,
  APP_ID_URI: `api://plan.council.gov.uk/${id}`,
  PUBLIC_URL: 'https://plan.council.gov.uk',
  DEVELOPER_NAME: 'Council',
  WEBSITE_URL: 'https://www.council.gov.uk/plan',
  PRIVACY_URL: 'https://www.council.gov.uk/privacy',
  TERMS_URL: 'https://www.council.gov.uk/terms',
};
const folder = path.join(import.meta.dirname, '..', '..', 'appPackage');

const emptyFolder = (): string => {
  const made = mkdtempSync(path.join(os.tmpdir(), 'app-package-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

/** The product's own parts, one of them changed. */
const changed = (name: string, change: (text: string) => string): string => {
  const copy = path.join(emptyFolder(), 'appPackage');
  cpSync(folder, copy, { recursive: true });
  const file = path.join(copy, name);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(file, change(text));
  return copy;
};

const settings = (given: Partial<typeof council> = {}): PackageSettings => {
  const read = readPackageSettings({ ...council, ...given });
  if ('faults' in read) throw new Error(read.faults.join(' '));
  return read;
};

const faultsOf = async (from: string): Promise<string> => {
  const built = await buildPackage(from, settings(), '1.2.3');
  return 'faults' in built ? built.faults.join('\n') : 'nothing';
};

const sizeOf = (png: Uint8Array): readonly number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('the Teams app of a council', () => {
  test('holds a manifest with the council’s own values, its words and its icons', async () => {
    const out = path.join(emptyFolder(), 'deep', 'app.zip');
    const said: string[] = [];
    await packageApp(['--out', out], council, (line) => said.push(line));
    expect(said.join('\n')).toContain('Upload it in the Teams admin centre');
    const files = unzipSync(readFileSync(out));
    expect(Object.keys(files).toSorted()).toEqual([
      'colour.png',
      'en-GB.json',
      'manifest.json',
      'outline.png',
    ]);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array));
    expect(manifest).toMatchObject({
      id,
      bots: [{ botId: id, scopes: ['personal'] }],
      staticTabs: [{ contentUrl: 'https://plan.council.gov.uk/tab/' }, { entityId: 'about' }],
      configurableTabs: [{ configurationUrl: 'https://plan.council.gov.uk/tab/configure.html' }],
      validDomains: ['plan.council.gov.uk'],
      webApplicationInfo: { id, resource: council.APP_ID_URI },
    });
    expect(sizeOf(files['colour.png'] as Uint8Array)).toEqual([192, 192]);
    expect(sizeOf(files['outline.png'] as Uint8Array)).toEqual([32, 32]);
  });

  test('is the same file each time, so that two can be compared', async () => {
    const build = async () => buildPackage(folder, settings(), '1.2.3');
    const [one, other] = [await build(), await build()];
    expect('zip' in one && 'zip' in other && one.zip).toEqual('zip' in other && other.zip);
  });

  test('takes a language in as soon as its file lies beside the manifest', async () => {
    const english = readFileSync(path.join(folder, 'en-GB.json'), 'utf8');
    const built = await buildPackage(
      changed('cy-GB.json', () => english.replace('What do I owe?', 'Beth sydd arnaf?')),
      settings(),
      '1.2.3',
    );
    const files = 'zip' in built ? unzipSync(built.zip) : {};
    expect(JSON.parse(strFromU8(files['manifest.json'] as Uint8Array))).toMatchObject({
      localizationInfo: {
        defaultLanguageTag: 'en-GB',
        additionalLanguages: [{ languageTag: 'cy-GB', file: 'cy-GB.json' }],
      },
    });
    expect(strFromU8(files['cy-GB.json'] as Uint8Array)).toContain('Beth sydd arnaf?');
  });

  test('a name with quotes and braces is a name, and no part of the manifest', async () => {
    const name = 'A "B" \\ {{C}}';
    const built = await buildPackage(folder, settings({ DEVELOPER_NAME: name }), '1.2.3');
    expect('faults' in built && built.faults.join()).toMatch(/\{\{C\}\}/);
    const plain = await buildPackage(folder, settings({ DEVELOPER_NAME: 'A "B" \\ C' }), '1.2.3');
    const files = 'zip' in plain ? unzipSync(plain.zip) : {};
    expect(JSON.parse(strFromU8(files['manifest.json'] as Uint8Array))).toMatchObject({
      developer: { name: 'A "B" \\ C' },
    });
  });
});

describe('what would be refused in the admin centre, or open nothing, is refused first', () => {
  const refusal = async (env: object): Promise<string> => {
    const out = path.join(emptyFolder(), 'app.zip');
    const tried = packageApp(['--out', out], env as Record<string, string>, () => undefined);
    const words = await tried.then(
      () => 'made',
      (error: unknown) => (error instanceof Unable ? error.message : String(error)),
    );
    expect(existsSync(out)).toBe(words === 'made');
    return words;
  };

  test('every setting that is missing is named at once', async () => {
    const words = await refusal({});
    for (const name of Object.keys(council)) expect(words).toContain(`${name} is not set.`);
  });

  test.each([
    ['http://plan.council.gov.uk', /PUBLIC_URL must be .*https/],
    ['https://localhost:3978', /PUBLIC_URL must be .*outside this machine/],
    ['https://127.0.0.1', /PUBLIC_URL/],
    ['https://[::1]:3978', /PUBLIC_URL/],
    ['https://intranet', /PUBLIC_URL/],
    ['https://plan.council.gov.uk/app', /PUBLIC_URL must be an address alone/],
    ['https://someone:word@plan.council.gov.uk', /PUBLIC_URL/],
    ['plan.council.gov.uk', /PUBLIC_URL/],
    ['javascript:alert(1)//plan.council.gov.uk', /PUBLIC_URL/],
  ])('%s is no address that Teams could open', async (PUBLIC_URL, why) => {
    expect(await refusal({ ...council, PUBLIC_URL })).toMatch(why);
  });

  test('sign-in for another address or another app is said with what it must be', async () => {
    for (const APP_ID_URI of [`api://${id}`, `api://elsewhere.gov.uk/${id}`])
      expect(await refusal({ ...council, APP_ID_URI })).toContain(
        `APP_ID_URI must be api://plan.council.gov.uk/${id}`,
      );
  });

  test('a place that nothing fills, and an address of this machine, are named', async () => {
    const words = await faultsOf(
      changed('manifest.json', (text) =>
        text
          .replace('{{WEBSITE_URL}}', '{{WEBSITE}}')
          .replace('{{TERMS_URL}}', 'http://localhost:3978/terms'),
      ),
    );
    expect(words).toContain('nothing says what {{WEBSITE}} is');
    expect(words).toContain('developer.termsOfUseUrl names this machine');
    expect(words).toContain('developer.termsOfUseUrl is without https');
  });

  test.each([
    [
      'a part the schema does not know',
      'manifest.json',
      '"accentColor"',
      '"accentcolour"',
      /accent/i,
    ],
    [
      'a page outside its domains',
      'manifest.json',
      '{{PUBLIC_URL}}/tab/configure.html',
      'https://elsewhere.gov.uk/tab',
      /elsewhere.gov.uk\/tab is in no domain/,
    ],
    [
      'another bot',
      'manifest.json',
      '"botId": "{{APP_ID}}"',
      '"botId": "00000000-0000-4000-8000-000000000000"',
      /they are one app/,
    ],
    [
      'words too long for their place',
      'en-GB.json',
      '"name.short": "Golden Thread"',
      `"name.short": "${'x'.repeat(31)}"`,
      /en-GB.json: .*30/,
    ],
    [
      'a colour in the outline',
      'icons/outline.svg',
      '#FFFFFF',
      '#FF0000',
      /outline.svg has a colour/,
    ],
    [
      'an icon that is not square',
      'icons/colour.svg',
      'height="192"',
      'height="100"',
      /colour.svg/,
    ],
  ])('%s', async (_what, file, from, to, why) => {
    expect(await faultsOf(changed(file, (text) => text.replaceAll(from, to)))).toMatch(why);
  });

  test('a language that lacks some of the words says which', async () => {
    const english = JSON.parse(readFileSync(path.join(folder, 'en-GB.json'), 'utf8')) as object;
    const { 'staticTabs[0].name': _, ...rest } = english as Record<string, string>;
    expect(await faultsOf(changed('cy-GB.json', () => JSON.stringify(rest)))).toContain(
      'cy-GB.json: has no words for staticTabs[0].name',
    );
  });
});
