// What answers on the app's port from the first moment to the last: whether it lives, whether it may be sent
// requests, and, until the lists have been read, that it is not there yet. All else is the app's, once it opens.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

export type FrontDoor = {
  readonly handle: RequestListener;
  /** From now on the app answers. `reasons`: what is not well, in sentences. */
  open(app: RequestListener, reasons: () => readonly string[]): void;
  /** No more requests are wanted: those that come are answered, and told not to come again this way. */
  stop(): void;
};

type State = {
  app: RequestListener | null;
  reasons: () => readonly string[];
  isStopping: boolean;
};

/**
 * `/health/live` says no to nothing: what answers lives. `/health/ready` says no until the lists have been
 * read and while the app stops, and yes in any other trouble: that is every instance's, and a refusal in
 * words, with what was typed still there, serves a person better than none.
 */
export const openFrontDoor = (): FrontDoor => {
  const state: State = { app: null, reasons: () => [starting], isStopping: false };
  return {
    handle: (request, response) => {
      if (state.isStopping) response.setHeader('Connection', 'close');
      const [path] = (request.url ?? '').split('?', 1);
      if (isAsked(request) && path === '/health/live') return answer(response, 200, { live: true });
      if (isAsked(request) && path === '/health/ready') return answerReady(state, response);
      if (state.app !== null) return state.app(request, response);
      response.setHeader('Retry-After', '5');
      if (path === '/health') return answerReady(state, response);
      return answer(response, 503, { message: `${starting} Try again in a minute.` });
    },
    open: (app, reasons) => {
      state.app = app;
      state.reasons = reasons;
    },
    stop: () => {
      state.isStopping = true;
    },
  };
};

const starting = 'The app is starting: it is reading the lists.';
const stopping = 'The app is stopping.';

const isAsked = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

const answerReady = ({ app, reasons, isStopping }: State, response: ServerResponse): void => {
  const ready = app !== null && !isStopping;
  const said = [...(isStopping ? [stopping] : []), ...reasons()];
  answer(response, ready ? 200 : 503, { ready, reasons: said });
};

const answer = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(JSON.stringify(body));
};
