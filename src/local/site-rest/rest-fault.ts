// SharePoint's own error shape, and the refusals its interface gives.
import type { Response } from 'express';

export class RestFault extends Error {
  readonly status: number;
  readonly code: string;

  constructor({ status, code }: { status: number; code: string }, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  body(): object {
    const message = { lang: 'en-US', value: this.message };
    return { 'odata.error': { code: this.code, message } };
  }
}

/** An app's token got by a secret: turned away before there is any OData, in words of its own. */
export class UnsupportedToken extends Error {
  answer(response: Response): void {
    const reason = 'There has been an error authenticating the request.';
    response.set('x-ms-diagnostics', `3001000;reason="${reason}";category="invalid_client"`);
    response.status(401).json({ error_description: 'Unsupported app only token.' });
  }
}

export function accessDenied(): RestFault {
  const code = '-2147024891, System.UnauthorizedAccessException';
  return new RestFault(
    { status: 403, code },
    'Access denied. You do not have permission to perform this action or access this resource.',
  );
}

export function nothingThere(what: string): RestFault {
  const code = '-1, System.ArgumentException';
  return new RestFault({ status: 404, code }, `${what} does not exist.`);
}

export function badRequest(message: string): RestFault {
  return new RestFault(
    { status: 400, code: '-1, Microsoft.SharePoint.Client.InvalidClientQueryException' },
    message,
  );
}

/** For what SharePoint does and this stand-in does not. */
export function notDone(what: string): RestFault {
  const code = '-1, System.NotImplementedException';
  return new RestFault({ status: 501, code }, `Local Microsoft 365 does not do this: ${what}.`);
}
