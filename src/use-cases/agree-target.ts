// The performance team puts on record that Cabinet, or whoever it has delegated to, agreed targets: by a
// decision that exists. From then on they rate.

import type { Target } from '../registers/targets.ts';
import {
  decideTargets,
  type TargetLeft,
  type TargetSeen,
  type TargetsDecided,
} from './decide-targets.ts';
import { whoMay } from './may-do.ts';
import type { Ports } from './ports.ts';
import { longestCommentary } from './read-answer.ts';
import { type Refused, refused } from './refused.ts';

export type Agreeing = {
  readonly by: string;
  readonly targets: readonly TargetSeen[];
  /** The key of a decision made by today. */
  readonly decision: string;
  /** Why those that no director has endorsed are agreed all the same; '' agrees none of those. */
  readonly because: string;
};

/** Refused to anyone but the performance team, and without a decision on record. */
export const agreeTargets = async (
  ports: Ports,
  { by, targets, decision: named, ...said }: Agreeing,
): Promise<TargetsDecided | Refused> => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const who = whoMay(ports, by, 'agree a target');
  if (who.outcome === 'refused') return who;
  const { person } = who;
  const decision = registers.decisions.get(named);
  if (decision === undefined || Temporal.PlainDate.compare(decision.decidedOn, today) > 0)
    return refused({ reason: 'no such decision' });
  const because = said.because.trim();
  if (because.length > longestCommentary)
    return refused({ reason: 'reason too long', length: because.length, most: longestCommentary });
  return decideTargets(ports, targets, {
    to: 'agreed',
    by: person.key,
    source: 'tab',
    why: because === '' ? decision.title : `${decision.title}. Not endorsed, because: ${because}`,
    set: { agreedBy: person.key, agreedOn: today, decision: decision.key },
    onReturn: {},
    bars: (target) => bars(target, because),
  });
};

/** Blank is agreed, and stays as it is. */
const bars = ({ state }: Target, because: string): TargetLeft | null => {
  if (state === null || state === 'agreed') return 'agreed already';
  if (state === 'sent back') return 'sent back already';
  return state === 'proposed' && because === '' ? 'not endorsed' : null;
};
