// What a file would change: every sheet recognised or said not to be, every row read, and nothing
// taken. What is taken once it is agreed is decided in use-cases/take-import.ts.
import {
  registers as declared,
  type RegisterName,
  type Registers,
} from '../../registers/registers.ts';
import { fold, sameKey } from '../../registers/same-key.ts';
import { fingerprintOf } from '../fingerprint.ts';
import type { Sheet } from '../workbook.ts';
import { isBlankCell } from './cell-text.ts';
import { changesOf } from './changes-of.ts';
import { gatherDoubts } from './doubts.ts';
import type { Draft, Reading } from './draft.ts';
import { thatMayBeTaken } from './guards.ts';
import { keptByTheProduct } from './importable.ts';
import { thatPointSomewhere } from './pointers.ts';
import type { ImportPreview, SheetSeen, ToImport } from './preview.ts';
import { thatMayGoLive } from './rapid-improvements.ts';
import { type MeasureSheets, startMeasureSheets } from './read-measure-sheet.ts';
import { readRegisterSheet } from './read-register-sheet.ts';
import { registerSheetOf } from './register-headings.ts';
import { thatAreSound } from './sound-values.ts';

/** Never throws for what a file holds: what cannot be read is a doubt at its cell. */
export const readImport = (registers: Registers, asked: ToImport): ImportPreview => {
  const doubts = gatherDoubts();
  const reading: Reading = { registers, asked, doubts };
  const measures = startMeasureSheets(reading);
  const read = asked.workbook.sheets.map((sheet) => readSheet(reading, sheet, measures));
  sayWhatIsMissing(reading, read);
  const ofMeasures = measures.drafts();
  const drafts = onceEach(reading, [...read.flatMap((each) => each.drafts), ...ofMeasures.drafts]);
  const sound = thatAreSound(reading, thatPointSomewhere(reading, drafts));
  const taken = thatMayGoLive(reading, thatMayBeTaken(reading, sound));
  const same = new Map<RegisterName, number>();
  for (const [register, count] of [...read.flatMap((each) => [...each.same]), ...ofMeasures.same])
    same.set(register, (same.get(register) ?? 0) + count);
  const changes = changesOf(reading, taken, same);
  return {
    file: asked.file,
    plan: asked.plan,
    sheets: read.map(({ seen }) => seen),
    ...doubts.listed(),
    ...changes,
    fingerprint: fingerprintOf(registers, changes.changesToTake),
  };
};

type ReadSheet = {
  readonly seen: SheetSeen;
  readonly drafts: readonly Draft[];
  readonly same: ReadonlyMap<RegisterName, number>;
};

const readSheet = (reading: Reading, sheet: Sheet, measures: MeasureSheets): ReadSheet => {
  const { asked, doubts } = reading;
  const named = asked.sheets?.some((name) => sameKey(name.trim(), sheet.name.trim())) ?? false;
  if (asked.sheets && asked.sheets.length > 0 && !named) return leave(sheet, 'Not asked for.');
  if (sheet.hidden && !named) return leave(sheet, 'Hidden: it is taken only when it is named.');
  if (sheet.rows.every((row) => row.every(isBlankCell))) return leave(sheet, 'It is empty.');
  const as = registerSheetOf(sheet, asked, reading.registers);
  const kept = as && keptByTheProduct(as.register);
  if (kept) {
    if (named || asked.register) doubts.stop({ sheet: sheet.name, row: 0, column: 0 }, kept);
    return leave(sheet, kept);
  }
  if (as === null && asked.register) {
    const words = `No row of headings of ${declared[asked.register].list} was found: Key, Name and the rest.`;
    doubts.stop({ sheet: sheet.name, row: 0, column: 0 }, words);
    return leave(sheet, words);
  }
  const seen = { name: sheet.name, hidden: sheet.hidden, taken: true };
  sayHiddenRows(reading, sheet);
  if (as) {
    const { drafts, same, ...rest } = readRegisterSheet(reading, sheet, as);
    return { seen: { ...seen, ...rest }, drafts, same: new Map([[as.register, same]]) };
  }
  const performance = measures.read(sheet);
  if (performance === null)
    return leave(
      sheet,
      "No headings were understood: a register's own sheet has a Key and its columns' names, a performance sheet a measure's name or reference and its figures.",
    );
  return { seen: { ...seen, ...performance }, drafts: [], same: new Map() };
};

const leave = (sheet: Sheet, understood: string): ReadSheet => ({
  seen: {
    name: sheet.name,
    hidden: sheet.hidden,
    taken: false,
    understood,
    headingRow: null,
    columns: [],
    rows: sheet.rows.filter((row) => !row.every(isBlankCell)).length,
  },
  drafts: [],
  same: new Map(),
});

/** Hidden rows are read like any other; that they are is said once a sheet. */
const sayHiddenRows = ({ doubts }: Reading, sheet: Sheet): void => {
  const rows = [...sheet.hiddenRows]
    .filter((row) => !(sheet.rows[row] ?? []).every(isBlankCell))
    .toSorted((one, other) => one - other);
  if (rows[0] === undefined) return;
  const listed = rows.slice(0, 10).map((row) => row + 1);
  const more = rows.length > listed.length ? ` and ${rows.length - listed.length} more` : '';
  const words =
    rows.length === 1
      ? `Row ${listed[0]} is hidden, and is read.`
      : `Rows ${listed.join(', ')}${more} are hidden, and are read.`;
  doubts.note({ sheet: sheet.name, row: rows[0], column: 0 }, words);
};

/** Sheets that were named and are not there, a plan nobody has, and a file with nothing to read. */
const sayWhatIsMissing = ({ asked, doubts, registers }: Reading, read: readonly ReadSheet[]) => {
  const first = asked.workbook.sheets[0]?.name ?? asked.file;
  const place = { sheet: first, row: 0, column: 0 };
  for (const name of asked.sheets ?? [])
    if (!asked.workbook.sheets.some((sheet) => sameKey(sheet.name.trim(), name.trim())))
      doubts.stop(place, `There is no sheet ${name} in this file.`);
  const begun = read.some(({ drafts }) =>
    drafts.some(({ register, key }) => register === 'plans' && sameKey(key, asked.plan)),
  );
  if (!begun && registers.plans.get(asked.plan) === undefined)
    doubts.stop(place, `There is no plan ${asked.plan}, in the registers or in this file.`);
  if (!read.some(({ seen }) => seen.taken))
    doubts.stop(place, 'Nothing in this file was understood, so there is nothing to take in.');
};

/** A row that two sheets begin or change stops both. */
const onceEach = ({ doubts }: Reading, drafts: readonly Draft[]): readonly Draft[] => {
  const byRow = Map.groupBy(drafts, ({ register, key }) => `${register} ${fold(key)}`);
  return drafts.filter(({ register, key, place }) => {
    const other = byRow
      .get(`${register} ${fold(key)}`)
      ?.find((each) => each.place.sheet !== place.sheet || each.place.row !== place.row);
    if (other === undefined) return true;
    const words = `${declared[register].list} row ${key} is also in row ${other.place.row + 1} of ${other.place.sheet}: neither is taken.`;
    doubts.stop(place, words, register);
    return false;
  });
};
