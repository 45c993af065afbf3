// Structured log lines, one JSON object each, on standard error. Ids and counts only: no names, no
// commentary, no tokens.
import { randomUUID } from 'node:crypto';
import type { Log } from './use-cases/ports.ts';

export const openLog = (write: (line: string) => void): Log => ({
  info: (event, facts = {}) => write(line('info', event, facts)),
  fault: (event, error, facts = {}) =>
    write(line('fault', event, { ...facts, correlation: randomUUID(), error: nameOf(error) })),
});

const line = (level: string, event: string, facts: object): string =>
  JSON.stringify({ at: Temporal.Now.instant().toString(), level, event, ...facts });

/** A fault's name and message; never its stack of attached requests, which can hold a token. */
const nameOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : typeof error;
