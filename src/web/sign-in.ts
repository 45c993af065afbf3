// Who is asking: checks the token the host gave the tab, and finds that person in the People register.
// What they may do is decided by rules, at every request.
import type { RequestHandler, Response } from 'express';
import type { JWTPayload } from 'jose';
import type { Row } from '../registers/registers.ts';
import { hasLeft } from '../rules/away.ts';
import { personByObjectId } from '../rules/roles.ts';
import type { SignedIn } from '../use-cases/accounts-port.ts';
import type { Ports } from '../use-cases/ports.ts';
import { bearerOf, refusedBecause, TokenRefused, tokenCheck } from './token-check.ts';
import { answerTrouble } from './trouble.ts';

export type SignInSettings = {
  /** Tenants served, in lower case; a token of any other is refused. */
  readonly tenants: readonly string[];
  readonly appId: string;
  /** The App ID URI, and any other audience besides the app id. */
  readonly audiences: readonly string[];
  /** Issuers as printed in tokens; `{tenantid}` stands for the token's own tenant. */
  readonly issuers: readonly string[];
  /** Likewise: each tenant publishes keys of its own. */
  readonly keysUrl: string;
  readonly ports: Ports;
  /** Waited for once a token holds, before its person is looked up: nobody else makes the app ask for it. */
  readonly upToDate: () => Promise<void>;
  /** Told of somebody who is about to save something, for as long as they are signed in. */
  readonly offer?: (as: SignedIn) => void;
};

const scope = 'access_as_user';
const notSignedIn = 'You are not signed in, or your sign-in has run out. Open the tab again.';
const noKeys = 'Sign-in cannot be checked just now. Try again in a minute; nothing was changed.';
const stranger =
  'You are signed in, but you are not in the People register yet. Ask the performance team to add you.';

const gone =
  'The People register says that you have left, so nothing is shown. Ask the performance team if that is wrong.';

/** Puts the asking person's key on the response; refuses with 401, 403 or 503 in plain words. */
export const signIn = (settings: SignInSettings): RequestHandler => {
  const check = tokenCheck({
    ...settings,
    audiences: [settings.appId, ...settings.audiences],
    requiredClaims: ['exp', 'nbf', 'iss', 'tid', 'oid', 'scp'],
  });
  return async (request, response, next) => {
    let claims: JWTPayload;
    try {
      claims = checkedClaims(settings, await check(request));
    } catch (error) {
      return refuse(settings.ports, response, error);
    }
    await settings.upToDate();
    const person = personByObjectId(settings.ports.replica.registers(), String(claims['oid']));
    if (!person) return answerTrouble(response, 403, stranger);
    if (hasLeft(person, settings.ports.clock.now().toPlainDate()))
      return answerTrouble(response, 403, gone);
    response.locals['person'] = person.key;
    const as: SignedIn = { person: person.key, token: bearerOf(request) };
    response.locals['signedIn'] = as;
    if (request.method !== 'GET') settings.offer?.(as);
    next();
  };
};

/** The person a request was signed in as, as the register has them now. */
export const personAsking = (ports: Ports, response: Response): Row<'people'> => {
  const person = ports.replica.registers().people.get(String(response.locals['person']));
  if (!person) throw new Error('A request reached a route without a person.');
  return person;
};

/** What the app may ask Microsoft 365 for as the person asking. It is not kept with anything, and not logged. */
export const signedIn = (response: Response): SignedIn => {
  const held = response.locals['signedIn'] as SignedIn | undefined;
  if (!held) throw new Error('A request reached a route without a person.');
  return held;
};

/** `idtyp` is there on an app's own token where a tenant has it said: then there is no person, whatever else it says. */
const checkedClaims = (settings: SignInSettings, claims: JWTPayload): JWTPayload => {
  const scopes = String(claims['scp']).split(' ');
  if (!settings.tenants.includes(String(claims['tid']).toLowerCase()))
    throw new TokenRefused('tenant');
  if (claims['idtyp'] === 'app') throw new TokenRefused('app');
  if (!scopes.includes(scope)) throw new TokenRefused('scope');
  return claims;
};

const refuse = (ports: Ports, response: Response, error: unknown): void => {
  const why = refusedBecause(error);
  if (why !== null) {
    ports.log.info('sign-in refused', { why });
    response.setHeader('WWW-Authenticate', 'Bearer');
    return answerTrouble(response, 401, notSignedIn);
  }
  ports.log.fault('sign-in keys not had', error);
  return answerTrouble(response, 503, noKeys);
};
