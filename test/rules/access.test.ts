// Who may read what is kept about an exempt row: those who may read the row itself.
import { describe, expect, it } from 'vitest';
import type { Columns } from '../../src/registers/register.ts';
import {
  registers as declared,
  type RegisterName,
  registerNames,
} from '../../src/registers/registers.ts';
import { mayRead } from '../../src/rules/access.ts';
import { hangsOn } from '../../src/rules/hangs-on.ts';
import { hanging, hangingRows } from './hanging-rows.ts';
import { registersOf, rowOf } from './table-of.ts';

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

describe('what hangs on an exempt row', () => {
  const held = registersOf(hangingRows);
  const unread = (name: string, register: RegisterName): readonly string[] => {
    const person = held.people.get(name);
    if (!person) throw new Error(`There is no ${name}.`);
    return [...held[register].values()]
      .filter((row) => !mayRead(held, person, { register, row }))
      .map(({ title }) => title);
  };
  // A draft is its person's alone; the Journal and frozen figures are told of where they are shown.
  const apart: readonly RegisterName[] = ['drafts', 'journal', 'datasetParts'];
  it.each(hanging.filter(([register]) => !apart.includes(register)))(
    'of %s is read by nobody else',
    (register, rows) => {
      const titles = unread('other', register);
      expect(titles.filter((each) => each.startsWith('open'))).toEqual([]);
      expect(titles.length).toBe(register === 'actions' ? rows + 1 : rows);
      expect(unread('perf', register)).toEqual([]);
    },
  );
  it('is read by whoever answers for the row it is about', () => {
    for (const register of ['returns', 'targets', 'verifications', 'escalations'] as const)
      expect(unread('ann', register)).toEqual([]);
  });
  it('leaves a draft to whoever typed it', () => {
    const drafts = (hangingRows.drafts ?? []).map((row) => ({ ...row, person: 'other' }));
    const theirs = registersOf({ ...hangingRows, drafts });
    const ann = theirs.people.get('ann');
    const other = theirs.people.get('other');
    for (const row of theirs.drafts.values()) {
      expect(ann && mayRead(theirs, ann, { register: 'drafts', row })).toBe(false);
      expect(other && mayRead(theirs, other, { register: 'drafts', row })).toBe(true);
    }
  });
  it('is looked for in every column that names a measure, a return or an escalation', () => {
    // What a measure is read under, or goes on from, is a measure of its own.
    const apart = ['measures.parent', 'measures.continues'];
    const lists = ['Measures', 'Returns', 'Escalations'];
    const naming = registerNames.flatMap((register) =>
      Object.entries(declared[register].columns as Columns)
        .filter(([, { pointsAt }]) => pointsAt !== undefined && lists.includes(pointsAt))
        .map(([column]) => ({ register, column })),
    );
    const missed = naming.filter(({ register, column }) => {
      const row = { ...rowOf(register, { key: 'row' }), [column]: 'plan|named' };
      return !hangsOn({ register, row }).some((line) => line?.key === 'plan|named');
    });
    expect(missed.map(({ register, column }) => `${register}.${column}`)).toEqual(apart);
  });
});
