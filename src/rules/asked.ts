// Who is asked for a return: its owner, their deputy while away, and the team's manager where there
// is no owner to ask. When they are asked is decided in ladder.ts.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { teamOf } from './about.ts';
import { answererOf, managersOf } from './roles.ts';

/** The steps that go to those who are asked; Manager and SMT are told of what is missing. */
export const askingSteps = ['Opening', 'Reminder', 'Deadline'] as const;

export const isAskingStep = (step: string): boolean =>
  (askingSteps as readonly string[]).includes(step);

/**
 * Everyone asked for a return. Without an owner, or with one who is not in the register or has left,
 * that is the manager of the measure's team, or the manager's deputy. Empty: the team has no manager
 * either, and only SMT will hear of it.
 */
export const askedFor = (
  registers: Registers,
  asked: Return,
  today: Temporal.PlainDate,
): readonly Person[] => {
  const answerer = asked.owner ? answererOf(registers, asked.owner, today) : null;
  if (answerer) return [answerer];
  const team = teamOf(registers, asked);
  const managers = team ? managersOf(registers, team, today) : [];
  return managers.map((manager) => answererOf(registers, manager.key, today) ?? manager);
};
