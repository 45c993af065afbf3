// What is logged of a call that failed: enough to find it again in Microsoft's own logs, by both ids, and
// nothing of what was in it: no query, no key, no words of Graph's, no token.
import type { Log } from '../../use-cases/ports.ts';
import type { GraphFault } from './graph-fault.ts';

export type Tried = {
  /** Milliseconds it took. */
  readonly took: number;
  readonly attempt: number;
  /** How many calls of one batch ended just so. */
  readonly times?: number;
};

type Facts = Record<string, string | number>;

export const logFault = (log: Log | undefined, fault: GraphFault, tried: Tried): void => {
  if (wasMade(fault)) log?.fault('a call to Graph failed', fault, factsOf(fault, tried));
};

export const logAgain = (log: Log | undefined, fault: GraphFault, tried: Tried): void => {
  if (wasMade(fault)) log?.info('a call to Graph is made again', factsOf(fault, tried));
};

/** One that waited on another's failure, or was called off as the app stops, is no news. */
const wasMade = ({ unsent, calledOff }: GraphFault): boolean => !unsent && !calledOff;

const factsOf = (fault: GraphFault, { took, attempt, times }: Tried): Facts => ({
  kind: fault.kind,
  method: fault.call.method,
  path: fault.call.path,
  status: fault.status,
  code: fault.code,
  ...(fault.requestId && { requestId: safeId(fault.requestId) }),
  ...(fault.ours && { ours: fault.ours }),
  milliseconds: Math.round(took),
  attempt,
  ...(times !== undefined && times > 1 && { times }),
});

/** An id is letters, digits and dashes; whatever else stands there is not one. */
const safeId = (id: string): string => (/^[\w-]{1,64}$/.test(id) ? id : 'not an id');
