// The command line: one command a file in src/commands, loaded when it is asked for. Says plainly what
// cannot be done.
import { writeDocsPage as writePage } from './commands/docs-page.ts';
import { withSettingsFile } from './commands/settings-file.ts';
import { Unable } from './commands/unable.ts';
import type { Environment } from './settings/environment.ts';
import { StoreFault } from './use-cases/store-fault.ts';

type Command = {
  readonly does: string;
  readonly run: (args: readonly string[], env: Environment) => Promise<void>;
};

/** What a command that opens a council's registers, and files, is joined with. */
const joined = async () => {
  const { openCouncil } = await import('./commands/open-council.ts');
  const { openSpreadsheets } = await import('./documents/spreadsheets.ts');
  return { openCouncil, spreadsheets: openSpreadsheets() };
};

const commands: { readonly [name: string]: Command } = {
  provision: {
    does: "Makes a site's lists, columns, indexes, views and formats, or brings them up to date.",
    run: async (args, env) => (await import('./commands/provision.ts')).provision(args, env),
  },
  import: {
    does: 'Takes a spreadsheet in, once what it says has been shown and agreed.',
    run: async (args, env) =>
      (await import('./commands/import.ts')).importFile(args, env, await joined()),
  },
  export: {
    does: 'Writes registers to .xlsx or .csv, or a backup to .jsonl.',
    run: async (args, env) =>
      (await import('./commands/export.ts')).exportRegisters(
        args,
        env,
        (await joined()).openCouncil,
      ),
  },
  restore: {
    does: 'Puts back what a backup (export all --exempt --to backup.jsonl) holds.',
    run: async (args, env) =>
      (await import('./commands/restore.ts')).restoreCommand(args, env, await joined()),
  },
  papers: {
    does: 'Prints every paper of a cycle as a page, a Word file and a spreadsheet.',
    run: async (args, env) => {
      const { printPapers } = await import('./commands/papers.ts');
      const { openPaperPrinter } = await import('./documents/paper-printer.ts');
      const { openCouncil } = await joined();
      await printPapers(args, env, { openCouncil, printer: openPaperPrinter() });
    },
  },
  purge: {
    does: "Takes out what the council's retention says may go, once it has been shown and agreed.",
    run: async (args, env) =>
      (await import('./commands/purge.ts')).purgeCommand(args, env, await joined()),
  },
  'new-year': {
    does: "Opens the next year's plan from this year's and its review.",
    run: async (args, env) =>
      (await import('./commands/new-year.ts')).newYearCommand(await joined())(args, env),
  },
  package: {
    does: 'Makes the Teams app of this council, ready to upload.',
    run: async (args, env) => (await import('./commands/app-package.ts')).packageApp(args, env),
  },
  doctor: {
    does: 'Looks everything over, from settings to the lease, and says what to do.',
    run: async (args, env) => {
      const { doctor } = await import('./commands/doctor.ts');
      if (!(await doctor(args, env))) process.exitCode = 1;
    },
  },
  dictionary: {
    does: 'Writes docs/data-dictionary.md from the declarations.',
    run: async () =>
      writePage('data-dictionary.md', (await import('./commands/dictionary.ts')).dictionary()),
  },
  rights: {
    does: 'Writes docs/rights.md from the table of rights.',
    run: async () =>
      writePage('rights.md', (await import('./commands/rights-page.ts')).rightsPage()),
  },
  permissions: {
    does: 'Writes docs/permissions.md from what is asked for.',
    run: async () =>
      writePage(
        'permissions.md',
        (await import('./commands/permissions-page.ts')).permissionsPage(),
      ),
  },
  start: {
    does: 'Runs local Microsoft 365 and the app on this machine, with a sample council.',
    run: async (args, env) => (await import('./commands/start.ts')).start(args, env),
  },
  run: {
    does: 'Runs the app with the settings it is given, against the tenant they name.',
    run: async (args, env) => (await import('./commands/run.ts')).run(args, env),
  },
  tenant: {
    does: 'Runs local Microsoft 365 alone and empty, to begin from on the first day.',
    run: async (args, env) => (await import('./commands/tenant.ts')).tenant(args, env),
  },
  playground: {
    does: "Opens Microsoft's Agents Playground on the bot that npm start runs.",
    run: async (args, env) => (await import('./commands/playground.ts')).playground(args, env),
  },
};

const help = [
  'golden-thread <command>',
  '',
  ...Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(12)}${does}`),
  '',
  'Any command takes --settings FILE: the settings, from a file of NAME=value lines.',
  'The settings are those of the app; where SITE and TENANT_ID are not set, commands work on the local',
  'Microsoft 365 that npm start runs.',
  '',
].join('\n');

const [name = 'help', ...said] = process.argv.slice(2);
const asksForHelp = (word = ''): boolean => ['--help', '-h'].includes(word);

try {
  if (name === 'help' || [name, said[0]].some(asksForHelp)) process.stdout.write(help);
  else if (Object.hasOwn(commands, name)) {
    const { args, env } = withSettingsFile(said, process.env);
    await commands[name]?.run(args, env);
  } else
    throw new Unable(
      `"${name.slice(0, 40)}" is not a command; there are: ${Object.keys(commands).join(', ')}.`,
    );
} catch (error) {
  if (!(error instanceof Unable || error instanceof StoreFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
