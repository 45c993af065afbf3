// The image the app runs from. No Docker runs here: the Dockerfile is read, and, under npm run soak, what its
// stages do is done by hand and the app started from it, as nobody in particular, on files it may not change.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, test } from 'vitest';
import { soaking } from '../counts.ts';
import { freePort } from '../free-port.ts';
import { type Stage, stagesOf } from './dockerfile.ts';

const project = path.join(import.meta.dirname, '..', '..');
const textOf = (file: string): string => readFileSync(path.join(project, file), 'utf8');
const stages = stagesOf(textOf('infra/Dockerfile'));
const last = stages.at(-1) as Stage;
const listIn = (said: string | undefined): readonly string[] =>
  JSON.parse((said ?? '[]').replace(/^.*? CMD /, '')) as string[];

it('begins from the very Node that the app is tried on', () => {
  const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: { node: string } };
  for (const { base } of stages) expect(base).toBe(`node:${dependencies.node}-bookworm-slim`);
});

it('copies only what is there and what is let into the folder it is built in', () => {
  const let_in = new Set(
    textOf('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1)),
  );
  expect(textOf('.dockerignore')).toMatch(/^\*$/m);
  const here = stages.flatMap(({ copies }) =>
    copies.filter(({ from }) => from === null).flatMap(({ what }) => what),
  );
  for (const each of here) {
    expect(existsSync(path.join(project, each))).toBe(true);
    expect(let_in).toContain(each);
  }
  expect(let_in).toEqual(new Set(here));
  for (const { from } of stages.flatMap(({ copies }) => copies))
    if (from !== null) expect(stages.map(({ name }) => name)).toContain(from);
});

it('runs the scripts of no package, and takes none that only building and testing need', () => {
  const installs = stages.flatMap(({ runs }) => runs).filter((run) => run.includes('npm'));
  for (const run of installs) expect(run).toContain('--ignore-scripts');
  const packages = stages.find(({ name }) => name === 'packages');
  expect(packages?.runs).toEqual(['npm ci --omit=dev --ignore-scripts']);
  expect(last.copies.map(({ from }) => from)).toEqual(expect.arrayContaining(['packages', 'tab']));
  expect(last.runs.join()).not.toMatch(/npm|apt|curl/);
});

it('is nobody in particular, owns nothing of the app and writes to its data and to /tmp alone', () => {
  expect(last.says.get('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(last.runs).toEqual([`mkdir /data && chown ${last.says.get('USER')} /data`]);
  expect(listIn(last.says.get('VOLUME'))).toEqual(['/data', '/tmp']);
  expect(last.says.get('ENV')).toContain('DATA_DIR=/data');
});

it('begins the app itself, so that it hears when it is to stop', () => {
  const [program, ...args] = listIn(last.says.get('CMD'));
  expect(program).toBe('node');
  expect(existsSync(path.join(project, args.at(-1) ?? ''))).toBe(true);
  expect(last.says.get('STOPSIGNAL')).toBe('SIGTERM');
});

const healthOf = (port: number): Promise<number | null> => {
  const [program = '', ...args] = listIn(last.says.get('HEALTHCHECK'));
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    env: { ...process.env, PORT: String(port) },
  });
  return new Promise((resolve) => child.once('exit', resolve));
};

test('its health check passes where the app lives, and fails where it does not or is not there', async () => {
  let status = 200;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(status).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  expect(await healthOf(port)).toBe(0);
  expect(asked).toEqual(['/health/live']);
  status = 503;
  expect(await healthOf(port)).toBe(1);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  expect(await healthOf(port)).toBe(1);
}, 60_000);

/** Does in a folder what a stage does; `made` has the folders of those before it. */
const doStage = (stage: Stage, made: ReadonlyMap<string, string>): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-image-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const { from, what, to } of stage.copies)
    for (const each of what) {
      const source =
        from === null
          ? path.join(project, each)
          : path.join(made.get(from) ?? '', each.replace('/app/', ''));
      const target =
        what.length > 1 || to === './'
          ? path.join(folder, to, path.basename(each))
          : path.join(folder, to);
      mkdirSync(path.dirname(target), { recursive: true });
      cpSync(source, target, { recursive: true });
    }
  for (const run of stage.runs.filter((each) => !each.includes('/data'))) {
    // The very packages that would be fetched are here already.
    if (run === 'npm ci --ignore-scripts') {
      symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
      continue;
    }
    const { status, stderr } = spawnSync('sh', ['-c', run], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${run}: ${stderr}`);
  }
  return folder;
};

test.runIf(soaking)(
  'what its stages make starts as nobody, serves the tab and stops when told',
  async () => {
    // A whole house, and only where it is used.
    const { appEnvironment } = await import('../../src/commands/local-settings.ts');
    const { startLocal } = await import('../../src/local/local.ts');
    const { smallCouncil } = await import('../journeys/small-council.ts');
    const { loadedFolder } = await import('../stock.ts');
    const made = new Map<string, string>();
    for (const stage of stages) made.set(stage.name ?? 'last', doStage(stage, made));
    const app = made.get('last') ?? '';
    chmodSync(app, 0o755);
    expect(existsSync(path.join(app, 'node_modules', 'vitest'))).toBe(false);
    const data = mkdtempSync(path.join(tmpdir(), 'golden-thread-image-data-'));
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
    const council = smallCouncil();
    await loadedFolder(council, path.join(data, 'local'));
    const port = await freePort();
    const local = await startLocal({
      port: 0,
      dataFolder: path.join(data, 'local'),
      appUrl: `http://localhost:${port}`,
      quiet: true,
    });
    onTestFinished(() => local.close());
    const theirs = path.join(data, 'theirs');
    const [user = 0, group = 0] = (last.says.get('USER') ?? '').split(':').map(Number);
    mkdirSync(theirs);
    spawnSync('chown', [`${user}:${group}`, theirs]);
    chmodSync(data, 0o755);
    const env = {
      ...appEnvironment({ port, localPort: local.port, dataFolder: data, site: council.site }),
      NODE_ENV: 'production',
      DATA_DIR: theirs,
      HOME: '/nonexistent',
    };
    const [, ...args] = listIn(last.says.get('CMD'));
    const child = spawn(process.execPath, args, {
      cwd: app,
      env,
      uid: user,
      gid: group,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += String(chunk)));
    const url = `http://localhost:${port}`;
    const answers = async (at: string) =>
      (await fetch(`${url}${at}`).catch(() => null))?.status ?? 0;
    await expect.poll(() => answers('/health'), { timeout: 60_000 }).toBe(200);
    expect(await answers('/tab/')).toBe(200);
    expect(await answers('/api/me')).toBe(401);
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect({
      code: await gone,
      said: said.split('\n').filter((line) => line.includes('"fault"')),
    }).toEqual({ code: 0, said: [] });
  },
  900_000,
);
