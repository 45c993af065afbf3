// The sheet a year's review is filled in on: a row for each strategic measure, with its last figure
// beside it. Written and read here as cells; spreadsheet files are src/documents'.
import type { Measure } from '../../registers/measures.ts';
import { polarities } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { fold, sameKey } from '../../registers/same-key.ts';
import { wordsOfStanding } from '../../registers/words.ts';
import { latestFigure } from '../history.ts';
import { textOfCell } from '../import/cell-text.ts';
import { figure } from '../number-words.ts';
import { type Cell, cellName, type Sheet, type Workbook } from '../workbook.ts';
import {
  type Changed,
  liveMeasures,
  needsReview,
  type Reviewed,
  type Verdict,
  verdicts,
} from './review.ts';

export const reviewHeadings = [
  'Key',
  'Code',
  'Name',
  'Last figure',
  'RAG',
  'Verdict',
  'Because',
  'Decision',
  'New name',
  'New owner',
  'Good is',
] as const;
type Heading = (typeof reviewHeadings)[number];

/** 'Good is' is blank to fill in, like every column after RAG: blank leaves it as it is. */
export const reviewRows = (registers: Registers, plan: string): readonly (readonly Cell[])[] =>
  liveMeasures(registers, plan)
    .filter(needsReview)
    .map((measure) => {
      const last = latestFigure(registers, measure);
      const shown = last && `${figure(measure, last.value)} (${last.words})`;
      const rag = last === null ? 'not yet available' : last.standing;
      const { glyph, words } = wordsOfStanding(rag, last?.against);
      return [measure.key, measure.code, measure.title, shown, `${glyph} ${words}`];
    });

/** A cell that could not be read, by its place; nothing of the sheet is used then. */
export type SheetFault = { readonly cell: string; readonly words: string };

export type ReviewRead =
  | { readonly outcome: 'read'; readonly review: readonly Reviewed[] }
  | { readonly outcome: 'not read'; readonly faults: readonly SheetFault[] };

/** Rows without a verdict are left out: the review that lacks them names them. */
export const readReview = (registers: Registers, workbook: Workbook): ReviewRead => {
  for (const sheet of workbook.sheets) {
    const at = headingsIn(sheet);
    if (at !== null) return readRows(registers, sheet, at);
  }
  const wanted = reviewHeadings.join(', ');
  return {
    outcome: 'not read',
    faults: [{ cell: 'A1', words: `No sheet has the headings of a review: ${wanted}.` }],
  };
};

type Place = { readonly row: number; readonly columns: ReadonlyMap<Heading, number> };

const needed: readonly Heading[] = ['Key', 'Verdict', 'Because', 'Decision'];
const headingsWithin = 20;

const headingsIn = (sheet: Sheet): Place | null => {
  for (const [row, cells] of sheet.rows.slice(0, headingsWithin).entries()) {
    const columns = new Map<Heading, number>();
    for (const [column, cell] of cells.entries()) {
      const text = fold(textOfCell(cell));
      const heading = reviewHeadings.find((each) => fold(each) === text);
      if (heading && !columns.has(heading)) columns.set(heading, column);
    }
    if (needed.every((heading) => columns.has(heading))) return { row, columns };
  }
  return null;
};

const readRows = (registers: Registers, sheet: Sheet, { row: top, columns }: Place): ReviewRead => {
  const review: Reviewed[] = [];
  const faults: SheetFault[] = [];
  for (let row = top + 1; row < sheet.rows.length; row += 1) {
    const textAt = (heading: Heading): string => {
      const column = columns.get(heading);
      return column === undefined ? '' : textOfCell(sheet.rows[row]?.[column]);
    };
    const wrong = (heading: Heading, words: string) => {
      const cell = cellName(row, columns.get(heading) ?? 0);
      faults.push({ cell, words: `${textAt('Code') || textAt('Key')}: ${words}` });
    };
    const read = readRow(registers, textAt, wrong);
    if (read) review.push(read);
  }
  return faults.length > 0 ? { outcome: 'not read', faults } : { outcome: 'read', review };
};

type TextAt = (heading: Heading) => string;
type Wrong = (heading: Heading, words: string) => void;

const readRow = (registers: Registers, textAt: TextAt, wrong: Wrong): Reviewed | null => {
  const key = textAt('Key');
  const said = textAt('Verdict');
  const isFilled = (['Because', 'Decision', 'New name', 'New owner'] as const).some(
    (heading) => textAt(heading) !== '',
  );
  if (key === '') {
    if (said !== '' || isFilled) wrong('Key', 'the row has no Key.');
    return null;
  }
  // A row without a verdict is one not yet reviewed, whatever else is in it: it is named as that.
  if (said === '') return null;
  const verdict = readVerdict(said);
  if (verdict === null) {
    wrong('Verdict', `"${said}" is no verdict; it is keep, change or retire.`);
    return null;
  }
  return {
    measure: key,
    verdict,
    because: textAt('Because'),
    decision: textAt('Decision'),
    changed: changedIn(registers, { textAt, wrong, measure: registers.measures.get(key) }),
  };
};

const readVerdict = (said: string): Verdict | null => {
  const words: Readonly<Record<string, Verdict>> = {
    kept: 'keep',
    changed: 'change',
    retired: 'retire',
  };
  const folded = fold(said);
  return verdicts.find((each) => each === folded) ?? words[folded] ?? null;
};

type Row = {
  readonly textAt: TextAt;
  readonly wrong: Wrong;
  readonly measure: Measure | undefined;
};

/** Only what differs from the measure as it is. */
const changedIn = (registers: Registers, { textAt, wrong, measure }: Row): Changed => {
  const name = textAt('New name');
  const owner = textAt('New owner');
  const good = textAt('Good is');
  const polarity = polarityFor(good);
  if (good !== '' && polarity === null)
    wrong('Good is', `"${good}" is none of ${polarities.join(', ')}.`);
  const person = owner === '' ? null : personFor(registers, owner);
  if (owner !== '' && person === null) wrong('New owner', `"${owner}" is not in People.`);
  return {
    ...(name !== '' && name !== measure?.title ? { title: name } : {}),
    ...(person !== null && !sameKey(person, measure?.owner ?? null) ? { owner: person } : {}),
    ...(polarity !== null && polarity !== measure?.polarity ? { polarity } : {}),
  };
};

const polarityFor = (text: string): Measure['polarity'] | null =>
  polarities.find((each) => each === fold(text)) ?? null;

/** By code, or by name where only one person has it. */
const personFor = (registers: Registers, text: string): string | null => {
  const byKey = registers.people.get(text);
  if (byKey) return byKey.key;
  const named = [...registers.people.values()].filter((each) => fold(each.title) === fold(text));
  return named.length === 1 ? (named[0]?.key ?? null) : null;
};
