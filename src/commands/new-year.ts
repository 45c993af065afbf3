// `npx golden-thread new-year`: writes the sheet a plan's yearly review is filled in on, then shows what
// it would do, and does it when agreed. It decides nothing: that is use-cases/new-year.ts.
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Registers } from '../registers/registers.ts';
import type { NewYearAsked } from '../rules/new-year/new-year.ts';
import {
  readReview,
  reviewHeadings,
  reviewRows,
  type SheetFault,
} from '../rules/new-year/review-sheet.ts';
import type { Environment } from '../settings/environment.ts';
import { type NewYearOutcome, newYear, previewNewYear } from '../use-cases/new-year.ts';
import type { Ports, Spreadsheets } from '../use-cases/ports.ts';
import { counted, refusedWords, whatItDoes } from './new-year-words.ts';
import { print, type Say } from './say.ts';
import { Unable } from './unable.ts';
import { withBar } from './with-bar.ts';

/** What the command is joined with in src/cli.ts. */
export type NewYearJoined = {
  readonly openCouncil: (env: Environment) => Promise<{
    readonly ports: Omit<Ports, 'messenger'>;
    /** Writes what was accepted into the lists; how many changes still wait. */
    land?(progress?: (done: number) => void): Promise<number>;
    close(): Promise<void>;
  }>;
  readonly spreadsheets: Spreadsheets;
  /** A line for whoever typed the command; to standard output where not given. */
  readonly say?: Say;
};

type Asked = {
  readonly plan: string;
  readonly by: string | null;
  readonly file: string;
  readonly does: 'write the sheet' | 'show' | 'do';
};

const usage = [
  'golden-thread new-year --plan <code> --review <file.xlsx>   writes the sheet to fill in',
  'golden-thread new-year --plan <code> --with <file.xlsx>     shows what it would do',
  'golden-thread new-year --plan <code> --with <file.xlsx> --agree [--by <person code>]',
].join('\n');

/** Throws Unable, naming everything that stops it; nothing has then been changed. */
export const newYearCommand =
  ({ openCouncil, spreadsheets, say = print }: NewYearJoined) =>
  async (args: readonly string[], env: Environment): Promise<void> => {
    const asked = readArguments(args);
    const council = await openCouncil(env);
    try {
      const { ports } = council;
      if (asked.does === 'write the sheet') await writeSheet(ports, asked, { spreadsheets, say });
      else {
        const review = await reviewIn(ports.replica.registers(), asked.file, spreadsheets);
        const done = await show(ports, { ...asked, review }, say);
        if (done && council.land) await landed(council.land, say);
      }
    } finally {
      await council.close();
    }
  };

const readArguments = (args: readonly string[]): Asked => {
  const { plan, review, with: filled, agree, by } = valuesIn(args);
  const file = review ?? filled;
  if (!plan || !file || (review && filled) || (review && agree))
    throw new Unable(`new-year is run in one of three ways:\n${usage}`);
  const does = review ? 'write the sheet' : agree ? 'do' : 'show';
  return { plan, by: by ?? null, file, does };
};

const valuesIn = (args: readonly string[]) => {
  const text = { type: 'string' } as const;
  const options = {
    plan: text,
    review: text,
    with: text,
    by: text,
    agree: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'That was not understood.';
    throw new Unable(`${why}\n${usage}`);
  }
};

type CouncilPorts = Omit<Ports, 'messenger'>;

const writeSheet = async (
  { replica }: CouncilPorts,
  { plan, file }: Asked,
  { spreadsheets, say }: { readonly spreadsheets: Spreadsheets; readonly say: Say },
): Promise<void> => {
  const registers = replica.registers();
  if (registers.plans.get(plan) === undefined)
    throw new Unable(`${plan} is not in Plans. Nothing was written.`);
  if (path.extname(file).toLowerCase() !== '.xlsx')
    throw new Unable(`${file} must end in .xlsx: the sheet is written for Excel.`);
  if (await isThere(file))
    throw new Unable(`${file} is there already. Nothing was written over it: give another name.`);
  const rows = reviewRows(registers, plan);
  const sheet = { name: 'Review', headings: reviewHeadings, rows };
  await writeFile(file, await spreadsheets.writeXlsx([sheet]));
  say(
    `${file} has ${counted(rows.length, 'measure')} to review. Fill in Verdict (keep, change or retire), Because and Decision for each.`,
  );
};

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

const reviewIn = async (
  registers: Registers,
  file: string,
  spreadsheets: Spreadsheets,
): Promise<NewYearAsked['review']> => {
  const bytes = await readFile(file).catch(() => {
    throw new Unable(`${file} could not be read: is the name right?`);
  });
  const workbook = await spreadsheets.read({ name: path.basename(file), bytes });
  if ('refused' in workbook) throw new Unable(`${file}: ${workbook.words}`);
  const read = readReview(registers, workbook);
  if (read.outcome === 'read') return read.review;
  const lines = read.faults.map(({ cell, words }: SheetFault) => `${cell}  ${words}`);
  throw new Unable([`${file} could not be used. Nothing was changed.`, ...lines].join('\n'));
};

type Filled = Asked & Pick<NewYearAsked, 'review'>;

/** True where something was accepted and waits to land. */
const show = async (
  ports: CouncilPorts,
  { plan, review, by, does }: Filled,
  say: Say,
): Promise<boolean> => {
  const registers = ports.replica.registers();
  const shown = await previewNewYear(ports, { plan, review });
  if (shown.outcome !== 'may') return nothingDone(registers, shown, say);
  for (const line of whatItDoes(shown)) say(line);
  if (does === 'show') {
    say('Nothing has been changed. Add --agree to do it.');
    return false;
  }
  const done = await newYear(ports, { by, plan, review });
  if (done.outcome !== 'made') return nothingDone(registers, done, say);
  say(`${done.made.title} has been made.`);
  return true;
};

type Land = (progress?: (done: number) => void) => Promise<number>;

const landed = async (land: Land, say: Say): Promise<void> => {
  const left = await withBar('Writing to the lists', land);
  if (left > 0)
    say(
      `${counted(left, 'change')} still wait to be written to the lists; the running app writes them.`,
    );
};

/** False: nothing was accepted. Throws what stops it. */
const nothingDone = (
  registers: Registers,
  why: Exclude<NewYearOutcome, { readonly outcome: 'made' }>,
  say: Say,
): false => {
  if (why.outcome === 'refused') throw new Unable(refusedWords(registers, why));
  say(`${why.title} was made before, by this same review. Nothing was changed.`);
  return false;
};
