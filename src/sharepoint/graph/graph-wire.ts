// One request to Graph and the reading of its answer: Microsoft's client behind our own chain, which names
// the app, keeps the time limit and follows no redirect, for a redirect would take the token along.
import { readFileSync } from 'node:fs';
import {
  Client,
  type Context,
  type Middleware,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import {
  type CallName,
  causeName,
  elsewhere,
  errorHeld,
  type GraphFault,
  type HeadersRead,
  unreadable,
} from './graph-fault.ts';
import { isSameServer } from './loopback.ts';

export type Sent = CallName & {
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
};

export type GraphAnswer = {
  readonly status: number;
  readonly headers: HeadersRead;
  readonly body: unknown;
};

/** An answer as it came; `text` undecided. */
export type RawAnswer = {
  readonly status: number;
  readonly headers: HeadersRead;
  readonly text: string;
};

export type Wire = (sent: Sent) => Promise<RawAnswer>;

const manifest = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { readonly version: string };

export const userAgent = `NONISV|GoldenThread|GoldenThread/${manifest.version}`;
export const graphVersion = 'v1.0';

/** `timeLimit`: milliseconds from sending to the last byte. Rejects where there was no whole answer. */
export const openWire = (base: string, timeLimit: number, signal?: AbortSignal): Wire => {
  const client = Client.initWithMiddleware({
    baseUrl: `${base}/`,
    defaultVersion: graphVersion,
    middleware: chain(new URL(base), timeLimit, signal),
  });
  return async ({ method, path, body, headers }) => {
    const request = client
      .api(path)
      .responseType(ResponseType.RAW)
      .headers({ ...headers });
    const response = (await (method === 'GET'
      ? request.get()
      : method === 'DELETE'
        ? request.delete()
        : method === 'POST'
          ? request.post(body)
          : request.patch(body))) as Response;
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
};

const chain = (base: URL, timeLimit: number, signal?: AbortSignal): Middleware[] => {
  const named = link((context) => {
    const headers = context.options?.headers as Record<string, string> | undefined;
    context.options = { ...context.options, headers: { ...headers, 'User-Agent': userAgent } };
  });
  const limited = link((context) => {
    const limit = AbortSignal.timeout(timeLimit);
    context.options = {
      ...context.options,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    };
  });
  const sent: Middleware = {
    execute: async (context) => {
      // The package takes a host from anywhere in a path: this is the last look before the token goes.
      if (!isSameServer(addressOf(context), base))
        throw Object.assign(new Error(), { name: elsewhere });
      // The package makes an error of its own of this one, and keeps the name.
      context.response = await fetch(context.request, context.options).catch((cause: unknown) => {
        throw Object.assign(new Error(), { name: causeName(cause) });
      });
    },
  };
  return [named, limited, sent];
};

const addressOf = ({ request }: Context): URL =>
  new URL(typeof request === 'string' ? request : request.url);

const link = (before: (context: Context) => void): Middleware => {
  let next: Middleware | undefined;
  return {
    execute: async (context) => {
      before(context);
      await next?.execute(context);
    },
    setNext: (following) => {
      next = following;
    },
  };
};

/** Undefined where it is no JSON; null where there is nothing. */
export const parsed = (text: string): unknown => {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * What is wrong with an answer that says all went well: no JSON, nothing where something was asked for,
 * or an error within. Null where nothing is.
 */
export const oddity = (
  call: CallName,
  { status, headers, body }: GraphAnswer,
  ours?: string,
): GraphFault | null => {
  if (body === undefined)
    return unreadable(call, { why: 'something that is not JSON', code: 'notJson', headers }, ours);
  const mayBeEmpty = status === 204 || status === 202 || call.method === 'DELETE';
  if (body === null && !mayBeEmpty)
    return unreadable(call, { why: 'nothing', code: 'empty', headers }, ours);
  const error = errorHeld(body);
  if (error === null || error.code === undefined) return null;
  const why = `${status} and an error within`;
  return unreadable(call, { why, code: String(error.code), headers }, ours);
};
