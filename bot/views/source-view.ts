// Where an owner said a measure's figures come from, the last time they said so.
import type { Measure } from '../../src/registers/measures.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import { lineage } from '../../src/rules/history.ts';
import { lastMonth, parsePeriod } from '../../src/rules/period.ts';

/** By the newest figure of an earlier period that names one, in this plan or the ones before; null: none does. */
export const sourceBefore = (
  registers: Pick<Registers, 'measures' | 'returns'>,
  measure: Measure,
  asked: Return,
): string | null => {
  const until = endOf(asked);
  if (until === null) return null;
  const named = lineage(registers, measure)
    .flatMap((key) => registers.returns.where('measure', key))
    .flatMap((row) => {
      const end = row.source === null || row.key === asked.key ? null : endOf(row);
      return end === null || end > until ? [] : [{ source: row.source, end }];
    });
  return named.toSorted((one, other) => other.end - one.end)[0]?.source ?? null;
};

const endOf = ({ period }: Return): number | null => {
  const read = parsePeriod(period);
  return read === null ? null : lastMonth(read);
};
