// `golden-thread restore <backup.jsonl>`: puts back what a backup holds, once what it would do has been shown
// and agreed. What a backup is, is use-cases/restore.ts's.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { registers } from '../registers/registers.ts';
import { type ToRestore, toRestore } from '../rules/import/read-backup.ts';
import type { Environment } from '../settings/environment.ts';
import { type Backup, readBackup, restore } from '../use-cases/restore.ts';
import { counted } from './import-words.ts';
import type { CouncilJoined } from './open-council.ts';
import { print } from './say.ts';
import { Unable } from './unable.ts';
import { withBar } from './with-bar.ts';

const usage = 'golden-thread restore <backup.jsonl> [--agree] [--replace]';

/** Throws Unable, in one plain sentence; nothing has then been taken. */
export const restoreCommand = async (
  args: readonly string[],
  env: Environment,
  { openCouncil, say = print }: CouncilJoined,
): Promise<void> => {
  const asked = readArguments(args);
  const backup = await backupIn(asked.file);
  const council = await openCouncil(env);
  try {
    const found = toRestore(council.ports.replica.registers(), backup.rows);
    for (const line of planWords(found, asked.replace)) say(line);
    const differing = asked.replace ? found.differing : [];
    if (found.begun.length + differing.length === 0) return say('Nothing to put back.');
    if (!asked.agree) return say('To put it back, say the same with --agree.');
    const file = path.basename(asked.file);
    const taken = { begun: found.begun, differing };
    const rows = await restore(council.ports, taken, { file, hash: backup.hash });
    const waiting = await withBar('Writing to the lists', (progress) => council.land(progress));
    say(
      `Put back ${counted(rows, 'row')}.${waiting > 0 ? ` ${counted(waiting, 'change')} still on the way to the lists.` : ''}`,
    );
  } finally {
    await council.close();
  }
};

type Asked = { readonly file: string; readonly agree: boolean; readonly replace: boolean };

const readArguments = (args: readonly string[]): Asked => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { agree: { type: 'boolean' }, replace: { type: 'boolean' } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('one file');
    return {
      file: path.resolve(file),
      agree: values.agree ?? false,
      replace: values.replace ?? false,
    };
  } catch {
    throw new Unable(`Name one backup: ${usage}`);
  }
};

/** More than any council's lists come to; a larger one is some other file. */
const mostBytes = 1024 * 1024 * 1024;

const backupIn = async (file: string): Promise<Backup> => {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Unable(`There is no file ${file}.`);
  if (found.size > mostBytes) throw new Unable(`${file} is larger than 1 GB: it is not read.`);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Unable(`${file} cannot be read: check who may read it.`);
  });
  const read = await readBackup(text);
  if ('refused' in read) throw new Unable(`${path.basename(file)} is not taken. ${read.refused}`);
  return read;
};

const planWords = ({ begun, differing, same }: ToRestore, replaces: boolean): readonly string[] => [
  `As in the backup: ${counted(same, 'row')}. Not in their lists: ${counted(begun.length, 'row')}. Saying something else: ${counted(differing.length, 'row')}.`,
  ...[...Map.groupBy(begun, ({ register }) => register)].map(
    ([name, some]) => `  ${registers[name].list}: ${counted(some.length, 'row')} to put back`,
  ),
  ...(differing.length === 0
    ? []
    : [
        replaces
          ? `  ${counted(differing.length, 'row')} put back to what the backup says.`
          : `  ${counted(differing.length, 'row')} left as they are, such as ${differing
              .slice(0, 3)
              .map(({ register, key }) => `${registers[register].list}: ${key}`)
              .join(', ')}; --replace puts them back too.`,
      ]),
];
