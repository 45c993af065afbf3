// Which targets stand together in the tab, and which of those chosen may go where.
import { describe, expect, it } from 'vitest';
import type { TargetLine } from '../../src/web/api-targets.ts';
import { chosenOf, groupsOf, mayChoose } from '../../tab/targets/stages.ts';

const line = (key: string, said: Partial<TargetLine> = {}): TargetLine => ({
  key,
  revision: 1,
  stage: 'proposed',
  measure: key,
  code: key,
  name: key,
  team: 'Waste',
  owner: null,
  year: '2021-22',
  proposed: '80% or more',
  because: null,
  lastYear: null,
  lastFigure: null,
  told: '',
  sentBackBecause: null,
  waitsForMe: false,
  asksFor: 'value',
  unit: '%',
  ...said,
  may: { propose: false, endorse: false, sendBack: false, agree: false, ...said.may },
});
const may = (said: Partial<TargetLine['may']>) => ({
  may: { propose: false, endorse: false, sendBack: false, agree: false, ...said },
});

describe('the year’s targets', () => {
  it('what waits for the person asking stands first, and every line once', () => {
    const lines = [
      line('asked', { stage: 'to propose' }),
      line('others'),
      line('mine', { waitsForMe: true }),
      line('endorsed', { stage: 'endorsed' }),
    ];
    expect(groupsOf(lines).map(({ heading, lines: some }) => [heading, some[0]?.key])).toEqual([
      ['Waiting for you', 'mine'],
      ['Proposed, waiting for a director', 'others'],
      ['Endorsed, waiting to be agreed', 'endorsed'],
      ['Not proposed yet', 'asked'],
    ]);
    expect(groupsOf(lines).flatMap((group) => group.lines)).toHaveLength(lines.length);
  });
  it('of those chosen each goes only where it may, and what is no more there goes nowhere', () => {
    const lines = [
      line('one', may({ endorse: true, agree: true })),
      line('two', { stage: 'endorsed', ...may({ agree: true }) }),
      line('three', may({ sendBack: true })),
    ];
    expect(lines.map(mayChoose)).toEqual([true, true, false]);
    expect(chosenOf(lines, new Set(['one', 'two', 'three', 'gone']))).toEqual({
      endorse: [{ target: 'one', revision: 1 }],
      agree: [
        { target: 'one', revision: 1 },
        { target: 'two', revision: 1 },
      ],
      notEndorsed: 1,
    });
  });
});
