// Graph's error shape, and the refusals that more than one part of it gives.

export class GraphFault extends Error {
  readonly status: number;
  readonly code: string;
  readonly innerCode: string | undefined;
  readonly headers: Record<string, string>;

  constructor(
    { status, code }: { status: number; code: string },
    message: string,
    more: { innerCode?: string; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.innerCode = more.innerCode;
    this.headers = more.headers ?? {};
  }

  /** What traces it is added where it is sent: see traced. */
  body(): object {
    const innerError = this.innerCode ? { code: this.innerCode } : {};
    return { error: { code: this.code, message: this.message, innerError } };
  }
}

/** The ids of one request: Graph's own for it, and the one its client gave it, or the same again. */
export type Trace = { requestId: string; clientRequestId: string; at: Date };

export function traceOf(headers: Record<string, unknown>, at: Date): Trace {
  const requestId = crypto.randomUUID();
  const sent = headers['client-request-id'];
  return { requestId, clientRequestId: typeof sent === 'string' ? sent : requestId, at };
}

/** A refusal's body with the moment and the ids by which it is traced; any other body as it was. */
export function traced(body: unknown, { requestId, clientRequestId, at }: Trace): unknown {
  if (typeof body !== 'object' || body === null || !('error' in body)) return body;
  const error = body.error as { innerError?: object };
  const innerError = {
    ...error.innerError,
    date: at.toISOString().slice(0, 19),
    'request-id': requestId,
    'client-request-id': clientRequestId,
  };
  return { error: { ...error, innerError } };
}

export function invalid(message: string): GraphFault {
  return new GraphFault({ status: 400, code: 'invalidRequest' }, message);
}

export function notFound(message = 'The resource could not be found.'): GraphFault {
  return new GraphFault({ status: 404, code: 'itemNotFound' }, message);
}

export function nameTaken(message: string): GraphFault {
  return new GraphFault({ status: 409, code: 'nameAlreadyExists' }, message);
}

/** For what Microsoft 365 does and this stand-in does not: said plainly rather than guessed at. */
export function notDone(what: string): GraphFault {
  return new GraphFault(
    { status: 501, code: 'notImplemented' },
    `Local Microsoft 365 does not do this: ${what}.`,
  );
}
