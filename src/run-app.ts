// The app, run: settings from the environment, one plain sentence for each fault. It exits with 1 where
// somebody must change a setting, and with 75 where starting it again later may do.
import path from 'node:path';
import { startApp } from './app.ts';
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

const config = readConfig(process.env);
if ('faults' in config) giveUp(config.faults.join('\n'));
else {
  try {
    const app = await startApp(config);
    const stop = () => void app.close().then(() => process.exit(0));
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    giveUp(whyNot(error, config), error instanceof GraphFault ? 75 : 1);
  }
}
