// The workforce profile, each figure as printed, and the success measures the strategy names. No target
// is printed and no figure for three of them: those are made up, and marked illustrative.
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';
import { computeValue } from '../../rules/compute-value.ts';
import { teamOf } from './people.ts';
import { inStrategy, printed, strategy } from './plan.ts';
import { type Asked, asked } from './workforce-measures.ts';

const keyOf = ({ code }: Asked): string => inStrategy(code);

const rowOf = (each: Asked, index: number): Row<'measures'> =>
  newRow('measures', {
    key: keyOf(each),
    title: each.name,
    plan: strategy,
    code: each.code,
    priority: inStrategy(each.priority),
    parent: each.parent ? inStrategy(each.parent) : null,
    level: 'strategic',
    position: index + 1,
    team: teamOf(each.owner),
    owner: each.owner,
    kind: each.kind,
    unit: each.unit,
    decimals: each.decimals,
    polarity: each.aim?.good ?? 'none',
    ...each.timing,
    publicationLag: 0,
    asksFor: each.asks ? 'numerator and denominator' : 'value',
    per: each.asks ? 100 : null,
    numeratorIs: each.asks?.numerator ?? null,
    denominatorIs: each.asks?.denominator ?? null,
    dataOnly: !each.aim,
    definition: each.means,
    query: each.query ?? null,
  });

export const measures: readonly Row<'measures'>[] = asked.map(rowOf);

/** A target begins where its measure's made-up history does, so that no printed figure is rated by one. */
const targetOf = (each: Asked): readonly Row<'targets'>[] => {
  if (!each.aim) return [];
  const { target, tolerance } = each.aim;
  const from = Temporal.PlainDate.from(each.asks ? '2022-04-01' : '2024-04-01');
  const range = typeof target !== 'number';
  return [
    newRow('targets', {
      key: `${keyOf(each)}|${from.toString()}`,
      title: `${each.code} from ${from.toString()}`,
      plan: strategy,
      measure: keyOf(each),
      appliesFrom: from,
      target: range ? null : target,
      rangeLow: range ? target[0] : null,
      rangeHigh: range ? target[1] : null,
      tolerance,
      toleranceIs: 'absolute',
      illustrative: true,
    }),
  ];
};

export const targets: readonly Row<'targets'>[] = asked.flatMap(targetOf);

const returned = (each: Asked, period: string) => ({
  key: `${keyOf(each)}|${period}`,
  title: `${each.code}, ${period}`,
  plan: strategy,
  measure: keyOf(each),
  period,
  state: 'Returned' as const,
  finality: 'final' as const,
  revision: 1,
});

/** Nobody here was asked for a printed figure, so its return names no owner. */
const printedReturn = (each: Asked): readonly Row<'returns'>[] => {
  if (!each.printed) return [];
  const { period, value, says } = each.printed;
  return [printed('returns', { ...returned(each, period), value, commentary: says })];
};

const quarters = [2022, 2023].flatMap((year) =>
  [1, 2, 3, 4].map((quarter) => `${year}-${(year + 1) % 100} Q${quarter}`),
);

const illustrativeReturns = (each: Asked, index: number): readonly Row<'returns'>[] =>
  (each.asks?.illustrative ?? []).map(([numerator, denominator], quarter) =>
    newRow('returns', {
      ...returned(each, quarters[quarter] as string),
      owner: each.owner,
      numerator,
      denominator,
      value: computeValue(rowOf(each, index), numerator, denominator),
      illustrative: true,
    }),
  );

export const returns: readonly Row<'returns'>[] = asked.flatMap((each, index) => [
  ...printedReturn(each),
  ...illustrativeReturns(each, index),
]);
