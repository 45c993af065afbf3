// The app's own tokens by client secret or certificate, through msal-node, which refuses a sign-in address that is
// not https. On a machine with no tenant its calls are therefore routed to local Microsoft 365:
// everything it checks is checked all the same.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import { GraphFault } from './graph-fault.ts';

export type Credentials = {
  /** https://login.microsoftonline.com, or a loopback address. */
  readonly loginUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where given, it is signed in with instead: SharePoint's own interface takes no token got by a secret. */
  readonly certificate?: Certificate | null;
};

export type Certificate = { readonly privateKey: string; readonly thumbprint: string };

/** A certificate and its private key, from the text of one PEM file that holds both. Throws where one is not there. */
export const certificateIn = (pem: string): Certificate => {
  const privateKey = createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' }).toString();
  const thumbprint = new X509Certificate(pem).fingerprint256.replaceAll(':', '');
  return { privateKey, thumbprint };
};

export const graphScope = 'https://graph.microsoft.com/.default';

const standIn = 'login.local';
/** Milliseconds a sign-in may take. */
const timeLimit = 10_000;
/** Seconds before its end that a token is renewed. */
const renewBefore = 300;

/** A function that answers a token for the scope, kept until shortly before it ends. */
export const appTokens = (
  { loginUrl, tenantId, clientId, clientSecret, certificate }: Credentials,
  scope: string = graphScope,
): (() => Promise<string>) => {
  const base = loginUrl.replace(/\/+$/, '');
  const isLocal = base.startsWith('http:');
  if (isLocal) checkLoopback(base);
  const host = isLocal ? standIn : new URL(base).host;
  const app = new ConfidentialClientApplication({
    auth: {
      clientId,
      ...(certificate
        ? {
            clientCertificate: {
              thumbprintSha256: certificate.thumbprint,
              privateKey: certificate.privateKey,
            },
          }
        : { clientSecret }),
      authority: `https://${host}/${tenantId}`,
      ...(isLocal && { knownAuthorities: [standIn], authorityMetadata: standInMetadata(tenantId) }),
    },
    system: { networkClient: network(isLocal ? base : null) },
  });
  let held: { token: string; until: number } | null = null;
  let asking: Promise<string> | null = null;

  const ask = async (): Promise<string> => {
    const result = await app.acquireTokenByClientCredential({ scopes: [scope] }).catch(refused);
    if (!result?.accessToken) return refused(null);
    const until = (result.expiresOn?.getTime() ?? 0) - renewBefore * 1000;
    held = { token: result.accessToken, until };
    return result.accessToken;
  };

  return async () => {
    if (held && Date.now() < held.until) return held.token;
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
};

/** Entra's own 4xx is a refusal, to be put right by an administrator; all else is an outage. */
const refused = (cause: unknown): never => {
  const { status = 0, errorCode = 'no answer' } = (cause ?? {}) as {
    status?: number;
    errorCode?: string;
  };
  throw new GraphFault(`The app could not sign in: ${errorCode}`, {
    kind: status >= 400 && status < 500 && status !== 429 ? 'forbidden' : 'unreachable',
    status,
    cause,
  });
};

/** Given rather than asked for: what the stand-in publishes names its own http address. */
const standInMetadata = (tenantId: string): string => {
  const base = `https://${standIn}/${tenantId}`;
  return JSON.stringify({
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  });
};

const network = (local: string | null): INetworkModule => {
  const send = async <Body>(
    method: string,
    url: string,
    options: { headers?: Record<string, string>; body?: string } = {},
  ) => {
    const routed = local ? url.replace(`https://${standIn}`, local) : url;
    const response = await fetch(routed, {
      method,
      headers: options.headers ?? {},
      ...(options.body !== undefined && { body: options.body }),
      signal: AbortSignal.timeout(timeLimit),
    });
    const headers = Object.fromEntries(response.headers);
    const text = await response.text();
    // The addresses it names are routed back too: msal checks that they are those of its authority.
    const named = local ? text.replaceAll(local, `https://${standIn}`) : text;
    return { status: response.status, headers, body: JSON.parse(named) as Body };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
};

const checkLoopback = (base: string): void => {
  const { hostname } = new URL(base);
  if (hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)) return;
  throw new Error(`The sign-in address must be https, or on this machine: ${base} is neither.`);
};
