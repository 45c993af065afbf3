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

/** Dice's coefficient over pairs of letters: 1 is the same, 0 nothing alike. */
const likeness = (one: string, other: string): number => {
  const [first, second] = [pairsOf(one), pairsOf(other)];
  let shared = 0;
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0);
  return (2 * shared) / Math.max(1, one.length + other.length - 2);
};

const nearEnough = 0.8;
/** A word in more names than this tells little, and would be slow to follow. */
const common = 60;

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
  return (name: string): T | null => {
    const candidates = new Set(
      [...new Set(name.split(' '))].flatMap((word) => {
        const found = byWord.get(word) ?? [];
        return found.length <= common ? found : [];
      }),
    );
    let nearest: { readonly like: number; readonly at: number } | null = null;
    for (const at of candidates) {
      const like = likeness(name, all[at]?.[0] ?? '');
      if (like >= nearEnough && like > (nearest?.like ?? 0)) nearest = { like, at };
    }
    return nearest && (all[nearest.at]?.[1] ?? null);
  };
};
