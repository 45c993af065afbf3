// A managed identity that an app registration trusts: its token for the exchange stands for the app's own
// proof (a federated identity credential). Here every app trusts the one identity of this machine.
import { decodeJwt, jwtVerify } from 'jose';
import { appId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { invalidClient } from './entra-refusal.ts';
import { issuerOf } from './tokens.ts';

/** What its token must be for. */
export const exchangeAudience = 'api://AzureADTokenExchange';

/** By what it says of itself: whether it holds is asked of the next. */
export function isFederated(machine: Machine, assertion: string): boolean {
  try {
    const { iss, aud } = decodeJwt(assertion);
    return iss === issuerOf(machine) || aud === exchangeAudience;
  } catch {
    return false;
  }
}

export async function checkFederated(machine: Machine, assertion: string): Promise<void> {
  const { payload } = await jwtVerify(assertion, machine.keys.entra.publicKey, {
    algorithms: ['RS256'],
    issuer: issuerOf(machine),
  }).catch(() => {
    throw invalidClient(700027, 'Client assertion failed signature validation.');
  });
  const named = `Assertion Issuer: '${payload.iss}', Assertion Subject: '${payload.sub}', Assertion Audience: '${String(payload.aud)}'`;
  if (payload.aud !== exchangeAudience)
    throw invalidClient(
      700212,
      `No matching federated identity record found for presented assertion audience. ${named}.`,
    );
  if (payload['idtyp'] !== 'app' || payload.sub !== appId)
    throw invalidClient(
      700213,
      `No matching federated identity record found for presented assertion subject. ${named}.`,
    );
}
