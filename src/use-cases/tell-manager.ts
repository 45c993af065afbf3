// Tells of a person who cannot be reached, so that nobody is missed in silence: their manager at once,
// and the performance team the same day, in one message of everybody found that day.
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import { hasLeft } from '../rules/away.ts';
import { managersOf } from '../rules/roles.ts';
import { isToldOn, performanceTeamBut } from '../rules/unreachable.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { messageKey } from './message-key.ts';
import type { Entry, Message, Ports } from './ports.ts';

/** The manager of a person who cannot be reached hears of it, once a cycle. */
export const tellManager = async (ports: Ports, message: Message): Promise<void> => {
  const registers = ports.replica.registers();
  const manager = managerOf(registers, message.person, ports.clock.now().toPlainDate());
  const cycle = registers.cycles.get(message.cycle);
  if (manager === null || cycle === undefined) return;
  const entry = telling(ports, cycle, { person: manager, about: message.person, on: null });
  // An Outbox begun anew does not know of it, and the ledger does.
  if (registers.notifications.get(entry.key) !== undefined) return;
  await accept(ports, [entry]);
};

/**
 * Everyone on the performance team hears of it once a day, whichever cycle it was found in. Who is found
 * later that day is on the same card, drawn again in place.
 */
export const tellPerformanceTeam = async (ports: Ports, message: Message): Promise<void> => {
  const registers = ports.replica.registers();
  const cycle = registers.cycles.get(message.cycle);
  if (cycle === undefined) return;
  const today = ports.clock.now().toPlainDate();
  const untold = performanceTeamBut(registers, message.person, today).filter(
    (each) => !isToldOn(registers, each.key, today),
  );
  await accept(
    ports,
    untold.map(({ key }) =>
      telling(ports, cycle, { person: key, about: null, on: today.toString() }),
    ),
  );
};

const telling = (
  ports: Ports,
  cycle: Cycle,
  { person, about, on }: Pick<Message, 'person' | 'about'> & { readonly on: string | null },
): Entry => {
  const at = ports.clock.now().toInstant();
  const message = {
    person,
    cycle: cycle.key,
    step: 'Unreachable' as const,
    about,
    on,
    replaces: null,
  };
  const key = messageKey(message);
  const row = change('notifications', key, {
    title: `Unreachable ${cycle.period}`,
    plan: cycle.plan,
    person,
    cycle: cycle.key,
    step: 'Unreachable',
    about,
    on: on === null ? null : Temporal.PlainDate.from(on),
    state: 'Queued',
    fellDueAt: at,
    attempts: 0,
  });
  return { key, by: null, at, changes: [row], message };
};

/** The one People names, or whoever leads their team now; null where that is nobody, or themselves. */
const managerOf = (
  registers: Registers,
  personKey: string,
  today: Temporal.PlainDate,
): string | null => {
  const person = registers.people.get(personKey);
  const named = person?.manager ? registers.people.get(person.manager) : undefined;
  const [leads] = person?.team ? managersOf(registers, person.team, today) : [];
  const manager = named && !hasLeft(named, today) ? named : leads;
  return manager === undefined || manager.key === person?.key ? null : manager.key;
};
