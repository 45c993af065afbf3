// A council some years in: forty quarters of returns for each measure, each with its commentary, and
// behind them notifications and report lines of a cycle that has closed. 400 measures make 20,000 rows.
import type { Row } from '../../src/registers/registers.ts';
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { rowOf } from '../rules/table-of.ts';
import { councilOf, plan } from './given-council.ts';
import { periodTexts } from './given-returns.ts';

const closed = `${plan}|2020-21 Q1`;
const rowsToAMeasure = 50;

export const fiveYears = (measures: number): SampleCouncil => {
  const council = councilOf({ owners: measures / 4, measuresEach: 4, team: 10 });
  const { rows } = council;
  const withReturns = {
    ...rows,
    returns: (rows.measures ?? []).flatMap((measure, n) =>
      periodTexts.map((period, q) => returnOf(measure, period, (n * 7 + q * 3) % 400)),
    ),
    reportLines: (rows.measures ?? []).map(lineOf),
  };
  const soFar = Object.values(withReturns).reduce((sum, each) => sum + each.length, 0);
  const left = Math.max(0, measures * rowsToAMeasure - soFar);
  return {
    ...council,
    rows: { ...withReturns, notifications: Array.from({ length: left }, (_, n) => sent(n)) },
  };
};

const returnOf = (measure: Row<'measures'>, period: string, n: number): Row<'returns'> =>
  rowOf('returns', {
    title: `${measure.code} ${period}`,
    plan,
    measure: measure.key,
    period,
    owner: measure.owner,
    dueOn: Temporal.PlainDate.from('2020-10-14'),
    value: 50 + n / 10,
    commentary:
      'Requests rose by a tenth over the summer while two posts stood empty. Both are filled since September; the backlog goes by Christmas and the year should end on target.',
    returnedBy: measure.owner,
    returnedAt: Temporal.Instant.from('2020-10-05T09:30:00Z').add({ minutes: n }),
    revision: 1,
  });

const lineOf = (measure: Row<'measures'>): Row<'reportLines'> =>
  rowOf('reportLines', {
    key: `${closed}|measure|${measure.code}`,
    title: measure.title,
    plan,
    report: closed,
    scope: 'measure',
    code: measure.code,
    measure: measure.key,
    period: '2020-21 Q1',
    value: 71.5,
    target: 80,
    standing: 'off target',
    short: 'better',
    long: 'worse',
  });

const sent = (n: number): Row<'notifications'> =>
  rowOf('notifications', {
    key: `person-${n}|${closed}|Opening`,
    title: 'Opening 2020-21 Q1',
    person: `person-${n}`,
    cycle: closed,
    plan,
    step: 'Opening',
    fellDueAt: Temporal.Instant.from('2020-07-01T08:30:00Z'),
    settledAt: Temporal.Instant.from('2020-07-01T08:30:05Z'),
    attempts: 1,
    activity: String(1_593_592_200_000 + n),
    conversation: `a:1${'n4tKz0QxWmYl'.repeat(4)}${n}`,
  });
