// Decides who may have which token from the token endpoint, refusing in Entra's own shape and codes.
// Making the token is left to tokens.ts.
import { registeredApp } from '../admin/registered-app.ts';
import { appId, appIdUri, connectorAudience, graphAudience, sharePointAudience } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { type App, appBy } from './apps.ts';
import { assertionType, checkAssertion } from './client-assertion.ts';
import { EntraRefusal, invalidClient } from './entra-refusal.ts';
import { checkFederated, exchangeAudience, isFederated } from './federated.ts';

export type TokenGrant = {
  clientId: string;
  audience: string;
  roles: readonly string[];
  /** SharePoint's own interface takes no token got so. */
  bySecret: boolean;
};

/** What client credentials are worth; refuses in Entra's order: grant, client, credential, scope. */
export async function grantFor(
  machine: Machine,
  form: Record<string, unknown>,
): Promise<TokenGrant> {
  const grant = required(form, 'grant_type');
  if (grant !== 'client_credentials') {
    const words = `The app requested an unsupported grant type '${grant}'.`;
    throw new EntraRefusal({ status: 400, error: 'unsupported_grant_type', code: 70003 }, words);
  }
  const { app, bySecret } = await appIn(machine, form);
  const scope = required(form, 'scope');
  if (!/^\S+\/\.default$/.test(scope)) {
    const words = `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`;
    throw new EntraRefusal({ status: 400, error: 'invalid_scope', code: 1002012 }, words);
  }
  return {
    clientId: app.id,
    bySecret,
    ...forResource(machine, app, scope.slice(0, -'/.default'.length)),
  };
}

/** The app that asks, once it has proved itself. */
export async function appIn(
  machine: Machine,
  form: Record<string, unknown>,
): Promise<{ app: App; bySecret: boolean }> {
  const app = appNamed(machine, required(form, 'client_id'));
  return { app, bySecret: await checkCredential(machine, app, form) };
}

function appNamed({ store }: Machine, clientId: string): App {
  const app = appBy(store, clientId);
  if (app) return app;
  const words = `Application with identifier '${clientId}' was not found in the directory 'Local Microsoft 365'.`;
  throw new EntraRefusal({ status: 400, error: 'unauthorized_client', code: 700016 }, words);
}

/** True where the app proved itself by its secret, false where by a certificate. */
async function checkCredential(
  machine: Machine,
  app: App,
  form: Record<string, unknown>,
): Promise<boolean> {
  const { client_secret: secret, client_assertion: assertion } = form;
  if (secret === undefined && assertion === undefined) {
    throw invalidClient(
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  if (assertion !== undefined) {
    if (required(form, 'client_assertion_type') !== assertionType) {
      throw invalidClient(50027, 'JWT token is invalid or malformed.');
    }
    if (isFederated(machine, String(assertion))) await checkFederated(machine, String(assertion));
    else await checkAssertion(machine, app, String(assertion));
    return false;
  }
  if (app.secret !== null && secret === app.secret) return true;
  throw invalidClient(
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.id}'.`,
  );
}

/** What a token for a resource says the app may do there; refuses a resource the tenant has not got. */
export function forResource(
  { store }: Machine,
  app: App,
  resource: string,
): Pick<TokenGrant, 'audience' | 'roles'> {
  if (resource === graphAudience || resource === sharePointAudience) {
    return { audience: resource, roles: app.roles };
  }
  if (resource === exchangeAudience) return { audience: exchangeAudience, roles: [] };
  if (resource === connectorAudience) return { audience: connectorAudience, roles: [] };
  const ownUri = registeredApp(store)?.idUri ?? appIdUri;
  if ([appId, `api://${appId}`, ownUri].includes(resource)) return { audience: appId, roles: [] };
  const words = `The resource principal named ${resource} was not found in the tenant named Local Microsoft 365.`;
  throw new EntraRefusal({ status: 400, error: 'invalid_resource', code: 500011 }, words);
}

export function required(form: Record<string, unknown>, name: string): string {
  const value = form[name];
  if (typeof value === 'string' && value !== '') return value;
  const words = `The request body must contain the following parameter: '${name}'.`;
  throw new EntraRefusal({ status: 400, error: 'invalid_request', code: 900144 }, words);
}
