// What opening, suspending, closing and withdrawing a cycle have in common: who may, from which state, and once.
// Its revision is part of the key, so that a state edited by hand can be changed again.
import type { Cycle, CycleState } from '../registers/cycles.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { whoMay } from './may-do.ts';
import type { Entry, Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';

/** `by` null is the clock; anybody else must have the right to run a cycle. */
export type CycleAsked = { readonly by: string | null; readonly cycle: string };

/** The cycle, where this person may change it and it is in this state, or one of these. */
export const cycleIn = (
  ports: Ports,
  { by, cycle: key }: CycleAsked,
  ...states: readonly [CycleState, ...CycleState[]]
): { readonly outcome: 'may'; readonly cycle: Cycle } | Refused => {
  const cycle = ports.replica.registers().cycles.get(key);
  if (cycle === undefined) return refused({ reason: 'unknown cycle' });
  const who = by === null ? null : whoMay(ports, by, 'run a cycle');
  if (who?.outcome === 'refused') return who;
  if (!states.includes(cycle.state)) return refused({ reason: 'wrong state', state: cycle.state });
  return { outcome: 'may', cycle };
};

type Changed = Pick<Entry, 'by' | 'at'> & {
  readonly to: Exclude<CycleState, 'Planned'>;
  readonly set: Partial<Omit<Cycle, 'key' | 'state' | 'revision'>>;
  /** What the Journal is told of the reason; left out, that it was withdrawn for, or none. */
  readonly why?: string;
};

/** What the Outbox knows a change of a cycle by. */
export const cycleClaim = (cycle: string, revision: number): string => `cycle|${cycle}|${revision}`;

const hoursAfterClosing = 24;
/** Longer than an app is down; shorter than it was before a version that sees to something new. */
const hoursAfterOurs = 31 * 24;

/**
 * Whether what a close leaves to be done may still be to be done: of one closed within a day, or within a
 * month where this Outbox closed it. Any other was seen to, or came here with its history.
 */
export const isOurClose = async (
  { clock, outbox }: Pick<Ports, 'clock' | 'outbox'>,
  { key, revision, closedAt }: Cycle,
): Promise<boolean> => {
  if (closedAt === null) return false;
  const hours = clock.now().toInstant().since(closedAt).total('hours');
  if (hours < hoursAfterClosing) return true;
  const isOurs = async () => (await outbox.find(cycleClaim(key, revision ?? 0))) !== null;
  return hours < hoursAfterOurs && (await isOurs());
};

/** The entry that changes the cycle's state; of two from the same revision one is taken. */
export const cycleEntry = (cycle: Cycle, { by, at, to, set, why }: Changed): Entry => {
  const revision = (cycle.revision ?? 0) + 1;
  return {
    key: cycleClaim(cycle.key, revision),
    by,
    at,
    changes: [change('cycles', cycle.key, { ...set, state: to, revision, changedBy: by })],
    message: null,
    journal: { source: by === null ? 'product' : 'tab', why: why ?? set.withdrawnReason ?? null },
  };
};

/** Accepts the entries, the cycle's own last; refused where another change came first. */
export const acceptChange = async (
  ports: Ports,
  entries: readonly Entry[],
): Promise<{ readonly outcome: 'changed' } | Refused> => {
  const acceptances = await accept(ports, entries);
  return acceptances.at(-1)?.outcome === 'accepted'
    ? { outcome: 'changed' }
    : refused({ reason: 'wrong state', state: 'changed meanwhile' });
};
