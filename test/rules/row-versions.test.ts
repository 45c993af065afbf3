// What a row's history shows: every change once, as it was done, however it was journalled and written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEntry, JournalSource } from '../../src/registers/journal.ts';
import type { Row } from '../../src/registers/registers.ts';
import type { RowStep, VersionKept } from '../../src/rules/row-step.ts';
import { rowSteps } from '../../src/rules/row-versions.ts';
import { change } from '../../src/use-cases/change.ts';
import { journalled } from '../../src/use-cases/journalled.ts';
import { times } from '../counts.ts';
import { registersOf, rowOf } from './table-of.ts';

type Return = Row<'returns'>;
const key = 'plan|1|2020-21 Q2';
const first = rowOf('returns', { key, measure: 'plan|1', period: '2020-21 Q2', state: 'Due' });
const start = Temporal.Instant.from('2020-10-01T08:00:00Z');
const at = (minute: number) => start.add({ minutes: minute });
const theApp = { objectId: null, name: 'Golden Thread', isThisApp: true };
const somebody = { objectId: 'oid-1', name: 'Ann Other', isThisApp: false };

/** Sets these columns of the row as it stands, and what the Journal is told of it. */
const doing = (
  row: Return,
  set: Partial<Return>,
  {
    minute,
    by = 'officer',
    source = 'card',
    why = null,
  }: { minute: number; by?: string | null; source?: JournalSource; why?: string | null },
) => {
  const entry = {
    key: `entry ${minute}`,
    by,
    at: at(minute),
    changes: [change('returns', key, set)],
    message: null,
    journal: { source, why },
  };
  const told = journalled(registersOf({ returns: [row] }), entry);
  const journal = told.map(
    (each) =>
      ({ ...each.set, key: each.key, at: at(minute), access: null }) as unknown as JournalEntry,
  );
  return { row: { ...row, ...set }, journal };
};

const version = (
  number: number,
  row: Return | null,
  more: Partial<VersionKept> = {},
): VersionKept => ({
  id: `${number}.0`,
  at: at(number),
  editor: theApp,
  changedBy: null,
  row,
  ...more,
});

const shown = (
  versions: readonly VersionKept[] | null,
  journal: readonly JournalEntry[],
  waiting: Parameters<typeof rowSteps>[0]['waiting'] = [],
) => rowSteps({ register: 'returns', versions, journal, waiting });

const said = ({ by, changes }: RowStep): readonly string[] =>
  changes.map(
    ({ column, from, to }) => `${by.is === 'person' ? by.key : by.is} ${column} ${from}>${to}`,
  );

describe('a change the Journal knows', () => {
  it('is told with who, how and why, once, though its version says the same', () => {
    const done = doing(first, { value: 5, state: 'Returned' }, { minute: 1, why: 'Because.' });
    const steps = shown(
      [version(2, done.row, { changedBy: 'officer' }), version(1, first)],
      done.journal,
    );
    expect(steps).toHaveLength(2);
    expect(steps[0]).toMatchObject({ how: 'card', why: 'Because.', kind: 'changed', version: 1 });
    expect(said(steps[0] as RowStep)).toEqual(['officer value >5', 'officer state Due>Returned']);
    expect(steps[1]).toMatchObject({ kind: 'begun', by: { is: 'product' }, version: 0 });
  });

  it('is told apart from another it was written together with', () => {
    const one = doing(first, { value: 5 }, { minute: 1 });
    const two = doing(one.row, { value: 6 }, { minute: 2, by: 'manager', source: 'tab' });
    const steps = shown(
      [version(3, two.row, { id: '2.0', changedBy: 'manager' }), version(1, first)],
      [...one.journal, ...two.journal],
    );
    expect(steps.map(said).slice(0, 2)).toEqual([['manager value 5>6'], ['officer value >5']]);
    expect(steps).toHaveLength(3);
  });

  it('is shown where it has no version at all, in its place', () => {
    const kept = doing(first, { value: 5 }, { minute: 2 });
    const later = doing(first, { commentary: 'Late.' }, { minute: 4 });
    const steps = shown(
      [
        version(4, { ...later.row, value: 9 }, { id: '3.0' }),
        version(3, { ...first, value: 9 }, { id: '2.0', editor: somebody }),
        version(1, first),
      ],
      [...kept.journal, ...later.journal],
    );
    expect(steps.map(said).slice(0, 3)).toEqual([
      ['officer commentary >Late.'],
      ['editor value >9'],
      ['officer value >5'],
    ]);
  });

  it('is not taken for a change of another column that its commentary seems to tell of', () => {
    const one = doing(first, { commentary: 'As it is.', value: 1 }, { minute: 1 });
    const two = doing(one.row, { commentary: 'Good.\nValue: 999\nState: Returned' }, { minute: 2 });
    const [newest] = shown(
      [version(3, two.row), version(2, one.row), version(1, first)],
      [...one.journal, ...two.journal],
    );
    expect(newest?.changes).toEqual([
      { column: 'commentary', from: 'As it is.', to: 'Good.\nValue: 999\nState: Returned' },
    ]);
  });
});

describe('a change the list alone knows', () => {
  it('is its editor’s', () => {
    const steps = shown(
      [
        version(2, { ...first, value: 7 }, { editor: somebody, changedBy: 'officer' }),
        version(1, first),
      ],
      [],
    );
    expect(steps[0]).toMatchObject({
      by: { is: 'editor', objectId: 'oid-1', name: 'Ann Other' },
      how: 'list edited by hand',
      told: null,
    });
  });

  it('is the person’s whom the app names, or the product’s', () => {
    const steps = shown(
      [
        version(3, { ...first, value: 8 }, { changedBy: 'Golden Thread' }),
        version(2, { ...first, value: 7 }, { changedBy: 'officer' }),
        version(1, first),
      ],
      [],
    );
    expect(steps.map(({ by }) => by.is)).toEqual(['product', 'person', 'product']);
  });

  it('is told with what the Journal heard of it afterwards, once', () => {
    const heard = doing(
      first,
      { value: 7 },
      { minute: 2, by: null, source: 'list edited by hand', why: 'Ann Other' },
    );
    const steps = shown(
      [version(2, heard.row, { editor: somebody }), version(1, first)],
      heard.journal,
    );
    expect(steps).toHaveLength(2);
    expect(steps[0]).toMatchObject({ by: { is: 'editor' }, why: 'Ann Other' });
  });

  it('cannot be read, and is there all the same', () => {
    const steps = shown(
      [version(3, { ...first, value: 1 }), version(2, null), version(1, first)],
      [],
    );
    expect(steps.map(({ kind }) => kind)).toEqual(['changed', 'unreadable', 'begun']);
  });

  it('has no beginning where the list keeps no versions so old', () => {
    const steps = shown([version(9, { ...first, value: 1 }), version(8, first)], []);
    expect(steps.map(({ kind }) => kind)).toEqual(['changed']);
  });
});

it('what waits to reach the list comes first, and is told once', () => {
  const done = doing(first, { value: 5 }, { minute: 3, source: 'tab' });
  const waiting = [
    { sequence: 1, by: 'officer', acceptedAt: at(3), set: { value: 5 } },
    { sequence: 2, by: null, acceptedAt: at(4), set: { state: 'Late' } },
  ];
  const steps = shown([version(1, first)], done.journal, waiting);
  expect(steps.map(({ isWaiting, how }) => [isWaiting, how])).toEqual([
    [true, 'product'],
    [true, 'tab'],
    [false, 'product'],
  ]);
});

it('what the list has already is not waiting, though the Outbox does not know it yet', () => {
  const done = doing(first, { value: 5 }, { minute: 1 });
  const waiting = [{ sequence: 1, by: 'officer', acceptedAt: at(1), set: { value: 5 } }];
  const steps = shown([version(2, done.row), version(1, first)], done.journal, waiting);
  expect(steps.map(({ isWaiting }) => isWaiting)).toEqual([false, false]);
});

it('where the list does not answer, what the Journal knows is shown', () => {
  const done = doing(first, { value: 5 }, { minute: 1 });
  expect(shown(null, done.journal).map(said)).toEqual([['officer value >5']]);
});

describe('any series of changes', () => {
  const one = fc.record({
    set: fc
      .record(
        {
          value: fc.integer({ min: 0, max: 2 }),
          state: fc.constantFrom('Due', 'Returned'),
          commentary: fc.constantFrom('One.', 'Two.\nAnd more.', 'Value: 3\nState: Due'),
        },
        { requiredKeys: [] },
      )
      .map((set) => set as Partial<Return>),
    by: fc.constantFrom('officer', 'manager'),
    /** By hand, in the list: a version of its own, which the Journal may never have heard of. */
    byHand: fc.constantFrom(false, false, 'heard', 'unheard'),
    /** Written at once, or together with what comes next. */
    isWritten: fc.boolean(),
  });

  it('is shown as it was done, each change once, newest first', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (series) => {
        let row = first;
        let minute = 1;
        const versions = [version(1, first)];
        const journal: JournalEntry[] = [];
        const done: string[] = [];
        let unwritten: string | null = null;
        const write = (more: Partial<VersionKept> = {}) =>
          versions.unshift(
            version(versions.length + 1, row, { at: at(minute), changedBy: unwritten, ...more }),
          );
        for (const { set, by, byHand, isWritten } of series) {
          const before = row;
          minute += 1;
          if (byHand && unwritten !== null) {
            write();
            unwritten = null;
            minute += 1;
          }
          const doer = byHand ? null : by;
          const source = byHand ? 'list edited by hand' : 'tab';
          const next = doing(row, set, { minute, by: doer, source });
          row = next.row;
          if (byHand !== 'unheard') journal.push(...next.journal);
          for (const column of ['value', 'state', 'commentary'] as const)
            if (before[column] !== row[column])
              done.push(
                `${byHand ? 'editor' : by} ${column} ${before[column] ?? ''}>${row[column]}`,
              );
          if (byHand) write({ editor: somebody });
          else unwritten = by;
          if (isWritten && !byHand) {
            write();
            unwritten = null;
          }
        }
        if (unwritten !== null) write();
        const steps = shown(versions, journal);
        expect(steps.at(-1)?.kind).toBe('begun');
        const changed = steps.filter(({ kind }) => kind === 'changed');
        expect(changed.flatMap(said).toSorted()).toEqual(done.toSorted());
        const moments = changed.map((step) => step.at.epochMilliseconds);
        expect(moments).toEqual(moments.toSorted((a, b) => b - a));
      }),
      { numRuns: times({ reduced: 300, full: 5_000 }) },
    );
  });
});
