// A paper is cleared for finance, for legal, or by the portfolio holder: once, by whom it falls to, and in the
// Journal. Of what was reworded after that it is still to be cleared, by whomever it falls to then.

import { lastRewording } from '../rules/paper-reworded.ts';
import { type Clearance, clearedIn } from '../rules/paper-stages.ts';
import { may } from '../rules/rights.ts';
import { clearing } from '../rules/rights-of.ts';
import {
  askedOf,
  changePaper,
  type NotDone,
  type PaperAsked,
  type PaperPorts,
  paperRefused,
} from './paper-act.ts';

export type Clearing = PaperAsked & {
  readonly clearance: Clearance;
  /** The last change of its words that was looked at; left out: it is cleared as it is now. */
  readonly seen?: number | undefined;
};
export type Cleared = { readonly outcome: 'cleared' | 'already' };

/** Refused once it is issued, to whoever does not hold the post, and of words that were not looked at. */
export const clearPaper = async (
  ports: PaperPorts,
  { clearance, seen, ...asked }: Clearing,
): Promise<Cleared | NotDone> => {
  const today = ports.clock.now().toPlainDate();
  const registers = ports.replica.registers();
  const found = askedOf(ports, asked, (person) =>
    may({ registers, person, today }, clearing[clearance])
      ? null
      : paperRefused({ kind: 'not theirs', clearance }),
  );
  if ('outcome' in found) return found;
  const { order } = found;
  const done = await changePaper<Cleared | NotDone>(ports, order, {
    by: asked.by,
    why: null,
    from: (row) => {
      if (row?.issuedAt) return paperRefused({ kind: 'issued' });
      const given = clearedIn(row, clearance);
      const upTo = lastRewording(ports.replica.registers(), { order, row });
      if (given !== null && given.upTo >= upTo) return { outcome: 'already' };
      if (seen !== undefined && seen < upTo) return paperRefused({ kind: 'words changed' });
      const at = ports.clock.now().toInstant();
      return {
        set: { [clearance]: at, [`${clearance}By`]: asked.by, [`${clearance}UpTo`]: upTo },
      };
    },
  });
  return done ?? { outcome: 'cleared' };
};
