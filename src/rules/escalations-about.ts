// What an escalation is about: its kind and rule, the line and team, and who is asked about it.

import type { Assurance } from '../registers/assurance.ts';
import type { EscalationKind, EscalationRule } from '../registers/escalation-rules.ts';
import type { Escalation } from '../registers/escalations.ts';
import { type Line, readLine } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { isNobody } from './away.ts';
import { answererOf, managersOf } from './roles.ts';

/** Null where its rule is on the register no more. */
export type Kind = EscalationKind | null;

type Raised = Pick<Escalation, 'rule' | 'line' | 'return'>;

export const ruleOf = (
  registers: Pick<Registers, 'escalationRules'>,
  { rule }: Pick<Escalation, 'rule'>,
): EscalationRule | null => (rule === null ? null : (registers.escalationRules.get(rule) ?? null));

/** Blank is a missing return: the ladder raises those. */
export const kindOf = (
  registers: Pick<Registers, 'escalationRules'>,
  escalation: Pick<Escalation, 'rule'>,
): Kind =>
  escalation.rule === null ? 'missing return' : (ruleOf(registers, escalation)?.kind ?? null);

/** The line it is about; of a missing return, what the return is about. Null where no register has it. */
export const lineOf = (registers: Registers, escalation: Raised): Line | null => {
  if (escalation.line !== null) return readLine(escalation.line);
  const asked = escalation.return === null ? undefined : registers.returns.get(escalation.return);
  if (asked?.measure) return { register: 'measures', key: asked.measure };
  return asked?.about ? readLine(asked.about) : null;
};

/** The team whose manager answers for the line; null where it has none. */
export const teamOfLine = (registers: Registers, line: Line | null): string | null => {
  if (line === null) return null;
  if (line.register === 'teams') return registers.teams.get(line.key)?.key ?? null;
  const row = registers[line.register].get(line.key) as { readonly team?: unknown } | undefined;
  return typeof row?.team === 'string' ? row.team : null;
};

/** Its own, or its return's; null where it has none. They may be away, or gone. */
export const ownerOf = (
  registers: Pick<Registers, 'returns'>,
  { owner, return: key }: Pick<Escalation, 'owner' | 'return'>,
): string | null => owner ?? (key === null ? null : (registers.returns.get(key)?.owner ?? null));

/**
 * Who is asked about it today: its owner, or who covers for them while they are away; where it has none
 * who is here, the team's managers. Empty: there is nobody to ask.
 */
export const ownersOf = (
  registers: Registers,
  escalation: Raised & Pick<Escalation, 'owner'>,
  today: Temporal.PlainDate,
): readonly Person[] => {
  const owner = ownerOf(registers, escalation);
  if (owner !== null && !isNobody(registers, owner, today)) {
    const answerer = answererOf(registers, owner, today);
    return answerer === null ? [] : [answerer];
  }
  const team = teamOfLine(registers, lineOf(registers, escalation));
  const managers = team === null ? [] : managersOf(registers, team, today);
  return managers.map((each) => answererOf(registers, each.key, today) ?? each);
};

/** The statement of assurance it was raised on; null where it is about something else. */
export const assuranceOf = (
  registers: Pick<Registers, 'assurance'>,
  { line }: Pick<Escalation, 'line'>,
): Assurance | null => {
  const about = line === null ? null : readLine(line);
  return about?.register === 'assurance' ? (registers.assurance.get(about.key) ?? null) : null;
};

/** What support was offered where not all is assured; null where none was yet. */
export const supportNamed = (
  registers: Pick<Registers, 'assurance'>,
  escalation: Pick<Escalation, 'line'>,
): Pick<Assurance, 'support' | 'supportBy' | 'supportOn'> | null => {
  const row = assuranceOf(registers, escalation);
  return row === null || row.supportBy === null ? null : row;
};
