// Answers one Graph request, alone or from a batch: fault asked for, units, route, refusal.

import { scriptedBody } from '../faults/at-the-door.ts';
import type { ScriptedFault } from '../faults/fault-settings.ts';
import { GraphFault } from './graph-fault.ts';
import {
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  refuseOtherTypes,
  refuseTwice,
} from './graph-request.ts';
import { routeFor } from './routes.ts';

export type Answered = GraphAnswer & { drop?: boolean; delayMs?: number };

export function answerOne(graph: Graph, request: Omit<GraphRequest, 'names'>): Answered {
  const fault = graph.machine.faults.next('graph', request.method, request.path);
  const delayMs = fault?.delayMs ?? 0;
  if (fault?.dropBefore) return { status: 0, drop: true, delayMs };
  if (fault?.status !== undefined) return { ...scripted(fault, fault.status), delayMs };
  const answer = routed(graph, request);
  return { ...answer, delayMs, drop: fault?.dropAfterCommit ?? false };
}

function routed(graph: Graph, request: Omit<GraphRequest, 'names'>): GraphAnswer {
  let rateLimit: Record<string, string> = {};
  try {
    const route = routeFor(request.method, request.path);
    const named = { ...request, names: route.names };
    const cost = typeof route.units === 'number' ? route.units : route.units(named);
    rateLimit = graph.units.spend(request.caller.clientId, cost);
    refuseTwice(named);
    refuseOtherTypes(named);
    const answer = route.answer(graph, named);
    if (request.method !== 'GET') graph.machine.faults.counters.graph.writes += 1;
    return { ...answer, headers: { ...rateLimit, ...answer.headers } };
  } catch (fault) {
    if (!(fault instanceof GraphFault)) throw fault;
    const headers = { ...rateLimit, ...fault.headers };
    return { status: fault.status, headers, body: fault.body() };
  }
}

/** The refusal a scripted fault asks for. */
export function scripted(fault: ScriptedFault, status: number): GraphAnswer {
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
  return { status, headers, body: scriptedBody(status) };
}
