// A plan's open risks: how each scores before control, with it and as wished for, those above what the
// council accepts, and those nobody has scored yet.
import type { Risk } from '../registers/risks.ts';
import { aboveAppetite, movement, riskScores, score } from '../rules/risk-score.ts';
import type { RiskLine, RiskScore, RisksView } from './api-work.ts';
import { counted } from './words.ts';
import {
  type Asking,
  dayWords,
  isPast,
  linesOf,
  titlesOf,
  workLine,
  workRows,
} from './work-lines.ts';

export const risksView = (asking: Asking): RisksView => {
  const rows = workRows(asking, 'risks');
  const lines = rows.filter(({ state }) => state !== 'closed').map((row) => lineOf(asking, row));
  const closed = rows.length - lines.length;
  return {
    summary: summaryOf(lines, closed),
    lines: lines.toSorted((one, other) => weight(other) - weight(one)),
    closed,
  };
};

const weight = ({ residual }: RiskLine): number => residual?.score ?? 0;

const lineOf = (asking: Asking, row: Risk): RiskLine => ({
  ...workLine(asking, 'risks', row),
  threatens: titlesOf(asking, row.serves),
  gross: scoreOf(row.grossLikelihood, row.grossImpact),
  residual: scoreOf(row.residualLikelihood, row.residualImpact),
  target: scoreOf(row.targetLikelihood, row.targetImpact),
  appetite: row.appetite,
  aboveAppetite: aboveAppetite(row) === true,
  movement: movementWords(row),
  notScored: notScoredWords(row),
  controls: linesOf(row.controls),
  review: reviewOf(asking, row),
});

const scoreOf = (likelihood: number | null, impact: number | null): RiskScore | null => {
  const scored = score(likelihood, impact);
  if (scored === null || likelihood === null || impact === null) return null;
  return { likelihood, impact, score: scored };
};

const beforeControl = {
  better: 'better than before control',
  same: 'the same as before control',
  worse: 'worse than before control',
} as const;

const movementWords = (row: Risk): string | null => {
  const { gross, residual, target } = riskScores(row);
  if (residual === null) return null;
  const since = movement(gross, residual);
  const left = target === null ? null : residual - target;
  const parts = [
    since ? beforeControl[since] : 'not scored before control',
    left === null && 'no target score',
    left !== null && left > 0 && `${left} above its target`,
    left !== null && left <= 0 && 'at its target',
  ].filter((part) => part !== false);
  return parts.join(', ');
};

/** Half a score, or one off the scale, is not a score: what is missing is named. */
const notScoredWords = (row: Risk): string | null => {
  const { residualLikelihood: likelihood, residualImpact: impact } = row;
  if (score(likelihood, impact) !== null) return null;
  if (likelihood === null && impact === null)
    return riskScores(row).gross === null ? null : 'Scored before control only';
  if (impact === null) return 'Likelihood is given, impact is not';
  if (likelihood === null) return 'Impact is given, likelihood is not';
  return `Likelihood ${likelihood} and impact ${impact} are not whole numbers from 1 to 5`;
};

const reviewOf = (asking: Asking, { reviewOn }: Risk): RiskLine['review'] => {
  const day = dayWords(reviewOn);
  if (!day) return null;
  const overdue = isPast(asking, reviewOn);
  return { overdue, words: overdue ? `Review was due ${day}` : `Review by ${day}` };
};

const summaryOf = (lines: readonly RiskLine[], closed: number): string => {
  if (lines.length === 0) return closed > 0 ? `${counted(closed, 'risk')}, all closed.` : '';
  const scored = lines.filter(({ residual }) => residual !== null).length;
  const above = lines.filter((line) => line.aboveAppetite).length;
  const reviews = lines.filter(({ review }) => review?.overdue).length;
  const parts = [
    above > 0 && `${above} above what the council accepts`,
    scored > 0 && `${scored} scored`,
    scored > 0 && scored < lines.length && `${lines.length - scored} not yet scored`,
    scored === 0 && (lines.length === 1 ? 'not yet scored' : 'none scored yet'),
    reviews > 0 && `${counted(reviews, 'review')} overdue`,
    closed > 0 && `${closed} closed and left out`,
  ].filter(Boolean);
  return `${counted(lines.length, 'open risk')}: ${parts.join(', ')}.`;
};
