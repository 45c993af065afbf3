// Which way the app proves who it is, from the environment: a secret, a certificate in a file or a managed
// identity. What is wrong is said in a sentence that names the setting.
import { readFileSync } from 'node:fs';
import { certificateIn, type SignIn } from '../sharepoint/graph/credentials.ts';

type SignInFaults = { readonly faults: readonly string[] };

const waysToSignIn = ['APP_SECRET', 'APP_CERTIFICATE', 'MANAGED_IDENTITY'] as const;

/** Exactly one way: with two, nobody could tell which an administrator must renew. */
export const readSignIn = (
  env: Readonly<Record<string, string | undefined>>,
): SignIn | SignInFaults => {
  const set = waysToSignIn.filter((name) => (env[name] ?? '').trim() !== '');
  const [way] = set;
  if (way === undefined)
    return {
      faults: ['One of APP_SECRET, APP_CERTIFICATE and MANAGED_IDENTITY must be set: none is.'],
    };
  if (set.length > 1)
    return {
      faults: [
        `${set.slice(0, -1).join(', ')} and ${set.at(-1)} are ${set.length === 2 ? 'both' : 'all'} set: the app signs in with one of them.`,
      ],
    };
  const value = (env[way] ?? '').trim();
  if (way === 'APP_SECRET') return { clientSecret: value };
  return way === 'APP_CERTIFICATE' ? readCertificate(value) : readIdentity(value);
};

const readCertificate = (file: string): SignIn | SignInFaults => {
  try {
    return { certificate: certificateIn(readFileSync(file, 'utf8')) };
  } catch {
    const words = `APP_CERTIFICATE ${file} is not a PEM file that holds a certificate and its private key.`;
    return { faults: [words] };
  }
};

const clientId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const readIdentity = (identity: string): SignIn | SignInFaults =>
  identity === 'system' || clientId.test(identity)
    ? { managedIdentity: identity }
    : { faults: ['MANAGED_IDENTITY must be system, or the client id of the identity.'] };
