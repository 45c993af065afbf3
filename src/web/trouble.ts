// What a person is told when a request cannot be answered: plain words, and an id where the log says more.
import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Log } from '../use-cases/ports.ts';
import { StoreFault } from '../use-cases/store-fault.ts';
import type { Trouble } from './api.ts';
import { refusedStatus, refusedWords } from './words.ts';

export const answerTrouble = (response: Response, status: number, message: string): void => {
  response.status(status).json({ message } satisfies Trouble);
};

export const unknownRoute: RequestHandler = (_request, response) =>
  answerTrouble(response, 404, 'There is nothing at this address.');

/** The last stop: the fault is logged under an id, and only the id and plain words are told. */
export const unexpected =
  (log: Log): ErrorRequestHandler =>
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters.
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const known = knownFault(statusOf(error));
    if (known !== null) return answerTrouble(response, statusOf(error), known);
    // What is wrong with the Outbox is in the log once already, and not at every press.
    if (error instanceof StoreFault && request.method === 'GET')
      return answerTrouble(response, refusedStatus(notKept), notShown);
    if (error instanceof StoreFault)
      return answerTrouble(response, refusedStatus(notKept), refusedWords(notKept));
    const id = randomUUID().slice(0, 8);
    log.fault('request failed', error, { id });
    const message = `Something went wrong here and nothing was changed. Try again; if it stays, tell the performance team the number ${id}.`;
    response.status(500).json({ message, id } satisfies Trouble);
  };

/** Of what was only to be read. */
const notShown = 'This cannot be shown at present. Nothing is lost or changed by that.';
const notKept = { reason: 'not kept' } as const;

const statusOf = (error: unknown): number => {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : 500;
};

/** Null where the fault is ours. */
const knownFault = (status: number): string | null =>
  status >= 400 && status < 500 ? (clientFaults[status] ?? unreadable) : null;

const unreadable = 'That request could not be read. Nothing was changed.';
const clientFaults: { readonly [status: number]: string } = {
  413: 'That is more than can be sent at once. Shorten it; nothing was changed.',
  415: 'That request is in a form that cannot be read. Nothing was changed.',
};
