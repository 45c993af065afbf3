// The app, run: settings from the environment, one plain sentence for each fault. It exits with 1 where
// somebody must change a setting, and with 75 where starting it again later may do.
import path from 'node:path';
import { type App, startApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { GraphFault } from './sharepoint/graph/graph-fault.ts';

const whyNot = (error: unknown, { port, dataFolder }: Config): string => {
  const { code, message, path: where } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `PORT ${port} is in use by another program.`;
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR')
    return `DATA_DIR ${dataFolder} cannot be written: choose a folder you may write to.`;
  if (code === 'EEXIST')
    return `DATA_DIR ${dataFolder} is a file: choose a folder you may write to.`;
  if (code === 'EISDIR') {
    const name = where === undefined ? '' : ` (${path.basename(where)})`;
    return `DATA_DIR ${dataFolder} holds a folder where the app keeps a file${name}: move that folder away.`;
  }
  if (code === 'ENOSPC') return `DATA_DIR ${dataFolder} cannot be written: its disk is full.`;
  return `The app could not start: ${message}`;
};

const giveUp = (words: string, code: 1 | 75 = 1): never => {
  process.stderr.write(`${words}\n`);
  process.exit(code);
};

/**
 * Told to stop, it finishes what is in hand first. It listens for that from the beginning: in a container
 * it is the first process, which no signal ends by itself. Told twice, it ends at once.
 */
const stopWhenTold = (app: () => App | null): void => {
  const stop = () => {
    const running = app();
    if (running === null) process.exit(0);
    running.close().then(
      () => process.exit(0),
      (error: unknown) => giveUp(`The app did not stop as it should: ${(error as Error).message}`),
    );
    process.once('SIGTERM', () => process.exit(1));
    process.once('SIGINT', () => process.exit(1));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

const config = readConfig(process.env);
if ('faults' in config) giveUp(config.faults.join('\n'));
else {
  let app: App | null = null;
  stopWhenTold(() => app);
  try {
    app = await startApp(config);
  } catch (error) {
    giveUp(whyNot(error, config), error instanceof GraphFault ? 75 : 1);
  }
}
