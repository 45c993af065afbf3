// The command line: one command a file in src/commands. Says plainly what cannot be done.
import { playground } from './commands/playground.ts';
import { start } from './commands/start.ts';
import { Unable } from './commands/unable.ts';

const commands = { start, playground };

const isCommand = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name);

const [name = '', ...args] = process.argv.slice(2);

try {
  if (!isCommand(name))
    throw new Unable(`"${name}" is not a command; there are: ${Object.keys(commands).join(', ')}.`);
  await commands[name](args, process.env);
} catch (error) {
  if (!(error instanceof Unable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
