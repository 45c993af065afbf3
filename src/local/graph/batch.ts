// $batch: up to 20 requests answered each on its own, in no promised order, children after parents.
import { z } from 'zod';
import type { Answered } from './answer.ts';
import { GraphFault } from './graph-fault.ts';
import type { GraphRequest } from './graph-request.ts';

const most = 20;
/** Asked for by POST with nothing to send. */
const isAction = /\/restoreVersion$/;

const step = z.object({
  id: z.string().min(1),
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).optional(),
});
type Step = z.infer<typeof step>;

type Inner = Omit<GraphRequest, 'names' | 'caller'>;
type StepAnswer = { id: string; status: number; headers: Record<string, string>; body?: unknown };

/** Answers the batch; `answerInner` is asked once for each step whose parents succeeded. */
export function answerBatch(body: unknown, answerInner: (inner: Inner) => Answered): Answered {
  const steps = stepsOf(body);
  const answers = new Map<string, StepAnswer>();
  let [drop, delayMs] = [false, 0];
  for (const each of inOrder(steps)) {
    const parents = each.dependsOn ?? [];
    if (parents.some((id) => (answers.get(id)?.status ?? 0) >= 400)) {
      answers.set(each.id, failedDependency(each.id));
      continue;
    }
    const answered = answerInner(innerOf(each));
    drop ||= answered.drop ?? false;
    delayMs += answered.delayMs ?? 0;
    answers.set(each.id, shapeOf(each.id, answered));
    if (drop) break;
  }
  return { status: 200, body: { responses: shuffled([...answers.values()]) }, drop, delayMs };
}

function stepsOf(body: unknown): Step[] {
  const read = z.object({ requests: z.array(step).min(1) }).safeParse(body);
  if (!read.success) throw bad('Invalid batch payload format.');
  const { requests } = read.data;
  if (requests.length > most) {
    throw bad(`Number of batch request steps exceeds max value of ${most}.`);
  }
  const ids = new Set(requests.map(({ id }) => id));
  if (ids.size !== requests.length) throw bad('Each batch request must have a unique id.');
  for (const each of requests) refuseBadStep(each, ids);
  return requests;
}

function refuseBadStep(each: Step, ids: Set<string>): void {
  if (/^[a-z]+:\/\//i.test(each.url)) {
    throw bad(`Batch request ${each.id} must have a relative url.`);
  }
  if (/^\/?(\$|%24)batch\b/i.test(each.url)) throw bad('A batch cannot hold a batch.');
  const contentType = Object.keys(each.headers ?? {}).some((name) => /^content-type$/i.test(name));
  const isWrite = ['POST', 'PATCH', 'PUT'].includes(each.method.toUpperCase());
  const hasBody = each.body !== undefined && each.body !== null;
  if ((isWrite && !hasBody && !isAction.test(each.url)) || (hasBody && !contentType)) {
    throw bad(`Write request id : ${each.id} does not contain Content-Type header or body.`);
  }
  const stranger = each.dependsOn?.find((id) => !ids.has(id) || id === each.id);
  if (stranger)
    throw bad(`Batch request ${each.id} depends on '${stranger}', which is not another.`);
}

/** Parents before children; a ring of dependencies is refused. */
function inOrder(steps: Step[]): Step[] {
  const waiting = new Set(steps);
  const done = new Set<string>();
  const ordered: Step[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].find((each) => (each.dependsOn ?? []).every((id) => done.has(id)));
    if (!ready) throw bad('Batch requests depend on one another in a ring.');
    waiting.delete(ready);
    done.add(ready.id);
    ordered.push(ready);
  }
  return ordered;
}

function innerOf(each: Step): Inner {
  const [path = '', query = ''] = each.url.replace(/^(?!\/)/, '/').split(/\?(.*)/s);
  const headers = Object.fromEntries(
    Object.entries(each.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const method = each.method.toUpperCase();
  return { method, path, query: new URLSearchParams(query), headers, body: each.body };
}

function shapeOf(id: string, answered: Answered): StepAnswer {
  const hasBody = answered.body !== undefined;
  const headers = {
    ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
    ...answered.headers,
  };
  return { id, status: answered.status, headers, ...(hasBody ? { body: answered.body } : {}) };
}

function failedDependency(id: string): StepAnswer {
  const error = { code: 'FailedDependency', message: 'A request it depends on failed.' };
  return { id, status: 424, headers: { 'Content-Type': 'application/json' }, body: { error } };
}

function shuffled(answers: StepAnswer[]): StepAnswer[] {
  return answers
    .map((answer) => ({ answer, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ answer }) => answer);
}

function bad(message: string): GraphFault {
  return new GraphFault({ status: 400, code: 'BadRequest' }, message);
}
