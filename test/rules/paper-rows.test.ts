// A paper's lines in its list say what the paper says, whatever is written in it.
import { describe, expect, it } from 'vitest';
import { paperKinds } from '../../src/registers/papers.ts';
import { paperRows } from '../../src/rules/paper-rows.ts';
import { cellsIn, composed, tablesIn } from './papers/composed.ts';
import { smallDataset } from './papers/given-dataset.ts';
import { hostileText } from './papers/given-measures.ts';

describe('a row of a paper', () => {
  it('is read back cell by cell, whatever is written in it', () => {
    const texts = ['=1+1\nSecond: line', '  two spaces\r\n  more', '', 'مرحبا 🙂'];
    const [line] = paperRows({
      ...empty,
      sections: [
        {
          id: 's',
          heading: 'S',
          sections: [],
          blocks: [
            {
              kind: 'table',
              table: {
                id: 't',
                caption: 'T',
                notes: [],
                columns: texts.map((_, nth) => ({
                  heading: `Column ${nth}`,
                  kind: 'text' as const,
                })),
                rows: [texts.map((text) => ({ text }))],
              },
            },
          ],
        },
      ],
    });
    expect(cellsIn(line?.cells ?? '')).toEqual(
      texts.map((text, nth) => [`Column ${nth}`, text.replaceAll('\r\n', '\n')]),
    );
  });
});

describe('a paper in its list', () => {
  it.each(paperKinds)('says cell by cell what the %s paper says, in order', (kind) => {
    const paper = composed(smallDataset(), kind, {
      words: new Map([['Measures: plan|1', hostileText]]),
      mayReadExempt: true,
      notices: ['A notice'],
    });
    const rows = paperRows(paper);
    const tables = [...tablesIn(paper.sections), ...tablesIn(paper.confidential)];
    const asComposed = tables.flatMap(({ columns, rows: all }) =>
      all.map((cells) =>
        columns.map(({ heading }, at) => [
          heading,
          (cells[at]?.text ?? '').replace(/\r\n?/g, '\n'),
        ]),
      ),
    );
    expect(asComposed.length).toBeGreaterThan(0);
    const kept = rows.flatMap(({ kind: what, cells }) =>
      what === 'row' ? [cellsIn(cells ?? '')] : [],
    );
    expect(kept).toEqual(asComposed);
    expect(rows[0]).toMatchObject({ section: 'Read first', words: 'A notice', isExempt: false });
    const exempt = tablesIn(paper.confidential).flatMap((table) => table.rows).length;
    expect(rows.filter(({ kind: what, isExempt }) => what === 'row' && isExempt)).toHaveLength(
      exempt,
    );
  });
});

const empty = {
  key: 'k',
  kind: 'Cabinet' as const,
  title: 'T',
  audience: null,
  plan: 'P',
  period: 'Q2',
  notices: [],
  sections: [],
  confidential: [],
  madeFrom: [],
};
