// What was refused to whom is told to the log, so that somebody who tries doors is noticed. Who is asking and
// what is theirs is decided elsewhere; a token that does not hold is told of by sign-in itself.
import type { RequestHandler } from 'express';
import type { Log } from '../use-cases/ports.ts';

const notTheirs = 403;
const tooOften = 429;
const minute = 60_000;

/**
 * The person by their key, the address by its pattern: never what was asked for, nor what was sent. Of
 * somebody who sends too much there is one line a minute, or the log would be flooded as well.
 */
export const refusalsLogged = (log: Log): RequestHandler => {
  const saidAt = new Map<string, number>();
  const isSaid = (person: string): boolean => {
    const before = saidAt.get(person) ?? Number.NEGATIVE_INFINITY;
    if (performance.now() - before < minute) return true;
    saidAt.set(person, performance.now());
    return false;
  };
  return (request, response, next) => {
    response.once('finish', () => {
      const { statusCode: status } = response;
      if (status !== notTheirs && status !== tooOften) return;
      const named: unknown = response.locals['person'];
      const person = typeof named === 'string' ? named : null;
      if (status === tooOften && isSaid(person ?? '')) return;
      const address = request.route?.path ?? null;
      log.info('request refused', { status, method: request.method, address, person });
    });
    next();
  };
};
