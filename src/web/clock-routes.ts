// Moves the council's clock, on a machine with no tenant. main.ts mounts this in local mode only:
// in production the route is not there.
import express, { type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import { momentWords } from '../rules/date-words.ts';
import { nextMoments } from '../rules/next-moment.ts';
import type { Clock, Ports } from '../use-cases/ports.ts';
import { tokenCheck } from './token-check.ts';
import { answerTrouble } from './trouble.ts';

export type ClockSettings = {
  readonly appId: string;
  readonly issuers: readonly string[];
  readonly keysUrl: string;
  readonly ports: Ports;
  readonly clock: Clock & {
    moveTo(moment: Temporal.ZonedDateTime): 'moved' | 'not ahead';
  };
  /** Does all that is due at the new time, and says what was done. */
  readonly catchUp: () => Promise<readonly string[]>;
};

const move = z.union([
  z.strictObject({ move: z.string().max(40) }),
  z.strictObject({ to: z.string().max(40) }),
]);

/** GET and POST /local/clock, for a caller that local sign-in gave the role Clock.Move. */
export const createClockRoutes = (settings: ClockSettings): Router => {
  const routes = express.Router();
  routes.use('/local/clock', mayMove(settings), express.json({ limit: '1kb' }));
  routes.get('/local/clock', (_request, response) => {
    response.json(face(settings));
  });
  routes.post('/local/clock', async (request, response) => {
    const asked = move.safeParse(request.body);
    if (!asked.success)
      return answerTrouble(response, 400, 'Say which move, or a date and time to move to.');
    const to = target(settings, asked.data);
    if (to === null)
      return answerTrouble(response, 400, 'That is not a move or a date and time I know.');
    if (settings.clock.moveTo(to) === 'not ahead')
      return answerTrouble(response, 409, 'The clock only moves forward.');
    const happened = await settings.catchUp();
    response.json({ ...face(settings), happened });
  });
  return routes;
};

const face = ({ ports, clock }: ClockSettings) => {
  const now = clock.now();
  const moves = nextMoments(ports.replica.registers(), now).map(({ id, label, at }) => ({
    id,
    label,
    at: at.toString(),
    words: momentWords(at),
  }));
  const next = moves.find((each) => each.id === 'next') ?? null;
  return { now: now.toInstant().toString(), words: momentWords(now), next, moves };
};

const target = (
  { ports, clock }: ClockSettings,
  asked: z.infer<typeof move>,
): Temporal.ZonedDateTime | null => {
  if ('move' in asked) {
    const moments = nextMoments(ports.replica.registers(), clock.now());
    return moments.find((each) => each.id === asked.move)?.at ?? null;
  }
  try {
    return Temporal.PlainDateTime.from(asked.to).toZonedDateTime(clock.now().timeZoneId);
  } catch {
    return null;
  }
};

const mayMove = ({ appId, issuers, keysUrl }: ClockSettings): RequestHandler => {
  const check = tokenCheck({ audiences: [appId], issuers, keysUrl, requiredClaims: ['exp'] });
  return async (request, response, next) => {
    try {
      const { roles } = await check(request);
      if (Array.isArray(roles) && roles.includes('Clock.Move')) return next();
      return answerTrouble(response, 403, 'This token may not move the clock.');
    } catch {
      return answerTrouble(response, 401, 'A token from local sign-in is needed.');
    }
  };
};
