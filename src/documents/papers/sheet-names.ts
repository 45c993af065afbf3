// What a sheet may be called in Excel: 31 letters, few signs, and no two alike.

const longest = 31;
const forbidden = /[[\]:*?/\\\p{Cc}\ufffd]+/gu;

/** In the order of what is wanted; 'Risks', 'Risks 2'. */
export const sheetNames = (wanted: readonly string[]): readonly string[] => {
  // Excel keeps this name for itself.
  const taken = new Set(['history']);
  return wanted.map((each) => {
    const plain = trimmed(each.replace(forbidden, ' ').replace(/\s+/g, ' ')) || 'Table';
    for (let count = 1; ; count += 1) {
      const ending = count === 1 ? '' : ` ${count}`;
      const name = `${cut(plain, longest - ending.length)}${ending}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
};

/** An apostrophe at either end is refused by Excel. */
const trimmed = (name: string): string => name.replace(/^[\s']+|[\s']+$/g, '');

/** Never inside a pair of surrogates. */
const cut = (name: string, length: number): string =>
  trimmed(name.slice(0, length).replace(/[\ud800-\udbff]$/, ''));
