// Moves targets a step on, one or many, each once: of two who decide on one at the same moment one is
// taken, and a step taken from an older answer than the one that stands changes nothing.

import type { Return } from '../registers/returns.ts';
import { fold } from '../registers/same-key.ts';
import type { Target, TargetState } from '../registers/targets.ts';
import { targetRevision } from '../rules/endorsing.ts';
import { returnThatAsked } from '../rules/targets-due.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { orNotKept } from './or-not-kept.ts';
import type { Entry, Message, Ports } from './ports.ts';
import type { Refused } from './refused.ts';
import { ledgerRow, messageFor, toldOf } from './send-back.ts';

/** A target, and the revision of it the person had before them. */
export type TargetSeen = { readonly target: string; readonly revision: number };

/** Why a target was left as it was. */
export type TargetLeft =
  | 'gone'
  | 'changed meanwhile'
  | 'not yours'
  | 'not endorsed'
  | 'agreed already'
  | 'sent back already';

/** `already`: it had come that far before; by whom, its row says. */
export type TargetsDecided = {
  readonly outcome: 'decided';
  readonly done: readonly Target[];
  readonly already: readonly Target[];
  readonly left: readonly { readonly target: string; readonly because: TargetLeft }[];
};

export type Step = {
  readonly to: TargetState;
  readonly by: string;
  readonly source: 'card' | 'tab';
  readonly why: string | null;
  /** What is set on the target, and on the return that asked for it where one did. */
  readonly set: Partial<Target>;
  readonly onReturn: Partial<Return>;
  /** Whether whoever answers the return that asked is told, in the same entry. */
  readonly tells?: true;
  /** Null: it may be moved on. */
  readonly bars: (target: Target) => TargetLeft | null;
};

type Weighed =
  | { readonly is: 'to do'; readonly target: Target; readonly entry: Entry }
  | { readonly is: 'already'; readonly target: Target }
  | { readonly is: 'left'; readonly target: string; readonly because: TargetLeft };

/** Durable when it resolves. What cannot be moved on is left as it was, with why. */
export const decideTargets = async (
  ports: Ports,
  seen: readonly TargetSeen[],
  step: Step,
): Promise<TargetsDecided | Refused> => {
  const once = [...new Map(seen.map((each) => [fold(each.target), each])).values()];
  const weighed = once.map((each) => weigh(ports, each, step));
  const toDo = weighed.filter((each) => each.is === 'to do');
  return orNotKept(
    accept(
      ports,
      toDo.map(({ entry }) => entry),
    ).then((acceptances) => {
      const lost = toDo.filter((_, nth) => acceptances[nth]?.outcome === 'already');
      const now = ({ key }: Target) => ports.replica.registers().targets.get(key);
      const moved = (target: Target) => now(target) ?? target;
      const gotThere = lost.filter(({ target }) => now(target)?.state === step.to);
      return {
        outcome: 'decided' as const,
        done: toDo.filter((each) => !lost.includes(each)).map(({ target }) => moved(target)),
        already: [
          ...weighed.flatMap((each) => (each.is === 'already' ? [each.target] : [])),
          ...gotThere.map(({ target }) => moved(target)),
        ],
        left: [
          ...weighed.flatMap((each) =>
            each.is === 'left' ? [{ target: each.target, because: each.because }] : [],
          ),
          ...lost
            .filter((each) => !gotThere.includes(each))
            .map(({ target }) => ({
              target: target.key,
              because: 'changed meanwhile' as const,
            })),
        ],
      };
    }),
  );
};

const weigh = (ports: Ports, { target: key, revision }: TargetSeen, step: Step): Weighed => {
  const registers = ports.replica.registers();
  const target = registers.targets.get(key);
  if (target === undefined) return { is: 'left', target: key, because: 'gone' };
  const barred = step.bars(target);
  if (barred === 'not yours') return { is: 'left', target: key, because: barred };
  if (target.state === step.to) return { is: 'already', target };
  if (targetRevision(registers, target) !== revision)
    return { is: 'left', target: key, because: 'changed meanwhile' };
  if (barred !== null) return { is: 'left', target: key, because: barred };
  return { is: 'to do', target, entry: entryFor(ports, target, step) };
};

/**
 * An answer to the return that asked and a step of its target have one key between them, so that neither
 * is taken without knowing of the other.
 */
const entryFor = (ports: Ports, target: Target, step: Step): Entry => {
  const registers = ports.replica.registers();
  const asked = returnThatAsked(registers, target);
  const revision = targetRevision(registers, target);
  const counted = { revision: revision + 1 };
  const at = ports.clock.now().toInstant();
  const message = asked && step.tells ? messageOf(ports, asked, revision) : null;
  return {
    key: asked ? `return|${asked.key}|${revision}` : `target|${target.key}|${revision}`,
    by: step.by,
    at,
    changes: [
      change('targets', target.key, { ...step.set, ...counted, state: step.to }),
      ...(asked ? [change('returns', asked.key, { ...step.onReturn, ...counted })] : []),
      ...(message ? [ledgerRow(registers, message, at)] : []),
    ],
    message,
    journal: { source: step.source, why: step.why },
  };
};

/** None once the cycle that asked is over: the next one to open asks, and its card says why. */
const messageOf = (ports: Ports, asked: Return, revision: number): Message | null => {
  const cycle = ports.replica.registers().cycles.get(asked.cycle ?? '');
  const person = cycle?.state === 'Open' ? toldOf(ports, asked) : null;
  return person === null
    ? null
    : messageFor(asked, { person, looked: { return: asked.key, revision } });
};
