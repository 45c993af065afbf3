// What hangs on a row that anybody may read is read by anybody only where it is marked public itself: a
// comparison, a decision's name, an action begun for scrutiny. A promise follows its measure.
import { describe, expect, it } from 'vitest';
import type { Access } from '../../../src/registers/register.ts';
import type { Dataset } from '../../../src/rules/dataset/dataset.ts';
import { openPart } from '../../../src/rules/papers/kept-apart.ts';
import { day } from '../arbitrary.ts';
import { gathered } from '../dataset/gathered-council.ts';
import type { Rows } from '../table-of.ts';
import { allOf, composed } from './composed.ts';

const pub = { access: 'public' } as const;

type Marks = {
  readonly benchmark?: Access | null;
  readonly decision?: Access | null;
  readonly action?: Access | null;
  readonly promise?: Access | null;
};

const council = (marks: Marks = {}): Rows => ({
  plans: [{ key: 'plan', title: 'Operating plan', code: 'plan' }],
  teams: [{ key: 'team', title: 'Housing', directorate: 'Homes' }],
  measures: [{ code: 'M1', title: 'Homes built', ...pub }],
  decisions: [
    {
      key: 'D1',
      title: 'Settle with the builder',
      board: 'cabinet',
      decidedOn: day('2020-03-02'),
      access: marks.decision ?? null,
    },
  ],
  ratingRules: [
    {
      key: 'plan|2020-04-01|',
      title: 'A rule',
      plan: 'plan',
      appliesFrom: day('2020-04-01'),
      way: 'by tolerance',
      decision: 'D1',
    },
  ],
  targets: [
    { measure: 'plan|M1', appliesFrom: day('2020-04-01'), target: 88, decision: 'D1', ...pub },
  ],
  returns: [{ measure: 'plan|M1', period: '2020-21 Q2', value: 47.3, action: 'plan|CA1' }],
  actions: [
    {
      key: 'plan|CA1',
      plan: 'plan',
      code: 'CA1',
      title: 'Another builder by May',
      kind: 'corrective action',
      serves: ['Measures: plan|M1'],
      access: marks.promise ?? null,
    },
    {
      key: 'plan|A1',
      plan: 'plan',
      code: 'A1',
      title: 'Visit each site',
      kind: 'activity',
      access: marks.action ?? null,
    },
  ],
  questions: [
    {
      key: 'Q1',
      plan: 'plan',
      kind: 'recommendation',
      title: 'See the sites',
      board: 'scrutiny',
      askedOn: day('2020-07-01'),
      response: 'accepted',
      actions: ['plan|A1'],
      ...pub,
    },
  ],
  benchmarks: [
    {
      key: 'plan|B1',
      plan: 'plan',
      code: 'B1',
      kind: 'comparison',
      measure: 'plan|M1',
      comparator: 'the draft league table',
      period: '2019-20',
      quartile: 3,
      access: marks.benchmark ?? null,
    },
  ],
});

const kinds = ['Cabinet', 'scrutiny', 'annual'] as const;
const inPublic = (dataset: Dataset) =>
  kinds.map((kind) => allOf(composed(dataset, kind).sections)).join('\n');
const inside = (dataset: Dataset) =>
  [
    ...(["directors' board", 'portfolio briefing'] as const).map((kind) =>
      allOf(composed(dataset, kind).sections),
    ),
    allOf(openPart(dataset, false).questions),
  ].join('\n');

const rows = [
  ['benchmark', 'a comparison', 'league table'],
  ['decision', 'the name of a decision', 'Settle with the builder'],
  ['action', 'an action begun for scrutiny', 'Visit each site'],
] as const;

describe.each(rows)('%s: %s', (name, _, words) => {
  const of = (access: Access | null) => gathered(council({ [name]: access }));
  it('is in a paper that anybody may read where it is marked public', () => {
    expect(inPublic(of('public'))).toContain(words);
  });
  it.each(['internal', null] as const)('is inside alone where it is marked %s', (access) => {
    expect(inPublic(of(access))).not.toContain(words);
    expect(inside(of(access))).toContain(words);
  });
  it('is in neither where it is exempt', () => {
    expect(inPublic(of('exempt'))).not.toContain(words);
    expect(inside(of('exempt'))).not.toContain(words);
  });
});

it('a recommendation whose action is inside alone is not said to have begun nothing', () => {
  expect(inPublic(gathered(council()))).toContain('Begun');
  expect(inPublic(gathered(council()))).not.toContain('Nothing begun');
});

it('a decision that is not public goes by its day, for a target and for a rule', () => {
  const said = inPublic(gathered(council()));
  expect(said).toContain('A decision of Mon 2 March 2020');
  expect(said).toContain('by a decision of Mon 2 March 2020.');
});

describe('a promise at a poor figure', () => {
  const of = (promise: Access | null) => gathered(council({ promise }));
  const words = 'Another builder by May';
  it('follows its measure where nobody has marked it, as what is made on a card is', () => {
    expect(inPublic(of(null))).toContain(words);
    expect(inPublic(of('public'))).toContain(words);
  });
  it('is inside alone where somebody marked it internal', () => {
    expect(inPublic(of('internal'))).not.toContain(words);
    expect(inside(of('internal'))).toContain(words);
  });
  it('is in neither where it is exempt', () => {
    expect(inPublic(of('exempt'))).not.toContain(words);
    expect(inside(of('exempt'))).not.toContain(words);
  });
});

describe('a dataset frozen before such marks were kept', () => {
  const frozenBefore = (dataset: Dataset): Dataset => {
    const { ratedHowInPublic: _how, ...whole } = dataset;
    return {
      ...whole,
      measures: dataset.measures.map(({ inPublic: _compared, ...measure }) => {
        const { decidedInPublic: _decided, ...now } = measure.now;
        return {
          ...measure,
          now,
          promises: measure.promises.map(({ access: _access, ...promise }) => promise),
        };
      }),
      questions: dataset.questions.map((question) => ({
        ...question,
        actions: question.actions.map(({ title, status }) => ({ title, status })),
      })),
    };
  };
  const all = ['league table', 'Settle with the builder', 'Visit each site', 'Another builder'];
  it('is still read, and says in public nothing that may not be public', () => {
    const dataset = frozenBefore(gathered(council()));
    for (const words of all) {
      expect(inPublic(dataset)).not.toContain(words);
      expect(inside(dataset)).toContain(words);
    }
    expect(inPublic(dataset)).toContain('47.3');
  });
  it('says of actions and promises what its own rows say is public', () => {
    const dataset = frozenBefore(gathered(council({ action: 'public', promise: 'public' })));
    for (const words of all.slice(2)) expect(inPublic(dataset)).toContain(words);
  });
});
