// Where the hosted Outbox and lease are kept, and as whom the app asks for them: by its own sign-in, or by
// a key where there is none to sign in to, as with the emulator.
import type { Patience } from './azure-table.ts';

export type HostedPlace = {
  /** Addresses of the storage account's tables and blobs. */
  readonly tables: string;
  readonly blobs: string;
  /** Whose Outbox it is: its site. Several councils may share an account. */
  readonly council: string;
  /** The account's key, or how a token is had. */
  readonly by: { readonly key: string } | { readonly token: () => Promise<string> };
  /** Left out: as long as a press on a card may wait. */
  readonly patience?: Patience;
};

/** As the storage account's client asks for one. */
type TokenCredential = {
  getToken(): Promise<{ readonly token: string; readonly expiresOnTimestamp: number }>;
};

export type Credential =
  | { readonly account: string; readonly key: string }
  | { readonly token: TokenCredential };

/** `address`: of the tables or the blobs. */
export const credentialOf = (address: string, by: HostedPlace['by']): Credential =>
  'key' in by ? { account: accountIn(address), key: by.key } : { token: asCredential(by.token) };

/** The emulator's addresses name the account in their path, Azure's in their host. */
const accountIn = (address: string): string => {
  const { hostname, pathname } = new URL(address);
  const [inPath] = pathname.split('/').filter((part) => part !== '');
  return inPath ?? hostname.split('.')[0] ?? '';
};

/** Milliseconds the client may use a token again; the app's own are renewed five minutes before their end. */
const useAgainFor = 240_000;

const asCredential = (token: () => Promise<string>): TokenCredential => ({
  getToken: async () => ({
    token: await token(),
    expiresOnTimestamp: Date.now() + useAgainFor,
  }),
});
