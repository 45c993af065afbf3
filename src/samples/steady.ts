// Numbers that look uneven and never change: the same words always give the same number. Made this
// way, sample figures and object ids are the same on every machine and at every start.

/** 32 bits from a text (FNV-1a, then stirred so that near texts fall far apart). */
const spread = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** From -1 to 1. */
export const wobble = (text: string): number => (spread(text) / 0xffffffff) * 2 - 1;

/** A GUID of the usual form. */
export const guidFor = (text: string): string => {
  const hex = [1, 2, 3, 4]
    .map((part) => spread(`${part}/${text}`).toString(16).padStart(8, '0'))
    .join('');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};
