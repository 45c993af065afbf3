// Which of two versions of a row came first, as far as their eTags tell.

/**
 * True when `one` is older than `other`, false when it is the same or newer, null when it cannot be
 * told. An eTag is opaque by contract and is only ever echoed; in SharePoint it reads "guid,version",
 * and where both do, of one item, the version is taken as a hint. Without it the row is read again.
 */
export const isOlder = (one: string | null, other: string | null): boolean | null => {
  if (one === other) return one === null ? null : false;
  const a = versionIn(one);
  const b = versionIn(other);
  return a && b && a.of === b.of ? a.version < b.version : null;
};

/** How many versions after `one` `other` is, as far as can be told by the same hint; null where not. */
export const versionsBetween = (one: string | null, other: string | null): number | null => {
  const a = versionIn(one);
  const b = versionIn(other);
  return a && b && a.of === b.of ? b.version - a.version : null;
};

/** Whether they are known to be of two rows: after a restored backup an item's number is given out again. */
export const areOfTwoRows = (one: string | null, other: string | null): boolean => {
  const [a, b] = [versionIn(one), versionIn(other)];
  return a !== null && b !== null && a.of !== b.of;
};

const versionIn = (etag: string | null): { of: string; version: number } | null => {
  const found = /([0-9a-f-]{36})[^,]*,(\d+)"?$/i.exec(etag ?? '');
  return found ? { of: (found[1] as string).toLowerCase(), version: Number(found[2]) } : null;
};
