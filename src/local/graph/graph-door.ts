// Graph over HTTP: reads the request, checks the token, waits as long as it was told to, sends the answer.
import { setTimeout as wait } from 'node:timers/promises';
import express, { type Request, type Response, Router } from 'express';
import { dropConnection } from '../faults/at-the-door.ts';
import { graphAudience, tenantId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { type Caller, checkToken, TokenRefused } from '../sign-in/tokens.ts';
import { type Answered, answerOne, scripted } from './answer.ts';
import { answerBatch } from './batch.ts';
import { GraphFault, notDone, type Trace, traced, traceOf } from './graph-fault.ts';
import {
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  refuseOtherTypes,
  wrongType,
} from './graph-request.ts';
import { refusedInBatch } from './subscriptions.ts';

export function graphDoor(graph: Graph): Router {
  const router = Router();
  const parse = express.json({ limit: '4mb', type: () => true, strict: false });
  router.use((request, response, next) => {
    parse(request, response, (fault?: unknown) => {
      const refusal = { status: 400, code: 'BadRequest' };
      if (!fault) next();
      else {
        const unread =
          wrongType(request.headers['content-type']) ??
          new GraphFault(refusal, 'Unable to read JSON request payload.');
        send(response, refused(unread), traceAt(graph, request.headers));
      }
    });
  });
  router.use((request, response) => answer(graph, request, response));
  return router;
}

/** Graph's other version, of which nothing is answered here: 501, signed in or not. */
export function betaDoor(graph: Graph): Router {
  return Router().use((request, response) => {
    const refusal = notDone(`${request.method} /beta${request.path}: v1.0 only`);
    send(response, refused(refusal), traceAt(graph, request.headers));
  });
}

async function answer(graph: Graph, request: Request, response: Response): Promise<void> {
  const { machine } = graph;
  machine.faults.counters.graph.requests += 1;
  const latency = machine.faults.settings.latencyMs.graph ?? 0;
  if (latency > 0) await wait(latency);
  const first = await authorised(graph, request);
  const answered = first.later ? { ...first, ...(await finished(first.later)) } : first;
  if (answered.delayMs) await wait(answered.delayMs);
  if (answered.drop) dropConnection(response);
  else send(response, answered, traceAt(graph, request.headers));
}

async function authorised(graph: Graph, request: Request): Promise<Answered> {
  try {
    const { authorization } = request.headers;
    const caller = await checkToken(graph.machine, authorization, graphAudience);
    return answerAs(graph, caller, plain(request));
  } catch (fault) {
    if (fault instanceof TokenRefused) return refused(unauthorised(graph.machine, fault.message));
    if (fault instanceof GraphFault) return refused(fault);
    throw fault;
  }
}

/** What could not be answered at once. */
async function finished(later: () => Promise<GraphAnswer>): Promise<GraphAnswer> {
  try {
    return await later();
  } catch (fault) {
    if (fault instanceof GraphFault) return refused(fault);
    throw fault;
  }
}

type Unnamed = Omit<GraphRequest, 'names' | 'caller'>;

function answerAs(graph: Graph, caller: Caller, request: Unnamed): Answered {
  if (!/^\/(\$|%24)batch$/.test(request.path)) return answerOne(graph, { ...request, caller });
  const fault = graph.machine.faults.next('graph', request.method, '/$batch');
  const delayMs = fault?.delayMs ?? 0;
  if (fault?.dropBefore) return { status: 0, drop: true, delayMs };
  if (fault?.status !== undefined) return { ...scripted(fault, fault.status), delayMs };
  const answered = answerParts(graph, caller, request);
  const drop = answered.drop || (fault?.dropAfterCommit ?? false);
  return { ...answered, drop, delayMs: (answered.delayMs ?? 0) + delayMs };
}

/** One transaction for speed; each request within still stands or falls alone. */
function answerParts(graph: Graph, caller: Caller, request: Unnamed): Answered {
  if (request.method !== 'POST') {
    throw new GraphFault({ status: 405, code: 'BadRequest' }, 'A batch must be a POST.');
  }
  refuseOtherTypes(request);
  return graph.machine.store.inTransaction(() =>
    answerBatch(request.body, (part) => {
      graph.machine.faults.counters.graph.batched += 1;
      const answered = answerOne(graph, { ...part, caller });
      const own = answered.later ? refused(refusedInBatch(part)) : answered;
      const trace = traceAt(graph, { ...request.headers, ...part.headers });
      return { ...own, body: traced(own.body, trace) };
    }),
  );
}

function plain(request: Request): Unnamed {
  const [path = '', query = ''] = request.url.split(/\?(.*)/s);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const body: unknown = request.body;
  return { method: request.method, path, query: new URLSearchParams(query), headers, body };
}

function traceAt({ machine }: Graph, headers: Record<string, unknown>): Trace {
  return traceOf(headers, machine.faults.now());
}

function send(response: Response, answered: Answered, trace: Trace): void {
  response.set({
    Date: trace.at.toUTCString(),
    'request-id': trace.requestId,
    'client-request-id': trace.clientRequestId,
    ...answered.headers,
  });
  response.status(answered.status);
  if (answered.body === undefined) response.end();
  else response.json(traced(answered.body, trace));
}

function refused(fault: GraphFault): Answered {
  return { status: fault.status, headers: fault.headers, body: fault.body() };
}

function unauthorised(machine: Machine, message: string): GraphFault {
  const authorize = `${machine.origin}/${tenantId}/oauth2/v2.0/authorize`;
  const challenge = `Bearer realm="", authorization_uri="${authorize}", client_id="00000003-0000-0000-c000-000000000000"`;
  return new GraphFault({ status: 401, code: 'InvalidAuthenticationToken' }, message, {
    headers: { 'WWW-Authenticate': challenge },
  });
}
