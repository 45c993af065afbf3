// Who may read what is kept about an exempt measure: those who may read the measure itself.
import { describe, expect, it } from 'vitest';
import type { RegisterName } from '../../src/registers/registers.ts';
import { mayRead } from '../../src/rules/access.ts';
import { registersOf } from './table-of.ts';

const council = registersOf({
  people: [
    { key: 'ann', objectId: 'a', manager: 'head' },
    { key: 'head', objectId: 'h' },
    { key: 'other', objectId: 'o' },
    { key: 'perf', objectId: 'p', roles: ['performance team'] },
    { key: 'chief', objectId: 'c', roles: ['SMT'] },
    { key: 'money', objectId: 'm', roles: ['section 151 officer'] },
    { key: 'law', objectId: 'l', roles: ['monitoring officer'] },
  ],
  measures: [
    { code: 'secret', owner: 'ann', access: 'exempt', exemptUnder: '3' },
    { code: 'open', owner: 'ann' },
  ],
  returns: ['secret', 'open'].map((code) => ({
    measure: `plan|${code}`,
    period: '2020-21 Q2',
    owner: 'ann',
    value: 73,
    commentary: 'Words',
  })),
  targets: ['secret', 'open'].map((code) => ({
    measure: `plan|${code}`,
    appliesFrom: Temporal.PlainDate.from('2020-04-01'),
    target: 80,
  })),
});
const readers = (register: RegisterName, key: string): readonly string[] =>
  [...council.people.values()]
    .filter((person) => {
      const row = council[register].get(key);
      return row !== undefined && mayRead(council, person, { register, row });
    })
    .map(({ key: person }) => person);

describe('a figure, and a target, of an exempt measure', () => {
  const few = ['ann', 'head', 'perf', 'chief', 'money', 'law'];
  it('is read by those who may read the measure, though its own row says nothing', () => {
    expect(readers('measures', 'plan|secret')).toEqual(few);
    expect(readers('returns', 'plan|secret|2020-21 Q2')).toEqual(few);
    expect(readers('targets', 'plan|secret|2020-04-01')).toEqual(few);
  });
  it('is read by everyone where the measure is', () => {
    const all = ['ann', 'head', 'other', 'perf', 'chief', 'money', 'law'];
    expect(readers('returns', 'plan|open|2020-21 Q2')).toEqual(all);
    expect(readers('targets', 'plan|open|2020-04-01')).toEqual(all);
  });
});
