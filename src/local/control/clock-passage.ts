// Passes the council's clock through to the app, which owns it, with a token that may move it.
import type { Response } from 'express';
import { z } from 'zod';
import { appId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { appToken } from '../sign-in/tokens.ts';
import { ControlRefusal } from './control-refusal.ts';

const face = z.object({ now: z.iso.datetime({ offset: true }) });

const waitMs = 60_000; // moving the clock may send a whole council's cards

type Passed = { status: number; type: string; text: string };

export async function readClock(machine: Machine, response: Response): Promise<void> {
  const passed = await pass(machine, { method: 'GET' });
  hear(machine, passed);
  send(passed, response);
}

export async function moveClock(
  machine: Machine,
  body: unknown,
  response: Response,
): Promise<void> {
  const init = { method: 'POST', body: JSON.stringify(body ?? {}) };
  const passed = await machine.councilTime.during(() => pass(machine, init));
  hear(machine, passed);
  send(passed, response);
}

async function pass(machine: Machine, init: RequestInit): Promise<Passed> {
  const token = await appToken(machine, {
    clientId: appId,
    audience: appId,
    roles: ['Clock.Move'],
    bySecret: true,
  });
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  const signal = AbortSignal.timeout(waitMs);
  const answer = await fetch(`${machine.appUrl}/local/clock`, { ...init, headers, signal }).catch(
    () => {
      throw new ControlRefusal(502, `The app at ${machine.appUrl} does not answer.`);
    },
  );
  const type = answer.headers.get('content-type') ?? 'json';
  return { status: answer.status, type, text: await answer.text() };
}

function send({ status, type, text }: Passed, response: Response): void {
  response.status(status).type(type).send(text);
}

/** Where the app failed, its time is not known until it is next asked. */
function hear({ councilTime }: Machine, passed: Passed): void {
  const now = nowIn(passed);
  if (now !== null) councilTime.hear(now);
  else if (passed.status < 500) councilTime.notMoved();
}

/** The instant the app's answer names; null where it refused, or said something else. */
function nowIn({ status, text }: Passed): string | null {
  if (status !== 200) return null;
  try {
    return face.parse(JSON.parse(text)).now;
  } catch {
    return null;
  }
}
