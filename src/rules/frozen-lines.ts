// The lines of a measure in the reports of its cycles, read once for as long as none of them moves: where
// forty quarters have closed, a roll-up of them all asks for each. Which of them holds is rated-at.ts's.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { ReportLine } from '../registers/report-lines.ts';
import { sameKey } from '../registers/same-key.ts';

/** The line known as 'cycle|measure|code'; undefined where there is none. */
export const lineInReport = (
  registers: Pick<Registers, 'reportLines'>,
  { key, code }: Pick<Measure, 'key' | 'code'>,
  cycle: string,
): ReportLine | undefined => {
  const rows = registers.reportLines.where('measure', key);
  const known = read.get(rows) ?? readOf(rows, code);
  // Of a line whose Measure was changed by hand the key still says whose it is.
  return known.get(cycle) ?? registers.reportLines.get(`${cycle}|measure|${code}`);
};

/** A table answers with the same rows until one of them moves: what was read of them stays so till then. */
const read = new WeakMap<readonly ReportLine[], ReadonlyMap<string, ReportLine>>();

const readOf = (rows: readonly ReportLine[], code: string): ReadonlyMap<string, ReportLine> => {
  const own = rows.filter((row) => sameKey(row.key, `${row.report}|measure|${code}`));
  const found = new Map(own.map((row) => [row.report, row] as const));
  read.set(rows, found);
  return found;
};
