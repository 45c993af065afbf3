// Where risks stand on the five by five: likelihood up, impact across. Knows nothing of drawing.
import type { RiskLine, RiskScore } from '../../src/web/api-work.ts';

export type Cell = {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly risks: readonly RiskLine[];
  readonly aboveAppetite: number;
  /** '3 risks: likelihood 4, impact 5, score 20; 2 above appetite'. */
  readonly words: string;
};

const steps = [1, 2, 3, 4, 5] as const;

/** Row by row as read: the likeliest first, impact from least to most. */
export const matrixCells = (lines: readonly RiskLine[]): readonly Cell[] =>
  steps.toReversed().flatMap((likelihood) =>
    steps.map((impact) => {
      const risks = lines.filter(
        ({ residual }) => residual?.likelihood === likelihood && residual.impact === impact,
      );
      const aboveAppetite = risks.filter((risk) => risk.aboveAppetite).length;
      const score = likelihood * impact;
      const above = aboveAppetite > 0 ? `; ${aboveAppetite} above appetite` : '';
      return {
        likelihood,
        impact,
        score,
        risks,
        aboveAppetite,
        words: `${riskCount(risks.length)}: likelihood ${likelihood}, impact ${impact}, score ${score}${above}`,
      };
    }),
  );

export const riskCount = (count: number): string => `${count} ${count === 1 ? 'risk' : 'risks'}`;

/** How strongly a cell is shaded, by its score alone: which scores are serious is the council's to say. */
export const shade = (score: number): number => Math.round((0.04 + (score / 25) * 0.3) * 100) / 100;

export type Move = {
  readonly kind: 'from gross' | 'to target';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
};

/**
 * The ways a cell's risks came from before control and are to go, each drawn once, in a square of 5 by
 * 5. A risk that stays where it is makes none.
 */
export const movesOf = (lines: readonly RiskLine[]): readonly Move[] => {
  const moves = lines.flatMap(({ gross, residual, target }) => [
    moveOf('from gross', gross, residual),
    moveOf('to target', residual, target),
  ]);
  const found = moves.filter((move) => move !== null);
  return [...new Map(found.map((move) => [JSON.stringify(move), move])).values()];
};

const moveOf = (kind: Move['kind'], from: RiskScore | null, to: RiskScore | null): Move | null => {
  if (!from || !to || (from.likelihood === to.likelihood && from.impact === to.impact)) return null;
  const [start, end] = [placeOf(from), placeOf(to)];
  return { kind, x1: start.x, y1: start.y, x2: end.x, y2: end.y };
};

/** Low and to the right in the cell, clear of its words. */
const placeOf = ({
  likelihood,
  impact,
}: RiskScore): { readonly x: number; readonly y: number } => ({
  x: impact - 0.2,
  y: 5 - likelihood + 0.82,
});
