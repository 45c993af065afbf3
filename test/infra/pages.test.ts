// docs/hosting.md and docs/operate.md: every command, file, figure and name in them is there, each part of the
// runbook says the three things it is read for, and, under npm run soak, its commands are run as they stand.
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { soaking } from '../counts.ts';

const project = path.join(import.meta.dirname, '..', '..');
const textOf = (file: string): string => readFileSync(path.join(project, file), 'utf8');
const hosting = textOf('docs/hosting.md');
const operate = textOf('docs/operate.md');
const commandsIn = (page: string): readonly string[] =>
  [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, lines = '']) =>
    lines.trim().split('\n'),
  );
const all = [...commandsIn(hosting), ...commandsIn(operate)];
const ours = all.filter((line) => line.startsWith('npx golden-thread '));

describe('the runbook', () => {
  const parts = operate.split(/^## /m).slice(1);
  const kept = parts.filter((part) => !part.startsWith('Where to look'));

  it('has the parts that it was asked for', () => {
    expect(kept.map((part) => part.split('\n')[0])).toEqual(
      expect.arrayContaining([
        'The first day',
        'A quarter opens',
        'Throttled',
        'Graph is down',
        'The bot is blocked',
        'Restore a list',
        'Rotate a secret',
        'Leave the product with your data',
      ]),
    );
  });

  it('says in each how you notice, what to do, and how you know that it is over', () => {
    for (const part of kept) {
      const at = ['**How you notice.**', '**What to do.**', '**It is over when**'].map((words) =>
        part.indexOf(words),
      );
      expect(at).not.toContain(-1);
      expect(at).toEqual(at.toSorted((a, b) => a - b));
    }
  });

  it('refers to parts of it that are there, by their names', () => {
    for (const [, name] of operate.matchAll(/\*(Restore a list|Rotate a secret)\*/g))
      expect(operate).toContain(`\n## ${name}\n`);
    const alerts = textOf('infra/modules/alerts.bicep').replaceAll("\\'", "'");
    for (const [, said = ''] of operate.matchAll(
      /\*((?:[A-Z][a-z ’']*|keeps [a-z ]*|Golden Thread[a-z ]*))\*(?= or|,|;|\.)/g,
    ))
      if (!operate.includes(`## ${said}`)) expect(alerts).toContain(said);
  });

  it('names every figure that the app tells, and none besides', () => {
    const told = globSync('src/telemetry/*.ts', { cwd: project }).map(textOf).join('\n');
    const gauges = [...told.matchAll(/gauge\('([a-z.]+)'/g)].map(
      ([, name]) => `golden_thread.${name}`,
    );
    const others = [...told.matchAll(/create(?:Histogram|Counter)\('([a-z_.]+)'/g)].map(
      ([, name]) => name,
    );
    const named = [...operate.matchAll(/`((?:golden_thread|http\.server)\.[a-z_.]+)`/g)].map(
      ([, name]) => name,
    );
    expect(gauges.length).toBeGreaterThan(4);
    expect(new Set(named)).toEqual(new Set([...gauges, ...others]));
  });
});

describe('the commands', () => {
  it('of Golden Thread are commands there are, with what each knows', () => {
    const cli = textOf('src/cli.ts');
    expect(ours.length).toBeGreaterThan(8);
    for (const line of ours) {
      const [, , name = '', ...more] = line.split(' ');
      expect(cli).toMatch(new RegExp(`^  '?${name}'?: \\{$`, 'm'));
      const source = globSync(`src/commands/${name}*.ts`, { cwd: project }).map(textOf).join('\n');
      for (const flag of more.filter((word) => word.startsWith('--') && word !== '--settings'))
        expect({
          line,
          knows: new RegExp(`${flag}|${flag.slice(2)}:|\\(to\\|plan\\)`).test(source),
        }).toEqual({ line, knows: true });
    }
  });

  it('of Azure name files that are there, and what the template makes', () => {
    const main = textOf('infra/main.bicep');
    const named = all.flatMap((line) =>
      [...line.matchAll(/\b(?:infra\/[\w.]+|src\/[\w.]+)/g)].map(([file]) => file),
    );
    expect(named.length).toBeGreaterThan(4);
    for (const file of named)
      expect({ file, there: existsSync(path.join(project, file)) }).toEqual({ file, there: true });
    expect(main).toContain("var appName = 'ca-${name}-${stage}'");
    expect(textOf('infra/environment.sample')).toContain('GT_NAME=plan');
    for (const [, output] of all.join('\n').matchAll(/\{(\w+Name)\}/g))
      expect(main).toContain(`output ${output} string`);
    const certificate = all.flatMap((line) =>
      [...line.matchAll(/keyvault certificate \w+ .*--name (\S+)/g)].map(([, name]) => name),
    );
    expect(new Set(certificate)).toEqual(new Set(['app-certificate']));
    expect(textOf('infra/modules/app.bicep')).toContain('/secrets/app-certificate');
    // Renewed by the vault alone, Entra would not know it.
    const hosting = textOf('docs/hosting.md');
    expect(hosting).toMatch(/sed -i '[^']*s\/AutoRenew\/EmailContacts\/[^']*' policy\.json/);
    expect(hosting).toContain('az keyvault certificate contact add --vault-name {vaultName}');
  });

  it('and its sample name a value of the parameters, of test as of production', () => {
    const sample = textOf('infra/environment.sample');
    const values = [...sample.matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
    for (const stage of ['test', 'production'])
      expect({
        stage,
        lacks: values.filter(
          (name) =>
            !textOf(`infra/${stage}.bicepparam`).includes(`readEnvironmentVariable('${name}'`),
        ),
      }).toEqual({ stage, lacks: [] });
    for (const line of all.filter((each) => each.includes('deployment group create')))
      expect(line).toContain(' --name test ');
  });

  it('and every setting of the app is on a page for its administrator', () => {
    const settings = [...textOf('src/config.ts').matchAll(/^ {2}([A-Z_]+):/gm)];
    const pages = `${hosting}${textOf('docs/sharepoint.md')}${textOf('docs/teams-app.md')}`;
    expect(settings.length).toBeGreaterThan(15);
    expect(
      settings.flatMap(([, name = '']) => (pages.includes(`\`${name}\``) ? [] : [name])),
    ).toEqual(['DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS']);
  });

  it('and settings are ones that the app or the template knows', () => {
    const known = [
      'src/config.ts',
      'src/settings/storage-settings.ts',
      'src/settings/sign-in-settings.ts',
      'infra/environment.sample',
      'src/commands/app-package/package-settings.ts',
    ]
      .map(textOf)
      .join('\n');
    const standard = new Set(['OTEL_EXPORTER_OTLP_HEADERS']);
    const named = [...`${hosting}${operate}`.matchAll(/`([A-Z]+_[A-Z_]+)`/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !known.includes(name) && !standard.has(name))).toEqual([]);
  });
});

/** As somebody at a terminal would; what it ended with, and all it said. */
const typed = (
  line: string,
  at: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const words = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
    const child = spawn(process.execPath, [path.join(project, 'src/cli.ts'), ...words.slice(2)], {
      ...at,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += String(chunk)));
    child.once('exit', (code) => resolve({ code, said }));
  });

test.runIf(soaking)(
  'the runbook’s own commands, run as they stand beside a running app',
  async () => {
    // A whole house, and only where it is used.
    const { appEnvironment } = await import('../../src/commands/local-settings.ts');
    const { appId } = await import('../../src/local/ids.ts');
    const { openHouse } = await import('../given.ts');
    const { ask } = await import('../journeys/seat.ts');
    const { smallCouncil } = await import('../journeys/small-council.ts');
    const house = await openHouse(smallCouncil());
    const cwd = mkdtempSync(path.join(tmpdir(), 'golden-thread-runbook-'));
    onTestFinished(async () => {
      await house.close();
      rmSync(cwd, { recursive: true, force: true });
    });
    await house.moveClock('next');
    const local = {
      port: Number(new URL(house.appUrl).port),
      localPort: Number(new URL(house.localUrl).port),
    };
    const settings = {
      ...appEnvironment({
        ...local,
        dataFolder: path.dirname(house.dataFolder),
        site: house.council.site,
      }),
      DATA_DIR: house.dataFolder,
    };
    writeFileSync(
      path.join(cwd, 'council.env'),
      Object.entries(settings)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    const grant = (role: string) =>
      ask('PUT', `${house.localUrl}/local/sites/${house.council.site}`, {
        displayName: house.council.name,
        grants: [{ app: appId, role }],
      });
    for (const line of commandsIn(operate).filter((each) =>
      each.startsWith('npx golden-thread '),
    )) {
      await grant(line.includes(' provision') ? 'fullcontrol' : 'write');
      const { code, said } = await typed(line, { cwd, env: process.env });
      // Here doctor finds that nobody outside reaches the app, and no package: it is for it to say so.
      const wanted = line.includes(' doctor') ? [0, 1] : [0];
      expect({ line, code: wanted.includes(code ?? -1) ? 'ended' : said }).toEqual({
        line,
        code: 'ended',
      });
      expect(said.trim()).not.toBe('');
    }
    expect(
      readFileSync(path.join(cwd, 'everything.jsonl'), 'utf8').split('\n').length,
    ).toBeGreaterThan(100);
    expect(globSync('papers-q2/*.docx', { cwd }).length).toBeGreaterThan(0);
  },
  600_000,
);
