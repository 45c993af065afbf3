// The peer for the roll-up: one SQL query over the same numbers in SQLite, in memory, with standings,
// directions of travel and counts. Its keys are small integers and its indexes are those it wants.
import { DatabaseSync } from 'node:sqlite';
import { roundTo } from '../../src/rules/rounding.ts';
import {
  committeeOf,
  committees,
  directorateOf,
  directorates,
  type Numbers,
  objectives,
  periodTexts,
  priorities,
  quarters,
  secondTargetFrom,
  teams,
  weightOf,
} from './given-returns.ts';
import type { Sums, Travel } from './sums.ts';

const schema = `
  CREATE TABLE measures (
    id INTEGER PRIMARY KEY, polarity INTEGER NOT NULL, priority INTEGER NOT NULL,
    committee INTEGER NOT NULL, objective INTEGER NOT NULL, team INTEGER NOT NULL,
    directorate INTEGER NOT NULL, percent INTEGER NOT NULL, weight INTEGER NOT NULL) STRICT;
  CREATE TABLE targets (
    measure INTEGER NOT NULL, appliesFrom INTEGER NOT NULL, low REAL NOT NULL, high REAL NOT NULL,
    tolerance REAL NOT NULL, PRIMARY KEY (measure, appliesFrom)) STRICT, WITHOUT ROWID;
  CREATE TABLE returns (
    measure INTEGER NOT NULL, quarter INTEGER NOT NULL, state INTEGER NOT NULL, value REAL,
    PRIMARY KEY (measure, quarter)) STRICT, WITHOUT ROWID;
`;

/** Endless ends are written as numbers no figure reaches. */
const endless = 1e300;

export const openSql = (numbers: Numbers): DatabaseSync => {
  const db = new DatabaseSync(':memory:');
  db.exec(`${schema} BEGIN;`);
  const measure = db.prepare('INSERT INTO measures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const target = db.prepare('INSERT INTO targets VALUES (?, ?, ?, ?, ?)');
  const row = db.prepare('INSERT INTO returns VALUES (?, ?, ?, ?)');
  const { polarity, priority, objective, percent, low, high, tolerance, state, value } = numbers;
  const of = (array: Uint8Array | Float64Array, n: number): number => array[n] as number;
  for (let m = 0; m < numbers.measures; m += 1) {
    const [first, team] = [of(priority, m), of(numbers.team, m)];
    const groups = [first, committeeOf(first), of(objective, m), team, directorateOf(team)];
    measure.run(m, of(polarity, m), ...groups, of(percent, m), weightOf(m));
    for (const [which, from] of [0, secondTargetFrom].entries()) {
      const n = m * 2 + which;
      if (Number.isNaN(of(low, n))) continue;
      const [least, most] = [Math.max(-endless, of(low, n)), Math.min(endless, of(high, n))];
      target.run(m, from, least, most, of(tolerance, n));
    }
    for (let q = 0; q < quarters; q += 1) {
      const figure = of(value, m * quarters + q);
      row.run(m, q, of(state, m * quarters + q), Number.isNaN(figure) ? null : figure);
    }
  }
  db.exec('COMMIT; ANALYZE;');
  return db;
};

const outside = (value: string) => `max(t.low - ${value}, ${value} - t.high, 0)`;

/** Polarity: 0 maximise, 1 minimise, 2 stay in range, 3 none. */
const direction = (before: string) => `CASE
  WHEN r.value IS NULL OR ${before}.value IS NULL THEN NULL
  WHEN round(r.value, 1) = round(${before}.value, 1) THEN 'same'
  WHEN m.polarity = 0 THEN iif(r.value > ${before}.value, 'better', 'worse')
  WHEN m.polarity = 1 THEN iif(r.value < ${before}.value, 'better', 'worse')
  WHEN m.polarity = 2 AND t.low IS NOT NULL
    AND round(${outside(`${before}.value`)}, 1) > round(${outside('r.value')}, 1) THEN 'better'
  WHEN m.polarity = 2 AND t.low IS NOT NULL
    AND round(${outside(`${before}.value`)}, 1) < round(${outside('r.value')}, 1) THEN 'worse'
  ELSE iif(r.value > ${before}.value, 'higher', 'lower') END`;

const directions = ['better', 'same', 'worse', 'higher', 'lower'] as const;
const travels = ['short', 'long'].flatMap((span) =>
  directions.map((which) => ({ name: `${span} ${which}`, test: `${span} = '${which}'` })),
);

const tolerated = `iif(m.percent = 1,
  abs(iif(r.value < t.low, t.low, t.high)) * t.tolerance / 100, t.tolerance)`;

const counts = (scope: string, code: string) => `
  SELECT quarter, '${scope}' AS scope, ${code} AS code, count(*) AS measures,
    100.0 * sum(weight * (standing = 0)) / nullif(sum(weight * (standing <= 2)), 0) AS weighted,
    sum(state = 0) AS returned, sum(standing = 0) AS onTarget, sum(standing = 1) AS within,
    sum(standing = 2) AS off, sum(standing = 3) AS notYet, sum(standing = 4) AS dataOnly,
    ${travels.map(({ name, test }) => `sum(ifnull(${test}, 0)) AS "${name}"`).join(', ')}
  FROM line GROUP BY quarter, code`;

const query = `
  WITH line AS MATERIALIZED (
    SELECT r.quarter, r.state, m.priority, m.committee, m.objective, m.team, m.directorate, m.weight,
      CASE WHEN r.value IS NULL THEN 3 WHEN t.low IS NULL THEN 4
        WHEN ${outside('r.value')} <= 1e-7 THEN 0
        WHEN ${outside('r.value')} <= ${tolerated} + 1e-7 THEN 1 ELSE 2 END AS standing,
      ${direction('b')} AS short, ${direction('y')} AS long
    FROM returns r JOIN measures m ON m.id = r.measure
    LEFT JOIN targets t ON t.measure = r.measure AND t.appliesFrom = (
      SELECT max(appliesFrom) FROM targets
      WHERE measure = r.measure AND appliesFrom <= r.quarter)
    LEFT JOIN returns b ON b.measure = r.measure AND b.quarter = r.quarter - 1
    LEFT JOIN returns y ON y.measure = r.measure AND y.quarter = r.quarter - 4)
  ${['objective', 'priority', 'team', 'directorate', 'committee']
    .map((scope) => counts(scope, scope))
    .join(' UNION ALL ')}
  UNION ALL ${counts('council', '0')}`;

export type SqlRow = Readonly<Record<string, number | string>>;

export const prepareRollUp = (db: DatabaseSync): (() => SqlRow[]) => {
  const statement = db.prepare(query);
  return () => statement.all() as SqlRow[];
};

export const sumsOfSql = (rows: readonly SqlRow[]): { sums: Sums; travel: Travel } => {
  const sums: Sums = new Map();
  const travel: Travel = new Map();
  for (const row of rows) {
    const of = (column: string) => Number(row[column]);
    const key = `${periodTexts[of('quarter')]}|${row['scope']}|${codeOf(row)}`;
    const { measures, returned, onTarget, within, off, notYet, dataOnly } = row;
    const weighted = roundTo(of('weighted'), 1);
    const found = { measures, due: measures, returned, onTarget, within, off, notYet, dataOnly };
    sums.set(key, { ...(found as { [C in keyof typeof found]: number }), weighted });
    if (row['scope'] !== 'council') continue;
    for (const { name } of travels) travel.set(name, (travel.get(name) ?? 0) + of(name));
  }
  return { sums, travel };
};

const codes: { readonly [scope: string]: readonly string[] } = {
  objective: objectives,
  priority: priorities,
  team: teams,
  directorate: directorates,
  committee: committees,
  council: ['council'],
};

const codeOf = ({ scope, code }: SqlRow): string => codes[String(scope)]?.[Number(code)] as string;
