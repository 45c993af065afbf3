// How many projects may be live at once: rapid improvements are capped for a team, savings have a guide
// for the programme, and nothing else is counted.
import type { Project } from '../registers/projects.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';

/** The framework's cap on live rapid improvements for one team. */
export const mostRapidImprovements = 3;

export const liveRapidImprovements = (
  registers: Pick<Registers, 'projects'>,
  team: string,
): readonly Project[] =>
  registers.projects
    .where('team', team)
    .filter((project) => isRapid(project) && project.stage === 'live');

export type MayGoLive =
  | { readonly may: true }
  | {
      readonly may: false;
      readonly because: 'no team' | 'not agreed' | 'three are live already';
    };

/**
 * A rapid improvement goes live once its team's portfolio holder has agreed it and the team has fewer
 * than three others live; any other project may at any time.
 */
export const mayGoLive = (registers: Pick<Registers, 'projects'>, project: Project): MayGoLive => {
  if (!isRapid(project)) return { may: true };
  if (project.team === null) return { may: false, because: 'no team' };
  if (!project.agreedWith?.trim()) return { may: false, because: 'not agreed' };
  const others = liveRapidImprovements(registers, project.team).filter(
    (each) => !sameKey(each.key, project.key),
  );
  return others.length < mostRapidImprovements
    ? { may: true }
    : { may: false, because: 'three are live already' };
};

export type SavingsLive = {
  readonly live: number;
  /** How many the programme means to have live; never a limit. Null: the plan gives none. */
  readonly guide: number | null;
  readonly pipeline: number;
};

export const savingsLive = (
  registers: Pick<Registers, 'savings' | 'plans'>,
  plan: string,
): SavingsLive => {
  const stages = registers.savings.where('plan', plan).map((saving) => saving.stage);
  return {
    live: stages.filter((stage) => stage === 'live').length,
    guide: registers.plans.get(plan)?.liveAtOnce ?? null,
    pipeline: stages.filter((stage) => stage === 'pipeline').length,
  };
};

const isRapid = (project: Project): boolean => project.kind === 'rapid improvement';
