// Entra's addresses (token endpoint, discovery, keys) and the bot channel's published keys.
// Who gets a token is decided in token-request.ts.
import express, { type Request, type Response, Router } from 'express';
import { applyBefore, dropConnection } from '../faults/at-the-door.ts';
import { channelIssuer, tenantId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { adminConsentRoutes } from './admin-consent.ts';
import { EntraRefusal } from './entra-refusal.ts';
import { managedIdentityRoutes } from './managed-identity.ts';
import { issueOnBehalf, onBehalfOf } from './on-behalf-of.ts';
import { grantFor } from './token-request.ts';
import { appToken, issuerOf } from './tokens.ts';

export function signInRoutes(machine: Machine): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false });
  router.post('/:tenant/oauth2/v2.0/token', form, (request, response) =>
    answerToken(machine, request, response),
  );
  router.get('/:tenant/v2.0/.well-known/openid-configuration', (request, response) => {
    if (isOurs(request)) response.json(entraDiscovery(machine));
    else refuse(response, unknownTenant(request));
  });
  router.get('/:tenant/discovery/v2.0/keys', (request, response) => {
    if (isOurs(request)) response.json({ keys: [machine.keys.entra.publicJwk] });
    else refuse(response, unknownTenant(request));
  });
  router.get('/v1/.well-known/openidconfiguration', (_request, response) => {
    response.json(channelDiscovery(machine));
  });
  router.get('/v1/.well-known/keys', (_request, response) => {
    response.json({ keys: [{ ...machine.keys.channel.publicJwk, endorsements: ['msteams'] }] });
  });
  router.use(adminConsentRoutes(machine));
  router.use(managedIdentityRoutes(machine));
  return router;
}

async function answerToken(machine: Machine, request: Request, response: Response): Promise<void> {
  machine.faults.counters.signIn.requests += 1;
  const fault = machine.faults.next('signIn', request.method, request.path);
  if (await applyBefore(fault, response)) return;
  try {
    if (!isOurs(request)) throw unknownTenant(request);
    const form = (request.body ?? {}) as Record<string, unknown>;
    const issued =
      form['grant_type'] === onBehalfOf
        ? await issueOnBehalf(machine, form)
        : { token: await appToken(machine, await grantFor(machine, form)) };
    if (fault?.dropAfterCommit) return dropConnection(response);
    response.set('Cache-Control', 'no-store');
    response.json({
      token_type: 'Bearer',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: issued.token,
      ...('scope' in issued && { scope: issued.scope }),
    });
  } catch (refusal) {
    if (!(refusal instanceof EntraRefusal)) throw refusal;
    refuse(response, refusal);
  }
}

function refuse(response: Response, refusal: EntraRefusal): void {
  response.status(refusal.status).json(refusal.body());
}

function isOurs(request: Request): boolean {
  return String(request.params['tenant']).toLowerCase() === tenantId;
}

function unknownTenant(request: Request): EntraRefusal {
  const words = `Tenant '${String(request.params['tenant'])}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`;
  return new EntraRefusal({ status: 400, error: 'invalid_tenant', code: 90002 }, words);
}

function entraDiscovery(machine: Machine): object {
  const tenant = `${machine.origin}/${tenantId}`;
  return {
    issuer: issuerOf(machine),
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    response_types_supported: ['code', 'id_token'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    tenant_region_scope: 'EU',
  };
}

function channelDiscovery(machine: Machine): object {
  return {
    issuer: channelIssuer,
    jwks_uri: `${machine.origin}/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}
