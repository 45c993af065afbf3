// Whether a token holds: who signed it, for whom, in whose name, and until when. What its bearer may do
// is decided by whoever asked for the check.
import type { Request } from 'express';
import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';

type TokenSettings = {
  readonly audiences: readonly string[];
  /** Issuers as printed in tokens; `{tenantid}` stands for the token's own tenant. */
  readonly issuers: readonly string[];
  /** Where the keys are; `{tenantid}` stands for the token's own tenant, which must then be one of `tenants`. */
  readonly keysUrl: string;
  readonly tenants?: readonly string[];
  readonly requiredClaims: readonly string[];
};

/** The token does not hold; why is logged, never told. */
export class TokenRefused extends Error {}

/** Seconds by which this machine's clock may be behind Entra's: a token is taken so much before its time. */
const mayDiffer = 60;

/** Gives a request's claims; throws what `refusedBecause` can tell from keys that could not be had. */
export const tokenCheck = (settings: TokenSettings) => {
  const keysOf = openKeys(settings);
  return async (request: Request): Promise<JWTPayload> => {
    const token = bearerOf(request);
    const { payload } = await jwtVerify(token, keysOf(token), {
      algorithms: ['RS256'],
      audience: [...settings.audiences],
      clockTolerance: mayDiffer,
      requiredClaims: [...settings.requiredClaims],
    });
    // Of its end there is no doubt: Teams gives the tab another well before.
    if (Number(payload.exp) <= Math.floor(Date.now() / 1000)) throw new TokenRefused('expired');
    const tenant = String(payload['tid']);
    const issuers = settings.issuers.map((issuer) => issuer.replaceAll('{tenantid}', tenant));
    if (!issuers.includes(String(payload.iss))) throw new TokenRefused('issuer');
    return payload;
  };
};

type Keys = ReturnType<typeof createRemoteJWKSet>;

/** The keys of one tenant sign for no other: a tenant that is not served is not asked for its keys. */
const openKeys = ({ keysUrl, tenants = [] }: TokenSettings): ((token: string) => Keys) => {
  const known = new Map<string, Keys>();
  const keysAt = (url: string): Keys => {
    const keys = known.get(url) ?? createRemoteJWKSet(new URL(url), { timeoutDuration: 5000 });
    known.set(url, keys);
    return keys;
  };
  return (token) => {
    if (!keysUrl.includes('{tenantid}')) return keysAt(keysUrl);
    const tenant = String(decodeJwt(token)['tid']).toLowerCase();
    if (!tenants.includes(tenant)) throw new TokenRefused('tenant');
    return keysAt(keysUrl.replaceAll('{tenantid}', tenant));
  };
};

/** Why the token itself does not hold; null where it could not be checked. */
export const refusedBecause = (error: unknown): string | null => {
  if (error instanceof TokenRefused) return error.message;
  return error instanceof errors.JOSEError && tokenIsAtFault(error) ? error.code : null;
};

/** Every fault of jose's is the token's, save those of fetching the keys. */
const tokenIsAtFault = (error: errors.JOSEError): boolean =>
  !(error instanceof errors.JWKSTimeout) &&
  !(error instanceof errors.JWKSInvalid) &&
  error.code !== errors.JOSEError.code;

export const bearerOf = (request: Pick<Request, 'headers'>): string => {
  const [kind, token, ...rest] = (request.headers.authorization ?? '').split(' ');
  if (kind?.toLowerCase() !== 'bearer' || !token || rest.length > 0) throw new TokenRefused('none');
  return token;
};
