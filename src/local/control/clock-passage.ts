// Passes the council's clock through to the app, which owns it, with a token that may move it.
import type { Response } from 'express';
import { appId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { appToken } from '../sign-in/tokens.ts';
import { ControlRefusal } from './control-refusal.ts';

const waitMs = 60_000; // moving the clock may send a whole council's cards

export function readClock(machine: Machine, response: Response): Promise<void> {
  return pass(machine, { method: 'GET' }, response);
}

export function moveClock(machine: Machine, body: unknown, response: Response): Promise<void> {
  return pass(machine, { method: 'POST', body: JSON.stringify(body ?? {}) }, response);
}

async function pass(machine: Machine, init: RequestInit, response: Response): Promise<void> {
  const token = await appToken(machine, {
    clientId: appId,
    audience: appId,
    roles: ['Clock.Move'],
  });
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  const signal = AbortSignal.timeout(waitMs);
  const answer = await fetch(`${machine.appUrl}/local/clock`, { ...init, headers, signal }).catch(
    () => {
      throw new ControlRefusal(502, `The app at ${machine.appUrl} does not answer.`);
    },
  );
  const text = await answer.text();
  response
    .status(answer.status)
    .type(answer.headers.get('content-type') ?? 'json')
    .send(text);
}
