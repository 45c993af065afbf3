// The app's own tokens, through msal-node: by secret, by certificate or by managed identity. A token is
// kept here until shortly before it ends; msal's own store is shared by a whole process and is not asked.
import {
  type AuthenticationResult,
  ConfidentialClientApplication,
  ManagedIdentityApplication,
} from '@azure/msal-node';
import type { Credentials, SignIn, Token } from './credentials.ts';
import { GraphFault } from './graph-fault.ts';
import { checkLoopback, signInNetwork, standIn, standInMetadata } from './sign-in-network.ts';

export const graphScope = 'https://graph.microsoft.com/.default';

/** Seconds before its end that a token is renewed; half its life, where that is less. */
const renewBefore = 300;
/** Milliseconds in which a token that is refused is not renewed again: the fault is then elsewhere. */
const renewAgainAfter = 60_000;

/** One token a scope for each of the app's interfaces, however many ask. */
export const tokensFor = (credentials: Credentials): ((scope: string) => Token) => {
  const ask = 'managedIdentity' in credentials ? byIdentity(credentials) : byApp(credentials);
  const tokens = new Map<string, Token>();
  return (scope) => {
    const token = tokens.get(scope) ?? kept(async () => got(await ask(scope).catch(refused)));
    tokens.set(scope, token);
    return token;
  };
};

type Ask = (scope: string) => Promise<AuthenticationResult | null>;

const byApp = (credentials: Credentials): Ask => {
  const app = clientOf(credentials, {});
  return (scope) => app.acquireTokenByClientCredential({ scopes: [scope], skipCache: true });
};

/** msal's own client of an app. `otherwise`: how it proves itself, where its credentials do not say. */
export const clientOf = (
  credentials: Credentials,
  otherwise: { readonly clientAssertion?: () => Promise<string> },
): ConfidentialClientApplication => {
  const { loginUrl, tenantId, clientId } = credentials;
  const base = loginUrl.replace(/\/+$/, '');
  const isLocal = base.startsWith('http:');
  if (isLocal) checkLoopback(base);
  return new ConfidentialClientApplication({
    auth: {
      clientId,
      ...proof(credentials),
      ...otherwise,
      authority: `https://${isLocal ? standIn : new URL(base).host}/${tenantId}`,
      ...(isLocal && { knownAuthorities: [standIn], authorityMetadata: standInMetadata(tenantId) }),
    },
    system: { networkClient: signInNetwork(isLocal ? base : null) },
  });
};

const proof = (by: SignIn) => {
  if ('clientSecret' in by) return { clientSecret: by.clientSecret };
  if (!('certificate' in by)) return {};
  const { thumbprint: thumbprintSha256, privateKey } = by.certificate;
  return { clientCertificate: { thumbprintSha256, privateKey } };
};

/**
 * msal finds the endpoint in the environment: App Service's IDENTITY_ENDPOINT, Azure Arc's, or else a
 * virtual machine's own. It is asked once, for asking again is decided by who needs the token.
 */
const byIdentity = ({ managedIdentity }: Extract<SignIn, { managedIdentity: string }>): Ask => {
  const app = new ManagedIdentityApplication({
    ...(managedIdentity !== 'system' && {
      managedIdentityIdParams: { userAssignedClientId: managedIdentity },
    }),
    system: { networkClient: signInNetwork(null), disableInternalRetries: true },
  });
  return (scope) => app.acquireToken({ resource: scope, forceRefresh: true });
};

/** `ends` in milliseconds since 1970. */
type Got = { readonly token: string; readonly ends: number; readonly renewAt: number };

const got = (result: AuthenticationResult | null): Got => {
  if (!result?.accessToken) return refused(null);
  const ends = result.expiresOn?.getTime() ?? 0;
  const early = Math.min(renewBefore * 1000, (ends - Date.now()) / 2);
  return { token: result.accessToken, ends, renewAt: ends - early };
};

/** Where it cannot be renewed in time, a token serves until its end. */
const kept = (ask: () => Promise<Got>): Token => {
  let held: Got | null = null;
  let asking: Promise<Got> | null = null;
  let renewedAt = Number.NEGATIVE_INFINITY;
  const anew = async (): Promise<Got> => {
    try {
      held = await ask();
      return held;
    } catch (fault) {
      if (held === null || Date.now() >= held.ends) throw fault;
      return held;
    }
  };
  return async (refusedToken) => {
    const isRefused = refusedToken !== undefined && refusedToken === held?.token;
    if (isRefused && performance.now() - renewedAt > renewAgainAfter) {
      renewedAt = performance.now();
      held = null;
    }
    if (held && Date.now() < held.renewAt) return held.token;
    asking ??= anew().finally(() => {
      asking = null;
    });
    return (await asking).token;
  };
};

/** A refusal is for an administrator to put right; all else is an outage, and passes. */
const refused = (cause: unknown): never => {
  const error = (cause ?? {}) as {
    name?: string;
    status?: number;
    errorCode?: string;
    errorMessage?: string;
  };
  const { name, status = 0, errorCode = 'no answer', errorMessage = null } = error;
  const isRefusal = [400, 401, 403].includes(status) || name === 'ManagedIdentityError';
  throw new GraphFault(`The app could not sign in: ${errorCode}`, {
    kind: isRefusal ? 'forbidden' : 'unreachable',
    status,
    code: errorCode,
    said: errorMessage,
    call: { method: 'POST', path: 'sign-in' },
  });
};
