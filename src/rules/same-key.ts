// When two keys name one row: keys compare without case, as SharePoint's unique columns do.

/** A blank key names nothing, so it is never the same as another. */
export const sameKey = (one: string | null, other: string | null): boolean =>
  one !== null &&
  other !== null &&
  (one === other || (one.length === other.length && one.toLowerCase() === other.toLowerCase()));
