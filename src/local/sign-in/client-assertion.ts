// Whether an app's signed assertion proves that it holds one of its certificates (private_key_jwt).
// Refused in Entra's codes. One may come again while it lasts: msal keeps and reuses it.
import { createHash, X509Certificate } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { signInStandIn, tenantId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import type { App } from './apps.ts';
import { invalidClient } from './entra-refusal.ts';

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Seconds by which Entra lets a machine's clock be out. */
const skew = 300;

export async function checkAssertion(machine: Machine, app: App, assertion: string): Promise<void> {
  const { header, claims } = read(assertion);
  if (claims.iss?.toLowerCase() !== app.id || claims.sub?.toLowerCase() !== app.id) {
    throw invalidClient(
      700021,
      "Client assertion application identifier doesn't match 'client_id' parameter.",
    );
  }
  const certificate = certificateOf(app, header);
  await jwtVerify(assertion, certificate.publicKey, {
    algorithms: ['PS256', 'RS256'],
    // Its time is looked at below, once it is known to be the app's own word.
    currentDate: new Date((claims.nbf ?? 0) * 1000),
    clockTolerance: skew,
  }).catch((fault: { code?: string }) => {
    if (fault.code !== 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') throw malformed();
    throw invalidClient(700027, 'Client assertion failed signature validation.');
  });
  checkTime(claims);
  if (!audiencesOf(machine).includes(String(claims.aud))) {
    throw invalidClient(700023, 'Client assertion audience claim does not match Realm issuer.');
  }
}

type Header = { readonly sha1: string | undefined; readonly sha256: string | undefined };

function read(assertion: string): { header: Header; claims: JWTPayload } {
  try {
    const header = decodeProtectedHeader(assertion) as Record<string, unknown>;
    const claims = decodeJwt(assertion);
    if (typeof claims.jti !== 'string' || claims.jti === '') throw malformed();
    const text = (name: string) => (header[name] === undefined ? undefined : String(header[name]));
    return { header: { sha1: text('x5t'), sha256: text('x5t#S256') }, claims };
  } catch {
    throw malformed();
  }
}

function certificateOf(app: App, { sha1, sha256 }: Header): X509Certificate {
  const found = certificatesIn(app.certificate ?? '').find((certificate) =>
    sha256 === undefined
      ? sha1 !== undefined && thumbprint(certificate, 'sha1') === sha1
      : thumbprint(certificate, 'sha256') === sha256,
  );
  const why = (reason: string) =>
    invalidClient(
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - ${reason}]`,
    );
  if (!found) throw why('The key was not found.');
  if (Date.parse(found.validTo) < Date.now()) throw why('The key used is expired.');
  return found;
}

/** Throws where a part of the text is no certificate. */
export function certificatesIn(pem: string): X509Certificate[] {
  const each = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
  return (pem.match(each) ?? []).map((one) => new X509Certificate(one));
}

function thumbprint({ raw }: X509Certificate, algorithm: 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(raw).digest('base64url');
}

function checkTime({ nbf = 0, exp }: JWTPayload): void {
  const now = Math.floor(Date.now() / 1000);
  if (exp !== undefined && nbf - skew <= now && now < exp + skew) return;
  const text = (at: number) => new Date(at * 1000).toISOString();
  throw invalidClient(
    700024,
    `Client assertion is not within its valid time range. Current time: ${text(now)}, assertion valid from ${text(nbf)}, expiry time of assertion ${exp === undefined ? 'not given' : text(exp)}.`,
  );
}

/** The token endpoint or the issuer, by any name this sign-in goes by. */
function audiencesOf({ origin }: Pick<Machine, 'origin'>): string[] {
  const hosts = [origin, signInStandIn, 'https://login.microsoftonline.com'];
  const below = [`/${tenantId}/oauth2/v2.0/token`, `/${tenantId}/v2.0`];
  return hosts.flatMap((host) => below.map((path) => `${host}${path}`));
}

function malformed() {
  return invalidClient(50027, 'JWT token is invalid or malformed.');
}
