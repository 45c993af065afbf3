// What a scripted fault does to a request in hand: wait, lose the connection, or answer an error.
import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import type { ScriptedFault } from './fault-settings.ts';

/** Plays the part of a fault that comes before any work; true when the request is over. */
export async function applyBefore(
  fault: ScriptedFault | undefined,
  response: Response,
): Promise<boolean> {
  if (!fault) return false;
  if (fault.delayMs) await wait(fault.delayMs);
  if (fault.dropBefore) {
    dropConnection(response);
    return true;
  }
  if (fault.status === undefined) return false;
  if (fault.retryAfter !== undefined) response.set('Retry-After', String(fault.retryAfter));
  response.status(fault.status).json(scriptedBody(fault.status));
  return true;
}

export function scriptedBody(status: number): object {
  const codes: Record<number, string> = {
    401: 'InvalidAuthenticationToken',
    403: 'accessDenied',
    404: 'itemNotFound',
    409: 'resourceModified',
    412: 'resourceModified',
    429: 'activityLimitReached',
    503: 'serviceNotAvailable',
    504: 'timeout',
  };
  const code = codes[status] ?? 'generalException';
  const message = `A fault asked for by PUT /local/faults (${status}).`;
  return { error: { code, message, innerError: {} } };
}

/** The caller sees a reset connection and cannot know whether anything was done. */
export function dropConnection(response: Response): void {
  response.socket?.destroy();
}
