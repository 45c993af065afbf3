// A paper is cleared by the posts it falls to, and its words are changed until its agenda is sent out.
import { describe, expect, it } from 'vitest';
import { clearPaper } from '../../src/use-cases/clear-paper.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import {
  at,
  byHand,
  cabinet,
  clear,
  clearAll,
  correction,
  cycle,
  day,
  directors,
  issue,
  ownPapers,
  paperRow,
  papersRows,
  prepared,
  refusedFor,
  saysOf,
  word,
} from './papers-council.ts';

const { open } = ownPapers();
const journal = (ports: Ports) => [...ports.replica.registers().journal.values()];
const treasurerAway = () => {
  const rows = papersRows();
  const people = (rows.people ?? []).map((each) =>
    each.key === 'treasurer' ? { ...each, awayUntil: day('2020-12-01') } : each,
  );
  return { ...rows, people };
};

describe('clearance', () => {
  it('is given by each post for its own part, and kept with who and when', async () => {
    const ports = await open();
    await clearAll(ports);
    expect(paperRow(ports, cabinet)).toMatchObject({
      financeBy: 'treasurer',
      legalBy: 'solicitor',
      portfolioBy: 'pat',
      state: 'Cleared',
      cycle,
      board: 'cabinet',
      meeting: 'cabinet|2020-11-24',
      revision: 3,
    });
    expect(journal(ports).map(({ by }) => by)).toEqual(['treasurer', 'solicitor', 'pat']);
  });
  it.each([
    ['finance', 'pat'],
    ['finance', 'solicitor'],
    ['legal', 'treasurer'],
    ['legal', 'pat'],
    ['portfolio', 'director'],
    ['portfolio', 'treasurer'],
  ] as const)('for %s is refused to %s', async (clearance, by) => {
    const ports = await open();
    expect(await clear(ports, by, clearance)).toMatchObject(refusedFor('not theirs'));
    expect(paperRow(ports, cabinet)).toBeUndefined();
  });
  it('is given by whoever stands in for the post, and by nobody who has left', async () => {
    const rows = treasurerAway();
    const people = (rows.people ?? []).map((each) =>
      each.key === 'solicitor' ? { ...each, leftOn: day('2020-10-01') } : each,
    );
    const ports = await open({ ...rows, people });
    expect(await clear(ports, 'dep', 'finance')).toEqual({ outcome: 'cleared' });
    expect(await clear(ports, 'solicitor', 'legal')).toMatchObject({ reason: 'has left' });
  });
  it('pressed twice is one; two posts together are both kept', async () => {
    const ports = await open();
    await Promise.all([clear(ports, 'treasurer', 'finance'), clear(ports, 'solicitor', 'legal')]);
    expect(await clear(ports, 'treasurer', 'finance')).toEqual({ outcome: 'already' });
    expect(paperRow(ports, cabinet)).toMatchObject({
      financeBy: 'treasurer',
      legalBy: 'solicitor',
      state: 'In clearance',
      revision: 2,
    });
  });
  it('of a paper that stays inside is finance’s alone', async () => {
    const ports = await open();
    await clear(ports, 'treasurer', 'finance', directors);
    expect(paperRow(ports, directors)?.state).toBe('Cleared');
  });
  it('may be given again once words were changed after it', async () => {
    const ports = await open();
    await clear(ports, 'treasurer', 'finance');
    await word(ports);
    const again = at(ports, '2020-10-23T10:00');
    expect(await clear(again, 'treasurer', 'finance')).toEqual({ outcome: 'cleared' });
    expect(paperRow(ports, cabinet)?.finance?.toString()).toBe('2020-10-23T09:00:00Z');
  });
  it('is of the words that were looked at: refused where others were changed meanwhile', async () => {
    const ports = await open();
    const looked = { by: 'treasurer', paper: cabinet, clearance: 'finance', seen: 0 } as const;
    await word(ports);
    expect(await clearPaper(ports, looked)).toMatchObject(refusedFor('words changed'));
    expect(paperRow(ports, cabinet)?.finance).toBeUndefined();
    expect(await clearPaper(ports, { ...looked, seen: 1 })).toEqual({ outcome: 'cleared' });
  });
  it('waits until the quarter has closed and its figures are frozen', async () => {
    const rows = papersRows();
    const live = await open({
      ...rows,
      cycles: (rows.cycles ?? []).map((each) => ({
        ...each,
        state: 'Open' as const,
        closedAt: null,
      })),
    });
    expect(await clear(live, 'treasurer', 'finance')).toMatchObject(refusedFor('not closed'));
    expect(await word(live)).toMatchObject(refusedFor('not closed'));
    expect(await issue(live)).toMatchObject(refusedFor('not closed'));
  });
});

describe('words', () => {
  it('are printed as they were changed; what the owner wrote stays in the return', async () => {
    const ports = await open();
    expect((await word(ports)).outcome).toBe('worded');
    const { ordered } = await prepared(ports, cabinet);
    expect(ordered.words.get('Measures: plan|1')).toBe('Two streets took longer.');
    expect(ports.replica.registers().returns.get('plan|1|2020-21 Q2')?.commentary).toContain(
      'مرحبا',
    );
    expect(journal(ports).at(-1)).toMatchObject({ by: 'pat', why: 'Asked for by finance' });
  });
  it('stay as they were on the day the agenda goes out, and are refused from then on', async () => {
    const ports = await open();
    await word(ports);
    const dispatched = at(ports, '2020-11-13T00:00');
    expect(await word(dispatched, { was: 1, words: 'Too late.' })).toMatchObject(
      refusedFor('words frozen'),
    );
    expect(await word(at(ports, '2020-11-12T23:59'), { was: 1, words: 'In time.' })).toMatchObject({
      outcome: 'worded',
    });
    const others = await word(dispatched, { paper: directors, was: 2, words: 'For directors.' });
    expect(others.outcome).toBe('worded');
    const printed = async (paper: string) =>
      (await prepared(dispatched, paper)).ordered.words.get('Measures: plan|1');
    expect(await printed(cabinet)).toBe('In time.');
    expect(await printed(directors)).toBe('For directors.');
  });
  it('of why nothing more is promised are changed on record, as commentary is', async () => {
    const rows = papersRows();
    const typed = 'Mrs Smith at number 4 objects.';
    const returns = (rows.returns ?? []).map((each) =>
      each.measure === 'plan|1' ? { ...each, noActionBecause: typed } : each,
    );
    const ports = await open({ ...rows, returns });
    await clearAll(ports);
    const line = 'Measures: plan|1 (why nothing more is promised)';
    const changed = await word(ports, { line, words: 'A tenant objects.' });
    expect(changed.outcome).toBe('worded');
    const registers = ports.replica.registers();
    expect([...registers.paperWords.values()]).toMatchObject([
      {
        title: '1 Measure 1: why nothing more is promised',
        line: 'Measures: plan|1',
        part: 'why nothing more is promised',
        revision: 1,
        because: 'Asked for by finance',
        by: 'pat',
        papers: [directors, cabinet],
      },
    ]);
    expect(journal(ports).some(({ why }) => why === 'Asked for by finance')).toBe(true);
    expect((await word(ports, { line, words: 'Meanwhile.', by: 'sam' })).outcome).toBe('refused');
    await clearAll(ports);
    await issue(ports);
    expect(saysOf(ports)).toContain('A tenant objects.');
    expect(saysOf(ports)).not.toContain('Mrs Smith');
    // The commentary beside it is as its owner wrote it, and so is what was frozen.
    expect(saysOf(ports)).toContain('مرحبا');
    const { dataset } = await prepared(ports, cabinet);
    expect(dataset.measures.find(({ code }) => code === '1')?.noActionBecause).toBe(typed);
  });
  it('of why a figure was corrected are changed too; the correction stays as it was made', async () => {
    const ports = await open();
    const corrected = correction({ because: 'Mrs Smith was counted twice.' });
    const { key } = corrected;
    byHand(ports, corrected);
    const line = `Restatements: ${key} (reason given)`;
    await word(ports, { line, words: 'One tenant was counted twice.' });
    await clearAll(ports);
    await issue(ports);
    expect(saysOf(ports)).toContain('One tenant was counted twice.');
    expect(saysOf(ports)).not.toContain('Mrs Smith');
    expect(ports.replica.registers().restatements.get(key)?.because).toContain('Mrs Smith');
  });
  it('of two lines changed at once are both kept', async () => {
    const ports = await open();
    await Promise.all([word(ports), word(ports, { line: 'Measures: plan|2', words: 'Other.' })]);
    const kept = [...ports.replica.registers().paperWords.values()];
    expect(kept.map(({ change }) => change).toSorted()).toEqual([1, 2]);
  });
  it('sent twice are one change; of two changes of the same words the second is refused', async () => {
    const ports = await open();
    await word(ports);
    expect((await word(ports)).outcome).toBe('already');
    expect(await word(ports, { by: 'sam', words: 'Other words' })).toMatchObject(
      refusedFor('reworded meanwhile'),
    );
    expect(ports.replica.registers().paperWords.size).toBe(1);
  });
  it.each([
    ['an owner', { by: 'ann' }, 'not a reworder'],
    ['a director', { by: 'director' }, 'not a reworder'],
    ['no reason', { because: ' ' }, 'blank'],
    ['too many', { words: 'a'.repeat(4_001) }, 'too long'],
    ['a line that is not in the plan', { line: 'Measures: plan|9' }, 'unknown line'],
    ['the same words', { words: 'Two streets were slow – مرحبا 🙂' }, 'same words'],
    ['a paper that is not there', { paper: `${cycle}|Cabinet|nobody` }, 'unknown'],
  ])('are not changed for %s', async (_, more, kind) => {
    const ports = await open();
    expect(await word(ports, more)).toMatchObject(refusedFor(kind));
    expect(ports.replica.registers().paperWords.size).toBe(0);
  });
  it('of an exempt line are exempt, and refused to whoever may not read it', async () => {
    // Standing in for a post does not open what the post may read.
    const ports = await open(treasurerAway());
    const exempt = { line: 'Measures: plan|3' };
    expect(await word(ports, { ...exempt, by: 'dep' })).toMatchObject(refusedFor('unknown line'));
    await word(ports, { ...exempt, by: 'solicitor' });
    expect([...ports.replica.registers().paperWords.values()]).toMatchObject([
      { access: 'exempt', exemptUnder: '3' },
    ]);
  });
  it('blank print nothing', async () => {
    const ports = await open();
    await clearAll(ports);
    await clear(ports, 'treasurer', 'finance', directors);
    await issue(ports, directors);
    await word(ports, { words: '  ' });
    await clearAll(ports);
    await issue(ports);
    expect(saysOf(ports, directors)).toContain('مرحبا');
    expect(saysOf(ports, cabinet)).not.toContain('مرحبا');
  });
});
