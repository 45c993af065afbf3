// A span and a duration for each request answered, named by its route and never by what the address holds.
// A press on a card is named by its verb, once the bot's door has let it in.
import type { Histogram } from '@opentelemetry/api';
import type { Request, RequestHandler } from 'express';
import type { Spans } from './spans.ts';
import type { Facts } from './telemetry.ts';

/** `duration` in seconds. */
export const requestSpans =
  (spans: Spans, duration: Histogram): RequestHandler =>
  (request, response, next) => {
    const began = performance.now();
    const { method } = request;
    const span = spans.begin({ name: method, kind: 'server', facts: {} });
    response.once('close', () => {
      // Whoever asked left before there was an answer: 499, as proxies have it.
      const status = response.writableFinished ? response.statusCode : 499;
      const facts: Facts = {
        'http.request.method': method,
        'http.route': routeOf(request),
        'http.response.status_code': status,
      };
      duration.record((performance.now() - began) / 1000, facts);
      const verb = status === 200 ? verbOf(request) : null;
      const name = verb === null ? `${method} ${routeOf(request)}` : `press ${verb}`;
      const pressed = verb === null ? {} : { 'golden_thread.verb': verb };
      span.end(name, { ...facts, ...pressed }, status >= 500);
    });
    span.run(() => next());
  };

/** As declared, '/api/measures/:key'; what no route answered goes by where it was let fall. */
const routeOf = (request: Request): string => {
  const { path } = (request.route ?? {}) as { path?: unknown };
  if (typeof path === 'string') return `${request.baseUrl}${path}`;
  return doors.find((door) => door === request.baseUrl) ?? 'none';
};

const doors = ['/api', '/tab'];

const verbOf = (request: Request): string | null => {
  if (routeOf(request) !== '/api/messages') return null;
  const { name, value } = request.body as {
    name?: unknown;
    value?: { action?: { verb?: unknown } };
  };
  const verb = value?.action?.verb;
  if (name !== 'adaptiveCard/action' || typeof verb !== 'string') return null;
  return /^[a-z-]{1,40}$/i.test(verb) ? verb : null;
};
