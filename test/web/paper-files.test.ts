// Files of papers that are kept: each made once, and no more of them than there is room for.
import { describe, expect, it } from 'vitest';
import { openPaperFiles } from '../../src/use-cases/print-papers.ts';
import { ordered } from '../rules/papers/composed.ts';
import { givenDataset } from '../rules/papers/given-dataset.ts';

describe('files that are kept', () => {
  const prepared = (version: string | null) => ({
    dataset: givenDataset(),
    ordered: ordered('Cabinet'),
    version,
    marks: [],
  });
  const counting = (size: number, most: number) => {
    let count = 0;
    const files = openPaperFiles(
      {
        print: async () => {
          count += 1;
          return new Uint8Array(size);
        },
      },
      most,
    );
    return {
      file: (version: string | null) => files.file(prepared(version), 'html'),
      count: () => count,
    };
  };
  it('are made once, also for two who ask together, and a draft each time', async () => {
    const { file, count } = counting(10, 100);
    await Promise.all([file('one'), file('one')]);
    await file('one');
    expect(count()).toBe(1);
    await file(null);
    await file(null);
    expect(count()).toBe(3);
  });
  it('are no more than so many bytes: the one unread for longest goes first', async () => {
    const { file, count } = counting(40, 100);
    await file('one');
    await file('two');
    await file('one');
    await file('three');
    expect(count()).toBe(3);
    await file('one');
    expect(count()).toBe(3);
    await file('two');
    expect(count()).toBe(4);
  });
});
