// How msal-node reaches a sign-in: with a time limit, never along a redirect. msal refuses an address that
// is not https, so on a machine with no tenant its calls are routed to local Microsoft 365: everything it
// checks is checked all the same.
import type { INetworkModule } from '@azure/msal-node';
import { isLoopback } from './loopback.ts';

/** The host msal is told of where sign-in is on this machine. */
export const standIn = 'login.local';
/** Milliseconds a sign-in may take. */
const timeLimit = 10_000;

/** `local`: the address behind the stand-in; null where sign-in is Microsoft's own. */
export const signInNetwork = (local: string | null): INetworkModule => {
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
      redirect: 'error',
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

/** Given rather than asked for: what the stand-in publishes names its own http address. */
export const standInMetadata = (tenantId: string): string => {
  const base = `https://${standIn}/${tenantId}`;
  return JSON.stringify({
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  });
};

/** A secret goes over https, or stays on this machine. */
export const checkLoopback = (base: string): void => {
  if (isLoopback(new URL(base))) return;
  throw new Error(`The sign-in address must be https, or on this machine: ${base} is neither.`);
};
