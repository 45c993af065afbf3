// `npm test`: every kind of check, one after another, and one closing line that counts them all.
// A check that is not a test suite counts as one.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

type Check = { readonly name: string; readonly command: readonly string[] };

const checks: readonly Check[] = [
  { name: 'format', command: ['biome', 'ci', '--reporter=summary', '.'] },
  { name: 'lint and import directions', command: ['oxlint', '-c', 'oxlint.json', '--type-aware'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the tab and the Teams page', command: ['tsc', '-p', 'tab'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
];

const run = (command: readonly string[], environment = {}): Promise<boolean> =>
  new Promise((resolve) => {
    const [name = '', ...args] = command;
    const child = spawn(name, args, {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });

const timed = async (name: string, work: () => Promise<boolean>): Promise<boolean> => {
  const began = performance.now();
  const passed = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
  return passed;
};

let passed = 0;
let failed = 0;
for (const check of checks) {
  if (await timed(check.name, () => run(check.command))) passed += 1;
  else failed += 1;
}

const results = path.join(mkdtempSync(path.join(os.tmpdir(), 'golden-thread-')), 'results.json');
const suite = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${results}`];
const environment = process.argv.includes('--soak') ? { SOAK: '1' } : {};
const tests = await timed('tests', () => run(suite, environment));
try {
  const counts = JSON.parse(readFileSync(results, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  passed += counts.numPassedTests;
  // A file that does not load fails no test of its own: it must still fail the run.
  failed += Math.max(counts.numFailedTests, tests ? 0 : 1);
} catch {
  failed += 1;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
