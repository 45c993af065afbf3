// A director endorses targets that were proposed, one or many, or sends one back with a reason.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Target } from '../registers/targets.ts';
import { isAgreed } from '../rules/rating.ts';
import { may } from '../rules/rights.ts';
import {
  decideTargets,
  type TargetLeft,
  type TargetSeen,
  type TargetsDecided,
} from './decide-targets.ts';
import type { Ports } from './ports.ts';
import { longestCommentary } from './read-answer.ts';
import { type Refused, refused } from './refused.ts';
import { leftAlready } from './take-answer.ts';

type Deciding = { readonly by: string; readonly source: 'card' | 'tab' };

/** Who may is worked out for each target: theirs are endorsed, and others left. */
export const endorseTargets = async (
  ports: Ports,
  { by, source, targets }: Deciding & { readonly targets: readonly TargetSeen[] },
): Promise<TargetsDecided | Refused> => {
  const who = whoDecides(ports, by);
  if ('outcome' in who) return who;
  const endorsedOn = ports.clock.now().toPlainDate();
  return decideTargets(ports, targets, {
    to: 'endorsed',
    by: who.key,
    source,
    why: null,
    set: { endorsedBy: who.key, endorsedOn },
    onReturn: {},
    bars: (target) => bars(ports.replica.registers(), target, { who, today: endorsedOn }),
  });
};

export type SendingBack = Deciding & TargetSeen & { readonly because: string };

/**
 * Its owner is asked again, with the reason: at once while the cycle that asked is open, else in the next
 * to open. What they had proposed stands in the fields.
 */
export const sendTargetBack = async (
  ports: Ports,
  { by, source, target, revision, ...said }: SendingBack,
): Promise<TargetsDecided | Refused> => {
  const who = whoDecides(ports, by);
  if ('outcome' in who) return who;
  const because = said.because.trim();
  if (because === '') return refused({ reason: 'no reason given' });
  if (because.length > longestCommentary)
    return refused({ reason: 'reason too long', length: because.length, most: longestCommentary });
  const now = ports.clock.now();
  const today = now.toPlainDate();
  return decideTargets(ports, [{ target, revision }], {
    to: 'sent back',
    by: who.key,
    source,
    why: because,
    set: { sentBackBecause: because, endorsedBy: null, endorsedOn: null },
    onReturn: {
      state: 'Due',
      approval: 'sent back',
      approver: who.key,
      approvedAt: now.toInstant(),
      sentBackBecause: because,
    },
    tells: true,
    bars: (each) => bars(ports.replica.registers(), each, { who, today }),
  });
};

const whoDecides = (ports: Ports, by: string): Person | Refused => {
  const person = ports.replica.registers().people.get(by);
  if (person === undefined) return refused({ reason: 'not yours' });
  return leftAlready(person, ports.clock.now().toPlainDate()) ?? person;
};

/** What was endorsed may still be sent back, and the other way about; what is agreed may not. */
const bars = (
  registers: Registers,
  target: Target,
  { who, today }: { readonly who: Person; readonly today: Temporal.PlainDate },
): TargetLeft | null => {
  const asking = { registers, person: who, today };
  if (!may(asking, 'endorse a target or send it back', target)) return 'not yours';
  if (isAgreed(target)) return 'agreed already';
  return target.state === 'sent back' ? 'sent back already' : null;
};
