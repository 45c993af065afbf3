// A hold on publication is released before its last day, by whoever holds the monitoring officer's post, with a
// reason; once.
import type { Hold } from '../registers/holds.ts';
import { may } from '../rules/rights.ts';
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
  if (!may({ registers, person, today: now.toPlainDate() }, 'release a hold'))
    return paperRefused({ kind: 'not the officer' });
  const fault = faultInReason(because, 'released');
  return fault === null ? release(ports, { by, hold: key, because }) : paperRefused(fault);
};

/** One that was put back by hand is released again: the next is the one that has not been yet. */
const release = async (
  ports: PaperPorts,
  { by, hold: key, because }: Releasing,
): Promise<Released | NotDone> => {
  const at = ports.clock.now().toInstant();
  const why = because.trim();
  const set = { releasedAt: at, releasedBy: by, releasedBecause: why };
  for (let nth = 1; ; nth += 1) {
    const hold = ports.replica.registers().holds.get(key);
    if (hold === undefined) return paperRefused({ kind: 'no such hold' });
    if (hold.releasedAt !== null) return paperRefused({ kind: 'released', by: hold.releasedBy });
    const [taken] = await accept(ports, [
      {
        key: `release|${hold.key}${nth === 1 ? '' : `|${nth}`}`,
        by,
        at,
        changes: [change('holds', hold.key, set)],
        message: null,
        journal: { source: 'tab', why },
      },
    ]);
    if (taken?.outcome === 'accepted') return { outcome: 'released', hold: { ...hold, ...set } };
  }
};
