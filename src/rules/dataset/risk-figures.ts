// How a risk stands at a cycle, and how it has moved since it was last returned before.
import type { Cycle } from '../../registers/cycles.ts';
import { lineName } from '../../registers/line-name.ts';
import type { Registers } from '../../registers/registers.ts';
import type { Risk } from '../../registers/risks.ts';
import { lastMonth, parsePeriod } from '../period.ts';
import { aboveAppetite, movement, riskScores, score } from '../risk-score.ts';
import type { RiskFact } from './dataset.ts';

type Figures = Pick<
  RiskFact,
  | 'gross'
  | 'residual'
  | 'target'
  | 'likelihood'
  | 'impact'
  | 'appetite'
  | 'aboveAppetite'
  | 'movement'
>;

/**
 * Scores as the register has them now. `movement` is of the residual score, against the newest return of an
 * earlier period than the cycle's; null where there was none, or either was not assessed.
 */
export const riskFigures = (registers: Registers, cycle: Cycle, risk: Risk): Figures => {
  const scores = riskScores(risk);
  return {
    ...scores,
    likelihood: risk.residualLikelihood,
    impact: risk.residualImpact,
    appetite: risk.appetite,
    aboveAppetite: aboveAppetite(risk),
    movement: movement(scoreBefore(registers, cycle, risk), scores.residual),
  };
};

const scoreBefore = (
  registers: Registers,
  { period }: Cycle,
  { key }: Pick<Risk, 'key'>,
): number | null => {
  const now = parsePeriod(period);
  if (now === null) return null;
  const [newest] = registers.returns
    .where('about', lineName({ register: 'risks', key }))
    .filter(({ kind, state }) => kind === 'risk' && state === 'Returned')
    .flatMap((row) => {
      const of = parsePeriod(row.period);
      return of !== null && lastMonth(of) < lastMonth(now) ? [{ row, month: lastMonth(of) }] : [];
    })
    .toSorted((one, other) => other.month - one.month);
  return newest === undefined ? null : score(newest.row.likelihood, newest.row.impact);
};
