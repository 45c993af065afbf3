// Puts in the queue each person's digest of the week, and at once what is urgent; and notes on what the
// ladder's word to SMT carries that it was told. Who hears what, and when, is a rule (digest.ts).
import type { Escalation } from '../registers/escalations.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { fold } from '../registers/same-key.ts';
import { zone } from '../rules/calendar.ts';
import {
  type DigestDue,
  digestLines,
  digestsDue,
  isWordOf,
  mostLines,
  weekOf,
} from '../rules/digest.ts';
import { markOf } from '../rules/escalations-wanted.ts';
import { fingerprintOfLines } from '../rules/fingerprint.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { eventChange, type Happened } from './escalation-act.ts';
import { queuedChange } from './escalation-messages.ts';
import { messageKey } from './message-key.ts';
import type { Entry, Message, Ports } from './ports.ts';

/** Each digest once for a person and week, each urgent card once for what it is the first to tell of. */
export const sendDigests = async (ports: Ports): Promise<void> => {
  const registers = ports.replica.registers();
  if (registers.escalations.size === 0) return;
  const now = ports.clock.now();
  const due = digestsDue(registers, now);
  await accept(
    ports,
    due.map((each) => digestEntry(registers, each, now)),
  );
  await accept(ports, carriedBySmt(ports.replica.registers(), now));
};

type Now = ReturnType<Ports['clock']['now']>;

const digestEntry = (registers: Registers, due: DigestDue, now: Now): Entry => {
  const message: Message = {
    person: due.person,
    cycle: due.cycle.key,
    step: due.week === null ? 'Urgent' : 'Digest',
    about: due.week === null ? markOf(due.lines[0]?.key ?? '') : null,
    on: due.week === null ? null : due.week.toString(),
    replaces: null,
  };
  const at = now.toInstant();
  const key = messageKey(message);
  // Two cards that tell of the same are told apart in its history, where no row is written twice.
  const number = fingerprintOfLines([fold(key)]);
  const told = due.lines.flatMap((each) => toldChanges(each, { to: due.person, at, number }));
  return {
    key,
    by: null,
    at,
    changes: [queuedChange(registers, message, now), ...told],
    message,
  };
};

/** None of what was told before. */
const toldChanges = (
  escalation: Escalation,
  said: Pick<Happened, 'at' | 'number'> & { readonly to: string },
): readonly Change[] =>
  escalation.toldAt !== null
    ? []
    : [
        change('escalations', escalation.key, { toldAt: said.at }),
        eventChange(escalation, { event: 'told', by: null, words: null, ...said }),
      ];

/** The lines on a card of the ladder's that is on its way: what is raised after it went is not on it. */
const carriedBySmt = (registers: Registers, now: Now): readonly Entry[] => {
  const at = now.toInstant();
  const today = now.withTimeZone(zone).toPlainDate();
  const week = weekOf(today);
  return registers.notifications
    .where('state', 'Queued')
    .filter((row) => row.step === 'SMT' && isWordOf(row, week))
    .flatMap(({ person: key }) => {
      const person = registers.people.get(key);
      if (person === undefined) return [];
      return digestLines(registers, person, today)
        .slice(0, mostLines)
        .filter(({ rule, toldAt }) => rule !== null && toldAt === null)
        .map((each) => ({
          key: `escalation|${each.key}|told|1`,
          by: null,
          at,
          changes: toldChanges(each, { to: person.key, at, number: 1 }),
          message: null,
        }));
    });
};
