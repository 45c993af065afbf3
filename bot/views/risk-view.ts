// What the Report card shows of a risk: its scores before any control, with the controls there were, and as
// wished for, and what the council accepts.
import type { Risk } from '../../src/registers/risks.ts';
import { aboveAppetite, riskScores } from '../../src/rules/risk-score.ts';
import type { Asks, ScoreLine } from '../cards/report.ts';

export const riskAsks = (risk: Risk): Extract<Asks, { of: 'risk' }> => {
  const scores = riskScores(risk);
  return {
    of: 'risk',
    scores: [
      scoreLine('Before any control', [risk.grossLikelihood, risk.grossImpact, scores.gross]),
      scoreLine('As last looked at', [
        risk.residualLikelihood,
        risk.residualImpact,
        scores.residual,
      ]),
      scoreLine('As wished for', [risk.targetLikelihood, risk.targetImpact, scores.target]),
    ],
    appetite: appetiteWords(risk),
  };
};

type Scored = readonly [likelihood: number | null, impact: number | null, comesTo: number | null];

const scoreLine = (name: string, [likelihood, impact, comesTo]: Scored): ScoreLine => ({
  name,
  likelihood: orDash(likelihood),
  impact: orDash(impact),
  score: orDash(comesTo),
});

const orDash = (number: number | null): string => (number === null ? '–' : String(number));

/** Null where no appetite is kept. */
const appetiteWords = (risk: Risk): string | null => {
  if (risk.appetite === null) return null;
  const accepts = `The council accepts a score of ${risk.appetite} at most`;
  return aboveAppetite(risk) === true ? `${accepts}: it was above that.` : `${accepts}.`;
};
