// The command line: one command a file in src/commands. Says plainly what cannot be done.
import { packageApp } from './commands/app-package.ts';
import { writeDictionary } from './commands/dictionary.ts';
import { exportRegisters } from './commands/export.ts';
import { importFile } from './commands/import.ts';
import { newYearCommand } from './commands/new-year.ts';
import { openCouncil } from './commands/open-council.ts';
import { printPapers } from './commands/papers.ts';
import { playground } from './commands/playground.ts';
import { provision } from './commands/provision.ts';
import { start } from './commands/start.ts';
import { Unable } from './commands/unable.ts';
import { openPaperPrinter } from './documents/paper-printer.ts';
import { openSpreadsheets } from './documents/spreadsheets.ts';
import { StoreFault } from './use-cases/store-fault.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Command = {
  readonly does: string;
  readonly run: (args: readonly string[], env: Environment) => Promise<void>;
};

const joined = { openCouncil, spreadsheets: openSpreadsheets() };

const commands: { readonly [name: string]: Command } = {
  provision: {
    does: "Makes a site's lists, columns, indexes, views and formats, or brings them up to date.",
    run: (args, env) => provision(args, env),
  },
  import: {
    does: 'Takes a spreadsheet in, once what it says has been shown and agreed.',
    run: (args, env) => importFile(args, env, joined),
  },
  export: {
    does: 'Writes registers to .xlsx or .csv.',
    run: (args, env) => exportRegisters(args, env, openCouncil),
  },
  papers: {
    does: 'Prints every paper of a cycle as a page, a Word file and a spreadsheet.',
    run: (args, env) => printPapers(args, env, { openCouncil, printer: openPaperPrinter() }),
  },
  'new-year': {
    does: "Opens the next year's plan from this year's and its review.",
    run: newYearCommand(joined),
  },
  package: {
    does: 'Makes the Teams app of this council, ready to upload.',
    run: (args, env) => packageApp(args, env),
  },
  dictionary: {
    does: 'Writes docs/data-dictionary.md from the declarations.',
    run: writeDictionary,
  },
  start: {
    does: 'Runs local Microsoft 365 and the app on this machine, with a sample council.',
    run: start,
  },
  playground: {
    does: "Opens Microsoft's Agents Playground on the bot that npm start runs.",
    run: playground,
  },
};

const help = [
  'golden-thread <command>',
  '',
  ...Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(12)}${does}`),
  '',
  'The settings are those of the app; where SITE and TENANT_ID are not set, commands work on the local',
  'Microsoft 365 that npm start runs.',
  '',
].join('\n');

const [name = 'help', ...args] = process.argv.slice(2);

try {
  if (['help', '--help', '-h'].includes(name)) process.stdout.write(help);
  else if (Object.hasOwn(commands, name)) await commands[name]?.run(args, process.env);
  else
    throw new Unable(
      `"${name.slice(0, 40)}" is not a command; there are: ${Object.keys(commands).join(', ')}.`,
    );
} catch (error) {
  if (!(error instanceof Unable || error instanceof StoreFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
