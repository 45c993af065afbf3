// A target asked for goes by its own name on every card, and never passes for a figure.
import { describe, expect, it } from 'vitest';
import { type TargetView, targetCard } from '../../bot/cards/target-card.ts';
import { chaserView } from '../../bot/views/chaser-view.ts';
import { dueView } from '../../bot/views/due-view.ts';
import { managerView, smtView } from '../../bot/views/escalation-view.ts';
import { receiptView } from '../../bot/views/receipt-view.ts';
import { targetView } from '../../bot/views/target-view.ts';
import type { Row } from '../../src/registers/registers.ts';
import { registersOf } from '../rules/table-of.ts';

const today = Temporal.PlainDate.from('2021-07-19');
const named = 'Target for 2021-22: Recycling rate';

const at = (person: string, returned: Partial<Row<'returns'>> = {}, target: number | null = 45) => {
  const registers = registersOf({
    teams: [{ key: 'waste', manager: 'head' }],
    people: [
      { key: 'ann', title: 'Waste Lead', team: 'waste' },
      { key: 'head', team: 'waste', roles: ['manager'] },
      { key: 'director', roles: ['SMT'] },
    ],
    measures: [{ code: 'COM 6', title: 'Recycling rate', team: 'waste', owner: 'ann' }],
    cycles: [{ period: '2021-22 Q1', opensOn: Temporal.PlainDate.from('2021-07-01') }],
    returns: [
      {
        key: 'plan|COM 6|2021-22 target',
        kind: 'target',
        measure: 'plan|COM 6',
        period: '2021-22',
        cycle: 'plan|2021-22 Q1',
        owner: 'ann',
        state: 'Due',
        dueOn: Temporal.PlainDate.from('2021-07-14'),
        returnedBy: 'ann',
        ...returned,
      },
      { measure: 'plan|COM 6', period: '2020-21 Q4', value: 38 },
    ],
    targets: [
      { measure: 'plan|COM 6', appliesFrom: Temporal.PlainDate.from('2020-04-01'), target: 40 },
      ...(returned.state === 'Returned'
        ? [
            {
              measure: 'plan|COM 6',
              appliesFrom: Temporal.PlainDate.from('2021-04-01'),
              isA: target === null ? ('no target' as const) : ('target' as const),
              state: 'proposed' as const,
              target,
            },
          ]
        : []),
    ],
  });
  const [cycle] = registers.cycles.values();
  return {
    registers,
    person: registers.people.get(person) as Row<'people'>,
    cycle: cycle as Row<'cycles'>,
    today,
  };
};

describe('while it is due', () => {
  it('the Due card, the chaser and those it is escalated to call it a target', () => {
    expect(dueView(at('ann'))?.lines[0]).toMatchObject({ name: named, last: { figure: '38.0%' } });
    expect(chaserView(at('ann'))?.missing).toEqual([named]);
    expect(managerView(at('head')).late[0]).toMatchObject({ name: named, who: 'Waste Lead' });
    expect(smtView(at('director')).late[0]).toMatchObject({ name: named });
  });
});

describe('once it is set', () => {
  const set = { state: 'Returned', value: 45 } as const;
  it('the receipt says the target, and that it is not yet agreed, with no status of its own', () => {
    expect(receiptView(at('ann', set)).lines).toEqual([
      {
        return: 'plan|COM 6|2021-22 target',
        name: named,
        by: null,
        approval: null,
        result: { target: '45.0% or more, not yet agreed' },
      },
    ]);
  });
  it('the manager is not told that the target is off target', () => {
    expect(managerView(at('head', { ...set, value: 1 }, 45)).offTarget).toEqual([]);
  });
  it('no target is said with its reason', () => {
    const none = { ...set, value: null, noDataReason: 'The service ends.' };
    expect(receiptView(at('ann', none, null)).lines[0]?.result).toEqual({
      noTarget: 'The service ends.',
    });
  });
});

describe('the question', () => {
  const view = (more: Partial<TargetView> = {}): TargetView => {
    const here = at('ann');
    const asked = here.registers.returns.get('plan|COM 6|2021-22 target') as Row<'returns'>;
    const measure = here.registers.measures.get('plan|COM 6') as Row<'measures'>;
    const asking = { ...here, return: asked, measure, typed: null, saved: null, refusal: null };
    return { ...targetView(asking), ...more };
  };
  it('has the last figures and last year’s target beside it', () => {
    expect(view()).toMatchObject({
      lastTarget: '40.0% or more',
      year: '2021-22',
      asksFor: 'value',
      history: [{ period: 'Q4 2020-21', figure: '38.0%', target: '40.0%' }],
      position: { number: 1, of: 1 },
    });
  });
  it('keeps what was typed, and opens the reason when it is what was refused', () => {
    const typed = { value: 'a lot', low: '', high: '', because: '' };
    const refusal = { words: 'Say in a few words why.', field: 'because' as const };
    const drawn = JSON.stringify(targetCard(view({ typed, refusal })));
    expect(drawn).toContain('"value":"a lot"');
    expect(drawn).toMatch(/"id":"no-target"[^}]*"isVisible":true/);
    expect(drawn).toContain('See \\"Because\\" below.');
  });
  it('stays within what Teams takes and asks for nothing as required', () => {
    const drawn = JSON.stringify(targetCard(view({ name: 'R'.repeat(250) })));
    expect(drawn.length).toBeLessThan(28_000);
    expect(drawn).not.toContain('isRequired');
  });
});
