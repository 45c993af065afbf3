// How the app proves who it is, as configured: one of a secret, a certificate or a managed identity.
// Tokens are had for it in tokens.ts.
import { createPrivateKey, X509Certificate } from 'node:crypto';

/**
 * A token, kept until shortly before it ends. Told of one that was refused, it asks for another, once.
 * Throws a GraphFault: 'forbidden' where the app may not sign in, 'unreachable' where nobody answers.
 */
export type Token = (refused?: string) => Promise<string>;

export type Certificate = { readonly privateKey: string; readonly thumbprint: string };

/** `managedIdentity`: 'system', or the client id of one assigned by hand. */
export type SignIn =
  | { readonly clientSecret: string }
  | { readonly certificate: Certificate }
  | { readonly managedIdentity: string };

export type Credentials = SignIn & {
  /** https://login.microsoftonline.com, or a loopback address. */
  readonly loginUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
};

/** A certificate and its private key, from the text of one PEM file that holds both. Throws where one is not there. */
export const certificateIn = (pem: string): Certificate => {
  const privateKey = createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' }).toString();
  const thumbprint = new X509Certificate(pem).fingerprint256.replaceAll(':', '');
  return { privateKey, thumbprint };
};
