// The money of a plan as small tables: revenue by priority, capital and gaps by year, reserves by day.
// Totals stand as printed and are never added up here; what was never given stays blank.
import type { Budget } from '../registers/budgets.ts';
import { monthNames } from '../rules/date-words.ts';
import type { MoneyTable } from './api-work.ts';
import { type Asking, asPrinted, canRead, dayWords, poundsWords } from './work-lines.ts';

export const moneyTables = (asking: Asking): readonly MoneyTable[] => {
  const rows = asking.registers.budgets
    .where('plan', asking.plan.key)
    .filter((row) => canRead(asking, 'budgets', row))
    .toSorted(asPrinted);
  return kinds.flatMap(({ kind, heading }) => {
    const within = rows.filter((row) => row.kind === kind);
    if (within.length === 0) return [];
    const table = byTime(within) ?? byLine(asking, within);
    const queries = within.flatMap(({ title, query }) =>
      query ? [{ about: title, words: query }] : [],
    );
    return [{ heading, ...table, queries }];
  });
};

const kinds = [
  { kind: 'revenue', heading: 'Revenue' },
  { kind: 'capital', heading: 'Capital' },
  { kind: 'reserves', heading: 'Reserves' },
  { kind: 'known gap', heading: 'Known gap' },
] as const;

type Table = Pick<MoneyTable, 'rowsAre' | 'columns' | 'rows'>;

const figures = [
  { name: 'amount', words: 'Budget' },
  { name: 'savingsRequired', words: 'Savings required' },
  { name: 'savingsAchieved', words: 'Savings achieved' },
  { name: 'forecast', words: 'Forecast outturn' },
  { name: 'outturn', words: 'Outturn' },
  { name: 'variance', words: 'Variance' },
] as const;

/** A line to a row, with the figures that any of them has. */
const byLine = ({ registers }: Asking, rows: readonly Budget[]): Table => {
  const shown = figures.filter(({ name }) => rows.some((row) => row[name] !== null));
  const years = new Set(rows.map(timeOf).filter(Boolean));
  const labelOf = (row: Budget): string => {
    const priority = row.priority ? registers.priorities.get(row.priority) : undefined;
    const name = priority ? `${priority.code}. ${priority.title}` : row.title;
    const isSaid = years.size < 2 || timeOf(row) === '' || name.includes(timeOf(row));
    return isSaid ? name : `${name}, ${timeOf(row)}`;
  };
  return {
    rowsAre: rows.some(({ priority }) => priority) ? 'Priority' : 'Line',
    columns: shown.map(({ words }) => words),
    rows: rows.map((row) => ({
      label: labelOf(row),
      cells: shown.map(({ name }) => words(row[name])),
      total: row.isTotal,
    })),
  };
};

const words = (pounds: number | null): string | null =>
  pounds === null ? null : poundsWords(pounds);

const timeOf = (row: Budget): string => (row.asAt ? (dayWords(row.asAt) ?? '') : (row.year ?? ''));

/** 'General Fund capital 2020-21' is 'General Fund capital', said of 2020-21. */
const nameOf = ({ title, year, asAt }: Budget): string => {
  const said = [year, asAt && `${monthNames[asAt.month - 1]} ${asAt.year}`].filter((each) => each);
  return said
    .reduce<string>((name, time) => name.replace(time as string, ''), title)
    .replace(/[\s,]+$/, '')
    .trim();
};

/**
 * The same lines at several times: a time to a row, a line to a column. Null where the rows do not
 * make such a table, or hold more than a budget each.
 */
const byTime = (rows: readonly Budget[]): Table | null => {
  const times = [...new Set(rows.map(timeOf))];
  const columns = [...new Set(rows.map(nameOf))];
  const held = new Map(rows.map((row) => [`${timeOf(row)}|${nameOf(row)}`, row]));
  const isMore = rows.some((row) => figures.slice(1).some(({ name }) => row[name] !== null));
  const isWhole = held.size === rows.length && rows.length > times.length * (columns.length - 1);
  if (times.length < 2 || columns.length > 4 || isMore || !isWhole || times.includes(''))
    return null;
  return {
    rowsAre: rows.some(({ asAt }) => asAt) ? 'As at' : 'Year',
    columns,
    rows: times.map((time) => ({
      label: time,
      cells: columns.map((name) => words(held.get(`${time}|${name}`)?.amount ?? null)),
      total: false,
    })),
  };
};
