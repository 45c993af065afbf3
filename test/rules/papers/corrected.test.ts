// A correction that is exempt, and what the reasons of others may say in public.
import { describe, expect, it } from 'vitest';
import { paperKinds } from '../../../src/registers/papers.ts';
import type { MeasureFact } from '../../../src/rules/dataset/dataset.ts';
import type { Restated } from '../../../src/rules/papers/ordered.ts';
import { allOf, composed } from './composed.ts';
import { children, count } from './given-children.ts';
import { givenDataset } from './given-dataset.ts';
import { givenBefore, givenFigure, givenMeasure, quarterBefore } from './given-facts.ts';

const restated = (said: Partial<Restated> = {}): Restated => ({
  line: 'Measures: plan|1',
  period: '2020-21 Q2',
  was: 91,
  is: 93.1,
  on: Temporal.PlainDate.from('2020-11-03'),
  because: 'The supplier Acme owed us a list.',
  ...said,
});
const paperOf = (
  measure: MeasureFact,
  each: Restated,
  { kind = 'Cabinet', mayReadExempt = false }: Partial<Asked> = {},
) => composed(givenDataset({ measures: [measure] }), kind, { restatements: [each], mayReadExempt });
type Asked = { readonly kind: (typeof paperKinds)[number]; readonly mayReadExempt: boolean };

describe('a correction that is exempt', () => {
  const exempt = restated({ access: 'exempt' });

  it.each(paperKinds)('is nowhere in what all may read of a public measure: %s', (kind) => {
    const paper = paperOf(givenMeasure(), exempt, { kind, mayReadExempt: true });
    const open = allOf([paper.sections, paper.notices]);
    expect(open).not.toContain('Acme');
    expect(open).not.toMatch(/corrected/i);
  });
  it('is in the appendix, with its exempt measure', () => {
    const measure = givenMeasure({ access: 'exempt', exemptUnder: '3' });
    const paper = paperOf(measure, exempt, { mayReadExempt: true });
    expect(allOf(paper.confidential)).toContain('91.0% was corrected to 93.1%');
    expect(allOf(paper.confidential)).toContain('Acme');
    expect(allOf([paper.sections, paper.notices])).not.toContain('Acme');
  });
  it('is in the appendix, of a measure of which that figure alone is exempt', () => {
    const marked = [
      {
        register: 'returns',
        key: 'plan|1|2020-21 Q2',
        period: '2020-21 Q2',
        access: 'exempt',
        exemptUnder: '3',
      },
    ] as const;
    const paper = paperOf(givenMeasure({ marked }), exempt, { mayReadExempt: true });
    expect(allOf(paper.confidential)).toContain('Acme');
    expect(allOf([paper.sections, paper.notices])).not.toContain('Acme');
  });
  it.each(['internal', 'exempt'] as const)(
    'says neither figure nor reason in public where its return is %s, though only a year is made of it',
    (access) => {
      const period = '2019-20 Q1';
      const marked = [
        { register: 'returns', key: `plan|1|${period}`, period, access, exemptUnder: null },
      ] as const;
      const paper = allOf(
        paperOf(givenMeasure({ marked }), restated({ period, was: null, is: 88.8 })).sections,
      );
      expect(paper).toContain('the figures are left out');
      expect(paper).not.toMatch(/88\.8|Acme/);
    },
  );
  it('and one that is not is told as before', () => {
    const paper = allOf(paperOf(givenMeasure(), restated()));
    expect(paper).toContain('91.0% was corrected to 93.1% on Tue 3 November 2020: The supplier');
    expect(paper).toContain('corrected since: 93.1%');
  });
});

describe('the reason of a correction', () => {
  const ofChildren = (because: string, said: Partial<Restated> = {}) =>
    restated({ was: 20, is: 40, because, ...said });
  const measure = givenMeasure({ ...children, now: count(40, 50) });

  it('is not printed in public where it may tell of a few people', () => {
    const paper = allOf(paperOf(measure, ofChildren('Three children of one family were missed.')));
    expect(paper).toContain('20 was corrected to 40');
    expect(paper).not.toContain('of one family');
    expect(paper).toContain('the reason is not printed');
  });
  it('is printed inside, and where it tells of nobody', () => {
    const inside = paperOf(measure, ofChildren('Three children were missed.'), {
      kind: "directors' board",
    });
    expect(allOf(inside)).toContain('Three children were missed.');
    expect(allOf(paperOf(measure, ofChildren('One school answered two weeks late.')))).toContain(
      'two weeks late',
    );
    const final = 'The final figure, in place of a provisional one.';
    expect(allOf(paperOf(measure, ofChildren(final)))).toContain(final);
  });
  it('does not give back a total that is left out of its other quarter', () => {
    const exempt = { access: 'exempt', exemptUnder: '3' } as const;
    const of = (code: string, past: number, said: Partial<MeasureFact> = {}) =>
      givenMeasure({
        code,
        now: givenFigure({ value: 70 }),
        before: [givenFigure({ ...quarterBefore(1), value: past })],
        ...said,
      });
    const family = [of('7', 90), of('7a', 60), of('7b', 30, exempt)];
    const paper = composed(givenDataset({ measures: family }), "directors' board", {
      restatements: [restated({ line: 'Measures: plan|7', because: 'The 90 of Q1 was a guess.' })],
    });
    expect(allOf(paper)).toContain('91.0% was corrected to 93.1%');
    expect(allOf(paper)).not.toContain('The 90 of Q1');
  });
});

describe('a figure that came late, of a measure counted from exempt rows', () => {
  const none = givenFigure({ value: null, standing: 'not yet available' });
  it.each([
    ['of the quarter itself', none, givenBefore([81, 82]), '2020-21 Q2'],
    ['in a gap', givenFigure({ value: 80 }), givenBefore([81, null]), '2020-21 Q1'],
    ['before its first figure', givenFigure({ value: 80 }), givenBefore([81]), '2019-20 Q4'],
  ] as const)('is not told where it would have been left out: %s', (_, now, before, period) => {
    const counted = { workedOutFrom: 'savings achieved', countsExempt: true } as const;
    const late = restated({ period, was: null, is: 77.7, because: null });
    const paper = paperOf(givenMeasure({ now, before, ...counted }), late);
    expect(allOf(paper)).not.toContain('77.7');
    expect(allOf(paperOf(givenMeasure({ now, before }), late))).toContain('77.7');
  });
});
