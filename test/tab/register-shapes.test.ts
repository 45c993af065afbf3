// What is said of a file before any of it is sent, and which columns of a register are shown.
import { describe, expect, it } from 'vitest';
import { shownColumns } from '../../tab/registers/shown-columns.ts';
import { sizeWords, whyNotSent } from '../../tab/registers/why-not-sent.ts';

describe('a file chosen to be taken in', () => {
  it.each(['returns.xlsx', 'RETURNS.CSV'])('may be %s', (name) => {
    expect(whyNotSent({ name, size: 10 })).toBeNull();
  });

  it('is refused by its kind, its size or for being empty, before it is sent', () => {
    expect(whyNotSent({ name: 'old.xls', size: 10 })).toContain('neither an .xlsx nor a .csv');
    expect(whyNotSent({ name: 'big.csv', size: 51 * 1024 * 1024 })).toBe(
      'big.csv is 51 MB; 50 MB is the most that is read. Split it and take in the parts.',
    );
    expect(whyNotSent({ name: 'none.csv', size: 0 })).toContain('empty');
  });

  it('has its size told as people say it', () => {
    expect([sizeWords(719), sizeWords(2048), sizeWords(12.34 * 1024 * 1024)]).toEqual([
      '719 bytes',
      '2 kB',
      '12.3 MB',
    ]);
  });
});

describe('the columns of a register', () => {
  const column = (name: string) => ({ name, words: name, kind: 'text' as const, note: null });
  const view = {
    columns: ['plan', 'code', 'query'].map(column),
    rows: [
      { key: 'k', title: 't', access: 'internal' as const, cells: ['P', '1', ''], line: null },
    ],
    plan: '',
  };
  const names = (...asked: Parameters<typeof shownColumns>) =>
    shownColumns(...asked).columns.map((each) => each.column.name);

  it('stay away where this page has nothing in them, until they are asked for', () => {
    expect(names(view, false)).toEqual(['plan', 'code']);
    expect(shownColumns(view, false).blank).toBe(1);
    expect(names(view, true)).toEqual(['plan', 'code', 'query']);
  });

  it('leave out the plan where one plan is chosen', () => {
    expect(names({ ...view, plan: 'P' }, false)).toEqual(['code']);
  });
});
