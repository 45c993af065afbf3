// Draws again, in place, the cards that something said elsewhere has made out of date: a question that a
// deputy or the tab has answered, a director's week that was seen to in the tab. Never a new message.
import type { Notification } from '../registers/notifications.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { isInChat } from '../rules/card-shows.ts';
import { markOf } from '../rules/escalations-wanted.ts';
import { accept } from './accept.ts';
import type { Acting } from './escalation-act.ts';
import type { Ports } from './ports.ts';
import { StoreFault } from './store-fault.ts';

export type Elsewhere = {
  readonly acting: Pick<Acting, 'by' | 'source'>;
  /** The key of what happened, in Escalation history: each redraws a card once. */
  readonly event: string;
  /** The question that is answered by it; null where it was not one. */
  readonly question: string | null;
  /** Whose week it is. */
  readonly told: string;
};

/** What was said is kept already: where the Outbox takes nothing more, the card only stays as it was. */
export const redrawElsewhere = async (ports: Ports, elsewhere: Elsewhere): Promise<void> => {
  const at = ports.clock.now().toInstant();
  const entries = outOfDate(ports.replica.registers(), elsewhere).map((row) => ({
    key: `redraw|${row.key}|${elsewhere.event}`,
    by: null,
    at,
    changes: [],
    message: {
      person: row.person,
      cycle: row.cycle,
      step: row.step,
      about: row.about,
      on: row.on?.toString() ?? null,
      replaces: { conversation: row.conversation, activity: row.activity },
    },
  }));
  await accept(ports, entries).catch((fault: unknown) => {
    if (!(fault instanceof StoreFault)) throw fault;
  });
};

/** A card somebody pressed on themselves is drawn by that. */
const outOfDate = (registers: Registers, { acting, question, told }: Elsewhere) => {
  const isOwn = ({ person }: Notification) =>
    acting.source === 'card' && sameKey(person, acting.by);
  const asked =
    question === null
      ? []
      : registers.notifications
          .where('state', 'Sent')
          .filter(({ step, about }) => step === 'Question' && about === markOf(question));
  const weeks = registers.notifications
    .where('person', told)
    .filter(({ step, state }) => state === 'Sent' && (step === 'Digest' || step === 'Urgent'));
  return [...asked, ...newest(weeks)].filter((row) => !isOwn(row)).filter(isInChat);
};

const newest = (rows: readonly Notification[]): readonly Notification[] =>
  rows
    .toSorted((one, other) => Temporal.Instant.compare(other.fellDueAt, one.fellDueAt))
    .slice(0, 1);
