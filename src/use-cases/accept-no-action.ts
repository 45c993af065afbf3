// A director accepts that nothing further is done about a figure off target, and why: the return says who
// accepted it and when, and the escalation closes.
import type { Escalation } from '../registers/escalations.ts';
import { reasonStands } from '../rules/escalation-evidence-figures.ts';
import { kindOf } from '../rules/escalations-about.ts';
import { change } from './change.ts';
import {
  type Acted,
  type Acting,
  faulty,
  mayAct,
  readSaying,
  seenSet,
  takeAct,
} from './escalation-act.ts';
import type { Ports } from './ports.ts';
import type { Refused } from './refused.ts';

export type Accepting = Acting & { readonly because: string };

const longestBecause = 500;

/** Between an answer and the next beat, what was taken to them may not be what is said any more. */
const isAsItWas = ({ replica }: Ports, escalation: Escalation): boolean =>
  kindOf(replica.registers(), escalation) !== 'no further action' ||
  reasonStands(replica.registers(), escalation);

/** Of those it was taken to, and who stands in for them; never of who gave the reason themselves. */
export const acceptNoAction = async (
  ports: Ports,
  accepting: Accepting,
): Promise<Acted | Refused> => {
  const may = mayAct(ports, accepting, 'accept');
  if (may.outcome === 'refused') return may;
  const said = readSaying(accepting.because, 'reason', longestBecause);
  if ('outcome' in said) return said;
  const { escalation, person } = may;
  if (escalation.state !== 'Closed' && !isAsItWas(ports, escalation))
    return faulty({ is: 'not now' });
  const now = ports.clock.now();
  const at = now.toInstant();
  const accepted = { noActionAcceptedBy: person.key, noActionAcceptedOn: now.toPlainDate() };
  return takeAct(ports, {
    acting: accepting,
    may,
    act: 'accept',
    happened: { event: 'accepted', number: 1, words: said.words },
    set: {
      acknowledgedAt: escalation.acknowledgedAt ?? seenSet(escalation, at).acknowledgedAt ?? at,
      state: 'Closed',
      closedAt: at,
      closedBecause: 'accepted: no further action',
    },
    besides: escalation.return === null ? [] : [change('returns', escalation.return, accepted)],
  });
};
