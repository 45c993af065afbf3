// The commands of the first day where something is at fault: one plain sentence, and nothing begun.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readExportArguments } from '../../src/commands/export-arguments.ts';
import { run } from '../../src/commands/run.ts';
import { withSettingsFile } from '../../src/commands/settings-file.ts';
import { tenant } from '../../src/commands/tenant.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-first-'));
const taken = createServer().listen(0);
const takenPort = (): string => String((taken.address() as AddressInfo).port);
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = path.join(folder, 'council.env');
writeFileSync(file, '# ours\nSITE=council.sharepoint.com:/sites/plan\nPORT=4000\n');

describe('settings from a file', () => {
  it.each([
    [['--plan', '--settings', file]],
    [['--settings', file, '--plan']],
    [['--plan', `--settings=${file}`]],
  ])('are those of any command, wherever they are named: %j', (args) => {
    const read = withSettingsFile(args, { TENANT_ID: 'ours' });
    expect(read.args).toEqual(['--plan']);
    expect(read.env).toEqual({
      TENANT_ID: 'ours',
      SITE: 'council.sharepoint.com:/sites/plan',
      PORT: '4000',
    });
  });

  it('give way to what the environment says', () => {
    expect(withSettingsFile(['--settings', file], { PORT: '5000' }).env['PORT']).toBe('5000');
  });

  it('that cannot be read, or are not named, are told of', () => {
    const nowhere = path.join(folder, 'nowhere.env');
    expect(() => withSettingsFile(['--settings', nowhere], {})).toThrow(
      `The settings file ${nowhere} cannot be read: check its name and who may read it.`,
    );
    expect(() => withSettingsFile(['--settings'], {})).toThrow('--settings needs the name');
  });
});

describe('an empty tenant', () => {
  it('is not begun on a port that is taken, nor with words it does not know', async () => {
    await expect(tenant([], { LOCAL_PORT: takenPort(), DATA_DIR: folder })).rejects.toThrow(
      `LOCAL_PORT ${takenPort()} is in use by another program: stop it, or set LOCAL_PORT.`,
    );
    await expect(tenant(['--frsh'], {})).rejects.toThrow('it knows --fresh.');
    await expect(tenant(['--fresh'], { DATA_DIR: ' ' })).rejects.toThrow('DATA_DIR must name');
  });
});

describe('the app, run by itself', () => {
  const settings = {
    SITE: 'localhost:/sites/plan',
    TENANT_ID: 'ours',
    APP_ID: 'app',
    APP_SECRET: 'secret',
    DATA_DIR: folder,
  };

  it('names every setting at fault, and never falls back on a sample council', async () => {
    await expect(run([], {})).rejects.toThrow(/SITE is not set\.\nTENANT_ID is not set\./);
  });

  it('is not begun on a port that is taken', async () => {
    await expect(run([], { ...settings, PORT: takenPort() })).rejects.toThrow(
      `PORT ${takenPort()} is in use by another program: stop it, or set PORT.`,
    );
    await expect(run(['--fresh'], settings)).rejects.toThrow('it knows --settings FILE.');
  });
});

describe('an export of several registers', () => {
  it('is one sheet each, named with commas between, in any case', () => {
    const asked = readExportArguments(['people, Closed days,MEASURES', '--to', 'some.xlsx']);
    expect(asked.names).toEqual(['people', 'closedDays', 'measures']);
    expect(() => readExportArguments(['People,Nobody', '--to', 'some.xlsx'])).toThrow(
      'There is no register called "Nobody"',
    );
    expect(() => readExportArguments(['People,Teams', '--to', 'some.csv'])).toThrow(
      'A .csv file holds one register',
    );
  });
});
