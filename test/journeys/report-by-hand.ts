// What a cycle's report lines should say, worked out from the lists' own rows as an officer with a
// spreadsheet would, without a line of the rules it checks.
import type { Fields } from './lists-by-hand.ts';

export type ReportLists = {
  readonly returns: readonly Fields[];
  readonly measures: readonly Fields[];
  readonly targets: readonly Fields[];
  readonly teams: readonly Fields[];
  readonly priorities: readonly Fields[];
  /** None of them says what it hears of: each hears of all. */
  readonly boards: readonly Fields[];
};

type Standing = 'on target' | 'within tolerance' | 'off target' | 'not yet available' | 'data only';
type Line = {
  readonly measure: Fields;
  readonly due: boolean;
  readonly row: Fields | undefined;
  readonly standing: Standing;
  readonly target: Fields | undefined;
};

const quarterEnds = '2020-09-30';

/** Report line key to the columns it must have. */
export const expectedLines = (lists: ReportLists, cycle: string): Map<string, Fields> => {
  const ofThePlan = (row: Fields) => row['Plan'] === cycle.split('|')[0];
  const lines = lists.measures.filter(ofThePlan).map((measure) => lineOf(lists, cycle, measure));
  const expected = new Map<string, Fields>();
  for (const line of lines)
    expected.set(`${cycle}|measure|${line.measure['Code']}`, {
      Standing: line.standing,
      ...(line.row === undefined ? {} : { Period: line.row['Period'] }),
      ...(line.standing === 'not yet available' ? {} : { Value: line.row?.['Value'] }),
      ...(line.target === undefined ? {} : { Target: line.target['Target'] }),
    });
  const count = (scope: string, code: string, of: readonly Line[]) =>
    expected.set(`${cycle}|${scope}|${code}`, counts(of));
  for (const priority of lists.priorities.filter(ofThePlan))
    count(
      'priority',
      String(priority['Code']),
      lines.filter((each) => each.measure['Priority'] === priority['Key']),
    );
  const directorateOf = ({ measure }: Line) =>
    String(lists.teams.find((each) => each['Key'] === measure['Team'])?.['Directorate']);
  for (const directorate of new Set(lines.map(directorateOf)))
    count(
      'directorate',
      directorate.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
      lines.filter((each) => directorateOf(each) === directorate),
    );
  for (const team of new Set(lines.map(({ measure }) => String(measure['Team']))))
    count(
      'team',
      team,
      lines.filter(({ measure }) => measure['Team'] === team),
    );
  for (const { Key, Kind } of lists.boards) {
    if (Kind === 'portfolio') count('portfolio', String(Key), lines);
    if (Kind === 'scrutiny') count('committee', String(Key), lines);
  }
  // No other plan is asked for the quarter: the council comes to what its plan does.
  count('plan', cycle.split('|')[0] ?? '', lines);
  count('council', 'council', lines);
  return expected;
};

const lineOf = (lists: ReportLists, cycle: string, measure: Fields): Line => {
  const rows = lists.returns.filter((each) => each['Measure'] === measure['Key']);
  const asked = rows.find((each) => each['Cycle'] === cycle);
  const known = rows
    .filter((each) => each['State'] === 'Returned' && endOf(each) <= quarterEnds)
    .sort((one, other) => endOf(one).localeCompare(endOf(other)));
  const row = asked ?? known.at(-1);
  const target =
    row &&
    lists.targets
      .filter((each) => each['Measure'] === measure['Key'])
      .filter((each) => String(each['AppliesFrom']).slice(0, 10) <= endOf(row))
      .sort((one, other) => String(one['AppliesFrom']).localeCompare(String(other['AppliesFrom'])))
      .at(-1);
  return {
    measure,
    due: asked !== undefined,
    row,
    target,
    standing: standingOf(measure, row, target),
  };
};

const standingOf = (
  measure: Fields,
  row: Fields | undefined,
  target: Fields | undefined,
): Standing => {
  if (row?.['State'] !== 'Returned') return 'not yet available';
  const value = Number(row['Value']);
  if (measure['DataOnly'] === true || measure['Polarity'] === 'none' || target === undefined)
    return 'data only';
  const aim = Number(target['Target']);
  const low = measure['Polarity'] === 'stay in range' ? Number(target['RangeLow']) : aim;
  const high = measure['Polarity'] === 'stay in range' ? Number(target['RangeHigh']) : aim;
  const short = measure['Polarity'] === 'minimise' ? 0 : Math.max(0, low - value);
  const over = measure['Polarity'] === 'maximise' ? 0 : Math.max(0, value - high);
  const missed = Math.max(short, over);
  const given = Number(target['Tolerance']);
  const of = short > 0 ? low : high;
  const tolerated = target['ToleranceIs'] === 'absolute' ? given : (Math.abs(of) * given) / 100;
  if (missed === 0) return 'on target';
  return missed <= tolerated + 1e-9 ? 'within tolerance' : 'off target';
};

const counts = (lines: readonly Line[]): Fields => {
  const standing = (which: Standing) => lines.filter((each) => each.standing === which).length;
  return {
    Measures: lines.length,
    Due: lines.filter((each) => each.due).length,
    Returned: lines.filter((each) => each.due && each.row?.['State'] === 'Returned').length,
    OnTarget: standing('on target'),
    Within: standing('within tolerance'),
    Off: standing('off target'),
    NotYet: standing('not yet available'),
    DataOnly: standing('data only'),
  };
};

/** The last day of a return's period, as ISO text. */
const endOf = (row: Fields): string => {
  const period = String(row['Period']);
  const year = Number(period.slice(0, 4));
  const quarter = /Q(\d)$/.exec(period)?.[1];
  const month = /M(\d\d)$/.exec(period)?.[1];
  if (quarter !== undefined)
    return [`${year}-06-30`, `${year}-09-30`, `${year}-12-31`, `${year + 1}-03-31`][
      Number(quarter) - 1
    ] as string;
  if (month !== undefined)
    return new Date(Date.UTC(year, 3 + Number(month), 0)).toISOString().slice(0, 10);
  if (period.endsWith('academic')) return `${year + 1}-08-31`;
  return period.includes('-') ? `${year + 1}-03-31` : `${year}-12-31`;
};
