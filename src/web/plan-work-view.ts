// The work of a plan for the team looked at: actions, improvements, savings, risks and the plan's money.
import type { Person } from '../registers/people.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { WorkView } from './api-work.ts';
import { type Asked, chosenBy } from './chosen.ts';
import { freshness } from './freshness.ts';
import { actionsView } from './work-actions.ts';
import type { Asking } from './work-lines.ts';
import { moneyTables } from './work-money.ts';
import { improvementsView } from './work-projects.ts';
import { risksView } from './work-risks.ts';
import { savingsView } from './work-savings.ts';

/** Null where no plan has been loaded. */
export const planWorkView = (ports: Ports, person: Person, asked: Asked): WorkView | null => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const chosen = chosenBy(registers, asked, { person, today });
  if (!chosen) return null;
  const { plan, team, teams } = chosen;
  const asking: Asking = { registers, person, plan, team, today };
  return {
    plan: plan.key,
    planName: plan.title,
    team,
    manyTeams: registers.teams.get(team) === undefined,
    actions: actionsView(asking),
    improvements: improvementsView(asking, teams),
    savings: savingsView(asking),
    risks: risksView(asking),
    money: moneyTables(asking),
    freshness: freshness(ports.replica),
  };
};
