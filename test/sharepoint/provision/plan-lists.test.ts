// What a site lacks, as a function of what was found there.
import { expect, test } from 'vitest';
import { type RegisterName, registers } from '../../../src/registers/registers.ts';
import { asLines } from '../../../src/sharepoint/provision/migrate-cells.ts';
import { planLists } from '../../../src/sharepoint/provision/plan-lists.ts';
import { columnDefinitions } from '../../../src/sharepoint/rows/columns.ts';
import { keptRegisters } from '../../../src/sharepoint/rows/kept.ts';
import type { ListFound } from '../../../src/sharepoint/rows/site-found.ts';

const kept = keptRegisters({ apart: false });
const listAs = (displayName: string, name: RegisterName): ListFound => ({
  id: `id-of-${name}`,
  displayName,
  columns: columnDefinitions(name).map((column) => ({ ...column, id: column.name })),
});
const siteWith = (lists: readonly ListFound[]) =>
  planLists({ path: '/sites/s', webUrl: 'https://s', lists }, kept);
const whole = kept.map((name) => listAs(registers[name].list, name));

test('a site that has all as declared lacks nothing', () => {
  expect(siteWith(whole)).toMatchObject({ steps: [], apart: [], noticed: [] });
});

test.each(kept)(
  '%s under another name, with no name in its address to tell, is known by its columns',
  (name) => {
    const others = whole.filter(({ displayName }) => displayName !== registers[name].list);
    const plan = siteWith([...others, listAs('Another name', name)]);
    expect(plan.steps).toEqual([]);
    expect(plan.noticed).toEqual([
      expect.stringContaining(`There is no list ${registers[name].list}, but "Another name"`),
    ]);
  },
);

test('a copy of a list, beside the list itself, is nobody’s', () => {
  expect(siteWith([...whole, listAs('Copy of Values', 'values')])).toMatchObject({
    steps: [],
    noticed: [],
  });
});

test('a column whose index did not come with its list is given it', () => {
  const bare = whole.map((list) => ({
    ...list,
    columns:
      list.columns?.map((column) => ({ ...column, indexed: false, enforceUniqueValues: false })) ??
      [],
  }));
  const { steps } = siteWith(bare);
  expect(steps.map(({ words }) => words)).toContain(
    'Index Key on Returns; Make Key on Returns unique',
  );
  expect(steps.find(({ words }) => words.includes('Key on Returns'))?.call).toMatchObject({
    method: 'PATCH',
    body: { indexed: true, enforceUniqueValues: true },
  });
});

test('bare Keys become lines, and what is a line already stays', () => {
  expect(asLines('p|1\n\nPriorities: p|2', 'Priorities')).toBe(
    'Priorities: p|1\n\nPriorities: p|2',
  );
  for (const cell of ['p|1', 'p|1\np|2', ''])
    expect(asLines(asLines(cell, 'Priorities'), 'Priorities')).toBe(asLines(cell, 'Priorities'));
});
