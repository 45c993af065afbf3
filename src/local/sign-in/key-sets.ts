// The two signing key sets, made once and kept: Entra's (people and apps) and the bot channel's.
// They are separate so that a token signed by one is never accepted as the other's.
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

type Keep = { entra: JWK; channel: JWK };

export type KeySet = {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: JWK;
};

export type KeySets = { readonly entra: KeySet; readonly channel: KeySet };

export async function openKeySets(dataFolder: string): Promise<KeySets> {
  const file = join(dataFolder, 'signing-keys.json');
  const kept = (await readKept(file)) ?? (await makeAndKeep(file));
  return { entra: await open(kept.entra), channel: await open(kept.channel) };
}

async function readKept(file: string): Promise<Keep | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Keep;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
}

async function makeAndKeep(file: string): Promise<Keep> {
  const [entra, channel] = await Promise.all([make('entra'), make('channel')]);
  const kept: Keep = { entra, channel };
  await writeFile(file, JSON.stringify(kept), { mode: 0o600 });
  await chmod(file, 0o600);
  return kept;
}

async function make(name: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: `${name}-${crypto.randomUUID()}`, alg: 'RS256', use: 'sig' };
}

async function open(jwk: JWK): Promise<KeySet> {
  const publicJwk: JWK = { kty: 'RSA', use: 'sig', alg: 'RS256' };
  if (jwk.kid !== undefined) publicJwk.kid = jwk.kid;
  if (jwk.n !== undefined) publicJwk.n = jwk.n;
  if (jwk.e !== undefined) publicJwk.e = jwk.e;
  return {
    kid: jwk.kid ?? '',
    privateKey: (await importJWK(jwk, 'RS256')) as CryptoKey,
    publicKey: (await importJWK(publicJwk, 'RS256')) as CryptoKey,
    publicJwk,
  };
}
