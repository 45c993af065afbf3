// Does the steps of a plan, each told as it is done. Busy is waited for; a refusal that somebody can
// put right is said in its own words, any other with SharePoint's; the rest of the plan goes on.

import type { RegisterName } from '../../registers/registers.ts';
import { inBatches, sendBatch } from '../graph/batch.ts';
import type { Call, GraphClient } from '../graph/graph-client.ts';
import { GraphFault, toldInFull } from '../graph/graph-fault.ts';
import type { SiteRest } from '../graph/site-rest.ts';
import type { ApartStep, GraphStep, RestStep } from './step.ts';

export type Outcome = {
  readonly done: string[];
  readonly noticed: string[];
  readonly skipped: string[];
  readonly failed: string[];
  /** Lists that were to be made apart and were not: nothing more is done to them. */
  readonly notMade: Set<RegisterName>;
  /** Things written through Graph. */
  writes: number;
  readonly tell: (words: string) => void;
};

export const openOutcome = (tell: (words: string) => void): Outcome => ({
  done: [],
  noticed: [],
  skipped: [],
  failed: [],
  notMade: new Set(),
  writes: 0,
  tell,
});

const mostRounds = 4;

/** Throws where Graph forbids it or is away: nothing more can then be done. */
export const runGraph = async (
  graph: GraphClient,
  steps: readonly GraphStep[],
  outcome: Outcome,
): Promise<void> => {
  let open = steps;
  for (let round = 1; open.length > 0; round += 1) {
    const busy: GraphStep[] = [];
    for (const some of inBatches(open)) {
      const calls = some.map(({ call }) => call);
      const answers = await sendBatch(graph, calls, 'write');
      answers.forEach(({ fault }, at) => {
        const step = some[at] as GraphStep;
        if (fault?.kind === 'throttled' && round < mostRounds) busy.push(step);
        else settle(step, fault, outcome);
      });
    }
    open = busy;
  }
};

const settle = (step: GraphStep, fault: GraphFault | null, outcome: Outcome): void => {
  if (fault === null) {
    outcome.writes += 1;
    finished(outcome, step.words);
  } else if (fault.kind !== 'conflict') throw fault;
  else if (step.call.method === 'POST' && isThereNow(fault))
    outcome.noticed.push(anotherRun(step.words));
  else if (step.ifRefused !== undefined) outcome.noticed.push(step.ifRefused);
  else outcome.failed.push(`${step.words}: ${toldInFull(fault)}`);
};

/** Made since the site was read: by another run, or by hand. */
const anotherRun = (words: string): string => `${words}: another run did so just now.`;
const isThereNow = ({ code }: GraphFault): boolean => code === 'nameAlreadyExists';

const finished = ({ done, tell }: Outcome, words: string): void => {
  done.push(words);
  tell(words);
};

/** A list that cannot be closed is not left open: the empty list just made is taken away again. */
export const runApart = async (
  { graph, rest }: { readonly graph: GraphClient; readonly rest: SiteRest | null },
  steps: readonly ApartStep[],
  outcome: Outcome,
): Promise<void> => {
  for (const { register, words, make, close } of steps) {
    const made = make ? await makeList(graph, make) : null;
    if (made === 'there now') {
      outcome.notMade.add(register);
      outcome.noticed.push(anotherRun(words));
      continue;
    }
    if (made) outcome.writes += 1;
    const fault = await attempt(() => rest?.send(close));
    if (fault === null) finished(outcome, words);
    else {
      if (made && make) await graph.write(removal(make, made.id));
      if (made) outcome.notMade.add(register);
      outcome.skipped.push(`${words}: ${whyNotClosed(fault)}`);
    }
  }
};

/** One that another run has just made is that run's to close. */
const makeList = async (graph: GraphClient, make: Call): Promise<{ id: string } | 'there now'> => {
  try {
    return await graph.write<{ id: string }>(make);
  } catch (fault) {
    if (fault instanceof GraphFault && fault.kind === 'conflict' && isThereNow(fault))
      return 'there now';
    throw fault;
  }
};

const removal = (make: Call, id: string): Call => ({
  method: 'DELETE',
  path: `${make.path}/${id}`,
  units: 2,
});

const whyNotClosed = (fault: GraphFault): string =>
  fault.kind === 'forbidden'
    ? 'not done, for want of the right to say who may open a list'
    : `not done: ${toldInFull(fault)}`;

/** One after another; the first that is forbidden stands for the rest. */
export const runLooks = async (
  rest: SiteRest | null,
  steps: readonly RestStep[],
  outcome: Outcome,
): Promise<void> => {
  const open = steps.filter(({ register }) => !outcome.notMade.has(register));
  for (const [at, { words, call }] of open.entries()) {
    const fault = await attempt(() => rest?.send(call));
    if (fault === null) finished(outcome, words);
    else if (fault.kind === 'forbidden') {
      outcome.skipped.push(...open.slice(at).map((step) => step.words));
      return;
    } else outcome.failed.push(`${words}: ${toldInFull(fault)}`);
  }
};

const attempt = async (work: () => Promise<unknown> | undefined): Promise<GraphFault | null> => {
  try {
    await work();
    return null;
  } catch (fault) {
    if (fault instanceof GraphFault) return fault;
    throw fault;
  }
};
