// Many calls in one request: twenty at most, answers by id in any order, each with its own status.
// Throttling within a batch is told to the governor; what to do about an answer is the caller's.
import type { Purpose } from './governor.ts';
import type { Call, GraphAnswer, GraphClient } from './graph-client.ts';
import { pause } from './graph-client.ts';
import { faultOf, GraphFault } from './graph-fault.ts';

const mostInABatch = 20;
const mostRounds = 4;

export type BatchAnswer = GraphAnswer & {
  /** Null where it was done. */
  readonly fault: GraphFault | null;
};

type Inner = { id: string; status: number; headers?: Record<string, string>; body?: unknown };

/**
 * Sends up to twenty calls at once and answers for each, in the order asked. Throws a GraphFault
 * where the batch itself had no answer: any of its calls may then have been done.
 */
export const sendBatch = async (
  graph: GraphClient,
  calls: readonly Call[],
  purpose: Purpose,
): Promise<readonly BatchAnswer[]> => {
  if (calls.length === 0) return [];
  await graph.governor.take(
    calls.reduce((sum, call) => sum + call.units, 0),
    purpose,
  );
  const { responses } = await graph.write<{ responses: Inner[] }>({
    method: 'POST',
    path: '/$batch',
    body: { requests: calls.map(inner) },
    units: 0,
  });
  const byId = new Map(responses.map((response) => [response.id, response]));
  const answers = calls.map((call, at) => answerTo(call, byId.get(String(at + 1))));
  for (const answer of answers) graph.governor.heard(answer.status, answer.headers);
  return answers;
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
    const last = round === mostRounds;
    for (const some of inBatches(open)) {
      const got = await readOnce(graph, some, last);
      some.forEach((call, at) => answers.set(call, got[at] as BatchAnswer));
    }
    if (last) break;
    const faults = new Map(open.map((call) => [call, answers.get(call)?.fault ?? null]));
    open = open.filter((call) => isPassing(faults.get(call) ?? null));
    if (open.some((call) => faults.get(call)?.retryAfter === null)) {
      await graph.clock.wait(pause(round));
    }
  }
  return calls.map((call) => answers.get(call) as BatchAnswer);
};

/** A batch without an answer counts, but for the last time, as that of each of its calls. */
const readOnce = (
  graph: GraphClient,
  calls: readonly Call[],
  last: boolean,
): Promise<readonly BatchAnswer[]> =>
  sendBatch(graph, calls, 'read').catch((fault: unknown) => {
    if (last || !(fault instanceof GraphFault) || !isPassing(fault)) throw fault;
    return calls.map(() => unanswered(fault));
  });

/** What each call of a batch is worth that had no answer as a whole. */
export const unanswered = (fault: GraphFault): BatchAnswer => ({
  status: 0,
  headers: new Headers(),
  body: null,
  fault,
});

/** Busy or away: worth asking again. */
export const isPassing = (fault: GraphFault | null): boolean =>
  fault?.kind === 'throttled' || fault?.kind === 'unreachable';

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

const answerTo = (call: Call, response: Inner | undefined): BatchAnswer => {
  const named = `${call.method} ${call.path.split('?')[0]}`;
  if (response === undefined) {
    const words = `${named} was left out of a batch's answer`;
    return unanswered(new GraphFault(words, { kind: 'unreachable', status: 0 }));
  }
  const answer = {
    status: response.status,
    headers: new Headers(response.headers),
    body: response.body ?? null,
  };
  return { ...answer, fault: answer.status >= 400 ? faultOf(named, answer) : null };
};
