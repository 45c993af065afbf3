// Tells the manager of a person who cannot be reached, so that nobody is missed in silence.
import type { Registers } from '../registers/registers.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Message, Ports } from './ports.ts';

/** The manager of a person who cannot be reached hears of it, once a cycle. */
export const tellManager = async (ports: Ports, message: Message): Promise<void> => {
  const registers = ports.replica.registers();
  const manager = managerOf(registers, message.person);
  const cycle = registers.cycles.get(message.cycle);
  if (manager === null || cycle === undefined) return;
  const at = ports.clock.now().toInstant();
  const key = `${manager}|${message.cycle}|Unreachable|${message.person}`;
  // An Outbox begun anew does not know of it, and the ledger does.
  if (registers.notifications.get(key) !== undefined) return;
  await accept(ports, [
    {
      key,
      by: null,
      at,
      changes: [
        change('notifications', key, {
          title: `Unreachable ${cycle.period}`,
          plan: cycle.plan,
          person: manager,
          cycle: cycle.key,
          step: 'Unreachable',
          about: message.person,
          state: 'Queued',
          fellDueAt: at,
          attempts: 0,
        }),
      ],
      message: {
        person: manager,
        cycle: cycle.key,
        step: 'Unreachable',
        about: message.person,
        replaces: null,
      },
    },
  ]);
};

const managerOf = (registers: Registers, personKey: string): string | null => {
  const person = registers.people.get(personKey);
  if (person === undefined) return null;
  const team = person.team === null ? undefined : registers.teams.get(person.team);
  const manager = person.manager ?? team?.manager ?? null;
  return manager === personKey ? null : manager;
};
