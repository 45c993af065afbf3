// SharePoint's own interface (/_api), for the few things Graph has none for: views, column formats and
// who may open a list. Its tokens are for the site's host; an app needs a certificate to have one.
import { randomUUID } from 'node:crypto';
import type { Token } from './credentials.ts';
import { checkBase, pause, userAgent } from './graph-client.ts';
import { faultOf, type GraphFault, noAnswer } from './graph-fault.ts';
import { isLoopback } from './loopback.ts';
import type { MachineClock } from './machine-clock.ts';

export type RestCall = {
  readonly method: 'GET' | 'POST' | 'MERGE';
  /** Below /_api/web. */
  readonly path: string;
  readonly body?: object;
  /** Where the body is in the form with metadata, as documented for collections and columns. */
  readonly verbose?: true;
};

export type SiteRest = {
  /** Answers the body. Throws a GraphFault: 'forbidden' where the right is missing. */
  send<Body>(call: RestCall): Promise<Body>;
  requests(): number;
};

export type RestSettings = {
  /** The site's own address, as Graph gives it. */
  readonly webUrl: string;
  /** The host the token is for; it is sent nowhere else. */
  readonly host: string;
  readonly token: Token;
  readonly timeLimit: number;
  readonly clock: MachineClock;
};

const mostTries = 4;

export const openSiteRest = (settings: RestSettings): SiteRest => {
  const { webUrl, host, token, timeLimit, clock } = settings;
  const url = new URL(webUrl);
  checkBase(webUrl);
  if (url.hostname !== host && !isLoopback(url)) {
    throw new Error(`The site's address ${webUrl} is not on ${host}: it gets no token.`);
  }
  let sent = 0;
  const once = async (call: RestCall, signed: string): Promise<Answer> => {
    sent += 1;
    const ours = randomUUID();
    const response = await fetch(`${webUrl}/_api/web/${call.path}`, {
      ...shape(call, signed, ours),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimit),
    }).catch((cause: unknown) => {
      throw noAnswer(call, cause, ours);
    });
    const text = await response.text().catch((cause: unknown) => {
      throw noAnswer(call, cause, ours);
    });
    const body = parsed(text);
    if (response.ok) return { body, fault: null };
    const { status, headers } = response;
    return {
      body,
      fault: faultOf(call, { status, headers, body: { error: errorIn(body) } }, ours),
    };
  };
  /** A token that was refused is asked for once more; nothing was done with it. */
  const signedIn = async (call: RestCall): Promise<Answer> => {
    const signed = await token();
    const answer = await once(call, signed);
    if (answer.fault?.status !== 401) return answer;
    const another = await token(signed);
    return another === signed ? answer : once(call, another);
  };
  return {
    requests: () => sent,
    // Busy, it did nothing, and may be asked again; without an answer it is never known.
    send: async <Body>(call: RestCall) => {
      for (let attempt = 1; ; attempt += 1) {
        const { body, fault } = await signedIn(call);
        if (fault === null) return body as Body;
        if (fault.kind !== 'throttled' || attempt === mostTries) throw fault;
        await clock.wait(fault.retryAfter === null ? pause(attempt) : fault.retryAfter * 1000);
      }
    },
  };
};

type Answer = { readonly body: unknown; readonly fault: GraphFault | null };

const shape = ({ method, body, verbose }: RestCall, token: string, ours: string): RequestInit => ({
  method: method === 'GET' ? 'GET' : 'POST',
  headers: {
    Authorization: `Bearer ${token}`,
    Accept: 'application/json;odata=nometadata',
    'User-Agent': userAgent,
    'client-request-id': ours,
    ...(body && {
      'Content-Type': `application/json;odata=${verbose ? 'verbose' : 'nometadata'}`,
    }),
    ...(method === 'MERGE' && { 'X-HTTP-Method': 'MERGE', 'If-Match': '*' }),
  },
  ...(body && { body: JSON.stringify(body) }),
});

const parsed = (text: string): unknown => {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

/** SharePoint's errors, with metadata or without. */
const errorIn = (body: unknown): { code: string; message: string } => {
  const held = body as { [name in 'error' | 'odata.error']?: unknown } | null;
  const error = (held?.['odata.error'] ?? held?.error) as
    | { code?: string; message?: { value?: string } | string }
    | undefined;
  const message = typeof error?.message === 'object' ? error.message.value : error?.message;
  return { code: error?.code ?? '', message: message ?? '' };
};

/** How a list is named in an address: its title, quoted. */
export const listPath = (title: string): string =>
  `lists/getbytitle('${encodeURIComponent(title.replaceAll("'", "''"))}')`;
