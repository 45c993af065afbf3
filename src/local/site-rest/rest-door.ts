// SharePoint's own interface over HTTP (/sites/{name}/_api/web/...): reads the request, checks its
// token, plays the fault asked for, and sends the answer. What is answered is in rest-routes.ts.
import express, { type Request, type Response, Router } from 'express';
import { applyBefore, dropConnection } from '../faults/at-the-door.ts';
import { GraphFault } from '../graph/graph-fault.ts';
import type { Graph } from '../graph/graph-request.ts';
import { administratorHere, anyoneHere, sharePointAudience } from '../ids.ts';
import { checkToken, TokenRefused } from '../sign-in/tokens.ts';
import { nothingThere, RestFault, UnsupportedToken } from './rest-fault.ts';
import { answerRest, type RestRequest } from './rest-routes.ts';

export function restDoor(graph: Graph): Router {
  const router = Router();
  const parse = express.json({ limit: '1mb', type: () => true, strict: false });
  router.use('/:site/_api/web', parse, (request, response) =>
    answer(graph, request as Request<{ site: string }>, response),
  );
  return router;
}

async function answer(
  graph: Graph,
  request: Request<{ site: string }>,
  response: Response,
): Promise<void> {
  const { faults } = graph.machine;
  faults.counters.rest.requests += 1;
  try {
    const asked = await read(graph, request);
    const fault = faults.next('rest', asked.method, asked.path);
    if (await applyBefore(fault, response)) return;
    const answered = answerRest(graph, asked);
    if (asked.method !== 'GET') faults.counters.rest.writes += 1;
    if (fault?.dropAfterCommit) dropConnection(response);
    else if (answered === null) response.status(204).end();
    else response.json(answered);
  } catch (fault) {
    if (fault instanceof UnsupportedToken) return fault.answer(response);
    const refused = refusalIn(fault, request);
    if (refused === null) throw fault;
    response.status(refused.status).json(refused.body());
  }
}

async function read(graph: Graph, request: Request<{ site: string }>): Promise<RestRequest> {
  const { authorization } = request.headers;
  const caller = await checkToken(graph.machine, authorization, sharePointAudience);
  const isTool = [anyoneHere, administratorHere].includes(caller.clientId);
  if (caller.bySecret && !isTool && !graph.machine.faults.settings.restTakesSecrets) {
    throw new UnsupportedToken();
  }
  const [path = '', query = ''] = request.url.split(/\?(.*)/s);
  const asked = request.headers['x-http-method'];
  const method = request.method === 'POST' && asked ? String(asked).toUpperCase() : request.method;
  return {
    method,
    path: decodeURIComponent(path.replace(/^\//, '')),
    query: new URLSearchParams(query),
    body: request.body as unknown,
    site: `localhost:/sites/${request.params.site}`,
    caller,
  };
}

function refusalIn(fault: unknown, request: Request): RestFault | null {
  if (fault instanceof RestFault) return fault;
  if (fault instanceof TokenRefused)
    return new RestFault({ status: 401, code: '-2147024891' }, fault.message);
  if (fault instanceof GraphFault && fault.status === 404) return nothingThere(request.path);
  return null;
}
