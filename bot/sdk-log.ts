// What the Teams SDK says, put into our log: faults and warnings only, never a token or a body.
import type { App } from '@microsoft/teams.apps';
import type { Log } from '../src/use-cases/ports.ts';
import { safeError, withoutTokens } from './bot-token.ts';

type SdkLogger = App['log'];

export const sdkLog = (log: Log): SdkLogger => {
  const fault = (...said: unknown[]): void => {
    const error = said.find((each) => each instanceof Error);
    const words = said.filter((each) => typeof each === 'string').join(' ');
    log.fault('teams sdk', error === undefined ? safeError(words) : safeError(error));
  };
  const warn = (...said: unknown[]): void =>
    log.info('teams sdk', { said: withoutTokens(said.map(String).join(' ')).slice(0, 300) });
  const quiet = (): void => {};
  const logger: SdkLogger = {
    error: fault,
    warn,
    info: quiet,
    debug: quiet,
    trace: quiet,
    log: (level, ...said) => (level === 'error' ? fault(...said) : quiet()),
    child: () => logger,
  };
  return logger;
};
