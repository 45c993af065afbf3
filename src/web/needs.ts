// What needs a manager, most serious first: late returns, then off target, then nobody to answer.
import type { MeasureRow, Need, PlanView } from './api.ts';

const most = 7;
/** Late returns leave room for figures off target, which would otherwise never be seen. */
const mostLateBesideOthers = 4;

type Needs = Pick<PlanView, 'needs' | 'needsMore'>;

export const needsOf = (rows: readonly MeasureRow[]): Needs => {
  const late = lateNeeds(rows);
  const others = [...offNeeds(rows), ...orphanNeeds(rows)];
  const lateShown = Math.max(mostLateBesideOthers, most - others.length);
  const needs = [...late.slice(0, lateShown), ...others].slice(0, most);
  const left = [...late, ...others].filter((each) => !needs.includes(each));
  const needsMore = needKinds.map((kind) => ({
    kind,
    count: left.filter((each) => each.kind === kind).length,
  }));
  return { needs, needsMore: needsMore.filter(({ count }) => count > 0) };
};

const needKinds = ['late', 'off target', 'no owner'] as const;

const lateNeeds = (rows: readonly MeasureRow[]): readonly Need[] =>
  rows
    .filter((row) => row.return.state === 'late')
    .toSorted((a, b) => b.return.daysLate - a.return.daysLate)
    .map((row) => need(row, 'late', lateWords(row)));

/** Those longest off target and getting worse stand first. */
const offNeeds = (rows: readonly MeasureRow[]): readonly Need[] =>
  rows
    .filter((row) => row.standing === 'off target')
    .toSorted((a, b) => gravity(b) - gravity(a))
    .map((row) => need(row, 'off target', offWords(row)));

const orphanNeeds = (rows: readonly MeasureRow[]): readonly Need[] =>
  rows
    .filter((row) => row.owner === null && row.return.state === 'due')
    .map((row) => need(row, 'no owner', 'Nobody owns this measure, so its manager is asked'));

const need = (row: MeasureRow, kind: Need['kind'], words: string): Need => ({
  measure: row.key,
  kind,
  name: row.name,
  words,
  illustrative: kind === 'off target' && (row.figure?.illustrative ?? false),
});

const lateWords = (row: MeasureRow): string => `${row.return.words}, with ${row.owner ?? 'nobody'}`;

const offWords = ({ figure, unit, trend, standing }: MeasureRow): string => {
  if (!figure) return 'Off target';
  const times = trend.toReversed().findIndex((point) => point.standing !== standing);
  const long = times === -1 ? trend.length : times;
  const since = long > 1 ? `, off target ${long} periods running` : '';
  return `${withUnit(figure.text, unit)} against a target of ${figure.target}${since}`;
};

const gravity = ({ figure, trend }: MeasureRow): number =>
  trend.filter((point) => point.standing === 'off target').length +
  (figure?.short === 'worse' ? 1 : 0);

/** '12 days', '83.2%': the unit is said once. A long unit stands in brackets. */
export const withUnit = (text: string, unit: string): string => {
  if (text.includes('%') || text.includes('£')) return text;
  return unit.includes(' ') ? `${text} (${unit})` : `${text} ${unit}`;
};
