// Decides who may have which token from the token endpoint, refusing in Entra's own shape and codes.
// Making the token is left to tokens.ts.
import {
  administratorHere,
  anyoneHere,
  appId,
  appIdUri,
  connectorAudience,
  graphAudience,
  sharePointAudience,
} from '../ids.ts';

export type TokenGrant = { clientId: string; audience: string; roles: string[] };

export class EntraRefusal extends Error {
  readonly status: number;
  readonly error: string;
  readonly code: number;

  constructor(refusal: { status: number; error: string; code: number }, message: string) {
    super(message);
    this.status = refusal.status;
    this.error = refusal.error;
    this.code = refusal.code;
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
    };
  }
}

/** What client credentials are worth; refuses in Entra's order: grant, client, secret, scope. */
export function grantFor(form: Record<string, unknown>): TokenGrant {
  const grant = required(form, 'grant_type');
  if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
    throw new EntraRefusal(
      { status: 400, error: 'unsupported_grant_type', code: 70003 },
      'On-behalf-of is not done by local Microsoft 365 yet; ask as the app, with client_credentials.',
    );
  }
  if (grant !== 'client_credentials') {
    const words = `The app requested an unsupported grant type '${grant}'.`;
    throw new EntraRefusal({ status: 400, error: 'unsupported_grant_type', code: 70003 }, words);
  }
  const clientId = required(form, 'client_id');
  checkClient(clientId, form);
  return { clientId, ...audienceOf(required(form, 'scope')) };
}

function checkClient(clientId: string, form: Record<string, unknown>): void {
  if (![anyoneHere, administratorHere, appId].includes(clientId.toLowerCase())) {
    const words = `Application with identifier '${clientId}' was not found in the directory 'Local Microsoft 365'.`;
    throw new EntraRefusal({ status: 400, error: 'unauthorized_client', code: 700016 }, words);
  }
  if (form['client_secret'] === undefined) {
    const words =
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
    throw new EntraRefusal({ status: 401, error: 'invalid_client', code: 7000218 }, words);
  }
  if (form['client_secret'] !== anyoneHere) {
    const words = `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`;
    throw new EntraRefusal({ status: 401, error: 'invalid_client', code: 7000215 }, words);
  }
}

function audienceOf(scope: string): { audience: string; roles: string[] } {
  if (!/^\S+\/\.default$/.test(scope)) {
    const words = `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`;
    throw new EntraRefusal({ status: 400, error: 'invalid_scope', code: 1002012 }, words);
  }
  const resource = scope.slice(0, -'/.default'.length);
  if (resource === graphAudience) return { audience: graphAudience, roles: ['Sites.Selected'] };
  if (resource === sharePointAudience)
    return { audience: sharePointAudience, roles: ['Sites.Selected'] };
  if (resource === connectorAudience) return { audience: connectorAudience, roles: [] };
  if ([appId, `api://${appId}`, appIdUri].includes(resource)) return { audience: appId, roles: [] };
  const words = `The resource principal named ${resource} was not found in the tenant named Local Microsoft 365.`;
  throw new EntraRefusal({ status: 400, error: 'invalid_resource', code: 500011 }, words);
}

function required(form: Record<string, unknown>, name: string): string {
  const value = form[name];
  if (typeof value === 'string' && value !== '') return value;
  const words = `The request body must contain the following parameter: '${name}'.`;
  throw new EntraRefusal({ status: 400, error: 'invalid_request', code: 900144 }, words);
}
