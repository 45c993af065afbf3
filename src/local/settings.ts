// The settings of the process, read once from the environment; each fault is one sentence naming it.

export type LocalSettings = { port: number; dataFolder: string; appUrl: string; empty: boolean };

export class SettingRefused extends Error {}

export function readSettings(environment: Record<string, string | undefined>): LocalSettings {
  return {
    port: portIn(environment['LOCAL_PORT'] || '3979'),
    dataFolder: environment['DATA_DIR'] || './data',
    appUrl: addressIn(environment['APP_URL'] || 'http://localhost:3978'),
    empty: environment['EMPTY_TENANT'] === 'yes',
  };
}

/** The sentence for a fault met while starting. */
export function sentenceFor(fault: unknown, settings: LocalSettings): string {
  const { code } = fault as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return `LOCAL_PORT ${settings.port} is already in use: stop what is using it or set LOCAL_PORT to another port.`;
  }
  if (code === 'EACCES' && (fault as { syscall?: string }).syscall === 'listen') {
    return `LOCAL_PORT ${settings.port} may not be used by this account: set LOCAL_PORT to a port above 1023.`;
  }
  const folderCodes = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC'];
  if ((code && folderCodes.includes(code)) || code === 'ERR_SQLITE_ERROR') {
    return `DATA_DIR ${settings.dataFolder} cannot be written to: set DATA_DIR to a folder this account may write to.`;
  }
  const words = fault instanceof Error ? fault.message : String(fault);
  return `Local Microsoft 365 could not start with DATA_DIR ${settings.dataFolder}: ${words}.`;
}

function portIn(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new SettingRefused(`LOCAL_PORT must be a port number from 1 to 65535, not '${text}'.`);
}

function addressIn(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new SettingRefused(`APP_URL must be an http or https address, not '${text}'.`);
}
