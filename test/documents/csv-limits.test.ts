// A .csv made to fill the memory: refused in a plain sentence before it is held as cells.
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/documents/csv-in.ts';
import { Refusal, usualLimits } from '../../src/documents/limits.ts';
import type { Sheet } from '../../src/rules/workbook.ts';

const read = (text: string): Sheet | string => {
  let found: Sheet | null = null;
  try {
    readCsv(
      { name: 'figures.csv', bytes: new TextEncoder().encode(text) },
      { limits: usualLimits, progress: () => {}, sheet: (sheet) => (found = sheet) },
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.message;
  }
  return found ?? 'no sheet';
};

describe('a .csv made to fill the memory', () => {
  test('one line of millions of separators is refused, and soon', () => {
    const before = process.memoryUsage().rss;
    const began = performance.now();
    expect(read(','.repeat(20_000_000))).toMatch(/far apart/);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  }, 60_000);

  test('as many columns as Excel takes are read, and separators within quotation marks are none', () => {
    const row = (read(`${','.repeat(16_383)}last\n"${','.repeat(20_000)}",2`) as Sheet).rows;
    expect(row[0]?.[16_383]).toBe('last');
    expect(row[1]).toEqual([','.repeat(20_000), '2']);
  });
});
