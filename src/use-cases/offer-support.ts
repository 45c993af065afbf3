// Early support for a team that is not assured: what is offered, by whom and when, on its statement of
// assurance and on the escalation.
import { hasLeft } from '../rules/away.ts';
import { assuranceOf } from '../rules/escalations-about.ts';
import { change } from './change.ts';
import { type Acted, type Acting, faulty, mayAct, readSaying, takeAct } from './escalation-act.ts';
import type { Ports } from './ports.ts';
import { readDate } from './read-date.ts';
import { type Refused, refused } from './refused.ts';

export type OfferingSupport = Acting & {
  readonly support: string;
  /** From when: an ISO date, as typed; blank is today. */
  readonly on: string;
  /** Who gives it: a person key; blank, or left out, is whoever offers it. */
  readonly supportBy?: string;
};

const longestSupport = 500;

/** Of those it was taken to, who stands in for them, and the performance team; once. */
export const offerSupport = async (
  ports: Ports,
  offering: OfferingSupport,
): Promise<Acted | Refused> => {
  const may = mayAct(ports, offering, 'offer support');
  if (may.outcome === 'refused') return may;
  const said = readSaying(offering.support, 'support', longestSupport);
  if ('outcome' in said) return said;
  const { escalation } = may;
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const from = registers.people.get(offering.supportBy?.trim() || offering.by);
  if (from === undefined || hasLeft(from, today)) return refused({ reason: 'nobody by that name' });
  const on = offering.on.trim() === '' ? today : readDate(offering.on);
  if (on === null) return faulty({ is: 'no day', typed: offering.on });
  const row = assuranceOf(registers, escalation);
  if (row === null) return faulty({ is: 'not now' });
  const { words } = said;
  return takeAct(ports, {
    acting: offering,
    may,
    act: 'offer support',
    happened: {
      event: 'support offered',
      number: 1,
      words: `${words} (${from.title})`,
      to: row.manager,
    },
    set: {},
    besides: [change('assurance', row.key, { support: words, supportBy: from.key, supportOn: on })],
  });
};
