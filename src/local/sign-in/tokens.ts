// Makes and checks the tokens of this stand-in: what each kind says, how long it lives, who signs it.
// Who may have one is decided in token-request.ts and, for tests, by the control API.
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { registeredApp } from '../admin/registered-app.ts';
import { appId, channelIssuer, tenantId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import type { KeySet } from './key-sets.ts';
import type { TokenGrant } from './token-request.ts';
import { tokenVersionOf } from './token-version.ts';

const hour = 3600;

export type TokenOverrides = {
  /** The app that has the token; Teams' own where left out. */
  clientId?: string | undefined;
  tenantId?: string | undefined;
  audience?: string | undefined;
  issuer?: string | undefined;
  expiresInSeconds?: number | undefined;
  notBeforeInSeconds?: number | undefined;
  roles?: string[] | undefined;
  scp?: string | undefined;
};

export type SignedInPerson = { id: string; displayName: string; userPrincipalName: string };

/** Whom a checked token speaks for. */
export type Caller = {
  clientId: string;
  person?: SignedInPerson;
  /** What the app was consented to as itself. */
  roles?: readonly string[];
  /** What the app was consented to for a person. */
  scopes?: readonly string[];
  /** The app proved itself by its secret. */
  bySecret?: boolean;
};

export function issuerOf(machine: Pick<Machine, 'origin'>, tenant: string = tenantId): string {
  return `${machine.origin}/${tenant}/v2.0`;
}

/** Who issued it, for whom, and of which version: that is the app's to say of its own API, and of no other. */
const forAudience = (machine: Machine, tenant: string, audience: string): JWTPayload => {
  if (audience !== appId || tokenVersionOf(machine.store, appId) === 2)
    return { ver: '2.0', aud: audience, iss: issuerOf(machine, tenant) };
  // The issuer stands for sts.windows.net.
  const aud = registeredApp(machine.store)?.idUri || appId;
  return { ver: '1.0', aud, iss: `${machine.origin}/sts/${tenant}/` };
};

/** A token for an app acting as itself, as client credentials give it; lives an hour. */
export function appToken(machine: Machine, grant: TokenGrant): Promise<string> {
  const { clientId, audience, roles, bySecret } = grant;
  const azpacr = bySecret ? '1' : '2';
  const claims = { appid: clientId, azp: clientId, azpacr, idtyp: 'app', oid: clientId };
  const who = { ...claims, sub: clientId, tid: tenantId, roles };
  const to = forAudience(machine, tenantId, audience);
  return sign(machine.keys.entra, { ...who, ...to }, {});
}

/** The token Teams hands a tab for the person in front of it; lives an hour. */
export function tabToken(
  machine: Machine,
  person: SignedInPerson,
  overrides: TokenOverrides,
): Promise<string> {
  const claims: JWTPayload = {
    azp: overrides.clientId ?? '1fec8e78-bce4-4aaf-ab1b-5451cc387264', // Teams, desktop and mobile
    azpacr: '0',
    tid: overrides.tenantId ?? tenantId,
    oid: person.id,
    sub: `${person.id}-for-${appId}`,
    name: person.displayName,
    preferred_username: person.userPrincipalName,
    scp: overrides.scp ?? 'access_as_user',
    ...forAudience(machine, overrides.tenantId ?? tenantId, overrides.audience ?? appId),
  };
  if (overrides.issuer !== undefined) claims.iss = overrides.issuer;
  if (overrides.roles) claims['roles'] = overrides.roles;
  return sign(machine.keys.entra, claims, overrides);
}

/** The token the Teams channel puts on an activity sent to the bot; lives five minutes. */
export function channelToken(
  machine: Machine,
  serviceUrl: string,
  overrides: TokenOverrides = {},
): Promise<string> {
  const claims = {
    serviceurl: serviceUrl,
    aud: overrides.audience ?? appId,
    iss: overrides.issuer ?? channelIssuer,
  };
  const expiresInSeconds = overrides.expiresInSeconds ?? 300;
  return sign(machine.keys.channel, claims, { ...overrides, expiresInSeconds });
}

export class TokenRefused extends Error {}

/** Who is calling Graph or the connector; throws TokenRefused with Microsoft's words when nobody is. */
export async function checkToken(
  machine: Machine,
  authorization: string | undefined,
  audience: string,
): Promise<Caller> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw new TokenRefused('Access token is empty.');
  const claims = await verified(machine, token, audience);
  const clientId = textOf(claims['appid'] ?? claims['azp']);
  if (claims['idtyp'] === 'app') {
    const roles = (claims['roles'] ?? []) as string[];
    return { clientId, roles, bySecret: claims['azpacr'] === '1' };
  }
  const person: SignedInPerson = {
    id: textOf(claims['oid']),
    displayName: textOf(claims['name']),
    userPrincipalName: textOf(claims['preferred_username']),
  };
  return { clientId, person, scopes: textOf(claims['scp']).split(' ') };
}

async function verified(machine: Machine, token: string, audience: string): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, machine.keys.entra.publicKey, {
      algorithms: ['RS256'],
      issuer: issuerOf(machine),
      audience,
      requiredClaims: ['exp', 'nbf', 'tid'],
    });
    if (payload['tid'] !== tenantId) throw new TokenRefused('Invalid tenant.');
    return payload;
  } catch (fault) {
    throw fault instanceof TokenRefused ? fault : new TokenRefused(wordsFor(fault));
  }
}

function textOf(claim: unknown): string {
  return typeof claim === 'string' ? claim : '';
}

function wordsFor(fault: unknown): string {
  const { code, claim } = fault as { code?: string; claim?: string };
  if (code === 'ERR_JWT_EXPIRED') return 'Lifetime validation failed, the token is expired.';
  if (claim === 'aud') return 'Access token validation failure. Invalid audience.';
  if (claim === 'iss') return 'Access token validation failure. Invalid issuer.';
  if (claim === 'nbf') return 'Lifetime validation failed, the token is not valid yet.';
  if (code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED')
    return 'Access token validation failure. Invalid signature.';
  return 'CompactToken parsing failed with error code: 80049217';
}

function sign(key: KeySet, claims: JWTPayload, life: TokenOverrides): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ ...claims, uti: crypto.randomUUID() })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
    .setIssuedAt(now)
    .setNotBefore(now + (life.notBeforeInSeconds ?? 0))
    .setExpirationTime(now + (life.expiresInSeconds ?? hour))
    .sign(key.privateKey);
}
