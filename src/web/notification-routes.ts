// Where Graph says that a list changed. Anybody can reach this address, so nothing said here is
// believed: at most it makes the app ask the list. Whether a notice is Graph's is decided by `told`.
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { jsonBody } from '../request-limits.ts';
import type { Log } from '../use-cases/ports.ts';

/** What is said of one list. */
export type Notice = { readonly clientState: string; readonly resource: string };

export type NotificationSettings = {
  /** Hears of a notice; false where it is not Graph's, or of no list of ours. Must return at once. */
  readonly told: (notice: Notice) => boolean;
  readonly log: Log;
};

const longestToken = 1_000;
const mostNotices = 200;
/** Milliseconds between two lines of the log about notices ignored. */
const sayEvery = 60_000;

const notices = z.object({
  value: z
    .array(z.object({ clientState: z.string().max(128), resource: z.string().max(1_000) }))
    .max(mostNotices),
});

/** Mount before the API, whose sign-in Graph does not have. */
export const createNotificationRoutes = ({ told, log }: NotificationSettings): Router => {
  const ignored = countIgnored(log);
  const router = express.Router();
  router.post(
    '/api/notifications',
    (request: Request, response: Response, next: NextFunction) => {
      const token: unknown = request.query['validationToken'];
      if (token === undefined) next();
      else answerHandshake(response, token);
    },
    ...jsonBody('64kb', { type: () => true }),
    (request: Request, response: Response) => {
      // Graph waits three seconds: it is answered before anything is done.
      response.status(202).end();
      const read = notices.safeParse(request.body);
      if (!read.success) return ignored(1);
      ignored(read.data.value.filter((notice) => !told(notice)).length);
    },
    refuse,
  );
  return router;
};

/** The token goes back as it came, and only ever as plain text: a browser must not run it. */
const answerHandshake = (response: Response, token: unknown): void => {
  if (typeof token !== 'string' || token.length > longestToken) response.status(400).end();
  else {
    response
      .status(200)
      .set('X-Content-Type-Options', 'nosniff')
      .set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
      .set('Cache-Control', 'no-store')
      .type('text/plain')
      .send(token);
  }
};

/** A body that is too long or too deep, or no JSON. Express knows this for a handler of faults by its four parameters. */
// oxlint-disable-next-line max-params
const refuse: express.ErrorRequestHandler = (
  fault: { status?: number },
  _request,
  response,
  _next,
) => {
  response.status(fault.status === 413 ? 413 : 400).end();
};

/** Counted, and said now and then: a flood must not fill the log as well. */
const countIgnored = (log: Log): ((more: number) => void) => {
  let count = 0;
  let saidAt = Number.NEGATIVE_INFINITY;
  return (more) => {
    count += more;
    if (count === 0 || performance.now() - saidAt < sayEvery) return;
    log.info('notifications ignored', { count });
    saidAt = performance.now();
    count = 0;
  };
};
