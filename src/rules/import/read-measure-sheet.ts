// Reads performance sheets, wide or long, into measures, targets and returns of one plan. What several
// sheets of a file say of one measure is one measure.
import type { Measure } from '../../registers/measures.ts';
import { toPlain } from '../../registers/register.ts';
import type { RegisterName } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import { newestReturn } from '../history.ts';
import { type Sheet, valueOfCell } from '../workbook.ts';
import { isBlankCell, quoted } from './cell-text.ts';
import { declareMeasure } from './declare-measure.ts';
import { doubtedWords } from './doubted-figure.ts';
import type { Place } from './doubts.ts';
import { type Draft, isBlankPlain, type Reading } from './draft.ts';
import { draftReturn } from './draft-returns.ts';
import { draftTargets, type TargetTold } from './draft-targets.ts';
import { measureFinder, personFinder, priorityFinder, teamFinder } from './find-named.ts';
import type { Fact } from './heading-meaning.ts';
import { sayDifferences } from './known-measure.ts';
import { periodsOf, type RowRead, readFigures } from './measure-figures.ts';
import { type MeasureHeadings, measureColumnsSeen, measureHeadingsOf } from './measure-headings.ts';
import { type MeasureRow, measureRowsOf } from './measure-rows.ts';
import { readTargets } from './measure-targets.ts';
import type { SheetRead } from './preview.ts';
import { percentOf } from './read-column.ts';

export type MeasureSheets = {
  /** Null: this is no performance sheet. */
  read(sheet: Sheet): SheetRead | null;
  /** Once every sheet was read. */
  drafts(): { readonly drafts: readonly Draft[]; readonly same: ReadonlyMap<RegisterName, number> };
};

type State = {
  readonly reading: Reading;
  readonly find: ReturnType<typeof measureFinder>;
  readonly priorityOf: (text: string) => string | null;
  readonly teamOf: (text: string) => string | null;
  readonly personOf: (text: string) => string | null;
  /** Measures the file begins, by Key; null for one it cannot begin. */
  readonly begun: Map<string, { readonly measure: Measure; readonly draft: Draft } | null>;
  readonly begunByName: Map<string, string>;
  readonly known: Set<string>;
  readonly filled: Map<string, Draft>;
  /** By measure and period. */
  readonly figures: Map<string, { readonly value: number; readonly place: Place }>;
  readonly returns: Map<string, Draft | null>;
  readonly targets: Map<string, TargetTold[]>;
  readonly newest: Map<string, number | null>;
};

export const startMeasureSheets = (reading: Reading): MeasureSheets => {
  const { registers, asked } = reading;
  const state: State = {
    reading,
    find: measureFinder(registers, asked.plan),
    priorityOf: priorityFinder(registers, asked.plan),
    teamOf: teamFinder(registers),
    personOf: personFinder(registers),
    begun: new Map(),
    begunByName: new Map(),
    known: new Set(),
    filled: new Map(),
    figures: new Map(),
    returns: new Map(),
    targets: new Map(),
    newest: new Map(),
  };
  return { read: (sheet) => readSheet(state, sheet), drafts: () => draftsOf(state) };
};

const readSheet = (state: State, sheet: Sheet): SheetRead | null => {
  const { asked, doubts } = state.reading;
  const headings = measureHeadingsOf(sheet, asked.file);
  if (headings === null) return null;
  sayColumns(state, sheet, headings);
  const rows = measureRowsOf({
    sheet,
    headings,
    doubts,
    priorityOf: state.priorityOf,
    teamOf: state.teamOf,
    isMeasure: (name) => 'found' in state.find({ key: '', code: '', name }),
  });
  const said = new Set<string>();
  for (const row of rows) readRow(state, { sheet, headings, row, said });
  const long = headings.columns.some(
    ({ meaning }) => meaning?.is === 'fact' && meaning.fact === 'period',
  );
  return {
    understood: long
      ? 'A performance sheet, a row for each measure and period: measures, their targets and returns.'
      : 'A performance sheet, a row for each measure: measures, their targets and returns.',
    headingRow: headings.bottom + 1,
    columns: measureColumnsSeen(headings),
    rows: rows.length,
  };
};

const sayColumns = ({ reading }: State, sheet: Sheet, headings: MeasureHeadings): void =>
  headings.columns.forEach(({ heading, meaning }, column) => {
    const place = { sheet: sheet.name, row: headings.bottom, column };
    if (heading !== '' && meaning === null)
      reading.doubts.note(place, `${quoted(heading)} is not understood: ignored.`);
    if (meaning?.is === 'left')
      reading.doubts.note(place, `${quoted(heading)} is not taken in. ${meaning.because}`);
  });

type RowOfSheet = {
  readonly sheet: Sheet;
  readonly headings: MeasureHeadings;
  readonly row: MeasureRow;
  /** What was said of a whole column is not said of each of its cells. */
  readonly said: Set<string>;
};

const placeIn = ({ sheet, row }: RowOfSheet, fact: Fact): Place => ({
  sheet: sheet.name,
  row: row.row,
  column: row.at(fact),
});

const readRow = (state: State, at: RowOfSheet): void => {
  const { registers, doubts, asked } = state.reading;
  const measure = measureOf(state, at);
  if (measure === null) return;
  const read: RowRead = {
    ...at,
    measure,
    doubts,
    known: (column) => knownFigure(state, at, { measure, column }),
  };
  for (const told of readFigures(read)) {
    const key = fold(`${measure.key}|${told.period}`);
    const other = state.figures.get(key);
    if (other && other.value !== told.value) {
      const words = (place: Place) =>
        `${measure.code} has another figure for ${told.period} in row ${place.row + 1} of ${place.sheet}: keep one.`;
      doubts.stop(told.place, words(other.place), 'returns');
      doubts.stop(other.place, words(told.place), 'returns');
      state.returns.delete(key);
    }
    if (other) continue;
    state.figures.set(key, { value: told.value, place: told.place });
    const draft = draftReturn({ registers, doubts, today: asked.today }, told);
    state.returns.set(key, draft);
    // A figure that the register holds already is not doubted again.
    const doubt = draft && 'value' in draft.set ? doubtedWords(registers, told) : null;
    const words = doubt ?? told.farOff;
    if (words !== null) doubts.note(told.place, words, 'returns');
  }
  const targets = readTargets(read);
  const known = state.targets.get(fold(measure.key)) ?? [];
  state.targets.set(fold(measure.key), known);
  known.push(...targets);
};

const measureOf = (state: State, at: RowOfSheet): Measure | null => {
  const { key = '', code = '', name = '' } = at.row.facts;
  const { plan } = state.reading.asked;
  const begunAs = key || (code === '' ? state.begunByName.get(fold(name)) : `${plan}|${code}`);
  const begun = begunAs === undefined ? undefined : state.begun.get(fold(begunAs));
  if (begun !== undefined) return begun?.measure ?? null;
  const found = state.find({ key, code, name });
  if ('unsure' in found) {
    state.reading.doubts.stop(placeIn(at, code === '' ? 'name' : 'code'), found.unsure, 'measures');
    return null;
  }
  if ('none' in found) return begin(state, at);
  if (fold(found.found.plan) !== fold(plan)) {
    const words = `This measure is of ${found.found.plan}; this import is of ${plan}.`;
    state.reading.doubts.stop(placeIn(at, 'key'), words, 'measures');
    return null;
  }
  if (!state.known.has(found.found.key)) {
    state.known.add(found.found.key);
    const people = {
      priority: priorityNamed(state, at.row),
      owner: state.personOf(at.row.facts.owner ?? ''),
    };
    const set = sayDifferences(state.reading.doubts, found.found, {
      row: at.row,
      place: (fact) => placeIn(at, fact),
      ...people,
    });
    if (Object.keys(set).length > 0)
      state.filled.set(found.found.key, {
        register: 'measures',
        key: found.found.key,
        set,
        place: placeIn(at, 'name'),
        from: {},
      });
  }
  return found.found;
};

const priorityNamed = ({ priorityOf }: State, { facts, section }: MeasureRow): string | null =>
  facts.priority ? priorityOf(facts.priority) : section.priority;

const begin = (state: State, at: RowOfSheet): Measure | null => {
  const { reading, teamOf, personOf } = state;
  const { facts, section } = at.row;
  const owner = facts.owner ? personOf(facts.owner) : null;
  const ownersTeam = owner === null ? null : (reading.registers.people.get(owner)?.team ?? null);
  const named = facts.team ? teamOf(facts.team) : (section.team ?? teamOf(facts.directorate ?? ''));
  const declared = declareMeasure({
    plan: reading.asked.plan,
    row: at.row,
    told: periodsOf(at),
    priority: priorityNamed(state, at.row),
    owner,
    team: named ?? (facts.team ? null : ownersTeam),
  });
  if ('stops' in declared) {
    for (const { fact, words } of declared.stops)
      reading.doubts.stop(placeIn(at, fact), words, 'measures');
    const key = facts.key || (facts.code ? `${reading.asked.plan}|${facts.code}` : '');
    if (key !== '') state.begun.set(fold(key), null);
    return null;
  }
  const { measure } = declared;
  reading.doubts.note(placeIn(at, 'name'), declared.defaults, 'measures');
  const { key, ...columns } = measure;
  const set = Object.fromEntries(
    Object.entries(columns)
      .map(([name, value]) => [name, toPlain(value)] as const)
      .filter(([, value]) => !isBlankPlain(value) && value !== false),
  );
  const draft = { register: 'measures' as const, key, set, place: placeIn(at, 'name'), from: {} };
  state.begun.set(fold(key), { measure, draft });
  state.begunByName.set(fold(measure.title), key);
  return measure;
};

/** The newest figure of a measure, else its other figures on this row: what a slip is held against. */
const knownFigure = (
  state: State,
  { row, headings }: RowOfSheet,
  { measure, column }: { readonly measure: Measure; readonly column: number },
): number | null => {
  const held = state.newest.get(measure.key);
  const newest =
    held === undefined
      ? (newestReturn(state.reading.registers, measure, null)?.row.value ?? null)
      : held;
  state.newest.set(measure.key, newest);
  if (newest !== null) return newest;
  const others = headings.columns.flatMap(({ meaning }, at) => {
    if (at === column || meaning?.is !== 'per period') return [];
    if (meaning.what !== 'figure' && meaning.what !== 'target') return [];
    const cell = row.cells[at];
    const value = valueOfCell(cell);
    if (typeof value !== 'number' || isBlankCell(cell)) return [];
    return [
      typeof cell === 'object' && cell !== null && 'percent' in cell ? percentOf(value) : value,
    ];
  });
  return others.toSorted((one, other) => one - other)[Math.floor(others.length / 2)] ?? null;
};

const draftsOf = (state: State) => {
  const { registers, doubts, asked } = state.reading;
  const begun = [...state.begun.values()].flatMap((each) => (each ? [each.draft] : []));
  const returns = [...state.returns.values()];
  const targets = [...state.targets.values()].map((told) =>
    draftTargets({ registers, doubts, today: asked.today }, told),
  );
  const changed = returns.filter((each) => each !== null);
  const same: [RegisterName, number][] = [
    ['measures', state.known.size - state.filled.size],
    ['targets', targets.reduce((sum, each) => sum + each.same, 0)],
    ['returns', returns.length - changed.length],
  ];
  return {
    drafts: [
      ...begun,
      ...state.filled.values(),
      ...targets.flatMap(({ drafts }) => drafts),
      ...changed,
    ],
    same: new Map(same.filter(([, count]) => count > 0)),
  };
};
