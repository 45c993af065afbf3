// A plan's money, a manager's assurance, a figure the registers answer and where a figure comes from, through
// the bot's own front door.
import { describe, expect, test } from 'vitest';
import type { Pressed } from '../journeys/seat.ts';
import { ann, house, input, isOpen, kept, open, opened, registers, seated } from './anns-seat.ts';
import { keyOf, lines, rows } from './asked-of-all-kinds.ts';

opened(rows);

const openLine = async (line: string): Promise<Pressed> => {
  await seated(ann);
  return open(keyOf(line));
};

describe("the plan's money", () => {
  const field = (number: number) => `forecast:plan|Revenue ${number}`;

  test('comes a page at a time, and what was typed on the first is there on the last', async () => {
    const shown = await openLine(lines.finance);
    expect(shown.words).toContain('Housing budget 12: forecast (£)');
    expect(shown.words).not.toContain('Housing budget 13');
    const first = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [field(at + 1), at === 4 ? '' : '1,100,000']),
    );
    const next = await ann.press('keep-line', first, { to: 'page' });
    expect(next.words).toContain('Housing budget 14: forecast (£)');
    const told = await ann.press('report', { [field(13)]: '900k', [field(14)]: '1m' });
    // The line that was left out brings its page back, with the others as they were.
    expect(told.words).toContain('One line has no forecast yet: Housing budget 5.');
    expect(input(told, field(4))).toBe('1,100,000');
    expect(told.words).toContain('£100,000 over budget');
  });

  test('is not held up by what was kept of a line that is no longer in the budget', async () => {
    const inBudget = (year: string) =>
      house.change({ register: 'budgets', key: 'plan|Revenue 14', set: { year } });
    inBudget('2019-20');
    await openLine(lines.finance);
    await ann.press('keep-line', {}, { to: 'page' });
    const told = await ann.press('report');
    expect(told.words).toContain('One line has no forecast yet: Housing budget 5.');
    inBudget('2020-21');
    await openLine(lines.finance);
    await ann.press('keep-line', { [field(14)]: '1m' }, { to: 'page' });
  });

  test('is saved from its last page, every line of it', async () => {
    await openLine(lines.finance);
    await ann.press('keep-line', { [field(5)]: '1,000,000' }, { to: 'page' });
    const told = await ann.press('report');
    expect(told.words).toContain(
      'Finance: Operating Plan: £15,000,000 forecast outturn; £1,000,000 over budget',
    );
    expect(registers().budgets.get('plan|Revenue 13')?.forecast).toBe(900_000);
    expect(registers().budgets.get('plan|Revenue 5')?.forecast).toBe(1_000_000);
  });
});

describe("a manager's assurance", () => {
  const all = Object.fromEntries(
    ['probity', 'control', 'budgets', 'risk', 'audit', 'statutoryDuty', 'peopleProcesses'].map(
      (each) => [each, 'assured'],
    ),
  );

  test('is answered statement by statement: what was left alone is not assured for her', async () => {
    await openLine(lines.assurance);
    const { audit: _, ...others } = all;
    const told = await ann.press('report', others);
    expect(told.words).toContain('Audit: choose one of the answers.');
    expect(input(told, 'audit')).toBe('');
    expect(input(told, 'probity')).toBe('assured');
  });

  test('that is not whole wants a statement, and is told so on the receipt', async () => {
    await openLine(lines.assurance);
    const no = await ann.press('report', { ...all, audit: 'not assured' });
    expect(no.words).toContain('It is not assured: say why');
    const told = await ann.press('report', { statement: 'Two recommendations are a year old.' });
    expect(told.words).toContain('Not assured: Audit');
  });
});

describe('a figure that the registers answer', () => {
  const key = 'plan|2|2020-21 Q2';
  const confirm = { finality: undefined };
  const notRight = { finality: 'provisional' };

  test('is shown with how it was come by, and only confirmed', async () => {
    await seated(ann);
    const told = await open(key);
    expect(told.words).toContain('1 of 2 actions due by Wed 30 September 2020 were complete');
    expect(told.words).toContain('Confirm 50.0%');
    expect([input(told, 'value'), input(told, 'finality')]).toEqual([undefined, undefined]);
  });

  test('that has changed since is shown anew, and not confirmed unseen', async () => {
    await open(key);
    const set = { status: 'complete', completedOn: '2020-09-29' };
    house.change({ register: 'actions', key: 'plan|5', set });
    const told = await ann.press('confirm-figure', { commentary: 'One is late.' }, confirm);
    expect(told.words).toContain('It is worked out anew: 2 of 2 actions');
    expect(told.words).toContain('Confirm 100.0%');
    expect(input(told, 'commentary')).toBe('One is late.');
    expect(kept(key)?.state).toBe('Due');
  });

  test('that is not right is provisional, and why stands in its commentary', async () => {
    await open(key);
    const blank = await ann.press('confirm-figure', {}, notRight);
    expect(blank.words).toContain('Say in a few words what is not right about it.');
    expect(isOpen(blank, 'not-right')).toBe(true);
    const because = 'The panel was elected on 5 October.';
    await ann.press('confirm-figure', { because }, notRight);
    expect(kept(key)).toMatchObject({
      state: 'Returned',
      value: 100,
      finality: 'provisional',
      commentary: `One is late. Its owner says this is not right: ${because}`,
    });
  });

  test('that is right is confirmed by one press', async () => {
    await open(key);
    const told = await ann.press('confirm-figure', { commentary: '' }, confirm);
    expect(told.words).toContain('Saved.');
    expect(kept(key)).toMatchObject({ value: 100, finality: 'final', numerator: null });
  });
});

describe('where a figure comes from', () => {
  test('is kept with it, and stands in the field the next time', async () => {
    await seated(ann);
    const asked = await open('plan|1|2020-21 Q2');
    expect(input(asked, 'source')).toBe('The housing system');
    const told = await ann.press('answer', { value: '430', source: 'The new housing system' });
    expect(told.words).toContain('Saved.');
    expect(kept('plan|1|2020-21 Q2')?.source).toBe('The new housing system');
  });
});
