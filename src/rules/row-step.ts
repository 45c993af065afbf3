// A step of a row's past, and what steps are made from: the versions its list kept, what the Journal
// tells, and what waits to reach the list. How they come together is decided in row-versions.ts.
import type { JournalEntry, JournalSource } from '../registers/journal.ts';
import type { Plain } from '../registers/register.ts';
import type { RegisterName, Row } from '../registers/registers.ts';
import type { CellText, ToldColumn } from './journal-told.ts';

/** A version as its list kept it. Row null: it could not be read. */
export type VersionKept = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly editor: {
    readonly objectId: string | null;
    readonly name: string | null;
    readonly isThisApp: boolean;
  };
  /** A person key, or the product's own name; counts only where this app made the version. */
  readonly changedBy: string | null;
  readonly row: Row<RegisterName> | null;
};

/** A change accepted and not yet in its list. */
export type ChangeWaiting = {
  readonly sequence: number;
  readonly by: string | null;
  readonly acceptedAt: Temporal.Instant;
  readonly set: { readonly [column: string]: Plain };
};

export type Doer =
  | { readonly is: 'person'; readonly key: string }
  /** Signed in to SharePoint, under this object id or name; People may know them. */
  | { readonly is: 'editor'; readonly objectId: string | null; readonly name: string | null }
  /** Somebody edited the list by hand, and was not found in People. */
  | { readonly is: 'somebody' }
  | { readonly is: 'product' };

export type ColumnChange = {
  readonly column: string;
  /** Null: not known. '' is blank. */
  readonly from: CellText | null;
  readonly to: CellText;
};

export type RowStep = {
  /** The same at every asking: the Journal's Key, or the version's number. */
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly by: Doer;
  readonly how: JournalSource;
  readonly why: string | null;
  /** `unreadable`: a version is there and cannot be read. */
  readonly kind: 'begun' | 'changed' | 'removed' | 'unreadable';
  readonly isWaiting: boolean;
  readonly changes: readonly ColumnChange[];
  /** What it was told by; null where the list alone tells of it. */
  readonly told: JournalEntry | null;
  /** Index of the version it is in, oldest 0; null where it has none. */
  readonly version: number | null;
  /** Index of the version its `from` is read from, some way back where others cannot be read. */
  readonly since: number | null;
};

/** A row of the Journal, and the columns it tells of. */
export type Known = { readonly entry: JournalEntry; readonly columns: readonly ToldColumn[] };

/** A version, and the one it is read beside. */
type Place = { readonly at: number; readonly since: number | null };

/** A step as the Journal tells it. */
export const stepTold = ({ entry, columns }: Known, made: Place | null): RowStep => ({
  id: `told ${entry.key}`,
  at: entry.at,
  by: doerTold(entry),
  how: entry.source,
  why: entry.why,
  kind: entry.from === null ? 'begun' : entry.to === null ? 'removed' : 'changed',
  isWaiting: false,
  changes: columns,
  told: entry,
  version: made?.at ?? null,
  since: made?.since ?? null,
});

/** Golden Thread edits no list by hand: of such an edit a blank is somebody not found in People. */
const doerTold = ({ by, source }: JournalEntry): Doer => {
  if (by !== null) return { is: 'person', key: by };
  return source === 'list edited by hand' ? { is: 'somebody' } : { is: 'product' };
};
