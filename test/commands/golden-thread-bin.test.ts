// The command as it is typed, on a machine with an older Node: it finds the Node 26 that came with it.
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const bin = path.join(root, 'bin/golden-thread.mjs');
/** The machine's own Node, where it has one older than ours. */
const older = ['/usr/bin/node', '/usr/local/bin/node'].find(
  (file) => existsSync(file) && !spawnSync(file, ['-v']).stdout.toString().startsWith('v26'),
);
const node = older ?? process.execPath;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-bin-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A clone whose command line is this script, with or without the packaged Node. */
const clone = (script: string, { packaged }: { packaged: boolean }): string => {
  for (const each of ['bin', 'src', 'node_modules']) mkdirSync(path.join(folder, each));
  copyFileSync(bin, path.join(folder, 'bin/golden-thread.mjs'));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(path.join(folder, 'src/cli.ts'), script);
  if (packaged)
    symlinkSync(path.join(root, 'node_modules/node'), path.join(folder, 'node_modules/node'));
  return path.join(folder, 'bin/golden-thread.mjs');
};

test('its words, its exit code and its output are those of the command', () => {
  const ours = clone(
    'console.log(JSON.stringify(process.argv.slice(2)), process.versions.node as string); process.exit(3);',
    { packaged: true },
  );
  const ran = spawnSync(node, [ours, 'export', 'a b', '--to=x'], { cwd: tmpdir() });
  expect(ran.stdout.toString()).toMatch(/^\["export","a b","--to=x"\] 26\./);
  expect(ran.status).toBe(3);
});

test('told to stop, it tells the command, and ends as the command does', async () => {
  const ours = clone(
    "process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log('up');",
    { packaged: true },
  );
  const child = spawn(node, [ours], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGTERM');
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
});

test.runIf(older)('where no Node 26 can be found it says what to do', () => {
  const ran = spawnSync(node, [clone('', { packaged: false }), 'export']);
  expect(ran.status).toBe(1);
  expect(ran.stderr.toString()).toMatch(/^Golden Thread needs Node 26, .* run npm ci in .*\n$/);
});

test('a Node that is new enough is used where none came with it', () => {
  const ours = clone('console.log(process.execPath)', { packaged: false });
  const ran = spawnSync(process.execPath, [ours]);
  expect(ran.stdout.toString().trim()).toBe(process.execPath);
});

test('as npx golden-thread from the clone, and by its path from another folder', () => {
  const env = { ...process.env, PATH: `${path.dirname(node)}:${process.env['PATH']}` };
  const npx = spawnSync('npx', ['--no', 'golden-thread', 'nothing'], { cwd: root, env });
  expect(npx.stderr.toString()).toContain('"nothing" is not a command');
  expect(npx.status).toBe(1);
  const byPath = spawnSync(node, [bin, 'nothing'], { cwd: folder });
  expect(byPath.stderr.toString()).toContain('"nothing" is not a command');
  expect(byPath.status).toBe(1);
}, 60_000);

test.each(['--help', '-h'])(
  'asked for help with %s after a command, it lists the commands',
  (asked) => {
    const ran = spawnSync(process.execPath, [bin, 'doctor', asked]);
    expect(ran.stderr.toString()).toBe('');
    expect(ran.stdout.toString()).toMatch(/^golden-thread <command>.* {2}doctor /s);
    expect(ran.status).toBe(0);
  },
);
