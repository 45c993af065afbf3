// The app's managed identity, as App Service and the metadata service of a virtual machine (IMDS) give
// it: no secret, but an address only the app's own machine reaches, and a header only it sends.
import { type Request, type Response, Router } from 'express';
import { applyBefore, dropConnection } from '../faults/at-the-door.ts';
import { appId, identityHeader } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { appBy } from './apps.ts';
import { EntraRefusal } from './entra-refusal.ts';
import { forResource } from './token-request.ts';
import { appToken } from './tokens.ts';

/** How long its token lasts, in seconds, of which the answer says a second less. */
const life = 3600;

type Host = {
  readonly version: string;
  /** Null where the request may have a token. */
  turnedAway(request: Request): { status: number; error: string; words: string } | null;
  refusal(refused: { status: number; error: string; words: string }): object;
  /** Beside what both say. */
  more(from: number): object;
};

const appService: Host = {
  version: '2019-08-01',
  turnedAway: (request) =>
    request.headers['x-identity-header'] === identityHeader
      ? null
      : { status: 401, error: 'unauthorized', words: 'The X-IDENTITY-HEADER is missing or wrong.' },
  refusal: ({ status, words }) => ({
    statusCode: status,
    message: words,
    correlationId: crypto.randomUUID(),
  }),
  more: () => ({}),
};

const imds: Host = {
  version: '2018-02-01',
  turnedAway: (request) => {
    const isOwn = request.headers['x-forwarded-for'] === undefined;
    if (isOwn && String(request.headers['metadata']).toLowerCase() === 'true') return null;
    const words = 'Required metadata header not specified';
    return { status: 400, error: 'bad_request_102', words };
  },
  refusal: ({ error, words }) => ({ error, error_description: words }),
  more: (from) => ({
    expires_in: String(life - 1),
    ext_expires_in: String(life - 1),
    not_before: String(from),
  }),
};

export function managedIdentityRoutes(machine: Machine): Router {
  const router = Router();
  router.get('/msi/token', (request, response) =>
    answer(machine, appService, { request, response }),
  );
  router.get('/metadata/identity/oauth2/token', (request, response) =>
    answer(machine, imds, { request, response }),
  );
  return router;
}

async function answer(
  machine: Machine,
  host: Host,
  { request, response }: { request: Request; response: Response },
): Promise<void> {
  machine.faults.counters.signIn.requests += 1;
  const fault = machine.faults.next('signIn', request.method, request.path);
  if (await applyBefore(fault, response)) return;
  const refuse = (refused: { status: number; error: string; words: string }) => {
    response.status(refused.status).json(host.refusal(refused));
  };
  const why = host.turnedAway(request) ?? whyNot(host, request.query);
  if (why) return refuse(why);
  const app = appBy(machine.store, appId);
  if (!app) return refuse(noIdentity);
  const resource = String(request.query['resource']).replace(/\/$/, '');
  try {
    const granted = { clientId: appId, bySecret: false, ...forResource(machine, app, resource) };
    const token = await appToken(machine, granted);
    if (fault?.dropAfterCommit) return dropConnection(response);
    const from = Math.floor(Date.now() / 1000);
    response.json({
      access_token: token,
      client_id: appId,
      expires_on: String(from + life - 1),
      resource,
      token_type: 'Bearer',
      ...host.more(from),
    });
  } catch (refusal) {
    if (!(refusal instanceof EntraRefusal)) throw refusal;
    const { error, message: words, code } = refusal;
    refuse({ status: 400, error, words: `AADSTS${code}: ${words}` });
  }
}

const noIdentity = { status: 400, error: 'invalid_request', words: 'Identity not found' };

/** Without a client_id it is the machine's one identity that is asked for; it is the app's here. */
function whyNot(host: Host, query: Request['query']) {
  if (query['api-version'] !== host.version) {
    const words = `The api-version must be ${host.version}.`;
    return { status: 400, error: 'invalid_request', words };
  }
  if (typeof query['resource'] !== 'string') {
    return { status: 400, error: 'invalid_request', words: "'resource' is missing." };
  }
  const others = ['object_id', 'principal_id', 'mi_res_id', 'msi_res_id'];
  const named = query['client_id'] ?? others.map((each) => query[each]).find(Boolean);
  if (named !== undefined && String(named).toLowerCase() !== appId) return noIdentity;
  return null;
}
