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

/** At the end of a word, unless half of the name would go with it; never inside a pair of surrogates. */
const cut = (name: string, length: number): string => {
  if (name.length <= length) return name;
  // With the sign after it: a word that ends there is whole.
  const word = name.slice(0, length + 1).lastIndexOf(' ');
  const end = word > length / 2 ? word : length;
  const kept = name.slice(0, end).replace(/[\ud800-\udbff]$/, '');
  return trimmed(kept.replace(/[\s,;:–—-]+$/, '')) || trimmed(kept);
};
