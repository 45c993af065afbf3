// What can go wrong with a call to Graph, as the five faults the use cases know.
// Whether to call again is decided by the caller, who knows if repeating is harmless.
import type { ListFault } from '../use-cases/ports.ts';

export class GraphFault extends Error {
  readonly kind: ListFault;
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** Seconds Graph asked us to wait; null where it did not say. */
  readonly retryAfter: number | null;

  constructor(
    words: string,
    facts: {
      kind: ListFault;
      status: number;
      retryAfter?: number | null;
      cause?: unknown;
    },
  ) {
    super(words, { cause: facts.cause });
    this.name = 'GraphFault';
    this.kind = facts.kind;
    this.status = facts.status;
    this.retryAfter = facts.retryAfter ?? null;
  }
}

export type HeadersRead = { get(name: string): string | null };

/** What the answer to a call says went wrong. */
export const faultOf = (
  call: string,
  answer: { readonly status: number; readonly headers: HeadersRead; readonly body: unknown },
): GraphFault => {
  const retryAfter = secondsToWait(answer.headers);
  const { code, message } = errorIn(answer.body);
  return new GraphFault(`${call} answered ${answer.status} ${code}: ${message}`, {
    kind: kindOf(answer.status, retryAfter),
    status: answer.status,
    retryAfter,
  });
};

/** There was no answer: refused, reset, or past its time limit. It may have been done all the same. */
export const noAnswer = (call: string, cause: unknown): GraphFault =>
  new GraphFault(`${call} had no answer: ${wordsOf(cause)}`, {
    kind: 'unreachable',
    status: 0,
    cause,
  });

/**
 * 400 counts as a conflict: the list will not take the row as it is, now or on asking again.
 * 503 with a Retry-After is throttling, without one an outage.
 */
const kindOf = (status: number, retryAfter: number | null): ListFault => {
  if (status === 429 || (status === 503 && retryAfter !== null)) return 'throttled';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'notFound';
  return status >= 500 ? 'unreachable' : 'conflict';
};

/** Retry-After in seconds: a number, or a date. */
const secondsToWait = (headers: HeadersRead): number | null => {
  const text = headers.get('retry-after');
  if (text === null) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
};

const errorIn = (body: unknown): { code: string; message: string } => {
  const error = (body as { error?: { code?: unknown; message?: unknown } } | null)?.error;
  return { code: String(error?.code ?? ''), message: String(error?.message ?? '').slice(0, 200) };
};

/** The innermost reason: 'fetch failed' alone helps nobody. */
export const wordsOf = (cause: unknown): string => {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? inner.message || inner.name : String(inner);
};
