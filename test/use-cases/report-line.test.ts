// What is reported of an action, a project, a saving, a risk, a service or a plan's money goes on its
// return and in its own register together, once, and only from somebody who may.
import { describe, expect, it } from 'vitest';
import type { LineAnswerOf } from '../../src/use-cases/line-answer.ts';
import { ownOutbox } from './own-outbox.ts';
import {
  type Asked,
  asText,
  lines,
  opened,
  registers,
  report,
  returnOf,
  typed,
} from './reporting-council.ts';

const own = ownOutbox();

describe('what a cycle opens with', () => {
  it('is a return for every line, asked of its owner, or of the team’s manager where it has none', async () => {
    const ports = await opened(own.outbox);
    const rows = [...registers(ports).returns.values()].map(
      ({ about, kind, owner, state, title }) => [about, kind, owner, state, title],
    );
    expect(rows).toEqual([
      [null, null, 'ann', 'Due', '1, 2020-21 Q2'],
      ['Actions: plan|A1', 'progress', 'ann', 'Due', 'A1, 2020-21 Q2'],
      ['Actions: plan|A1.1', 'progress', null, 'Due', 'A1.1, 2020-21 Q2'],
      ['Projects: plan|P1', 'progress', 'ann', 'Due', 'P1, 2020-21 Q2'],
      ['Savings: plan|S1', 'saving', 'ann', 'Due', 'S1, 2020-21 Q2'],
      ['Risks: plan|R1', 'risk', 'ann', 'Due', 'R1, 2020-21 Q2'],
      ['Plans: plan', 'finance', 'chief', 'Due', 'The plan, 2020-21 Q2'],
      ['Teams: streets', 'assurance', 'head', 'Due', 'Streets, 2020-21 Q2'],
    ]);
  });
  it('is of measures alone where the cycle says nothing else', async () => {
    const ports = await opened(own.outbox, { cycle: { asks: [] } });
    expect([...registers(ports).returns.values()].map((each) => each.measure)).toEqual(['plan|1']);
  });
  it('keeps what is asked of an exempt line exempt', async () => {
    const risks = lines.risks.map((each) => ({
      ...each,
      access: 'exempt' as const,
      exemptUnder: '3',
    }));
    const ports = await opened(own.outbox, { rows: { risks } });
    expect(registers(ports).returns.get(returnOf.risk)).toMatchObject({
      access: 'exempt',
      exemptUnder: '3',
    });
  });
});

describe('a report', () => {
  it('of an action puts how far it has come on its return and in Actions', async () => {
    const ports = await opened(own.outbox);
    expect(await report(ports, 'action')).toMatchObject({ outcome: 'reported' });
    const { returns, actions } = registers(ports);
    expect(returns.get(returnOf.action)).toMatchObject({
      state: 'Returned',
      status: 'on track',
      value: 60,
      returnedBy: 'ann',
      revision: 1,
    });
    // Nothing new was said, so what was said last stays in the register.
    expect(actions.get('plan|A1')).toMatchObject({
      percent: 60,
      status: 'on track',
      commentary: 'Three have come.',
      completedOn: null,
    });
  });
  it('that work is complete dates it, and takes a project out of those that are live', async () => {
    const ports = await opened(own.outbox);
    const complete = typed<'progress'>('project', { status: 'complete', percent: '' });
    await report(ports, 'project', complete);
    expect(asText(registers(ports).projects.get('plan|P1'))).toMatchObject({
      status: 'complete',
      percent: 100,
      stage: 'complete',
      completedOn: '2020-10-01',
    });
    // Corrected the same week, it is live again.
    await report(ports, 'project', typed('project', { right: 'It was the pilot.' }), {
      revision: 1,
    });
    expect(registers(ports).projects.get('plan|P1')).toMatchObject({
      status: 'on track',
      percent: 10,
      stage: 'live',
      completedOn: null,
    });
  });
  it('of a saving, in pounds however they are written', async () => {
    const ports = await opened(own.outbox);
    await report(ports, 'saving');
    expect(registers(ports).savings.get('plan|S1')).toMatchObject({
      achieved: 45_000,
      forecast: 95_000,
      status: 'on track',
    });
    expect(registers(ports).returns.get(returnOf.saving)).toMatchObject({
      value: 45_000,
      forecast: 95_000,
    });
  });
  it('of a risk scores it, and says when it was reviewed and will be again', async () => {
    const ports = await opened(own.outbox);
    await report(ports, 'risk');
    expect(registers(ports).returns.get(returnOf.risk)).toMatchObject({
      likelihood: 2,
      impact: 4,
      value: 8,
    });
    expect(asText(registers(ports).risks.get('plan|R1'))).toMatchObject({
      residualLikelihood: 2,
      residualImpact: 4,
      reviewedOn: '2020-10-01',
      reviewOn: '2021-01-11',
    });
  });
  it('of a risk without a new day leaves none that is past', async () => {
    const ports = await opened(own.outbox);
    await report(ports, 'risk', typed<'risk'>('risk', { reviewOn: '' }));
    expect(registers(ports).risks.get('plan|R1')?.reviewOn).toBeNull();
  });
  it('of assurance is a row of Assurance for the team and quarter', async () => {
    const ports = await opened(own.outbox);
    await report(ports, 'assurance');
    expect(registers(ports).assurance.get('plan|streets|2020-21 Q2')).toMatchObject({
      team: 'streets',
      manager: 'head',
      state: 'Given',
      probity: 'assured',
      peopleProcesses: 'assured',
    });
  });
  it('of money forecasts each line of the budget, with its variance where the budget is known', async () => {
    const ports = await opened(own.outbox);
    await report(ports, 'finance');
    const { budgets, returns } = registers(ports);
    expect(budgets.get('plan|B1')).toMatchObject({
      forecast: 5_200_000,
      variance: 200_000,
      savingsAchieved: 120_000,
    });
    expect(budgets.get('plan|B2')).toMatchObject({
      forecast: 900_000,
      variance: null,
      savingsAchieved: null,
    });
    expect(returns.get(returnOf.finance)).toMatchObject({ value: 6_100_000, state: 'Returned' });
  });
  it('that there is no news until a day leaves the register as it was', async () => {
    const ports = await opened(own.outbox);
    const noNews = {
      kind: 'no data',
      until: '2020-10-20',
      because: 'The audit is on the 19th.',
    } as const;
    await report(ports, 'saving', noNews);
    expect(asText(registers(ports).returns.get(returnOf.saving))).toMatchObject({
      state: 'No data until',
      noDataUntil: '2020-10-20',
      value: null,
    });
    expect(registers(ports).savings.get('plan|S1')?.achieved).toBe(20_000);
  });
});

describe('a report given twice', () => {
  it('with another day of review is another report, and not told to be saved', async () => {
    const ports = await opened(own.outbox);
    await report(ports, 'risk');
    const again = await report(ports, 'risk', typed<'risk'>('risk', { reviewOn: '2021-02-11' }));
    expect(again).toMatchObject({ outcome: 'refused', reason: 'answered meanwhile' });
    expect(String(registers(ports).risks.get('plan|R1')?.reviewOn)).toBe('2021-01-11');
  });
  it.each(Object.keys(returnOf) as Asked[])('of the %s is one', async (of) => {
    const ports = await opened(own.outbox);
    expect(await report(ports, of)).toMatchObject({ outcome: 'reported' });
    expect(await report(ports, of)).toMatchObject({ outcome: 'already' });
    expect(registers(ports).returns.get(returnOf[of])?.revision).toBe(1);
  });
  it('with another assurance the second time is not taken for the first', async () => {
    const ports = await opened(own.outbox);
    const { answers } = typed('assurance') as LineAnswerOf<'assurance'>;
    const partly = (question: 'audit' | 'risk') =>
      typed<'assurance'>('assurance', {
        answers: { ...answers, [question]: 'partly assured' },
        statement: 'Two findings are open.',
      });
    await report(ports, 'assurance', partly('audit'));
    const other = partly('risk');
    expect(await report(ports, 'assurance', other)).toMatchObject({
      reason: 'answered meanwhile',
      by: 'head',
    });
    expect(registers(ports).assurance.get('plan|streets|2020-21 Q2')?.risk).toBe('assured');
  });
  it('by two people at once is the first one’s, and the other is told', async () => {
    const ports = await opened(own.outbox);
    await report(ports, 'action');
    expect(await report(ports, 'action', typed('action'), { by: 'head' })).toMatchObject({
      reason: 'answered meanwhile',
      by: 'ann',
    });
  });
});

describe('a report is refused', () => {
  const faultOf = async (of: Asked, set: object) => {
    const ports = await opened(own.outbox);
    const said = await report(ports, of, typed(of, set));
    // Whatever is refused, nothing is kept of it.
    expect(registers(ports).returns.get(returnOf[of])?.state).toBe('Due');
    return said;
  };
  it.each<[Asked, object, object]>([
    ['action', { status: '' }, { kind: 'not chosen', field: 'status' }],
    ['action', { percent: '' }, { kind: 'nothing typed', field: 'percent' }],
    ['action', { percent: '101' }, { kind: 'out of range', from: 0, to: 100 }],
    ['action', { percent: '£60' }, { kind: 'not a number', field: 'percent' }],
    ['action', { status: 'complete' }, { kind: 'not complete', percent: 60 }],
    [
      'action',
      { status: 'delayed', commentary: 'Snow.' },
      { kind: 'no date', field: 'expectedOn' },
    ],
    ['action', { status: 'at risk' }, { kind: 'say why', because: 'at risk' }],
    ['action', { expectedOn: '2020-10-01' }, { kind: 'date not ahead', field: 'expectedOn' }],
    ['action', { commentary: 'x'.repeat(501) }, { kind: 'too long', length: 501, most: 500 }],
    ['saving', { achieved: '1.234,5' }, { kind: 'ambiguous number', field: 'achieved' }],
    ['saving', { achieved: '12%' }, { kind: 'not a number', field: 'achieved' }],
    ['saving', { forecast: '' }, { kind: 'nothing typed', field: 'forecast' }],
    ['saving', { status: 'stopped' }, { kind: 'say why', because: 'stopped' }],
    ['risk', { likelihood: '' }, { kind: 'not chosen', field: 'likelihood' }],
    ['risk', { impact: '6' }, { kind: 'out of range', from: 1, to: 5 }],
    ['risk', { impact: '2.5' }, { kind: 'out of range', from: 1, to: 5 }],
    ['risk', { likelihood: '3' }, { kind: 'say why', field: 'commentary' }],
    ['risk', { reviewOn: '11/1/2021' }, { kind: 'not a date', field: 'reviewOn' }],
    ['finance', { lines: [] }, { kind: 'lines left', titles: ['Waste', 'Depot'] }],
  ])('of the %s with %o', async (of, set, fault) => {
    expect(await faultOf(of, set)).toMatchObject({ reason: 'line', fault });
  });
  it.each([
    ['one of the seven is not answered', { risk: '' }, { kind: 'not chosen', field: 'risk' }],
    [
      'what is not assured has no statement',
      { risk: 'not assured', audit: 'partly assured' },
      { kind: 'say why', field: 'statement', because: 'not assured' },
    ],
  ])('of assurance where %s', async (_, set, fault) => {
    const all = (typed('assurance') as LineAnswerOf<'assurance'>).answers;
    expect(await faultOf('assurance', { answers: { ...all, ...set } })).toMatchObject({ fault });
  });
  it('of money that names a line of another budget', async () => {
    const line = { key: 'other|B1', forecast: '1', savingsAchieved: '' };
    expect(await faultOf('finance', { lines: [line] })).toMatchObject({
      fault: { kind: 'unknown line' },
    });
  });
  it('to somebody whose line it is not', async () => {
    const ports = await opened(own.outbox);
    expect(await report(ports, 'finance', typed('finance'), { by: 'ann' })).toMatchObject({
      reason: 'not yours',
    });
    expect(await report(ports, 'assurance', typed('assurance'), { by: 'ann' })).toMatchObject({
      reason: 'not yours',
    });
  });
  it('where it answers another kind of question, or a figure’s', async () => {
    const ports = await opened(own.outbox);
    expect(await report(ports, 'risk', typed('saving'))).toMatchObject({
      reason: 'unknown return',
    });
    expect(
      await report(ports, 'action', typed('action'), { return: 'plan|1|2020-21 Q2' }),
    ).toMatchObject({ reason: 'unknown return' });
  });
});
