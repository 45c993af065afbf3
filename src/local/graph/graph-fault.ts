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

  body(): object {
    const id = crypto.randomUUID();
    const innerError = {
      ...(this.innerCode ? { code: this.innerCode } : {}),
      date: new Date().toISOString().slice(0, 19),
      'request-id': id,
      'client-request-id': id,
    };
    return { error: { code: this.code, message: this.message, innerError } };
  }
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
