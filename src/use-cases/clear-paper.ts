// A paper is cleared for finance, for legal, or by the portfolio holder: once, by whom it falls to, and in the
// Journal. What was reworded after that is said beside it, and it may be cleared again.

import {
  type Clearance,
  clearedIn,
  type Given,
  mayClear,
  wordsUntil,
} from '../rules/paper-stages.ts';
import { lastChange, rewordedSince } from '../rules/paper-wordings.ts';
import {
  askedOf,
  changePaper,
  type NotDone,
  type PaperAsked,
  type PaperPorts,
  paperRefused,
  rowOf,
} from './paper-act.ts';
import type { PaperOrder } from './paper-orders.ts';

export type Clearing = PaperAsked & { readonly clearance: Clearance };
export type Cleared = { readonly outcome: 'cleared' | 'already' };

/** Refused once it is issued, and to whoever does not hold the post. */
export const clearPaper = async (
  ports: PaperPorts,
  { clearance, ...asked }: Clearing,
): Promise<Cleared | NotDone> => {
  const found = askedOf(ports, asked);
  if ('outcome' in found) return found;
  const { person, order } = found;
  const today = ports.clock.now().toPlainDate();
  if (!mayClear(ports.replica.registers(), person, { clearance, today }))
    return paperRefused({ kind: 'not theirs', clearance });
  const done = await changePaper<Cleared | NotDone>(ports, order, {
    by: asked.by,
    why: null,
    from: (row) => {
      if (row?.issuedAt) return paperRefused({ kind: 'issued' });
      const given = clearedIn(row, clearance);
      if (given !== null && !isReworded(ports, order, given)) return { outcome: 'already' };
      const at = ports.clock.now().toInstant();
      const upTo = lastChange(ports.replica.registers(), wordsIn(ports, order));
      return {
        set: { [clearance]: at, [`${clearance}By`]: asked.by, [`${clearance}UpTo`]: upTo },
      };
    },
  });
  return done ?? { outcome: 'cleared' };
};

/** Words of its quarter were changed after a clearance, in time for this paper. */
const isReworded = (ports: PaperPorts, order: PaperOrder, { upTo: since }: Given): boolean =>
  rewordedSince(ports.replica.registers(), { ...wordsIn(ports, order), since }).length > 0;

const wordsIn = (ports: PaperPorts, order: PaperOrder) => ({
  cycle: order.cycle.key,
  ...wordsUntil(rowOf(ports, order), order.meets?.wordsFreezeOn ?? null),
});
