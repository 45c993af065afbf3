// Who is asked while somebody is away or has left, and what that allows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { askedFor } from '../../src/rules/asked.ts';
import { coverOf, hasLeft } from '../../src/rules/away.ts';
import { owedBy } from '../../src/rules/owed.ts';
import { may } from '../../src/rules/rights.ts';
import { answererOf, managersOf } from '../../src/rules/roles.ts';
import { day } from './arbitrary.ts';
import { cycleKey } from './given-council.ts';
import { registersOf } from './table-of.ts';

type Said = { readonly [person: string]: Partial<Row<'people'>> };

const posts: readonly Partial<Row<'people'>>[] = [
  { key: 'ann', team: 'needs', deputy: 'dee' },
  { key: 'dee', team: 'needs', deputy: 'cat' },
  { key: 'cat', team: 'needs', deputy: 'ann' },
  { key: 'head', team: 'needs', roles: ['manager'], manager: 'director', deputy: 'other-head' },
  { key: 'second', team: 'needs', roles: ['manager'], manager: 'director' },
  { key: 'other-head', team: 'repairs', roles: ['manager'] },
  { key: 'director', roles: ['SMT'] },
];

const council = (said: Said = {}, owner: string | null = 'ann') =>
  registersOf({
    teams: [
      { key: 'needs', manager: 'head' },
      { key: 'repairs', manager: 'other-head' },
    ],
    people: posts.map((each) => ({ ...each, ...said[each.key ?? ''] })),
    measures: [{ code: '1', team: 'needs', owner }],
    cycles: [{}],
    returns: [
      { measure: 'plan|1', period: '2020-21 Q2', cycle: cycleKey, owner, state: 'Due' as const },
    ],
  });
const today = day('2020-10-05');
const away = { awayUntil: day('2020-10-12') };
const left = { leftOn: day('2020-10-05') };
const asked = (said: Said, owner?: string | null): string[] => {
  const registers = council(said, owner);
  const [row] = registers.returns.values();
  return askedFor(registers, row as Row<'returns'>, today).map((each) => each.key);
};

describe('while an owner is away', () => {
  it('their deputy is asked, then the deputy’s, each only if they are here', () => {
    expect(asked({ ann: away })).toEqual(['dee']);
    expect(asked({ ann: away, dee: away })).toEqual(['cat']);
    expect(asked({ ann: away, dee: left })).toEqual(['cat']);
  });
  it('with no deputy here their manager is asked: the one People names, or else the team’s', () => {
    expect(asked({ ann: away, dee: away, cat: away })).toEqual(['head']);
    expect(asked({ ann: { ...away, deputy: null } })).toEqual(['head']);
    expect(asked({ ann: { ...away, deputy: null, manager: 'other-head' } })).toEqual([
      'other-head',
    ]);
  });
  it('with nobody here at all they are asked all the same', () => {
    expect(asked({ ann: { ...away, deputy: null }, head: away })).toEqual(['ann']);
    expect(coverOf(council({ head: away }), posts[0] as Row<'people'>, today)?.person.key).toBe(
      'dee',
    );
  });
  it('on the day they are back, they are asked themselves', () => {
    expect(asked({ ann: { awayUntil: today } })).toEqual(['ann']);
  });
});

describe('when somebody has left', () => {
  it('it is from the day in Left on, and not before', () => {
    const person = (leftOn: string) => ({ leftOn: day(leftOn) }) as Row<'people'>;
    expect(hasLeft(person('2020-10-05'), today)).toBe(true);
    expect(hasLeft(person('2020-10-06'), today)).toBe(false);
    expect(asked({ ann: { leftOn: day('2020-10-06') } })).toEqual(['ann']);
  });
  it('they are nobody: the manager is asked, and no deputy of theirs', () => {
    expect(answererOf(council({ ann: left }), 'ann', today)).toBeNull();
    expect(asked({ ann: left })).toEqual(['head']);
    expect(asked({ ann: { ...left, ...away } })).toEqual(['head']);
  });
  it('a manager who has left leads nothing: others with the role are asked', () => {
    expect(asked({ head: left }, null)).toEqual(['second']);
    expect(managersOf(council({ head: left }), 'needs').map((each) => each.key)).toEqual([
      'head',
      'second',
    ]);
    expect(asked({ head: left, second: left }, null)).toEqual([]);
  });
});

const anyState = fc.constantFrom<Partial<Row<'people'>>>({}, away, left, { ...away, ...left });
const anyPeople = fc.record(
  Object.fromEntries(posts.map((each) => [each.key ?? '', anyState])),
) as fc.Arbitrary<Said>;

describe('whoever is away and whoever has left', () => {
  it('those asked for a return owe it, may answer it, and have not left', () => {
    fc.assert(
      fc.property(anyPeople, fc.constantFrom('ann', null), (said, owner) => {
        const registers = council(said, owner);
        const [row] = registers.returns.values();
        for (const person of askedFor(registers, row as Row<'returns'>, today)) {
          expect(hasLeft(person, today)).toBe(false);
          expect(
            may({ registers, person, today: null }, 'answer a return', row as Row<'returns'>),
          ).toBe(true);
          for (const when of [today, null])
            expect(owedBy(registers, person, when).map((each) => each.return.key)).toEqual([
              row?.key,
            ]);
        }
      }),
    );
  });
  it('whoever owes a return today is asked for it, or is its owner and away', () => {
    fc.assert(
      fc.property(anyPeople, fc.constantFrom('ann', null), (said, owner) => {
        const registers = council(said, owner);
        const [row] = registers.returns.values();
        const people = askedFor(registers, row as Row<'returns'>, today).map((each) => each.key);
        const owing = [...registers.people.values()]
          .filter((each) => owedBy(registers, each, today).length > 0)
          .map((each) => each.key)
          .filter((each) => each !== owner || people.includes(each));
        expect(owing).toEqual(people);
      }),
    );
  });
});
