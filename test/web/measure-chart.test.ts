// What a measure's screen says of its control chart and of its year's end, and who may begin limits again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeasureView } from '../../src/web/api.ts';
import { askAs, postAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, officer, performanceTeam, sample } from './sample.ts';

const quarters = (values: readonly number[], measure: string) =>
  values.map((value, at) => ({
    measure,
    value,
    period: `${2018 + Math.floor(at / 4)}-${19 + Math.floor(at / 4)} Q${(at % 4) + 1}`,
  }));

/** Ten quarters, Q1 2018-19 to Q2 2020-21: about 70 against a target of 80. */
const about70 = [70, 71, 69, 70, 72, 68, 71, 69, 70, 71];
const toDate = [20, 45, 70, 100, 26, 50, 77, 104, 30, 55];

/** Of the whole year's bill, by each quarter's end. */
const collected = [
  ['2020-04-01', 29.3],
  ['2020-07-01', 56.2],
  ['2020-10-01', 82.5],
  ['2021-01-01', 97.5],
].map(([from, target]) => ({
  measure: 'plan|8',
  target: Number(target),
  tolerance: 1,
  appliesFrom: Temporal.PlainDate.from(String(from)),
}));

const rows = {
  ...sample,
  measures: [
    ...(sample.measures ?? []),
    { code: '7', plan: 'plan', title: 'Bins', team: 'housing', figureIs: 'at its end' as const },
    {
      code: '8',
      plan: 'plan',
      title: 'Rates collected',
      team: 'housing',
      figureIs: 'year to date' as const,
    },
    { code: '5', plan: 'plan', title: 'Noise', team: 'housing', figureIs: 'at its end' as const },
    {
      code: '6',
      plan: 'plan',
      title: 'Homes built',
      team: 'housing',
      unit: 'Homes',
      figureIs: 'year to date' as const,
      decimals: 0,
    },
  ],
  targets: [
    ...(sample.targets ?? []),
    {
      measure: 'plan|5',
      target: 80,
      tolerance: 1,
      appliesFrom: Temporal.PlainDate.from('2018-04-01'),
    },
    {
      measure: 'plan|6',
      target: 120,
      tolerance: 1,
      through: 'evenly' as const,
      appliesFrom: Temporal.PlainDate.from('2020-04-01'),
    },
    ...collected,
  ],
  returns: [
    ...(sample.returns ?? []),
    ...quarters([28, 55, 82, 97, 28, 56, 83, 97, 28, 55], 'plan|8'),
    ...quarters(about70, 'plan|5').map((each, at) => ({
      ...each,
      ...(at === 9 && { forecast: 78 }),
    })),
    ...quarters(toDate, 'plan|6'),
    ...quarters(about70.slice(0, 9), 'plan|7').map((each, at) => ({
      ...each,
      illustrative: at < 8,
    })),
  ],
};

let council: Council;
beforeAll(async () => {
  council = await openCouncil(rows, friday16);
});
afterAll(() => council.close());

const measure = async (key: string, who = officer, query = ''): Promise<MeasureView> =>
  (await askAs(council, who, `/api/measures/${encodeURIComponent(key)}${query}`))
    .body as unknown as MeasureView;
const rebase = (who: string, body: object, key = 'plan|5') =>
  postAs(council, who, { path: `/api/measures/${encodeURIComponent(key)}/rebase`, body });

describe('the control chart of a measure', () => {
  it('says beside the red that it is noise, and that the target is out of reach as things are', async () => {
    const { chart, history, standing } = await measure('plan|5');
    expect(standing).toBe('off target');
    expect(chart.verdicts).toEqual([
      'This red is within its usual variation.',
      'Consistently misses its target: left as it is, it will go on missing it.',
    ]);
    expect(chart.about).toEqual([
      'The limits are trial limits: they rest on 10 figures, and are firm from 12.',
    ]);
    // Mean 70.1; the nine ranges add up to 17.
    expect(chart.limits).toEqual([
      'Q1 2018-19 to Q2 2020-21: usual variation 65.08% to 75.12%, mean 70.10%. Trial limits.',
    ]);
    expect(history.every((row) => row.chart.limits?.trial)).toBe(true);
  });

  it('says where the year will end, how surely, and what the owner expects beside it', async () => {
    const { chart } = await measure('plan|5');
    expect(chart.forecast).toEqual([
      expect.stringMatching(/^2020-21 would end at about 70\.1% \(8 times in 10 between /),
      'Unlikely to reach its target of 80.0%: a chance of less than 5%.',
      'Its owner expects 78.0%, which misses its target of 80.0%, above what its figures point to.',
    ]);
  });

  it('draws no limits of a year to date, and holds its forecast to the target of the whole year', async () => {
    const { chart, history } = await measure('plan|6');
    expect(chart.about).toEqual([expect.stringMatching(/^No limits are drawn: a year to date/)]);
    expect(history.every((row) => row.chart.limits === null)).toBe(true);
    expect(chart.forecast[0]).toMatch(/^2020-21 would end at about 110 .*first 2 periods\.$/);
    const early = await measure('plan|6', officer, '?quarter=2020-21%20Q1');
    // A quarter of the year's 120 is asked by then, and 30 were built.
    expect(early.standing).toBe('on target');
    expect(early.chart.forecast[1]).toMatch(
      /^Too close to say whether it will reach its target of 120/,
    );
    expect(chart.forecast[1]).toMatch(/^Unlikely to reach its target of 120: a chance of/);
  });

  it('draws none of a share of the whole year, and names the target of the quarter that is looked at', async () => {
    const share = await measure('plan|8');
    expect(share.chart).toMatchObject({ verdicts: [], limits: [], forecast: [] });
    expect(share.chart.about).toEqual([
      expect.stringMatching(/^No limits are drawn: a year to date/),
    ]);
    const target = async (key: string, query = '') =>
      (await measure(key, officer, query)).facts.find(({ label }) => label === 'Target')?.words;
    expect(await target('plan|8')).toBe(
      '56.2% or more from Wed 1 July 2020. Later: 82.5% or more from Thu 1 October 2020; 97.5% or more from Fri 1 January 2021.',
    );
    expect(await target('plan|8', '?quarter=2020-21%20Q4')).toBe(
      '97.5% or more from Fri 1 January 2021.',
    );
    expect(await target('plan|8', '?quarter=2019-20%20Q4')).toMatch(
      /^Later: 29\.3% or more from Wed 1 April 2020; /,
    );
    expect(await target('plan|6')).toBe(
      '60 Homes or more from Wed 1 April 2020, of 120 Homes or more by the end of its year.',
    );
  });

  it('waits with its limits for eight figures, and says nothing of a measure without any', async () => {
    expect((await measure('plan|2')).chart.about).toEqual([
      'Limits are drawn once there are 8 figures: there are 3 so far.',
    ]);
    expect((await measure('plan|4')).chart).toMatchObject({
      about: [],
      verdicts: [],
      forecast: [],
    });
  });
});

describe('a chart of illustrative figures', () => {
  it('says so of its limits and of its forecast', async () => {
    const { chart } = await measure('plan|7');
    expect(chart.about.at(-1)).toBe('Some of the figures behind this are illustrative.');
    expect(chart.forecast.at(-1)).toBe('Some of the figures behind this are illustrative.');
    const before = await measure('plan|7', officer, '?quarter=2019-20%20Q4');
    expect(before.chart.about.at(-1)).toBe('The figures behind this are illustrative.');
    expect((await measure('plan|5')).chart.about.join(' ')).not.toContain('illustrative');
  });
});

describe('limits that begin again', () => {
  it('are offered to the performance team alone, from periods that have a figure before them', async () => {
    expect((await measure('plan|5')).chart.rebase).toBeNull();
    // A year to date has no limits to begin again.
    expect((await measure('plan|6', performanceTeam)).chart.rebase).toBeNull();
    const { chart } = await measure('plan|5', performanceTeam);
    expect(chart.rebase?.map(({ words }) => words)).toEqual([
      'Q2 2020-21',
      'Q1 2020-21',
      'Q4 2019-20',
      'Q3 2019-20',
      'Q2 2019-20',
      'Q1 2019-20',
      'Q4 2018-19',
      'Q3 2018-19',
      'Q2 2018-19',
    ]);
  });

  it('are refused to anyone else and without a reason, in words; of a measure that is not there, too', async () => {
    const refused = await rebase(officer, { period: '2020-21 Q1', because: 'Because' });
    expect([refused.status, refused.body['message']]).toEqual([
      403,
      'Only the performance team can do this. Nothing was changed.',
    ]);
    const silent = await rebase(performanceTeam, { period: '2020-21 Q1', because: ' ' });
    expect([silent.status, silent.body['message']]).toEqual([
      422,
      'Give a reason. It is shown with the limits from then on.',
    ]);
    const ahead = await rebase(performanceTeam, { period: '2020-21 Q3', because: 'Because' });
    expect([ahead.status, ahead.body['message']]).toEqual([
      409,
      'Without a figure then, or with none before it. Nothing was changed.',
    ]);
    const nowhere = { period: '2020-21 Q1', because: 'Because' };
    expect((await rebase(performanceTeam, nowhere, 'plan|99')).status).toBe(404);
    expect((await rebase(performanceTeam, { ...nowhere, more: 1 })).status).toBe(400);
  });

  it('cut the chart where they begin, and the reason is there for everyone', async () => {
    const given = { period: '2020-21 Q1', because: 'Counted by household.' };
    expect((await rebase(performanceTeam, given)).status).toBe(200);
    const { chart, history } = await measure('plan|5');
    expect(history.find(({ period }) => period === '2020-21 Q1')?.chart.rebased).toBe(
      'Counted by household.',
    );
    expect(chart.limits).toEqual([expect.stringMatching(/^Q1 2018-19 to Q4 2019-20: usual/)]);
    expect([chart.verdicts, chart.about]).toEqual([
      [],
      ['Limits are drawn again once there are 8 figures: there are 2 so far.'],
    ]);
    const offered = (await measure('plan|5', performanceTeam)).chart.rebase;
    expect(offered?.some(({ key }) => key === '2020-21 Q1')).toBe(false);
  });
});
