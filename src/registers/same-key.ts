// When two keys name one row: without case and in any alphabet, as SharePoint's unique columns compare.

/** The form of a key that is looked up by. SQLite's own NOCASE folds ASCII only. */
export const fold = (key: string): string => key.normalize('NFC').toLowerCase();

/** A blank key names nothing, so it is never the same as another. */
export const sameKey = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && (one === other || fold(one) === fold(other));
