// What a risk comes to: likelihood by impact on five by five, and whether the council accepts it.
import type { Risk } from '../registers/risks.ts';

/** 1 to 25; null where either is not assessed, or is no whole number from 1 to 5. */
export const score = (likelihood: number | null, impact: number | null): number | null =>
  isAssessed(likelihood) && isAssessed(impact) ? likelihood * impact : null;

const isAssessed = (of: number | null): of is number =>
  of !== null && Number.isInteger(of) && of >= 1 && of <= 5;

type Assessed = Pick<
  Risk,
  | 'grossLikelihood'
  | 'grossImpact'
  | 'residualLikelihood'
  | 'residualImpact'
  | 'targetLikelihood'
  | 'targetImpact'
>;

export type RiskScores = {
  /** Before any control. */
  readonly gross: number | null;
  /** With the controls there are. */
  readonly residual: number | null;
  /** As wished for. */
  readonly target: number | null;
};

export const riskScores = (risk: Assessed): RiskScores => ({
  gross: score(risk.grossLikelihood, risk.grossImpact),
  residual: score(risk.residualLikelihood, risk.residualImpact),
  target: score(risk.targetLikelihood, risk.targetImpact),
});

/** Whether its residual score is higher than the council accepts; null where either is not known. */
export const aboveAppetite = (risk: Assessed & Pick<Risk, 'appetite'>): boolean | null => {
  const { residual } = riskScores(risk);
  return residual === null || risk.appetite === null ? null : residual > risk.appetite;
};

export type Movement = 'better' | 'same' | 'worse';

/** How a score has moved: lower is better. Null: one of the two was not assessed. */
export const movement = (was: number | null, is: number | null): Movement | null => {
  if (was === null || is === null) return null;
  if (was === is) return 'same';
  return is < was ? 'better' : 'worse';
};
