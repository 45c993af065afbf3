// The secret by which Graph's notifications are known: who else on the machine may read it.
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { notificationSecret } from '../../../src/sharepoint/replica/notification-secret.ts';

test('the secret is for this account alone, also where its file was found open to others', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-secret-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'notification-secret.txt');
  const whoMay = () => (statSync(file).mode & 0o777).toString(8);
  const secret = notificationSecret(folder);
  expect(whoMay()).toBe('600');
  chmodSync(file, 0o644);
  expect(notificationSecret(folder)).toBe(secret);
  expect(whoMay()).toBe('600');
});
