// A council in which one measure, action, project, saving and risk are exempt, and every kind of row that tells
// of them without a mark of its own; beside each the same row of a line that is not exempt.
import type { RegisterName } from '../../src/registers/registers.ts';
import { canonical } from '../../src/rules/dataset/canonical.ts';
import { gatherDataset } from '../../src/rules/dataset/gather.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const day = Temporal.PlainDate.from('2020-10-02');
const at = Temporal.Instant.from('2020-10-02T08:00:00Z');

/** 'secret' and 'open': the code of every line, and what every row about it begins with. */
const kinds = ['secret', 'open'] as const;
const each = <T>(made: (kind: (typeof kinds)[number]) => T): readonly T[] => kinds.map(made);
const marked = (kind: (typeof kinds)[number]) =>
  kind === 'secret' ? { access: 'exempt' as const, exemptUnder: '3' } : {};
const line = (kind: string, more: object = {}) => ({
  key: `plan|${kind}`,
  plan: 'plan',
  code: kind,
  title: `${kind} line`,
  owner: 'ann',
  ...more,
});
const lists = ['Actions', 'Projects', 'Savings', 'Risks'] as const;
const ofLists = <T>(made: (list: (typeof lists)[number], kind: (typeof kinds)[number]) => T) =>
  lists.flatMap((list) => each((kind) => made(list, kind)));

const freed = { plan: 'plan', cycle: 'plan|2020-21 Q2' } as const;
/** A quarter's figures hold what is exempt or do not; its name says nothing. */
const quarters = { secret: 'plan|2020-21 Q1', open: 'plan|2020-21 Q2' } as const;
/** Frozen when nothing was exempt: its parts have no mark of their own either. */
const frozenBeforeMarked = (kind: keyof typeof quarters) => {
  const measures = [line(kind)];
  const plans = [{ key: 'plan', title: 'Plan', code: 'plan' }];
  const cycle = rowOf('cycles', { key: quarters[kind], title: 'A quarter' });
  return gatherDataset(registersOf({ plans, measures }), cycle, { asAt: day, isFrozen: true });
};
const parts = each((kind) => ({
  key: `${quarters[kind]}|${'0'.repeat(16)}|1`,
  title: 'Frozen figures',
  plan: 'plan',
  dataset: quarters[kind],
  part: 1,
  content: canonical(frozenBeforeMarked(kind) as never),
}));

export const hangingRows: Rows = {
  plans: [{ key: 'plan', title: 'Plan', code: 'plan' }],
  people: [
    { key: 'ann', title: 'Ann', objectId: 'a' },
    { key: 'other', title: 'Other', objectId: 'o' },
    { key: 'perf', title: 'Perf', objectId: 'p', roles: ['performance team'] },
  ],
  measures: each((kind) => line(kind, marked(kind))),
  projects: each((kind) => line(kind, marked(kind))),
  savings: each((kind) => line(kind, marked(kind))),
  risks: each((kind) => line(kind, marked(kind))),
  actions: each((kind) => kind).flatMap((kind) => [
    line(kind, { kind: 'activity', ...marked(kind) }),
    line(`${kind} milestone`, { kind: 'milestone', parent: `plan|${kind}` }),
    line(`${kind} promise`, { kind: 'corrective action', serves: [`Measures: plan|${kind}`] }),
    line(`${kind} recovery`, { kind: 'recovery plan', serves: [`Risks: plan|${kind}`] }),
  ]),
  returns: [
    ...each((kind) => ({
      ...freed,
      key: `plan|${kind}|2020-21 Q2`,
      title: `${kind} return`,
      measure: `plan|${kind}`,
      period: '2020-21 Q2',
      value: 73,
    })),
    ...ofLists((list, kind) => ({
      ...freed,
      key: `${list}: plan|${kind}|2020-21 Q2`,
      title: `${kind} return`,
      measure: null,
      about: `${list}: plan|${kind}`,
      period: '2020-21 Q2',
    })),
  ],
  targets: each((kind) => ({
    title: `${kind} target`,
    measure: `plan|${kind}`,
    appliesFrom: day,
    target: 80,
  })),
  benchmarks: each((kind) => line(`${kind} beside others`, { measure: `plan|${kind}` })),
  ratingRules: each((kind) => ({
    key: `plan|2020-10-02|${kind}`,
    title: `${kind} rule`,
    plan: 'plan',
    measure: `plan|${kind}`,
    appliesFrom: day,
  })),
  rebasings: each((kind) => ({
    key: `plan|${kind}|2020-21 Q2`,
    title: `${kind} limits`,
    plan: 'plan',
    measure: `plan|${kind}`,
  })),
  reportLines: each((kind) => ({
    key: `report|measure|${kind}`,
    title: `${kind} line`,
    report: 'report',
    measure: `plan|${kind}`,
  })),
  drafts: each((kind) => ({
    key: `ann|plan|${kind}|2020-21 Q2`,
    title: `${kind} draft`,
    plan: 'plan',
    person: 'ann',
    return: `plan|${kind}|2020-21 Q2`,
    commentary: `${kind} words`,
  })),
  verifications: each((kind) => ({
    ...freed,
    key: `cycle|plan|${kind}|2020-21 Q2`,
    title: `${kind} check`,
    return: `plan|${kind}|2020-21 Q2`,
  })),
  escalations: [
    ...each((kind) => ({
      ...freed,
      key: `${kind} missing`,
      title: `${kind} missing`,
      return: `plan|${kind}|2020-21 Q2`,
      person: 'perf',
      raisedAt: at,
    })),
    ...ofLists((list, kind) => ({
      ...freed,
      key: `${kind} by rule ${list}`,
      title: `${kind} by rule`,
      line: `${list}: plan|${kind}`,
      evidence: `${kind} words`,
      person: 'perf',
      raisedAt: at,
    })),
  ],
  escalationHistory: each((kind) => ({
    key: `${kind} missing|asked|1`,
    title: `${kind} asked`,
    plan: 'plan',
    escalation: `${kind} missing`,
    words: `${kind} words`,
    at,
  })),
  notifications: [
    ...each((kind) => ({
      key: `perf|cycle|Sent back|plan|${kind}|2020-21 Q2|1`,
      title: `${kind} sent back`,
      person: 'perf',
      about: `plan|${kind}|2020-21 Q2|1`,
    })),
    ...each((kind) => ({
      key: `perf|cycle|Urgent|${kind} missing`,
      title: `${kind} urgent`,
      person: 'perf',
      about: `${kind} missing`,
    })),
  ],
  restatements: each((kind) => ({
    key: `cycle|${kind}|2020-21 Q2|1`,
    title: `${kind} correction`,
    plan: 'plan',
    dataset: quarters[kind],
    line: `Measures: plan|${kind}`,
    was: 73,
  })),
  paperWords: each((kind) => ({
    ...freed,
    key: `cycle|${kind}|1`,
    title: `${kind} words`,
    line: `Measures: plan|${kind}`,
    words: `${kind} words`,
  })),
  journal: [
    ...each((kind) => ({
      key: `${kind} told|1`,
      title: `${kind} told`,
      plan: 'plan',
      register: 'Returns',
      row: `Returns: plan|${kind}|2020-21 Q2`,
      from: `${kind} words`,
      at,
    })),
  ],
  datasets: each((kind) => ({
    key: quarters[kind],
    title: quarters[kind],
    plan: 'plan',
    cycle: quarters[kind],
    hash: '0'.repeat(64),
    parts: 1,
    frozenAt: at,
  })),
  datasetParts: parts,
};

/** Each register that hangs on another, and how many of its rows tell of what is exempt. */
export const hanging: readonly (readonly [register: RegisterName, rows: number])[] = [
  ['actions', 3],
  ['returns', 5],
  ['targets', 1],
  ['benchmarks', 1],
  ['ratingRules', 1],
  ['rebasings', 1],
  ['reportLines', 1],
  ['drafts', 1],
  ['verifications', 1],
  ['escalations', 5],
  ['escalationHistory', 1],
  ['notifications', 2],
  ['restatements', 1],
  ['paperWords', 1],
  ['journal', 1],
  ['datasetParts', 1],
];
