// A hold on publication is released before its last day, by whoever holds the monitoring officer's post, with a
// reason; once.
import type { Hold } from '../registers/holds.ts';
import { mayRelease } from '../rules/holds.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { faultInReason, type NotDone, type PaperPorts, paperRefused } from './paper-act.ts';
import { refused } from './refused.ts';
import { leftAlready } from './take-answer.ts';

export type Releasing = {
  readonly by: string;
  readonly hold: string;
  readonly because: string;
};
export type Released = { readonly outcome: 'released'; readonly hold: Hold };

export const releaseHold = async (
  ports: PaperPorts,
  { by, hold: key, because }: Releasing,
): Promise<Released | NotDone> => {
  const registers = ports.replica.registers();
  const person = registers.people.get(by);
  if (person === undefined) return refused({ reason: 'not allowed' });
  const now = ports.clock.now();
  const left = leftAlready(person, now.toPlainDate());
  if (left !== null) return left;
  if (!mayRelease(registers, person, now.toPlainDate()))
    return paperRefused({ kind: 'not the officer' });
  const hold = registers.holds.get(key);
  if (hold === undefined) return paperRefused({ kind: 'no such hold' });
  if (hold.releasedAt !== null) return paperRefused({ kind: 'released', by: hold.releasedBy });
  const fault = faultInReason(because, 'released');
  if (fault !== null) return paperRefused(fault);
  const why = because.trim();
  const set = { releasedAt: now.toInstant(), releasedBy: by, releasedBecause: why };
  await accept(ports, [
    {
      key: `release|${hold.key}`,
      by,
      at: now.toInstant(),
      changes: [change('holds', hold.key, set)],
      message: null,
      journal: { source: 'tab', why },
    },
  ]);
  const after = ports.replica.registers().holds.get(hold.key);
  if (after?.releasedBy !== by)
    return paperRefused({ kind: 'released', by: after?.releasedBy ?? null });
  return { outcome: 'released', hold: after };
};
