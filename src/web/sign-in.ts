// Who is asking: checks the token the host gave the tab, and finds that person in the People register.
// What they may do is decided by rules, at every request.
import type { Request, RequestHandler, Response } from 'express';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Row } from '../registers/registers.ts';
import { personByObjectId } from '../rules/roles.ts';
import type { Ports } from '../use-cases/ports.ts';
import { answerTrouble } from './trouble.ts';

export type SignInSettings = {
  /** Tenants served; a token of any other is refused. */
  readonly tenants: readonly string[];
  readonly appId: string;
  /** The App ID URI, and any other audience besides the app id. */
  readonly audiences: readonly string[];
  /** Issuers as printed in tokens; `{tenantid}` stands for the token's own tenant. */
  readonly issuers: readonly string[];
  readonly keysUrl: string;
  readonly ports: Ports;
};

/** The token does not hold; why is logged, never told. */
class NotSignedIn extends Error {}

const scope = 'access_as_user';
const notSignedIn = 'You are not signed in, or your sign-in has run out. Open the tab again.';
const noKeys = 'Sign-in cannot be checked just now. Try again in a minute; nothing was changed.';
const stranger =
  'You are signed in, but you are not in the People register yet. Ask the performance team to add you.';

/** Puts the asking person's key on the response; refuses with 401, 403 or 503 in plain words. */
export const signIn = (settings: SignInSettings): RequestHandler => {
  const check = tokenCheck(settings);
  return async (request, response, next) => {
    let claims: JWTPayload;
    try {
      claims = await check(bearerOf(request));
    } catch (error) {
      return refuse(settings.ports, response, error);
    }
    const person = personByObjectId(settings.ports.replica.registers(), String(claims['oid']));
    if (!person) return answerTrouble(response, 403, stranger);
    response.locals['person'] = person.key;
    next();
  };
};

/** The person a request was signed in as, as the register has them now. */
export const personAsking = (ports: Ports, response: Response): Row<'people'> => {
  const person = ports.replica.registers().people.get(String(response.locals['person']));
  if (!person) throw new Error('A request reached a route without a person.');
  return person;
};

const tokenCheck = (settings: SignInSettings) => {
  const keys = createRemoteJWKSet(new URL(settings.keysUrl), { timeoutDuration: 5000 });
  const audience = [settings.appId, ...settings.audiences];
  return async (token: string): Promise<JWTPayload> => {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      audience,
      clockTolerance: 60,
      requiredClaims: ['exp', 'nbf', 'iss', 'tid', 'oid', 'scp'],
    });
    return checkClaims(settings, payload);
  };
};

const checkClaims = (settings: SignInSettings, claims: JWTPayload): JWTPayload => {
  const tenant = String(claims['tid']);
  const issuers = settings.issuers.map((issuer) => issuer.replaceAll('{tenantid}', tenant));
  const scopes = String(claims['scp']).split(' ');
  if (!settings.tenants.includes(tenant)) throw new NotSignedIn('tenant');
  if (!issuers.includes(String(claims.iss))) throw new NotSignedIn('issuer');
  if (!scopes.includes(scope)) throw new NotSignedIn('scope');
  return claims;
};

const bearerOf = (request: Request): string => {
  const [kind, token, ...rest] = (request.headers.authorization ?? '').split(' ');
  if (kind?.toLowerCase() !== 'bearer' || !token || rest.length > 0) throw new NotSignedIn('none');
  return token;
};

const refuse = (ports: Ports, response: Response, error: unknown): void => {
  if (error instanceof NotSignedIn || tokenIsAtFault(error)) {
    const why = error instanceof errors.JOSEError ? error.code : String((error as Error).message);
    ports.log.info('sign-in refused', { why });
    response.setHeader('WWW-Authenticate', 'Bearer');
    return answerTrouble(response, 401, notSignedIn);
  }
  ports.log.fault('sign-in keys not had', error);
  return answerTrouble(response, 503, noKeys);
};

/** Every fault of jose's is the token's, save those of fetching the keys. */
const tokenIsAtFault = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  !(error instanceof errors.JWKSInvalid) &&
  error.code !== errors.JOSEError.code;
