// On-behalf-of: the tab's token for a person, handed over by the app, becomes one for Graph as them.
import { appId, graphAudience } from '../ids.ts';
import type { Machine } from '../machine.ts';
import type { App } from './apps.ts';
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
  const scp = named.map((each) => (each === '.default' ? 'User.Read' : each)).join(' ');
  const token = await tabToken(machine, person, { clientId: app.id, audience: graphAudience, scp });
  return { token, scope: scopes.join(' ') };
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
