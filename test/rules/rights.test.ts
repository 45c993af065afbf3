// Who may do what by the table of rights, held against what the council's own rules say of the weighty ones.
import { describe, expect, it } from 'vitest';
import { verbRights } from '../../bot/handlers/verb-rights.ts';
import type { Row } from '../../src/registers/registers.ts';
import { approversOf } from '../../src/rules/approval.ts';
import { endorsersOf } from '../../src/rules/endorsing.ts';
import { barredBy, may, rightTo } from '../../src/rules/rights.ts';
import { signing } from '../../src/rules/rights-of.ts';
import { type Action, actions, rights } from '../../src/rules/rights-table.ts';
import { signersOf } from '../../src/rules/sign-off.ts';
import { routeRights } from '../../src/web/route-rights.ts';
import { cycle, directorates, rightsRows } from '../web/rights-council.ts';
import { day } from './arbitrary.ts';
import { council, returnKey } from './given-council.ts';
import { registersOf, rowOf } from './table-of.ts';

describe('who may answer a return', () => {
  const registers = council();
  const as = (who: string, asked: Row<'returns'>) =>
    rightTo(
      { registers, person: registers.people.get(who), today: null },
      'answer a return',
      asked,
    );
  const may = (who: string, code: string) =>
    as(who, registers.returns.get(returnKey(code)) as Row<'returns'>);

  it('its owner, their deputy, the team’s manager and the performance team, each as such', () => {
    expect(may('ann', '1')).toBe('owner');
    expect(may('dee', '1')).toBe('deputy');
    expect(may('needs-head', '1')).toBe('manager');
    expect(may('performance', '1')).toBe('performance team');
  });
  it('not another owner, another team’s manager, nor SMT', () => {
    for (const who of ['bob', 'repairs-head', 'housing-director', 'chief-executive']) {
      expect(may(who, '1')).toBeNull();
    }
  });
  it('a manager who is the owner answers as owner', () => {
    expect(may('repairs-head', '4')).toBe('owner');
  });
  it('where nobody owns it, the manager and the manager’s deputy', () => {
    expect(may('streets-head', '5')).toBe('manager');
    expect(may('ann', '5')).toBeNull();
    expect(may('dee', '5')).toBe('deputy');
  });
  it('keys name the same person in any case, and a blank names nobody', () => {
    const asked = rowOf('returns', { measure: 'plan|1', period: '2020-21 Q2', owner: 'ANN' });
    expect(as('ann', asked)).toBe('owner');
    expect(as('bob', { ...asked, owner: null })).toBeNull();
  });
});

describe('a cycle', () => {
  const registers = council();
  it('is run by the performance team alone', () => {
    const runs = [...registers.people.values()].filter((person) =>
      may({ registers, person, today: null }, 'run a cycle'),
    );
    expect(runs.map(({ key }) => key)).toEqual(['performance']);
  });
});

describe('whoever is asked for their word', () => {
  const registers = registersOf(rightsRows);
  const today = day('2020-10-06');
  const as = (person: Row<'people'>) => ({ registers, person, today });

  it('may give it: to approve, to endorse and to sign', () => {
    const asked = [
      ...[...registers.returns.values()].flatMap((row) =>
        approversOf(registers, row, today).map((person) =>
          may(as(person), 'approve a return or send it back', row),
        ),
      ),
      ...[...registers.targets.values()].flatMap((target) =>
        endorsersOf(registers, target, today).map((person) =>
          may(as(person), 'endorse a target or send it back', target),
        ),
      ),
      ...[...Object.values(directorates), null].flatMap((directorate) => {
        const signed = { cycle, directorate };
        return signersOf(registers, signed, today).map((person) =>
          may(as(person), signing(signed), signed),
        );
      }),
    ];
    expect(asked.length).toBeGreaterThan(10);
    expect(asked).not.toContain(false);
  });
});

describe('whoever stands in for another', () => {
  const who = (person: string, today: string, rows = rightsRows) => {
    const registers = registersOf(rows);
    return { registers, person: registers.people.get(person), today: day(today) };
  };

  it('may while they are away, and not on the day they are back', () => {
    expect(may(who('deputy', '2020-10-11'), 'release a hold')).toBe(true);
    expect(may(who('deputy', '2020-10-12'), 'release a hold')).toBe(false);
    expect(may(who('solicitor', '2020-10-12'), 'release a hold')).toBe(true);
  });
  it('may not for somebody who has left, nor for the performance team', () => {
    const people = (rightsRows.people ?? []).map((each) =>
      each.key === 'solicitor' ? { ...each, leftOn: day('2020-10-01') } : each,
    );
    expect(may(who('deputy', '2020-10-06', { ...rightsRows, people }), 'release a hold')).toBe(
      false,
    );
    const away = (rightsRows.people ?? []).map((each) =>
      each.key === 'performance'
        ? { ...each, awayUntil: day('2020-10-12'), deputy: 'bystander' }
        : each,
    );
    expect(
      may(who('bystander', '2020-10-06', { ...rightsRows, people: away }), 'run a cycle'),
    ).toBe(false);
  });
  it('does not approve what the manager they stand in for answered, nor endorse what a director proposed', () => {
    const at = who('deputy', '2020-10-06');
    const own = rowOf('returns', {
      measure: 'plan|a1',
      period: '2020-21 Q2',
      returnedBy: 'manager',
    });
    const director = { ...own, returnedBy: 'director' };
    expect(rightTo(at, 'approve a return or send it back', own)).toBe('deputy');
    const noDirector = registersOf({
      ...rightsRows,
      people: (rightsRows.people ?? []).filter(({ key }) => key !== 'director'),
    });
    const alone = { ...at, registers: noDirector, person: noDirector.people.get('deputy') };
    const others = { ...at.registers.targets.get('plan|2|2020-04-01'), setBy: 'chief-executive' };
    expect(may(alone, 'endorse a target or send it back', others as Row<'targets'>)).toBe(false);
    expect(
      barredBy(who('director', '2020-10-06'), 'approve a return or send it back', director),
    ).toBe('gave the answer');
  });
  it('signs the finance that the treasurer forecast, who does not', () => {
    const returns = [
      { plan: 'plan', cycle, kind: 'finance' as const, key: 'f', returnedBy: 'treasurer' },
    ];
    const signed = { cycle, directorate: null };
    const rows = { ...rightsRows, returns };
    expect(may(who('deputy', '2020-10-06', rows), 'sign a plan’s finance', signed)).toBe(true);
    expect(may(who('treasurer', '2020-10-06', rows), 'sign a plan’s finance', signed)).toBe(false);
  });
});

describe('the table', () => {
  const asked = new Set<Action>(
    [...Object.values(routeRights), ...Object.values(verbRights)].flatMap(
      (each: Action | readonly Action[]) => each,
    ),
  );
  it('gives nothing to somebody who has left, whatever they were', () => {
    const registers = registersOf(rightsRows);
    const person = registers.people.get('left');
    const at = { registers, person, today: day('2020-10-06') };
    expect(may(at, 'run a cycle')).toBe(false);
    expect(may(at, 'use the tab and the chat')).toBe(false);
    expect(may({ ...at, today: day('2020-09-29') }, 'run a cycle')).toBe(true);
  });
  it('has no right that nothing asks for but those of what is shown and of the command line', () => {
    expect(actions.filter((action) => !asked.has(action))).toEqual([
      'read a personal objective',
      'read a draft',
      'read what was journalled of a row that is gone',
      'be shown sign-off',
      'see all that waits for approval or a signature',
      'see what is verified',
      'see the targets of a measure',
      'open a new year',
    ]);
  });
  it('lets nobody outside the performance team change what the whole council keeps', () => {
    for (const action of [
      'run a cycle',
      'take a file in',
      'agree a target',
      'change a target by a decision',
      'change a figure after the close',
      'issue a paper',
      'open a new year',
    ] as const)
      expect(Object.keys(rights[action].cells)).toEqual(['performance team']);
  });
});
