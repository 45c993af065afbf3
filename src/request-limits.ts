// How much, how deep and how slow a request may be, whoever sends it: for the bot's door, the tab's API and
// Graph's notices alike. How many one person may send is decided in request-rate.ts.
import type { ServerOptions } from 'node:http';
import express, { type Express, type Request, type RequestHandler } from 'express';

/**
 * Milliseconds. Headers come at once from any browser; a spreadsheet of 50 MB over a slow line takes
 * minutes, and every other body is held to less (`bodyWithin`). A connection that is slower is closed with 408.
 */
export const serverLimits: ServerOptions = {
  headersTimeout: 20_000,
  requestTimeout: 300_000,
  // Longer than an ingress keeps a connection idle: else the app closes one just as a request comes on it.
  keepAliveTimeout: 250_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
};

/** Seconds in which a body of a card or a screen must have come. */
const secondsForBody = 20;

/** Lists and objects within one another: the deepest that the tab or Teams sends has fewer than ten. */
const deepest = 32;

const methods: readonly string[] = ['GET', 'HEAD', 'POST'];

/**
 * Everything served is read or posted. Any other method is refused before it is looked at further, a
 * browser's preflight among them: no other site's page may ask anything here, so nothing is allowed to one.
 */
export const readOrPost: RequestHandler = (request, response, next) => {
  if (methods.includes(request.method)) return next();
  response.setHeader('Allow', methods.join(', '));
  response.status(405).json({ message: 'That cannot be done here.' });
};

/** What a test in this process may hold bodies to in place of the above. The environment has no setting for it. */
export type BodyTime = { readonly secondsForBody?: number };

const setting = 'seconds for a body';

/** In place of `secondsForBody`, for this app alone. */
export const expectBodies = (app: Express, seconds: number): void => void app.set(setting, seconds);

/** Answers 408 and closes the connection where the body has not come in time. */
const bodyWithin =
  (isRead: (request: Request) => boolean): RequestHandler =>
  (request, response, next) => {
    if (!isRead(request)) return next();
    const seconds = (request.app.get(setting) as number | undefined) ?? secondsForBody;
    const late = setTimeout(() => {
      if (request.complete || response.headersSent) return;
      response.setHeader('Connection', 'close');
      response.status(408).json({ message: tooSlow });
    }, seconds * 1000);
    const came = () => clearTimeout(late);
    request.once('end', came);
    response.once('close', came);
    next();
  };

const tooSlow = 'That took too long to arrive, so nothing was changed. Try again.';

const isJson = (request: Request): boolean => Boolean(request.is('json'));

type JsonKind = {
  /** Which bodies are read; left out: those that say they are JSON. Every other is let pass unread. */
  readonly type?: () => boolean;
};

/** JSON in time, within `limit`, no deeper than any screen's or card's: else a fault with its status. */
export const jsonBody = (limit: string, { type }: JsonKind = {}): RequestHandler[] => [
  bodyWithin(type ?? isJson),
  express.json({ limit, ...(type && { type }) }),
  (request, _response, next) => next(madeSound(request.body) ? undefined : new UnsoundBody()),
];

class UnsoundBody extends Error {
  readonly status = 400;
}

/**
 * False where it is too deep or names `__proto__`, which is of no use to an honest sender: where an object is
 * copied carelessly it changes every other. Texts are left without what nothing can hold. It does not call
 * itself, so that no depth is too much for it.
 */
const madeSound = (body: unknown): boolean => {
  let level = [body].filter(isObject);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= deepest || level.some((each) => Object.hasOwn(each, '__proto__'))) return false;
    for (const each of level)
      for (const [name, inner] of Object.entries(each))
        if (typeof inner === 'string' && !canBeHeld(inner)) each[name] = held(inner);
    level = level.flatMap((each) => Object.values(each).filter(isObject));
  }
  return true;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What XML cannot say, and so no list, spreadsheet or Word file can hold: a paste may bring it. */
const unheld = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const canBeHeld = (text: string): boolean => text.isWellFormed() && !unheld.test(text);
const held = (text: string): string =>
  text.toWellFormed().replaceAll(new RegExp(unheld.source, 'g'), '');
