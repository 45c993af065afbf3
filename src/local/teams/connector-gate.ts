// What every request to the connector passes: token, the app's 50 a second, faults asked for, latency.
// What is then done with it is decided by the route.
import { setTimeout as wait } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import { messagesPath } from '../admin/registered-bot.ts';
import { applyBefore, dropConnection } from '../faults/at-the-door.ts';
import { anyoneHere, appId, connectorAudience } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { checkToken, TokenRefused } from '../sign-in/tokens.ts';
import type { ConnectorLimits } from './connector-limits.ts';
import { ConnectorRefusal, throttled } from './connector-refusals.ts';
import type { Region } from './people.ts';

export type Door = { machine: Machine; limits: ConnectorLimits; region: Region };
type Accepted = { status: number; body?: unknown };

export type Handling<Admitted> = {
  /** On arrival: finds what the request is about and counts it against that chat's limits. */
  admit(door: Door, request: Request): Admitted;
  /** After the latency asked for: does it. */
  act(door: Door, admitted: Admitted, request: Request): Accepted;
};

export function gate<Admitted>(door: Door, handling: Handling<Admitted>): RequestHandler {
  return async (request, response) => {
    const { counters } = door.machine.faults;
    counters.teams.requests += 1;
    try {
      await pass({ door, handling }, request, response);
    } catch (refusal) {
      if (!(refusal instanceof ConnectorRefusal)) throw refusal;
      if (refusal.status === 429) counters.teams.throttled += 1;
      else if (refusal.status === 403) counters.teams.forbidden += 1;
      else if (refusal.status >= 500) counters.teams.failed += 1;
      refuse(response, refusal);
    }
  };
}

export function refuse(response: Response, refusal: ConnectorRefusal): void {
  if (refusal.retryAfter !== undefined) response.set('Retry-After', String(refusal.retryAfter));
  response.status(refusal.status).json(refusal.body());
}

async function pass<Admitted>(
  { door, handling }: { door: Door; handling: Handling<Admitted> },
  request: Request,
  response: Response,
): Promise<void> {
  const { faults } = door.machine;
  await checkBot(door.machine, request);
  const wantedIn = door.limits.takeForApp();
  if (wantedIn !== null) throw throttled(wantedIn);
  const admitted = handling.admit(door, request);
  const fault = faults.next('teams', request.method, `${request.baseUrl}${request.path}`);
  const latency = faults.settings.latencyMs.teams ?? 0;
  if (latency > 0) await wait(latency);
  if (await applyBefore(fault, response)) return;
  refuseByChance(door.machine);
  const { status, body } = handling.act(door, admitted, request);
  faults.counters.teams.accepted += 1;
  if (fault?.dropAfterCommit) dropConnection(response);
  else if (body === undefined) response.status(status).end();
  else response.status(status).json(body);
}

async function checkBot(machine: Machine, request: Request): Promise<void> {
  try {
    const { authorization } = request.headers;
    const { clientId } = await checkToken(machine, authorization, connectorAudience);
    const isRegistered = messagesPath(machine.store) !== null;
    if (clientId === anyoneHere || (clientId === appId && isRegistered)) return;
  } catch (fault) {
    if (!(fault instanceof TokenRefused)) throw fault;
  }
  const words = 'Authorization has been denied for this request.';
  throw new ConnectorRefusal({ status: 401, code: 'BotNotRegistered' }, words);
}

/** The shares of 429 and 502 asked for; nothing is delivered. */
function refuseByChance(machine: Machine): void {
  const { random } = machine.faults.settings;
  if (!random) return;
  const drawn = machine.faults.draw();
  if (drawn < random.teams429) throw throttled(random.retryAfterSeconds);
  if (drawn < random.teams429 + random.teams502) {
    throw new ConnectorRefusal({ status: 502, code: 'ServiceError' }, 'Bad gateway.');
  }
}
