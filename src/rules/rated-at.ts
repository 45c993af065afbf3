// How the figure of a return stands: as the closed report of its cycle froze it, else by the target in
// force and the measure of the plan it was given in. What frozen lines are kept is build-report's work.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { ReportLine } from '../registers/report-lines.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Target } from '../registers/targets.ts';
import type { Standing } from '../registers/words.ts';
import { measureOf } from './about.ts';
import type { Period } from './period.ts';
import { rate, targetFor } from './rating.ts';

export type RatedAt = {
  readonly target: number | null;
  readonly standing: Standing;
  /** The target whole, its figure as the closed report has it; null where none was set. */
  readonly aim: Target | null;
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
  const frozen = row === null ? null : frozenLine(registers, of, row);
  if (frozen?.standing) {
    const aim = inForce && { ...inForce, target: frozen.target };
    return { target: frozen.target, standing: frozen.standing, aim };
  }
  const isFigure = row?.kind === null || row?.kind === 'figure';
  const value = row?.state === 'Returned' && isFigure ? row.value : null;
  return { target: inForce?.target ?? null, standing: rate(of, value, inForce), aim: inForce };
};

/** The line of the closed report of the cycle that asked; null where its figure stands so no more. */
const frozenLine = (registers: Registers, of: Measure, row: Return): ReportLine | null => {
  if (row.cycle === null || row.state !== 'Returned' || registers.reports.size === 0) return null;
  if (registers.cycles.get(row.cycle)?.state !== 'Closed') return null;
  if (registers.reports.get(row.cycle)?.state !== 'Closed') return null;
  const line = registers.reportLines.get(`${row.cycle}|measure|${of.code}`);
  return line?.period === row.period && line.value === row.value ? line : null;
};
