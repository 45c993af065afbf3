// What needs the person asking, most serious first: what they owe, late returns, then off target, then
// nobody to answer. After a cycle has closed, what was never answered stands where late returns did.
import type { MeasureRow, Need, PlanView } from './api.ts';
import { illustrativeWords } from './words.ts';

const most = 7;
/** Returns leave room for figures off target, which would otherwise never be seen. */
const mostReturnsBesideOthers = 4;

type Needs = Pick<PlanView, 'needs' | 'needsMore' | 'needsNone'>;

/** What a person owes in the quarter, and whether its card has reached their chat. */
export type OwedHere = { readonly rows: readonly MeasureRow[]; readonly cardSent: boolean };

/** What is owed is given apart, since a person may owe what the team looked at does not hold. */
export const needsOf = (rows: readonly MeasureRow[], owed: OwedHere): Needs => {
  const own = new Set(owed.rows.map((row) => row.key));
  const others = rows.filter((row) => !own.has(row.key));
  const returns = [...owedNeeds(owed), ...lateNeeds(others), ...unansweredNeeds(others)];
  const figures = [...offNeeds(rows), ...orphanNeeds(others)];
  const returnsShown = Math.max(mostReturnsBesideOthers, most - figures.length);
  const needs = [...returns.slice(0, returnsShown), ...figures].slice(0, most);
  const left = [...returns, ...figures].filter((each) => !needs.includes(each));
  const needsMore = needKinds.map((kind) => ({
    kind,
    count: left.filter((each) => each.kind === kind).length,
  }));
  return {
    needs,
    needsMore: needsMore.filter(({ count }) => count > 0),
    needsNone: rows.some((row) => row.return.state === 'due')
      ? 'Nothing is late or off target yet.'
      : 'Nothing needs you.',
  };
};

const needKinds = ['owed', 'late', 'never answered', 'off target', 'no owner'] as const;

const owedNeeds = ({ rows, cardSent }: OwedHere): readonly Need[] =>
  latestFirst(rows).map((row) => {
    const { words, day } = row.return;
    const card = cardSent ? '; the card is in your chat' : '';
    return need(row, 'owed', `${[words, day].filter(Boolean).join(' ')}${card}`);
  });

const lateNeeds = (rows: readonly MeasureRow[]): readonly Need[] =>
  latestFirst(rows.filter((row) => row.return.state === 'late')).map((row) =>
    need(row, 'late', `${row.return.words}, with ${row.owner ?? 'nobody'}`),
  );

const latestFirst = (rows: readonly MeasureRow[]): readonly MeasureRow[] =>
  rows.toSorted((a, b) => b.return.daysLate - a.return.daysLate);

const unansweredNeeds = (rows: readonly MeasureRow[]): readonly Need[] =>
  rows
    .filter((row) => row.return.state === 'never answered')
    .map((row) =>
      need(row, 'never answered', `${row.return.words}, owned by ${row.owner ?? 'nobody'}`),
    );

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
  late: row.return.state === 'late',
  caveat:
    kind === 'off target' && row.figure
      ? illustrativeWords({
          figure: row.figure.illustrative,
          target: row.figure.targetIllustrative,
        })
      : null,
});

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
  if (text.includes('%') || text.includes('£') || isBareNumber(unit)) return text;
  return unit.includes(' ') ? `${text} (${unit})` : `${text} ${unit}`;
};

/** A spreadsheet's way to say that there is no unit: '1,250 number' tells nobody more than '1,250'. */
const isBareNumber = (unit: string): boolean => /^(?:number|no\.?|count)$/i.test(unit.trim());
