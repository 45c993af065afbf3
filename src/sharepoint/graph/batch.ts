// Many calls in one request: twenty at most, answers by id in any order, each with its own status.
// Throttling within a batch is told to the governor; what to do about an answer is the caller's.
import type { Purpose } from './governor.ts';
import { type Call, type GraphAnswer, type GraphClient, isPassing, pause } from './graph-client.ts';
import { faultOf, GraphFault, unreadable } from './graph-fault.ts';
import { logAgain, logFault } from './graph-log.ts';
import { oddity } from './graph-wire.ts';

export { isPassing } from './graph-client.ts';

const mostInABatch = 20;
const mostRounds = 4;

export type BatchAnswer = GraphAnswer & {
  /** Null where it was done. */
  readonly fault: GraphFault | null;
};

type Inner = { id: unknown; status: unknown; headers?: Record<string, string>; body?: unknown };

/**
 * Sends up to twenty calls at once and answers for each, in the order asked. Throws a GraphFault
 * where the batch itself had no answer: any of its calls may then have been done.
 */
export const sendBatch = async (
  graph: GraphClient,
  calls: readonly Call[],
  purpose: Purpose,
): Promise<readonly BatchAnswer[]> => {
  const began = graph.clock.now();
  const tell = (fault: GraphFault, times: number): void =>
    logFault(graph.log, fault, { took: graph.clock.now() - began, attempt: 1, times });
  return told(() => askAll(graph, calls, purpose), tell);
};

/**
 * Reads any number of things, asking again, a few times, for those Graph was too busy for.
 * Answers carry what went wrong with each; throws only where no answer could be had at all.
 */
export const readBatches = async (
  graph: GraphClient,
  calls: readonly Call[],
): Promise<readonly BatchAnswer[]> => {
  const answers = new Map<Call, BatchAnswer>();
  let open = calls;
  for (let round = 1; open.length > 0; round += 1) {
    for (const some of inBatches(open)) {
      const got = await readOnce(graph, some, round);
      some.forEach((call, at) => answers.set(call, got[at] as BatchAnswer));
    }
    if (round === mostRounds) break;
    const faults = new Map(open.map((call) => [call, answers.get(call)?.fault ?? null]));
    open = open.filter((call) => isPassing(faults.get(call) ?? null));
    if (open.some((call) => faults.get(call)?.retryAfter === null)) {
      await graph.clock.wait(pause(round));
    }
  }
  return calls.map((call) => answers.get(call) as BatchAnswer);
};

/** A batch without an answer counts, but for the last time, as that of each of its calls. */
const readOnce = async (
  graph: GraphClient,
  calls: readonly Call[],
  round: number,
): Promise<readonly BatchAnswer[]> => {
  const began = graph.clock.now();
  const last = round === mostRounds;
  const tell = (fault: GraphFault, times: number): void => {
    const log = isPassing(fault) && !last ? logAgain : logFault;
    log(graph.log, fault, { took: graph.clock.now() - began, attempt: round, times });
  };
  try {
    return await told(() => askAll(graph, calls, 'read'), tell);
  } catch (fault) {
    if (last || !(fault instanceof GraphFault) || !isPassing(fault)) throw fault;
    return calls.map(() => unanswered(fault));
  }
};

/** Tells of what went wrong, of calls that ended alike once; then answers, or throws, as `ask` did. */
const told = async (
  ask: () => Promise<readonly BatchAnswer[]>,
  tell: (fault: GraphFault, times: number) => void,
): Promise<readonly BatchAnswer[]> => {
  const answers = await ask().catch((fault: unknown) => {
    if (fault instanceof GraphFault) tell(fault, 1);
    throw fault;
  });
  const faults = answers.flatMap(({ fault }) => fault ?? []);
  const alike = Map.groupBy(faults, ({ message }) => message);
  for (const some of alike.values()) tell(some[0] as GraphFault, some.length);
  return answers;
};

const askAll = async (
  graph: GraphClient,
  calls: readonly Call[],
  purpose: Purpose,
): Promise<readonly BatchAnswer[]> => {
  if (calls.length === 0) return [];
  const outer: Call = {
    method: 'POST',
    path: '/$batch',
    body: { requests: calls.map(inner) },
    units: calls.reduce((sum, call) => sum + call.units, 0),
    purpose,
  };
  const { body, ours } = await graph.exchange<{ responses?: unknown }>(outer);
  if (!Array.isArray(body.responses)) {
    const why = { why: 'no responses', code: 'noResponses', headers: new Headers() };
    throw unreadable(outer, why, ours);
  }
  const byId = Map.groupBy(body.responses as (Inner | null)[], (each) => String(each?.id));
  const answers = calls.map((call, at) => answerTo(call, byId.get(String(at + 1)) ?? [], ours));
  answers.forEach((answer, at) => {
    graph.governor.heard(answer.status, answer.headers);
    graph.watch(calls[at] as Call, answer.fault);
  });
  return answers;
};

/** What each call of a batch is worth that had no answer as a whole. */
export const unanswered = (fault: GraphFault): BatchAnswer => ({
  status: 0,
  headers: new Headers(),
  body: null,
  fault,
});

/** In Teams' words. A policy that keeps the app from one person answers 403 too, in others. */
export const lacksLeave = ({ fault }: BatchAnswer): boolean =>
  fault?.status === 401 ||
  (fault?.status === 403 && /missing (role|scope) permissions/i.test(fault.said ?? ''));

export const inBatches = <One>(all: readonly One[]): One[][] =>
  Array.from({ length: Math.ceil(all.length / mostInABatch) }, (_, at) =>
    all.slice(at * mostInABatch, (at + 1) * mostInABatch),
  );

const inner = ({ method, path, body, headers }: Call, at: number) => ({
  id: String(at + 1),
  method,
  url: path,
  ...(body === undefined
    ? headers && { headers }
    : { body, headers: { 'Content-Type': 'application/json', ...headers } }),
});

/** An answer that is not there, that came twice or that says nothing is none: it may have been done. */
const answerTo = (call: Call, said: readonly (Inner | null)[], ours: string): BatchAnswer => {
  const none = (why: string, code: string) =>
    unanswered(unreadable(call, { why, code, headers: new Headers() }, ours));
  const [response] = said;
  if (!response) return none("nothing, in a batch's answer", 'leftOut');
  if (said.length > 1) return none('two answers in one batch', 'answeredTwice');
  const { status, body = null } = response;
  if (typeof status !== 'number' || !(status >= 200 && status < 600))
    return none('a status that is none', 'notAStatus');
  const answer = { status, headers: new Headers(response.headers), body };
  if (status >= 300) return { ...answer, fault: faultOf(call, answer, ours) };
  // A write that was done is done, whatever its answer holds.
  const odd = call.method === 'GET' ? oddity(call, answer, ours) : null;
  return odd ? unanswered(odd) : { ...answer, fault: null };
};
