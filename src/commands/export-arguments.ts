// What may be said after `golden-thread export`: which registers, where to, and which of their rows.
import path from 'node:path';
import { type RegisterName, registerNames, registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import {
  exportable,
  isKeptByPlan,
  mayBeExported,
  type Which,
} from '../rules/export/export-sheet.ts';
import { Unable } from './unable.ts';

export type Asked = Which & {
  readonly names: readonly RegisterName[];
  readonly to: string;
  /** jsonl is a backup: what `golden-thread restore` puts back exactly. */
  readonly form: 'xlsx' | 'csv' | 'folder' | 'jsonl';
  readonly force: boolean;
};

const usage =
  'golden-thread export <register,register|all> --to <file.xlsx|file.csv|file.jsonl|folder> [--plan <code>] [--public] [--exempt] [--force]';

/** Throws Unable, in one plain sentence. */
export const readExportArguments = (args: readonly string[]): Asked => {
  const { words, to, plan, switches } = sorted(args);
  if (words.length === 0) throw new Unable(`Say which register to export: ${usage}`);
  if (to === undefined) throw new Unable(`Say where to, with --to: ${usage}`);
  if (switches.has('--public') && switches.has('--exempt'))
    throw new Unable('Say --public or --exempt, not both: an exempt row is never public.');
  const names = registersNamed(words.join(' '), plan);
  const form = formOf(to);
  if (form === 'csv' && names.length > 1)
    throw new Unable('A .csv file holds one register: name a folder, or a file ending in .xlsx.');
  return {
    names,
    to: path.resolve(to),
    form,
    force: switches.has('--force'),
    ...(plan === undefined ? {} : { plan }),
    ...accessOf(switches),
  };
};

const accessOf = (switches: ReadonlySet<string>): Pick<Which, 'access'> => {
  if (switches.has('--public')) return { access: 'public' };
  return switches.has('--exempt') ? { access: 'with exempt' } : {};
};

const known = ['--public', '--exempt', '--force'];

const sorted = (args: readonly string[]) => {
  const words: string[] = [];
  const said: { to?: string; plan?: string } = {};
  const switches = new Set<string>();
  const left = args.values();
  for (const arg of left) {
    const [, name, value] = /^--(to|plan)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === 'to' || name === 'plan') said[name] = valueOf(arg, value ?? left.next().value);
    else if (known.includes(arg)) switches.add(arg);
    else if (arg.startsWith('-'))
      throw new Unable(`${arg} is not something export knows: ${usage}`);
    else words.push(arg);
  }
  return { words, switches, to: said.to, plan: said.plan };
};

const valueOf = (arg: string, value: string | undefined): string => {
  if (value === undefined || value === '' || value.startsWith('--'))
    throw new Unable(`${arg.split('=')[0]} needs a value: ${usage}`);
  return value;
};

/**
 * By the list's name or the name rules call it, without case, several with commas between: 'People, Audit
 * recommendations', 'people,auditRecommendations'.
 */
const registersNamed = (said: string, plan: string | undefined): readonly RegisterName[] => {
  if (said.includes(','))
    return said.split(',').flatMap((each) => registersNamed(each.trim(), plan));
  if (sameKey(said, 'all'))
    return plan === undefined ? exportable : exportable.filter(isKeptByPlan);
  const name = registerNames.find(
    (each) => sameKey(each, said) || sameKey(registers[each].list, said),
  );
  if (name === undefined)
    throw new Unable(
      `There is no register called "${said.slice(0, 40)}"; there are all, ${exportable.map((each) => registers[each].list).join(', ')}.`,
    );
  const { list } = registers[name];
  if (!mayBeExported(name))
    throw new Unable(
      `${list} are shown to the person and their manager alone: they are never exported.`,
    );
  if (plan !== undefined && !isKeptByPlan(name))
    throw new Unable(`${list} are not kept by plan: leave --plan out.`);
  return [name];
};

const formOf = (to: string): Asked['form'] => {
  const ending = path.extname(to).toLowerCase();
  if (ending === '.xlsx') return 'xlsx';
  if (ending === '.csv') return 'csv';
  if (ending === '.jsonl') return 'jsonl';
  if (ending === '' || to.endsWith('/') || to.endsWith(path.sep)) return 'folder';
  throw new Unable(`A ${ending} file cannot be written: end its name with .xlsx, .csv or .jsonl.`);
};
