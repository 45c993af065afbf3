// A manager or a director says they have seen what was taken to them: what is missing from a cycle as a
// whole, anything else by itself or as the list they were shown.
import type { Escalation, EscalationLevel } from '../registers/escalations.ts';
import { sameKey } from '../registers/same-key.ts';
import { may } from '../rules/rights.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import {
  type Acted,
  type Acting,
  eventChange,
  eventKey,
  mayAct,
  takeAct,
} from './escalation-act.ts';
import type { Entry, Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';

export type Acknowledged = {
  readonly outcome: 'acknowledged';
  readonly count: number;
  /** True when nothing was left to acknowledge. */
  readonly already: boolean;
};

/** Acknowledges what was escalated to this person at this level of this cycle, and nobody else's. */
export const acknowledgeEscalations = async (
  ports: Ports,
  { by, cycle, level }: { by: string; cycle: string; level: EscalationLevel },
): Promise<Acknowledged | Refused> => {
  const registers = ports.replica.registers();
  if (registers.cycles.get(cycle) === undefined) return refused({ reason: 'unknown cycle' });
  const person = registers.people.get(by);
  const asking = { registers, person, today: ports.clock.now().toPlainDate() };
  const mine = registers.escalations
    .where('person', by)
    .filter((each) => each.rule === null && each.level === level && sameKey(each.cycle, cycle))
    .filter((each) => may(asking, 'acknowledge what is missing from a cycle', each));
  if (mine.length === 0) return refused({ reason: 'not yours' });
  return acknowledgeOpen(ports, mine, { by, source: 'card' });
};

/** One of them; refused to anybody it was not taken to, and to who does not stand in for those today. */
export const acknowledgeEscalation = async (
  ports: Ports,
  acting: Acting,
): Promise<Acted | Refused> => {
  const may = mayAct(ports, acting, 'acknowledge');
  if (may.outcome === 'refused') return may;
  // Seen is seen: what was said of it since, by them or by who stands in for them, says so too.
  if (may.escalation.state !== 'Open') return { outcome: 'already', escalation: may.escalation };
  const at = ports.clock.now().toInstant();
  return takeAct(ports, {
    acting,
    may,
    act: 'acknowledge',
    happened: { event: 'acknowledged', number: 1, words: null },
    set: { state: 'Acknowledged', acknowledgedAt: at },
  });
};

/** Those of a list that are theirs; the others are left as they are. */
export const acknowledgeListed = async (
  ports: Ports,
  {
    by,
    source,
    escalations,
  }: Omit<Acting, 'escalation'> & { readonly escalations: readonly string[] },
): Promise<Acknowledged | Refused> => {
  const registers = ports.replica.registers();
  const person = registers.people.get(by);
  const today = ports.clock.now().toPlainDate();
  const isTheirs = (escalation: Escalation) =>
    may({ registers, person, today }, 'acknowledge an escalation', escalation);
  const mine = [...new Set(escalations)].flatMap((key) => {
    const escalation = registers.escalations.get(key);
    return escalation && isTheirs(escalation) ? [escalation] : [];
  });
  if (mine.length === 0) return refused({ reason: 'not yours' });
  return acknowledgeOpen(ports, mine, { by, source });
};

const acknowledgeOpen = async (
  ports: Ports,
  mine: readonly Escalation[],
  { by, source }: Omit<Acting, 'escalation'>,
): Promise<Acknowledged> => {
  const at = ports.clock.now().toInstant();
  const open = mine.filter((each) => each.state === 'Open');
  await accept(
    ports,
    open.map(
      (each): Entry => ({
        key: `escalation|${eventKey(each.key, 'acknowledged', 1)}`,
        by,
        at,
        changes: [
          change('escalations', each.key, { state: 'Acknowledged', acknowledgedAt: at }),
          eventChange(each, { event: 'acknowledged', number: 1, by, at, words: null }),
        ],
        message: null,
        journal: { source, why: null },
      }),
    ),
  );
  return { outcome: 'acknowledged', count: mine.length, already: open.length === 0 };
};
