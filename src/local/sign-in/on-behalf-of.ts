// On-behalf-of: the tab's token for a person, handed over by the app, becomes one for Graph as them.
import { appId, graphAudience } from '../ids.ts';
import type { Machine } from '../machine.ts';
import type { App } from './apps.ts';
import { rulesOf, scopesOf } from './consent.ts';
import { EntraRefusal } from './entra-refusal.ts';
import { appIn, required } from './token-request.ts';
import { checkToken, TokenRefused, tabToken } from './tokens.ts';

const ofGraph = `${graphAudience}/`;
const everyScope = ['openid', 'profile', 'email', 'offline_access'];

export const onBehalfOf = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** The token, and the scopes it says, in the form they were asked for: by that msal keeps it. */
export async function issueOnBehalf(
  machine: Machine,
  form: Record<string, unknown>,
): Promise<{ token: string; scope: string }> {
  const { app } = await appIn(machine, form);
  if (required(form, 'requested_token_use') !== 'on_behalf_of') {
    const words = "The value of 'requested_token_use' is not supported.";
    throw new EntraRefusal({ status: 400, error: 'invalid_request', code: 900144 }, words);
  }
  const person = await personIn(machine, app, required(form, 'assertion'));
  const asked = required(form, 'scope').split(/\s+/);
  const scopes = asked.filter((each) => !everyScope.includes(each));
  const stranger = scopes.find((each) => each.includes(':') && !each.startsWith(ofGraph));
  if (stranger !== undefined) {
    const words = `The resource principal named ${stranger} was not found in the tenant named Local Microsoft 365.`;
    throw new EntraRefusal({ status: 400, error: 'invalid_resource', code: 500011 }, words);
  }
  const named = scopes.map((each) => each.replace(ofGraph, ''));
  const agreed = scopesOf(machine.store, app.id);
  refuseUnlessAgreed(app, named, agreed);
  refuseUnlessSure(machine, person.id);
  const scp = named.flatMap((each) => (each === '.default' ? agreed : each)).join(' ');
  const token = await tabToken(machine, person, { clientId: app.id, audience: graphAudience, scp });
  return { token, scope: scopes.join(' ') };
}

/** Consent is to a scope by its name: one that holds it is none of Entra's business here. */
function refuseUnlessAgreed(app: App, named: string[], agreed: readonly string[]): void {
  if (named.every((each) => each === '.default' || agreed.includes(each))) return;
  const words = `The user or administrator has not consented to use the application with ID '${app.id}' named 'Golden Thread'. Send an interactive authorization request for this user and resource.`;
  const kind = { error: 'invalid_grant', suberror: 'consent_required', code: 65001 };
  throw new EntraRefusal({ status: 400, ...kind }, words);
}

function refuseUnlessSure({ store }: Machine, personId: string): void {
  if (!rulesOf(store, personId).includes('sign in again')) return;
  const words =
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.';
  const kind = { error: 'interaction_required', suberror: 'basic_action', code: 50076 };
  throw new EntraRefusal({ status: 400, ...kind }, words);
}

async function personIn(machine: Machine, app: App, assertion: string) {
  try {
    if (app.id !== appId) throw new TokenRefused('Invalid audience.');
    const { person } = await checkToken(machine, `Bearer ${assertion}`, appId);
    if (person) return person;
    throw new TokenRefused('An app token is nobody to act for.');
  } catch (fault) {
    if (!(fault instanceof TokenRefused)) throw fault;
    const words = `Assertion failed signature validation or is not for this app. [Reason - ${fault.message}]`;
    throw new EntraRefusal({ status: 400, error: 'invalid_grant', code: 50013 }, words);
  }
}
