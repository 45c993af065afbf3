// Whether a token holds: who signed it, for whom, in whose name, and until when. What its bearer may do
// is decided by whoever asked for the check.
import type { Request } from 'express';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';

type TokenSettings = {
  readonly audiences: readonly string[];
  /** Issuers as printed in tokens; `{tenantid}` stands for the token's own tenant. */
  readonly issuers: readonly string[];
  readonly keysUrl: string;
  readonly requiredClaims: readonly string[];
};

/** The token does not hold; why is logged, never told. */
export class TokenRefused extends Error {}

/** Gives a request's claims; throws what `refusedBecause` can tell from keys that could not be had. */
export const tokenCheck = (settings: TokenSettings) => {
  const keys = createRemoteJWKSet(new URL(settings.keysUrl), { timeoutDuration: 5000 });
  return async (request: Request): Promise<JWTPayload> => {
    const { payload } = await jwtVerify(bearerOf(request), keys, {
      algorithms: ['RS256'],
      audience: [...settings.audiences],
      clockTolerance: 60,
      requiredClaims: [...settings.requiredClaims],
    });
    const tenant = String(payload['tid']);
    const issuers = settings.issuers.map((issuer) => issuer.replaceAll('{tenantid}', tenant));
    if (!issuers.includes(String(payload.iss))) throw new TokenRefused('issuer');
    return payload;
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

const bearerOf = (request: Request): string => {
  const [kind, token, ...rest] = (request.headers.authorization ?? '').split(' ');
  if (kind?.toLowerCase() !== 'bearer' || !token || rest.length > 0) throw new TokenRefused('none');
  return token;
};
