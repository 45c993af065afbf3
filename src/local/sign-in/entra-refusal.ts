// Entra's own shape of a refusal, with its code.

export class EntraRefusal extends Error {
  readonly status: number;
  readonly error: string;
  readonly code: number;
  /** Which kind of a refusal it is, where Entra says. */
  readonly suberror: string | undefined;

  constructor(
    refusal: { status: number; error: string; code: number; suberror?: string },
    message: string,
  ) {
    super(message);
    this.status = refusal.status;
    this.error = refusal.error;
    this.code = refusal.code;
    this.suberror = refusal.suberror;
  }

  body(): object {
    const at = new Date().toISOString();
    const [trace, correlation] = [crypto.randomUUID(), crypto.randomUUID()];
    const stamp = `${at.slice(0, 19).replace('T', ' ')}Z`;
    return {
      error: this.error,
      error_description: `AADSTS${this.code}: ${this.message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${stamp}`,
      error_codes: [this.code],
      timestamp: stamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${this.code}`,
      ...(this.suberror !== undefined && { suberror: this.suberror }),
    };
  }
}

export function invalidClient(code: number, message: string): EntraRefusal {
  return new EntraRefusal({ status: 401, error: 'invalid_client', code }, message);
}
