// How the figure of a return stands: as the closed report of its cycle froze it, else by the target and
// the rule in force, and the measure of the plan it was given in. What frozen lines are kept is build-report's work.
import type { Measure } from '../registers/measures.ts';
import type { RatingRule } from '../registers/rating-rules.ts';
import type { Registers } from '../registers/registers.ts';
import type { ReportLine } from '../registers/report-lines.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Target } from '../registers/targets.ts';
import type { Standing } from '../registers/words.ts';
import { measureOf } from './about.ts';
import { lineInReport } from './frozen-lines.ts';
import type { Period } from './period.ts';
import { ratedBy, ratedByAt } from './rated-by.ts';
import { rate, targetFor } from './rating.ts';
import { ruleFor } from './rating-rules.ts';

export type RatedAt = {
  readonly target: number | null;
  readonly standing: Standing;
  /** The target whole, its figure as the closed report has it; null where none was set. */
  readonly aim: Target | null;
  /** The rule it was rated by; null: by the tolerance of its target. */
  readonly rule: RatingRule | null;
};

type Asked = { readonly period: Period; readonly row: Return | null };

/**
 * A figure given in an earlier plan is rated as that plan's measure, against its targets. `row` null,
 * or without a figure, is not yet available.
 */
export const ratedAt = (
  registers: Registers,
  measure: Measure,
  { period, row }: Asked,
): RatedAt => {
  const isOwn = row === null || row.measure === measure.key || sameKey(row.measure, measure.key);
  const of = isOwn ? measure : (measureOf(registers, row) ?? measure);
  const inForce = targetFor(registers, of.key, period);
  const rule = ruleFor(registers, of, period);
  const frozen = row === null ? null : frozenLine(registers, of, row);
  if (frozen?.standing) {
    const aim = aimFrozen(inForce, frozen);
    return { target: frozen.target, standing: frozen.standing, aim, rule };
  }
  const isFigure = row?.kind === null || row?.kind === 'figure';
  const value = row?.state === 'Returned' && isFigure ? row.value : null;
  const standing = rate(of, value, inForce, ratedBy(registers, of, { rule, period }));
  return { target: inForce?.target ?? null, standing, aim: inForce, rule };
};

/**
 * How a figure that is not in the register yet would stand, by what is in force at its period. Without a
 * period nothing is.
 */
export const standingOf = (
  registers: Registers,
  measure: Measure,
  { period, value }: { readonly period: Period | null; readonly value: number | null },
): Standing =>
  rate(
    measure,
    value,
    period && targetFor(registers, measure.key, period),
    period && ratedByAt(registers, measure, period),
  );

const aimFrozen = (inForce: Target | null, { target }: ReportLine): Target | null =>
  inForce === null || inForce.target === target ? inForce : { ...inForce, target };

/** The line of the closed report of the cycle that asked; null where its figure stands so no more. */
const frozenLine = (registers: Registers, of: Measure, row: Return): ReportLine | null => {
  if (row.cycle === null || row.state !== 'Returned' || registers.reports.size === 0) return null;
  if (registers.cycles.get(row.cycle)?.state !== 'Closed') return null;
  if (registers.reports.get(row.cycle)?.state !== 'Closed') return null;
  const line = lineInReport(registers, of, row.cycle);
  return line?.period === row.period && line.value === row.value ? line : null;
};
