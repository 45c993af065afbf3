// A name as it is compared: without case, punctuation or doubled spaces; and how near two names are.
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}%£]+/gu, ' ')
    .trim();

/** A reference as it is compared: 'EP 9' and 'ep9' are one. */
export const plainCode = (text: string): string => text.toLowerCase().replace(/[\s._-]+/g, '');

const pairsOf = (text: string): Map<string, number> => {
  const pairs = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
};

type Paired = { readonly length: number; readonly pairs: ReadonlyMap<string, number> };

const paired = (text: string): Paired => ({ length: text.length, pairs: pairsOf(text) });

/** Dice's coefficient over pairs of letters: 1 is the same, 0 nothing alike. */
const likeness = (one: Paired, other: Paired): number => {
  let shared = 0;
  for (const [pair, count] of one.pairs) shared += Math.min(count, other.pairs.get(pair) ?? 0);
  return (2 * shared) / Math.max(1, one.length + other.length - 2);
};

const nearEnough = 0.8;
/** A word in more names than this tells little, and would be slow to follow. */
const common = 60;

/** No name in the registers is longer, so none is near one that is. */
const longestName = 400;

/** Finds the nearest of many names, looking only at those that share an uncommon word. */
export const nearestAmong = <T>(all: readonly (readonly [name: string, T])[]) => {
  const byWord = new Map<string, number[]>();
  all.forEach(([name], at) => {
    for (const word of new Set(name.split(' '))) {
      const known = byWord.get(word);
      if (known) known.push(at);
      else byWord.set(word, [at]);
    }
  });
  const known = new Map<number, Paired>();
  const pairedAt = (at: number): Paired => {
    const found = known.get(at) ?? paired(all[at]?.[0] ?? '');
    known.set(at, found);
    return found;
  };
  return (name: string): T | null => {
    if (name.length > longestName) return null;
    const own = paired(name);
    const candidates = new Set(
      [...new Set(name.split(' '))].flatMap((word) => {
        const found = byWord.get(word) ?? [];
        return found.length <= common ? found : [];
      }),
    );
    let nearest: { readonly like: number; readonly at: number } | null = null;
    for (const at of candidates) {
      const like = likeness(own, pairedAt(at));
      if (like >= nearEnough && like > (nearest?.like ?? 0)) nearest = { like, at };
    }
    return nearest && (all[nearest.at]?.[1] ?? null);
  };
};
