// What is shown of a file before anything of it is taken: the sheets, what was understood, every
// doubt by its cell, and each change as it was and as it becomes.
import type { Change, RegisterName } from '../../registers/registers.ts';
import type { Workbook } from '../workbook.ts';

export type ToImport = {
  readonly workbook: Workbook;
  /** The plan whose rows may begin or change. */
  readonly plan: string;
  /** The file's name, as it was given. */
  readonly file: string;
  /** Take these sheets and no others; a hidden one is taken only when it is named. */
  readonly sheets?: readonly string[] | undefined;
  /** Read every sheet taken as rows of this register. */
  readonly register?: RegisterName | undefined;
  readonly today: Temporal.PlainDate;
};

export type Doubt = {
  readonly sheet: string;
  /** From 1, as its program counts. */
  readonly row: number;
  readonly cell: string;
  readonly register?: RegisterName;
  readonly words: string;
  /** The import cannot be agreed until it is mended. */
  readonly stops: boolean;
};

export type ColumnSeen = {
  readonly heading: string;
  /** The column's letters. */
  readonly at: string;
  /** Null: not taken. */
  readonly means: string | null;
};

export type SheetSeen = {
  readonly name: string;
  readonly hidden: boolean;
  readonly taken: boolean;
  /** In a sentence: what it was read as, or why it was not. */
  readonly understood: string | null;
  /** From 1. */
  readonly headingRow: number | null;
  readonly columns: readonly ColumnSeen[];
  readonly rows: number;
};

export type ChangeShown = {
  readonly register: RegisterName;
  readonly key: string;
  readonly title: string;
  readonly state: 'new' | 'changed';
  /** By the columns' words; '–' is blank. */
  readonly was: Readonly<Record<string, string>>;
  readonly becomes: Readonly<Record<string, string>>;
};

export type Count = {
  readonly register: RegisterName;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
};

export type ImportPreview = {
  readonly file: string;
  readonly plan: string;
  readonly sheets: readonly SheetSeen[];
  /** At most 500, in the file's order; those that stop the import are never left out for others. */
  readonly doubts: readonly Doubt[];
  /** How many more there are than are listed. */
  readonly moreDoubts: number;
  /** How many doubts stop the import, listed or not. */
  readonly stops: number;
  readonly changes: readonly ChangeShown[];
  readonly counts: readonly Count[];
  readonly changesToTake: readonly Change[];
  /** Of the changes: what is agreed is what was shown. */
  readonly fingerprint: string;
};

/** What one sheet came to, before its rows are held against the registers. */
export type SheetRead = {
  readonly understood: string;
  readonly headingRow: number | null;
  readonly columns: readonly ColumnSeen[];
  readonly rows: number;
};
