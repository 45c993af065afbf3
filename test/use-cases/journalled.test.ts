import { describe, expect, it } from 'vitest';
import { change } from '../../src/use-cases/change.ts';
import { journalled } from '../../src/use-cases/journalled.ts';
import type { Entry } from '../../src/use-cases/ports.ts';
import { registersOf } from '../rules/table-of.ts';

const registers = registersOf({
  returns: [{ measure: 'plan|EP 1', period: '2020-21 Q2', title: 'EP 1, Q2', value: 420 }],
});
const at = Temporal.Instant.from('2020-10-05T09:00:00Z');
const entryOf = (said: Partial<Entry>): Entry => ({
  key: 'return|plan|EP 1|2020-21 Q2|1',
  by: 'p-owner',
  at,
  changes: [],
  message: null,
  journal: { source: 'card', why: 'a typing error' },
  ...said,
});

describe('the Journal', () => {
  it('says who changed what, when, from what, to what and why', () => {
    const changes = [change('returns', 'plan|EP 1|2020-21 Q2', { value: 42, state: 'Returned' })];
    const [row, ...others] = journalled(registers, entryOf({ changes }));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ register: 'journal', key: 'return|plan|EP 1|2020-21 Q2|1|1' });
    expect(row?.set).toMatchObject({
      plan: 'plan',
      register: 'Returns',
      row: 'Returns: plan|EP 1|2020-21 Q2',
      by: 'p-owner',
      at: at.toString(),
      from: 'Value: 420',
      to: 'Value: 42',
      why: 'a typing error',
      source: 'card',
    });
  });

  it('tells rows begun together in one row', () => {
    const changes = ['A1', 'A2', 'A3'].map((code) =>
      change('actions', `plan|${code}`, { title: code, plan: 'plan', code, kind: 'activity' }),
    );
    const rows = journalled(registers, entryOf({ changes }));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.set).toMatchObject({
      title: 'Actions: 3 rows begun',
      to: 'plan|A1\nplan|A2\nplan|A3',
      from: null,
    });
  });

  it('is told nothing where nothing differs, and nothing of what the clock does', () => {
    const changes = [change('returns', 'plan|EP 1|2020-21 Q2', { value: 420 })];
    expect(journalled(registers, entryOf({ changes }))).toEqual([]);
    const { journal: _, ...silent } = entryOf({ changes });
    expect(journalled(registers, silent)).toEqual([]);
  });

  it('keeps its Key within what a list can hold', () => {
    const changes = [change('returns', 'plan|EP 1|2020-21 Q2', { value: 1 })];
    const long = `return|${'x'.repeat(400)}|1`;
    const [row] = journalled(registers, entryOf({ key: long, changes }));
    expect(row?.key.length).toBeLessThanOrEqual(255);
    expect(row?.key.endsWith('|1|1')).toBe(true);
  });

  it('tells two long entries apart that differ in their middle alone', () => {
    const changes = [change('returns', 'plan|EP 1|2020-21 Q2', { value: 1 })];
    const keys = ['a', 'b'].map((middle) => {
      const key = `return|${'x'.repeat(130)}${middle}${'x'.repeat(130)}|1`;
      return journalled(registers, entryOf({ key, changes }))[0]?.key;
    });
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('tells of an exempt row in a row that is exempt itself, apart from the others', () => {
    const held = registersOf({
      risks: [
        { key: 'plan|R1', plan: 'plan', code: 'R1', access: 'exempt', exemptUnder: 'paragraph 3' },
        { key: 'plan|R2', plan: 'plan', code: 'R2' },
      ],
    });
    const action = { plan: 'plan', kind: 'activity' as const };
    const rows = journalled(
      held,
      entryOf({
        changes: [
          change('risks', 'plan|R1', { title: 'Sale of a site' }),
          change('risks', 'plan|R2', { title: 'Flood' }),
          change('actions', 'plan|A1', { ...action, title: 'A1', code: 'A1' }),
          change('actions', 'plan|A2', { ...action, title: 'A2', code: 'A2', access: 'exempt' }),
        ],
      }),
    );
    expect(rows.map(({ set }) => [set['row'], set['access'] ?? null])).toEqual([
      ['Risks: plan|R1', 'exempt'],
      ['Risks: plan|R2', null],
      ['Actions: plan|A1', null],
      ['Actions: plan|A2', 'exempt'],
    ]);
    expect(rows[0]?.set['exemptUnder']).toBe('paragraph 3');
  });

  it('tells of a row that stops being exempt as of an exempt one', () => {
    const held = registersOf({
      risks: [{ key: 'plan|R1', plan: 'plan', code: 'R1', access: 'exempt' }],
    });
    const [row] = journalled(
      held,
      entryOf({ changes: [change('risks', 'plan|R1', { access: 'internal' })] }),
    );
    expect(row?.set['access']).toBe('exempt');
  });
});
