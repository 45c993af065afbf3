// What a security reviewer reads is what the product asks for, and what it asks for is all that it uses.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { docsFile } from '../../src/commands/docs-page.ts';
import { permissionsPage } from '../../src/commands/permissions-page.ts';
import { type Permission, permissions } from '../../src/permissions.ts';

const all: readonly Permission[] = permissions;

test('the page of permissions in docs says what is asked for', () => {
  // Stale: run npx golden-thread permissions.
  expect(readFileSync(docsFile('permissions.md'), 'utf8')).toBe(permissionsPage());
});

test('nothing is asked for that opens every site, mail, files, chats or people’s whole profiles, or that changes the directory', () => {
  const names = all.map(({ name }) => name);
  expect(
    names.filter((name) =>
      /^(Sites\.(?!Selected)|Files|Mail\.|Chat|Directory|Group(?!Member\.Read\.All)|User\.(?!ReadBasic\.All))/.test(
        name,
      ),
    ),
  ).toEqual([]);
  expect(names.filter((name) => /ReadWrite/.test(name))).toEqual([
    'TeamsAppInstallation.ReadWriteSelfForUser.All',
  ]);
});

test('one alone is needed; every other switches a feature off cleanly, and says what is so instead', () => {
  expect(all.filter(({ optional }) => !optional).map(({ name, of }) => `${name} of ${of}`)).toEqual(
    ['Sites.Selected of Microsoft Graph'],
  );
  for (const { without } of all) expect(without).toMatch(/^[A-Z].+\.$/);
});

test('what is given in Teams is what the Teams app declares, and nothing besides', () => {
  const file = path.join(import.meta.dirname, '../../appPackage/manifest.json');
  const { authorization } = JSON.parse(readFileSync(file, 'utf8')) as {
    authorization: { permissions: { resourceSpecific: { name: string; type: string }[] } };
  };
  const declared = authorization.permissions.resourceSpecific;
  const asked = all.filter(({ kind }) => kind === 'resource-specific');
  expect(declared).toEqual(asked.map(({ name }) => ({ name, type: 'Application' })));
});
