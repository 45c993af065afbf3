// What can go wrong with a call to Graph, as the five faults the use cases know. A fault's message says
// nothing that came from a row or a person: what Graph said in words, which can quote a value, is kept
// apart, for an administrator at the command line. Whether to call again is the caller's to decide.
import type { ListFault } from '../../use-cases/ports.ts';
import { pathTemplate } from './path-template.ts';

/** Which call, as it may be logged. */
export type CallName = { readonly method: string; readonly path: string };

export type GraphFaultFacts = {
  readonly kind: ListFault;
  /** The HTTP status; 0 where there was no answer, or none that can be read: it may have been done. */
  readonly status: number;
  /** Seconds Graph asked us to wait; null where it did not say. */
  readonly retryAfter?: number | null;
  readonly code?: string;
  /** Graph's own words. They can quote a value: never logged. */
  readonly said?: string | null;
  readonly call?: CallName;
  /** Graph's id of the request, and ours. */
  readonly requestId?: string | null;
  readonly ours?: string | null;
  /** The app is stopping: it is not to be asked again. */
  readonly calledOff?: boolean;
  /** It never left this process: Graph was known to be away. */
  readonly unsent?: boolean;
};

export class GraphFault extends Error {
  readonly kind: ListFault;
  readonly status: number;
  readonly retryAfter: number | null;
  readonly code: string;
  readonly said: string | null;
  readonly call: CallName;
  readonly requestId: string | null;
  readonly ours: string | null;
  readonly calledOff: boolean;
  readonly unsent: boolean;

  constructor(words: string, facts: GraphFaultFacts) {
    super(words);
    this.name = 'GraphFault';
    this.kind = facts.kind;
    this.status = facts.status;
    this.retryAfter = facts.retryAfter ?? null;
    this.code = safeCode(facts.code);
    this.said = facts.said ?? null;
    this.call = facts.call ?? { method: '', path: '' };
    this.requestId = facts.requestId ?? null;
    this.ours = facts.ours ?? null;
    this.calledOff = facts.calledOff ?? false;
    this.unsent = facts.unsent ?? false;
  }
}

/** For whoever is at the command line: with what Graph said, which no log may hold. */
export const toldInFull = ({ message, said }: GraphFault): string =>
  said ? `${message}: ${said}` : message;

export type HeadersRead = { get(name: string): string | null };

type Answer = { readonly status: number; readonly headers: HeadersRead; readonly body: unknown };

export const callName = ({ method, path }: CallName): CallName => ({
  method,
  path: pathTemplate(path),
});

/** What the answer to a call says went wrong. */
export const faultOf = (asked: CallName, answer: Answer, ours?: string): GraphFault => {
  const call = callName(asked);
  const { status, headers } = answer;
  const retryAfter = secondsToWait(headers);
  const { code, message } = errorIn(answer.body);
  const words = status < 400 ? 'a redirect, which is not followed' : safeCode(code);
  return new GraphFault(`${nameOf(call)} answered ${status} ${words}`.trimEnd(), {
    kind: kindOf(status, retryAfter),
    status,
    retryAfter,
    code,
    said: message === '' ? null : message,
    call,
    requestId: headers.get('request-id'),
    ours: ours ?? null,
  });
};

/** There was no answer: refused, reset, or past its time limit. It may have been done all the same. */
export const noAnswer = (asked: CallName, cause: unknown, ours?: string): GraphFault => {
  const call = callName(asked);
  const why = whyNone(cause);
  const facts = {
    kind: 'unreachable',
    status: 0,
    code: why.code,
    call,
    ours: ours ?? null,
  } as const;
  return new GraphFault(`${nameOf(call)} had no answer: ${why.words}`, facts);
};

/** There was an answer, of which nothing can be made. It may have been done all the same. */
export const unreadable = (
  asked: CallName,
  { why, code, headers }: { why: string; code: string; headers: HeadersRead },
  ours?: string,
): GraphFault => {
  const call = callName(asked);
  return new GraphFault(`${nameOf(call)} was answered with ${why}`, {
    kind: 'unreachable',
    status: 0,
    code,
    call,
    requestId: headers.get('request-id'),
    ours: ours ?? null,
  });
};

/** The app is stopping. A write called off counts as unanswered, never as done. */
export const calledOff = (asked?: CallName): GraphFault =>
  new GraphFault('A call to Graph was called off: the app is stopping.', {
    kind: 'unreachable',
    status: 0,
    code: 'calledOff',
    calledOff: true,
    ...(asked && { call: callName(asked) }),
  });

/** Another instance of the app writes now. It was not sent, and counts as unanswered. */
export const notOurs = (asked: CallName): GraphFault =>
  new GraphFault('A write to Graph was called off: another instance of the app writes now.', {
    kind: 'unreachable',
    status: 0,
    code: 'notOurs',
    calledOff: true,
    call: callName(asked),
  });

/** The code of what was not sent, or not followed, because another server would have had our token. */
export const elsewhere = 'linkElsewhere';

/** It was on its way to another server than Graph, and was not sent. */
export const ledElsewhere = (asked: CallName, ours: string): GraphFault => {
  const call = callName(asked);
  const words = `${call.method} of a path that leads to another server than Graph was not sent.`;
  return new GraphFault(words, {
    kind: 'forbidden',
    status: 0,
    code: elsewhere,
    call,
    ours,
    unsent: true,
  });
};

const nameOf = ({ method, path }: CallName): string => `${method} ${path}`;

/**
 * 400 counts as a conflict: the list will not take the row as it is, now or on asking again.
 * 503 with a Retry-After is throttling, without one an outage. A redirect comes from something that is
 * not Graph.
 */
const kindOf = (status: number, retryAfter: number | null): ListFault => {
  if (status === 429 || (status === 503 && retryAfter !== null)) return 'throttled';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'notFound';
  return status >= 500 || status < 400 ? 'unreachable' : 'conflict';
};

/** Retry-After in seconds: a number, or a date, which is measured by the clock of who gave it. */
export const secondsToWait = (headers: HeadersRead): number | null => {
  const text = headers.get('retry-after');
  if (text === null) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const at = Date.parse(text);
  const theirs = Date.parse(headers.get('date') ?? '');
  const now = Number.isNaN(theirs) ? Date.now() : theirs;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
};

/** Null where the body holds no error. */
export const errorHeld = (body: unknown): { code?: unknown; message?: unknown } | null => {
  if (typeof body !== 'object' || body === null) return null;
  const { error } = body as { error?: unknown };
  return typeof error === 'object' && error !== null ? error : null;
};

const errorIn = (body: unknown): { code: string; message: string } => {
  const error = errorHeld(body);
  return { code: String(error?.code ?? ''), message: String(error?.message ?? '').slice(0, 200) };
};

/** A code is a name such as itemNotFound, or SharePoint's number and name; anything else is not logged. */
const safeCode = (code: string | undefined): string =>
  code !== undefined && /^-?\w{1,64}(?:\.\w+)*(?:, [\w.]{1,80})?$/.test(code) ? code : '';

/** By name only: the words of some errors hold the header, and so the token, that was sent. */
export const causeName = (cause: unknown): string => {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const { name = '', code } = (inner ?? {}) as { name?: string; code?: unknown };
  return (typeof code === 'string' && safeCode(code)) || safeCode(name);
};

const whyNone = (cause: unknown): { words: string; code: string } => {
  const code = causeName(cause);
  return code === 'TimeoutError'
    ? { words: 'past its time limit', code: 'timeLimit' }
    : { words: code || 'the connection was lost', code };
};
