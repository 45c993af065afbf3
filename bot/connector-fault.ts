// Reads what a failed request to Teams means: whether to try again and when, whether the message
// may have arrived all the same, and, where a person cannot be reached, why in plain words.

export type ConnectorFault = {
  readonly kind: 'retry' | 'unreachable' | 'no conversation' | 'failed';
  /** HTTP status; null where no reply came. */
  readonly status: number | null;
  /** Milliseconds Teams asked us to wait. */
  readonly retryAfter: number | null;
  /** The request may have been carried out although no reply said so. */
  readonly replyLost: boolean;
  readonly because: string;
};

/** A request that was not made, or whose answer could not be used: never a reply that was lost. */
export class RequestFault extends Error {
  readonly kind: 'retry' | 'failed';
  constructor(kind: 'retry' | 'failed', because: string) {
    super(because);
    this.kind = kind;
  }
}

/** Microsoft's list of what may be tried again. */
const retried: ReadonlySet<number> = new Set([412, 429, 502, 503, 504]);

/** Faults where the connection was never made, so nothing can have arrived. */
const neverSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

const causes: Readonly<Record<string, string>> = {
  botdisabledbyadmin: 'the app is switched off by the Teams administrator',
  botnotinconversationroster: 'the app is not installed for this person',
  conversationblockedbyuser: 'this person has blocked the app',
  messagewritesblocked: 'this person has blocked the app',
  forbiddenoperationexception: 'Teams does not let the app write to this person',
};
const causeUnknown = 'Teams does not let the app write to this person';

export const readFault = (error: unknown): ConnectorFault => {
  if (error instanceof RequestFault) return notMade(error.kind, error.message);
  const response = responseOf(error);
  if (response === null) return readLostConnection(error);
  const { status } = response;
  const code = codeOf(response.body);
  const base = { status, retryAfter: readRetryAfter(response.retryAfter), replyLost: false };
  if (retried.has(status))
    return { ...base, kind: 'retry', replyLost: status === 504, because: answered(status) };
  if (status === 403)
    return { ...base, kind: 'unreachable', because: causes[code.toLowerCase()] ?? causeUnknown };
  if (status === 404 && isNoConversation(code))
    return { ...base, kind: 'no conversation', because: 'Teams no longer has this conversation' };
  return { ...base, kind: 'failed', because: answered(status, code) };
};

/** A 404 without a code is taken to be about the conversation: nothing else was asked for. */
const isNoConversation = (code: string): boolean =>
  code === '' || code.toLowerCase() === 'conversationnotfound';

const answered = (status: number, code = ''): string =>
  code === '' ? `Teams answered ${status}` : `Teams answered ${status} (${code.slice(0, 60)})`;

const notMade = (kind: 'retry' | 'failed', because: string): ConnectorFault => ({
  kind,
  status: null,
  retryAfter: null,
  replyLost: false,
  because,
});

const readLostConnection = (error: unknown): ConnectorFault => {
  const code = field(error, 'code');
  if (typeof code === 'string' && neverSent.has(code))
    return notMade('retry', 'Teams could not be reached');
  if (field(error, 'isAxiosError') !== true) return notMade('failed', 'the request was not made');
  return { ...notMade('retry', 'Teams did not answer'), replyLost: true };
};

type Response = { readonly status: number; readonly body: unknown; readonly retryAfter: unknown };

const responseOf = (error: unknown): Response | null => {
  const response = field(error, 'response');
  const status = field(response, 'status');
  if (typeof status !== 'number') return null;
  const retryAfter = field(field(response, 'headers'), 'retry-after');
  return { status, body: field(response, 'data'), retryAfter };
};

/**
 * The code in Teams' answer, in either shape: `{error:{code}}`, or the older
 * `{errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}'}`, JSON inside a message.
 */
const codeOf = (body: unknown): string => {
  const codes = codesIn(body, 4);
  return codes.find((each) => Object.hasOwn(causes, each.toLowerCase())) ?? codes[0] ?? '';
};

/** Every code said, outermost first, looking into JSON held in a message. */
const codesIn = (said: unknown, depth: number): string[] => {
  if (depth === 0 || typeof said !== 'object' || said === null) return [];
  const here = [field(said, 'code'), field(said, 'subCode')].filter(
    (each) => typeof each === 'string',
  );
  const inner = [
    field(said, 'error'),
    field(said, 'innerHttpError'),
    jsonIn(field(said, 'message')),
  ];
  return [...here, ...inner.flatMap((each) => codesIn(each, depth - 1))];
};

const jsonIn = (message: unknown): unknown => {
  if (typeof message !== 'string' || !message.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
};

/** Seconds, or a date. Anything else is no answer. */
const readRetryAfter = (header: unknown): number | null => {
  if (typeof header !== 'string' || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
};

const field = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[name] : undefined;
