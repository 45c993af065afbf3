// The one door to Graph: Microsoft's client behind our own chain (User-Agent, time limit), signed,
// within the governor's units. Reads are asked again a few times; a write never is, here.
import {
  Client,
  type Context,
  type Middleware,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import type { Governor } from './governor.ts';
import { faultOf, GraphFault, type HeadersRead, noAnswer, wordsOf } from './graph-fault.ts';
import type { MachineClock } from './machine-clock.ts';

export type GraphSettings = {
  /** https://graph.microsoft.com, or a loopback address. */
  readonly graphUrl: string;
  readonly token: () => Promise<string>;
  /** Milliseconds a call may take. */
  readonly timeLimit: number;
};

export type Call = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below /v1.0. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Resource units it costs. */
  readonly units: number;
};

export type GraphAnswer = {
  readonly status: number;
  readonly headers: HeadersRead;
  readonly body: unknown;
};

export type GraphClient = {
  /** Asks, again a few times where Graph is busy or away. Throws a GraphFault. */
  read<Body>(path: string, units: number): Promise<Body>;
  /** Once, and only once. Throws a GraphFault. */
  write<Body>(call: Call): Promise<Body>;
  /** A link Graph gave, as a path of ours. A link to another host is refused: it would get our token. */
  pathOf(link: string): string;
  /** How many requests were sent; a batch is one. */
  requests(): number;
  readonly governor: Governor;
  readonly clock: MachineClock;
};

export const userAgent = 'NONISV|GoldenThread|GoldenThread/0.1';
const version = 'v1.0';
const mostReads = 4;

export const openGraph = (
  settings: GraphSettings,
  governor: Governor,
  clock: MachineClock,
): GraphClient => {
  const base = settings.graphUrl.replace(/\/+$/, '').replace(/\/v1\.0$/, '');
  checkBase(base);
  const client = Client.initWithMiddleware({
    baseUrl: `${base}/`,
    defaultVersion: version,
    middleware: chain(settings.timeLimit),
  });

  let sent = 0;
  const once = async ({ method, path, body, headers, units }: Call): Promise<unknown> => {
    if (units > 0) await governor.take(units, method === 'GET' ? 'read' : 'write');
    const call = `${method} ${path.split('?')[0]}`;
    // Not in the chain: the package would make of a sign-in refused an outage like any other.
    const signed = { ...headers, Authorization: `Bearer ${await settings.token()}` };
    sent += 1;
    const answer = await ask(client, { method, path, body, headers: signed }, call);
    governor.heard(answer.status, answer.headers);
    if (answer.status >= 400) throw faultOf(call, answer);
    return answer.body;
  };

  return {
    read: async <Body>(path: string, units: number) =>
      (await again(() => once({ method: 'GET', path, units }), clock)) as Body,
    write: async <Body>(call: Call) => (await once(call)) as Body,
    pathOf: (link) => {
      const to = new URL(link);
      if (!isSameHost(to, new URL(base)) || !to.pathname.startsWith(`/${version}/`)) {
        throw new GraphFault(`Graph gave a link to ${to.host}, which is not Graph.`, {
          kind: 'forbidden',
          status: 0,
        });
      }
      return to.pathname.slice(version.length + 1) + to.search;
    },
    requests: () => sent,
    governor,
    clock,
  };
};

/** Asks again after a throttled or unanswered read, a few times. Retry-After is kept by the governor. */
const again = async <Result>(ask: () => Promise<Result>, clock: MachineClock): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (fault) {
      if (!(fault instanceof GraphFault) || attempt === mostReads) throw fault;
      if (fault.kind !== 'throttled' && fault.kind !== 'unreachable') throw fault;
      if (fault.retryAfter === null) await clock.wait(pause(attempt));
    }
  }
};

/** Milliseconds before asking again where Graph did not say: doubling, with jitter. */
export const pause = (attempt: number): number => 250 * 2 ** attempt * (0.5 + Math.random() / 2);

const ask = async (
  client: Client,
  {
    method,
    path,
    body,
    headers,
  }: Required<Pick<Call, 'method' | 'path' | 'headers'>> & {
    body?: unknown;
  },
  call: string,
): Promise<GraphAnswer> => {
  try {
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
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  } catch (cause) {
    throw cause instanceof GraphFault ? cause : noAnswer(call, cause);
  }
};

const parsed = (text: string): unknown => {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const chain = (timeLimit: number): Middleware[] => {
  const named = link((context) => {
    const headers = context.options?.headers as Record<string, string> | undefined;
    context.options = { ...context.options, headers: { ...headers, 'User-Agent': userAgent } };
  });
  const limited = link((context) => {
    context.options = { ...context.options, signal: AbortSignal.timeout(timeLimit) };
  });
  const sent: Middleware = {
    execute: async (context) => {
      context.response = await fetch(context.request, context.options).catch((cause: unknown) => {
        throw new Error(wordsOf(cause));
      });
    },
  };
  return [named, limited, sent];
};

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

/** A token goes over https, or stays on this machine. */
export const checkBase = (base: string): void => {
  const url = new URL(base);
  if (url.protocol !== 'https:' && !isLoopback(url)) {
    throw new Error(`Graph's address must be https, or on this machine: ${base} is neither.`);
  }
};

export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);

/** This machine goes by several names. */
const isSameHost = (one: URL, other: URL): boolean =>
  one.host === other.host || (isLoopback(one) && isLoopback(other) && one.port === other.port);
