// Figures, targets, corrections and savings that somebody marks once the quarter is frozen: papers are made as if
// they had been marked before, until they are issued.
import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../src/registers/papers.ts';
import type { Row } from '../../src/registers/registers.ts';
import { exemptRows, exemptUnder } from '../../src/rules/paper-readers.ts';
import { wordedLines } from '../../src/rules/paper-worded.ts';
import { composePaper } from '../../src/rules/papers/compose-paper.ts';
import { change } from '../../src/use-cases/change.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { allOf } from '../rules/papers/composed.ts';
import type { Rows } from '../rules/table-of.ts';
import {
  byHand,
  cabinet,
  clearAll,
  correction,
  day,
  directors,
  issue,
  ownPapers,
  paperRow,
  papersRows,
  prepared,
  residents,
} from './papers-council.ts';

const papers = ownPapers();
/** A council beside it, of which the same was marked before. */
const beside = ownPapers();

const exempt = { access: 'exempt', exemptUnder: '4' } as const;
const now = 'plan|1|2020-21 Q2';
const before = 'plan|1|2020-21 Q1';
const target = 'plan|1|2019-04-01';

type Marks = {
  readonly returns?: Readonly<Record<string, Partial<Row<'returns'>>>>;
  readonly targets?: Readonly<Record<string, Partial<Row<'targets'>>>>;
};

/** Measure 1 stood at 689 and stands at 731, held to 512; `marks` are there before the close. */
const rowsWith = (marks: Marks = {}, more: Rows = {}): Rows => {
  const rows = papersRows();
  const returns = [
    ...(rows.returns ?? []).map((each) =>
      each.measure === 'plan|1'
        ? { ...each, value: 731, commentary: 'The settlement delays it.' }
        : each,
    ),
    { measure: 'plan|1', period: '2020-21 Q1', value: 689 },
  ];
  return {
    ...rows,
    returns: returns.map((each) => ({
      ...each,
      ...marks.returns?.[`${each.measure}|${each.period}`],
    })),
    targets: (rows.targets ?? []).map((each) => ({
      ...each,
      ...(each.measure === 'plan|1' && { target: 512, ...marks.targets?.[target] }),
    })),
    ...more,
  };
};

const open = (marks: Marks = {}) => papers.open(rowsWith(marks));
const openMarked = (marks: Marks) => beside.open(rowsWith(marks));

/** What all may read of Cabinet's paper, of residents', and of one of Cabinet's dataset of another kind. */
const openIn = async (ports: Ports, paper = cabinet, kind?: PaperKind): Promise<string> => {
  const { dataset, ordered } = await prepared(ports, paper);
  const { sections, notices } = composePaper(dataset, { ...ordered, ...(kind && { kind }) });
  return allOf([sections, notices]);
};
const readByAll = async (ports: Ports): Promise<readonly string[]> => [
  await openIn(ports),
  await openIn(ports, residents),
  await openIn(ports, cabinet, 'annual'),
  await openIn(ports, cabinet, 'scrutiny'),
];
const appendixOf = async (ports: Ports, paper = cabinet): Promise<string> => {
  const { dataset, ordered } = await prepared(ports, paper);
  return allOf(composePaper(dataset, ordered).confidential);
};
const holds = async (ports: Ports, words: string) =>
  (await readByAll(ports)).map((each) => each.includes(words));

const nowhere = [false, false, false, false];

describe('a return that is marked exempt after the close', () => {
  it('has its figure in the appendix alone, as if it had been marked before', async () => {
    const ports = await open();
    expect(await openIn(ports)).toContain('731');
    byHand(ports, change('returns', now, exempt));
    for (const words of ['731', 'settlement']) expect(await holds(ports, words)).toEqual(nowhere);
    expect(await openIn(ports, directors)).not.toContain('731');
    expect(await appendixOf(ports)).toContain('731');
    expect(await appendixOf(ports)).toContain('settlement');
    const then = await openMarked({ returns: { [now]: exempt } });
    expect(await readByAll(ports)).toEqual(await readByAll(then));
    expect(await appendixOf(ports)).toBe(await appendixOf(then));
  });
  it('of a quarter before goes too', async () => {
    const ports = await open();
    expect(await openIn(ports)).toMatch(/worse/i);
    byHand(ports, change('returns', before, exempt));
    expect(await holds(ports, '689')).toEqual(nowhere);
    expect(await openIn(ports)).toContain('731');
    const then = await openMarked({ returns: { [before]: exempt } });
    expect(await readByAll(ports)).toEqual(await readByAll(then));
  });
  it('bars whoever may not read it from the appendix, under its own paragraph', async () => {
    const ports = await open();
    byHand(ports, change('returns', now, exempt));
    const { dataset, ordered } = await prepared(ports, cabinet);
    expect(exemptRows(dataset)).toContainEqual({ register: 'returns', key: now });
    expect(exemptUnder(dataset)).toBe('3, 4');
    const lines = wordedLines(dataset, { ...ordered, mayReadExempt: false });
    expect(lines.map(({ written }) => written)).not.toContain('The settlement delays it.');
  });
  it('makes another paper of it than the one that was drawn before', async () => {
    const ports = await open();
    const { version } = await prepared(ports, cabinet);
    byHand(ports, change('returns', now, exempt));
    expect((await prepared(ports, cabinet)).version).not.toBe(version);
  });
  it('stays in the appendix once the paper is issued, also if the mark is taken away again', async () => {
    const ports = await open();
    byHand(ports, change('returns', now, exempt));
    await clearAll(ports);
    await issue(ports);
    expect(paperRow(ports, cabinet)?.marked).toEqual([`exempt returns ${now}`]);
    byHand(ports, change('returns', now, { access: null, exemptUnder: null }));
    expect(await openIn(ports)).not.toContain('731');
    expect(await appendixOf(ports)).toContain('731');
  });
  it('and after the issue changes nothing in what is out, as with a measure', async () => {
    const ports = await open();
    await clearAll(ports);
    await issue(ports);
    const out = await openIn(ports);
    byHand(ports, change('returns', now, exempt));
    expect(await openIn(ports)).toBe(out);
    expect(paperRow(ports, cabinet)?.marked).toEqual([]);
    expect(await openIn(ports, residents)).not.toContain('731');
  });
});

describe('a return that is marked internal after the close', () => {
  it('is in no paper that is read in public, and in those that are read inside', async () => {
    const ports = await open();
    byHand(ports, change('returns', now, { access: 'internal' }));
    expect(await holds(ports, '731')).toEqual(nowhere);
    expect(await openIn(ports, directors)).toContain('731');
  });
  it('where it was exempt then stays exempt', async () => {
    const ports = await open({ returns: { [now]: exempt } });
    byHand(ports, change('returns', now, { access: 'internal' }));
    expect(await openIn(ports, directors)).not.toContain('731');
    expect((await prepared(ports, cabinet)).marks).toEqual([]);
  });
});

describe('a target that is marked after the close', () => {
  it('exempt is in the appendix alone, with the figures that are held to it', async () => {
    const ports = await open();
    expect(await openIn(ports)).toContain('512');
    byHand(ports, change('targets', target, exempt));
    for (const words of ['512', '731']) expect(await holds(ports, words)).toEqual(nowhere);
    expect(await openIn(ports, directors)).not.toContain('512');
    expect(await appendixOf(ports)).toContain('512');
    const then = await openMarked({ targets: { [target]: exempt } });
    expect(await readByAll(ports)).toEqual(await readByAll(then));
  });
  it('internal is in no paper that is read in public', async () => {
    const ports = await open();
    byHand(ports, change('targets', target, { access: 'internal' }));
    expect(await holds(ports, '512')).toEqual(nowhere);
    expect(await openIn(ports, directors)).toContain('512');
  });
  it('is known by its key in a paper that was issued so, also if the mark is taken away again', async () => {
    const ports = await open();
    byHand(ports, change('targets', target, exempt));
    await clearAll(ports);
    await issue(ports);
    expect(paperRow(ports, cabinet)?.marked).toEqual([
      'exempt targets plan|1|2020-21 Q1 to 2020-21 Q2',
      'exempt targets plan|1|2020-21 Q4',
    ]);
    byHand(ports, change('targets', target, { access: null, exemptUnder: null }));
    expect(await openIn(ports)).not.toContain('512');
    const { dataset } = await prepared(ports, cabinet);
    expect(exemptRows(dataset)).toContainEqual({ register: 'targets', key: target });
  });
});

describe('a return that is marked exempt after its correction was written', () => {
  const corrected = correction({ was: 731, is: 746, because: 'The tribunal said so.' });
  it('has the correction in the appendix alone', async () => {
    const ports = await open();
    byHand(ports, corrected);
    expect(await openIn(ports)).toContain('746');
    byHand(ports, change('returns', now, exempt));
    for (const words of ['746', 'tribunal', 'corrected on'])
      expect(await holds(ports, words)).toEqual(nowhere);
    expect(await appendixOf(ports)).toContain('746');
    const { dataset, ordered } = await prepared(ports, cabinet);
    const offered = wordedLines(dataset, { ...ordered, mayReadExempt: false });
    expect(offered.map(({ written }) => written)).not.toContain('The tribunal said so.');
  });
  it('has it told of as one that was written exempt', async () => {
    const ports = await open();
    byHand(ports, corrected);
    byHand(ports, change('returns', now, exempt));
    const then = await openMarked({ returns: { [now]: exempt } });
    byHand(then, { ...corrected, set: { ...corrected.set, ...exempt } });
    expect(await readByAll(ports)).toEqual(await readByAll(then));
    expect(await appendixOf(ports)).toBe(await appendixOf(then));
  });
});

describe('a measure that is worked out from savings or actions', () => {
  const saving = (code: string, year: string) => ({
    key: `plan|${code}`,
    plan: 'plan',
    code,
    title: `Saving ${code}`,
    year,
    required: 900,
    achieved: 365,
    access: 'public' as const,
  });
  const savings = [saving('S1', '2020-21'), saving('S2', '2020-21'), saving('S0', '2019-20')];
  const actions = [
    {
      key: 'plan|A1',
      plan: 'plan',
      code: 'A1',
      title: 'Action A1',
      kind: 'activity' as const,
      dueOn: day('2020-08-01'),
      access: 'public' as const,
    },
  ];
  const workedOut = (workedOutFrom: Row<'measures'>['workedOutFrom'] = 'savings achieved') => {
    const { measures = [], ...rows } = rowsWith({}, { savings, actions });
    const worked = measures.map((each) => (each.code === '1' ? { ...each, workedOutFrom } : each));
    return papers.open({ ...rows, measures: worked });
  };
  it.each(['S2', 'S0'])(
    'is not told once one of them is marked exempt after the close, of whatever year: %s',
    async (code) => {
      const ports = await workedOut();
      expect(await openIn(ports)).toContain('731');
      byHand(ports, change('savings', `plan|${code}`, exempt));
      for (const words of ['731', '689']) expect(await holds(ports, words)).toEqual(nowhere);
    },
  );
  it('is not told once an action it counts is marked exempt after the close', async () => {
    const ports = await workedOut('actions delivered');
    expect(await openIn(ports)).toContain('731');
    byHand(ports, change('actions', 'plan|A1', exempt));
    for (const words of ['731', '689']) expect(await holds(ports, words)).toEqual(nowhere);
  });
  it('stays so where it is worked out from something else by now', async () => {
    const ports = await workedOut();
    byHand(ports, change('measures', 'plan|1', { workedOutFrom: null }));
    byHand(ports, change('savings', 'plan|S0', exempt));
    expect(await openIn(ports)).not.toContain('731');
  });
  it('stays untold in a paper that was issued so', async () => {
    const ports = await workedOut();
    byHand(ports, change('savings', 'plan|S0', exempt));
    await clearAll(ports);
    await issue(ports);
    byHand(ports, change('savings', 'plan|S0', { access: 'public' }));
    expect(await openIn(ports)).not.toContain('731');
  });
});
