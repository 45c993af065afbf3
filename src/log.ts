// Structured log lines, one JSON object each, on standard error. Ids and counts only: no names, no
// commentary, no tokens.
import { randomUUID } from 'node:crypto';
import type { Log } from './use-cases/ports.ts';

/** `inTrace`: the trace a line belongs to, where traces are kept. */
export const openLog = (
  write: (line: string) => void,
  inTrace: () => object = () => ({}),
): Log => ({
  info: (event, facts = {}) => write(line('info', event, { ...facts, ...inTrace() })),
  fault: (event, error, facts = {}) =>
    write(
      line('fault', event, { ...facts, ...inTrace(), correlation: randomUUID(), ...told(error) }),
    ),
});

const line = (level: string, event: string, facts: object): string =>
  JSON.stringify({ at: Temporal.Now.instant().toString(), level, event, ...facts });

/** What went wrong and where; never the stack of attached requests, which can hold a token. */
const told = (error: unknown): { error: string; where?: string } => {
  if (!(error instanceof Error)) return { error: typeof error };
  const where = placeIn(error.stack);
  const words = withoutValues(error.message).slice(0, 300);
  return { error: `${error.name}: ${words}`, ...(where && { where }) };
};

/** Messages quote what they complain of, and that can be somebody's name or answer. */
const withoutValues = (message: string): string =>
  message
    .replace(/"[^"]*"|`[^`]*`|(?<![A-Za-z])'(?:[^']|'(?=[A-Za-z]))*'/g, '{}')
    .replace(/\S+@\S+/g, '{}')
    .replace(/\beyJ[\w.-]+/g, '{}');

/** The file and line of ours, or else the first there is: 'row-writes.ts:120'. */
const placeIn = (stack: string | undefined): string | undefined => {
  const places = [...(stack ?? '').matchAll(/([\w.-]+\.[cm]?[jt]sx?:\d+):\d+/g)];
  return places.find(([, at]) => at?.includes('.ts:'))?.[1] ?? places[0]?.[1];
};
