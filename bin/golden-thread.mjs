#!/usr/bin/env node
// The command line, from whatever Node is on the machine: finds the Node 26 that came with the packages
// and runs src/cli.ts with it. Written for Node 20 and needs no package itself.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const needed = 26;
const here = path.dirname(fileURLToPath(import.meta.url));
const cli = path.join(here, '..', 'src', 'cli.ts');

/** The packaged Node, or the one that runs this where it is new enough; null where there is neither. */
const findNode = () => {
  const packaged = packagedNode();
  if (packaged !== null) return packaged;
  return Number(process.versions.node.split('.')[0]) >= needed ? process.execPath : null;
};

const packagedNode = () => {
  try {
    const folder = path.dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const file = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
};

const run = (node) => {
  const child = spawn(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      // A terminal tells the child itself; told twice, it would stop without tidying up.
      if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal);
    });
  child.on('error', () => {
    process.stderr.write(`Node ${needed} at ${node} does not start: run npm ci again.\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    // As a shell says it, so that whoever waits for us sees why it ended.
    process.exit(128 + (os.constants.signals[signal] ?? 0));
  });
};

const node = findNode();
if (node === null) {
  process.stderr.write(
    `Golden Thread needs Node ${needed}, which npm ci brings: run npm ci in ${path.dirname(here)}, then try again.\n`,
  );
  process.exitCode = 1;
} else run(node);
