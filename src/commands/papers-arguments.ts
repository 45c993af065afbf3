// What may be said after `golden-thread papers`: of which cycle, where to, and whether with exempt rows.
import path from 'node:path';
import { Unable } from './unable.ts';

export type Asked = {
  /** As it was typed: the cycle's key, or its period alone. */
  readonly cycle: string;
  readonly folder: string;
  readonly exempt: boolean;
  readonly force: boolean;
};

const usage = 'golden-thread papers --cycle <plan|period> --out <folder> [--exempt] [--force]';

/** Throws Unable, in one plain sentence. */
export const readPapersArguments = (args: readonly string[]): Asked => {
  const said = new Map<string, string>();
  const switches = new Set<string>();
  const left = args.values();
  for (const arg of left) {
    const [, name = '', given] = /^--(cycle|out)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name !== '') said.set(name, valueOf(arg, given ?? left.next().value));
    else if (arg === '--exempt' || arg === '--force') switches.add(arg);
    else throw new Unable(`${arg} is not something papers knows: ${usage}`);
  }
  const [cycle, out] = [said.get('cycle'), said.get('out')];
  if (cycle === undefined) throw new Unable(`Say which cycle, with --cycle: ${usage}`);
  if (out === undefined) throw new Unable(`Say where to, with --out: ${usage}`);
  return {
    cycle,
    folder: path.resolve(out),
    exempt: switches.has('--exempt'),
    force: switches.has('--force'),
  };
};

const valueOf = (arg: string, value: string | undefined): string => {
  if (value === undefined || value === '' || value.startsWith('--'))
    throw new Unable(`${arg.split('=')[0]} needs a value: ${usage}`);
  return value;
};
