// `golden-thread import <file.xlsx|csv> --plan <code>`: reads a spreadsheet, says what it would change
// and every doubt, and takes it in once that is agreed. What is understood is decided in rules/import.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { RegisterName } from '../registers/registers.ts';
import { registerNames } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { registerOfList } from '../rules/import/importable.ts';
import type { ImportPreview } from '../rules/import/preview.ts';
import { readImport } from '../rules/import/read-import.ts';
import type { Workbook } from '../rules/workbook.ts';
import type { Environment } from '../settings/environment.ts';
import type { Ports, Spreadsheets } from '../use-cases/ports.ts';
import { takeImport } from '../use-cases/take-import.ts';
import { counted, previewWords, refusedWords } from './import-words.ts';
import { print, type Say } from './say.ts';
import { Unable } from './unable.ts';
import { withBar } from './with-bar.ts';

/** What the command is joined with in src/cli.ts. */
export type ImportJoined = {
  readonly openCouncil: (env: Environment) => Promise<{
    readonly ports: Pick<Ports, 'clock' | 'outbox' | 'replica'>;
    /** Hears what changed while the file was looked at. */
    refresh?(): Promise<void>;
    /** Writes what was accepted into the lists; how many changes still wait. */
    land(progress?: (done: number) => void): Promise<number>;
    close(): Promise<void>;
  }>;
  readonly spreadsheets: Pick<Spreadsheets, 'read'>;
  /** A line for whoever typed the command; to standard output where not given. */
  readonly say?: Say;
  /** Asks on the terminal; null where nobody sits at one. */
  readonly ask?: ((question: string) => Promise<string>) | null;
};

type Asked = {
  readonly file: string;
  readonly plan: string;
  readonly sheets: readonly string[];
  readonly register: RegisterName | undefined;
  readonly agree: boolean;
  readonly by: string | null;
};

const usage =
  'golden-thread import <file.xlsx|csv> --plan <code> [--sheet <name>]... [--register <name>] [--agree] [--by <person code>]';

/** Throws Unable, in one plain sentence; nothing has then been taken. */
export const importFile = async (
  args: readonly string[],
  env: Environment,
  joined: ImportJoined,
): Promise<void> => {
  const { openCouncil, spreadsheets, say = print, ask = terminal() } = joined;
  const asked = readArguments(args);
  const workbook = await readWorkbook(asked.file, spreadsheets);
  const council = await openCouncil(env);
  try {
    const { clock, replica } = council.ports;
    const preview = readImport(replica.registers(), {
      workbook,
      plan: asked.plan,
      file: path.basename(asked.file),
      ...(asked.sheets.length > 0 && { sheets: asked.sheets }),
      register: asked.register,
      today: clock.now().toPlainDate(),
    });
    say(previewWords(preview));
    if (!(await agreed(preview, asked, { say, ask }))) return;
    await council.refresh?.();
    const taken = await takeImport(council.ports, {
      by: asked.by,
      preview,
      agreed: preview.fingerprint,
      source: 'import',
      why: null,
    });
    if (taken.outcome === 'refused') throw new Unable(refusedWords(taken));
    if (taken.outcome === 'nothing to change') return say('Nothing to change.');
    say(`Accepted: ${counted(taken.rows, 'row')}, on the way to the lists.`);
    const waiting = await withBar('Writing to the lists', (progress) => council.land(progress));
    say(
      `Took in ${counted(taken.rows, 'row')}.${waiting > 0 ? ` ${counted(waiting, 'change')} still on the way to the lists.` : ''}`,
    );
  } finally {
    await council.close();
  }
};

const readArguments = (args: readonly string[]): Asked => {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Unable(`Name one file: ${usage}`);
  if (!values.plan) throw new Unable(`Say which plan it is for, with --plan: ${usage}`);
  const { register } = values;
  const named =
    register === undefined
      ? undefined
      : (registerOfList(register) ?? registerNames.find((name) => sameKey(name, register)));
  if (register !== undefined && named === undefined)
    throw new Unable(`"${register}" is no register: name it as its list is, such as Measures.`);
  return {
    file: path.resolve(file),
    plan: values.plan,
    sheets: values.sheet ?? [],
    register: named,
    agree: values.agree ?? false,
    by: values.by ?? null,
  };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        plan: { type: 'string' },
        sheet: { type: 'string', multiple: true },
        register: { type: 'string' },
        agree: { type: 'boolean' },
        by: { type: 'string' },
      },
    });
  } catch {
    throw new Unable(`That is not how a file is taken in: ${usage}`);
  }
};

/** More is refused before it is read; how much of a file is opened is decided in src/documents. */
const mostBytes = 50 * 1024 * 1024;

const readWorkbook = async (
  file: string,
  spreadsheets: Pick<Spreadsheets, 'read'>,
): Promise<Workbook> => {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Unable(`There is no file ${file}.`);
  if (found.size > mostBytes) throw new Unable(`${file} is larger than 50 MB: it is not read.`);
  const bytes = await readFile(file).catch(() => {
    throw new Unable(`${file} cannot be read: check who may read it.`);
  });
  const name = path.basename(file);
  const read = await withBar('Reading', (progress) => spreadsheets.read({ name, bytes }, progress));
  if ('refused' in read) throw new Unable(`${name}: ${read.words}`);
  return read;
};

type Talk = {
  readonly say: (words: string) => void;
  readonly ask: ((question: string) => Promise<string>) | null;
};

/** False: there is nothing to take. */
const agreed = async (
  preview: ImportPreview,
  { agree }: Asked,
  { say, ask }: Talk,
): Promise<boolean> => {
  if (preview.stops > 0)
    throw new Unable(refusedWords({ reason: 'doubts stop it', doubts: preview.stops }));
  const rows = preview.changesToTake.length;
  if (rows === 0) {
    say('Nothing to change.');
    return false;
  }
  if (agree) return true;
  if (ask === null) throw new Unable('Nothing was taken: say --agree to take it in.');
  const answer = await ask(`Take in ${counted(rows, 'row')}? Type yes: `);
  if (answer.trim().toLowerCase() === 'yes') return true;
  throw new Unable('Nothing was taken.');
};

const terminal = (): Talk['ask'] => {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  return async (question) => {
    const line = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await line.question(question);
    } finally {
      line.close();
    }
  };
};
