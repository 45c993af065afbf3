// What changed in a text, word by word: what was taken out, what was put in, and what stayed between.

export type Part = {
  readonly is: 'same' | 'removed' | 'added';
  readonly text: string;
};

/** Words compared with words: past this many pairs the texts count as rewritten. */
const mostPairs = 1_500_000;
/** Where less than this share of the words stayed, telling them apart word by word helps nobody. */
const leastKept = 0.4;

/** Null where the text was rewritten: then each is read by itself. */
export const textChanges = (from: string, to: string): readonly Part[] | null => {
  const [before, after] = [wordsIn(from), wordsIn(to)];
  const head = sharedLength(before, after);
  const tail = sharedLength(before.slice(head).toReversed(), after.slice(head).toReversed());
  const old = before.slice(head, before.length - tail);
  const fresh = after.slice(head, after.length - tail);
  if (old.length * fresh.length > mostPairs) return null;
  const middle = compared(old, fresh);
  const kept = head + tail + middle.filter(({ is }) => is === 'same').length;
  if (kept < leastKept * Math.max(before.length, after.length)) return null;
  const same = (words: readonly string[]): readonly Part[] =>
    words.map((text) => ({ is: 'same', text }));
  return joined([
    ...same(before.slice(0, head)),
    ...middle,
    ...same(before.slice(before.length - tail)),
  ]);
};

/** Long stretches that stayed are cut to the words around what changed. */
export const shortenedParts = (parts: readonly Part[], around = 60): readonly Part[] =>
  parts.map((part, at) => {
    if (part.is !== 'same') return part;
    const isFirst = at === 0;
    const isLast = at === parts.length - 1;
    const most = isFirst || isLast ? around : 2 * around;
    if (part.text.length <= most + 20) return part;
    const opening = isFirst ? '' : part.text.slice(0, around).replace(/\S*$/, '');
    const closing = isLast ? '' : part.text.slice(-around).replace(/^\S*/, '');
    return { ...part, text: `${opening}…${closing}` };
  });

/** Each with the space after it, so that putting them together gives the text again. */
const wordsIn = (text: string): readonly string[] => text.match(/\S+\s*|^\s+/g) ?? [];

/** A word is the same whatever space comes after it. */
const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one.trim() === other.trim();

const sharedLength = (one: readonly string[], other: readonly string[]): number => {
  let length = 0;
  while (length < one.length && isSame(one[length], other[length])) length += 1;
  return length;
};

/** By the longest run of words, in order, that both have. */
const compared = (before: readonly string[], after: readonly string[]): readonly Part[] => {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1)
      longest[row * width + column] = isSame(before[row], after[column])
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  const parts: Part[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old, fresh] = [before[row], after[column]];
    if (fresh !== undefined && isSame(old, fresh)) {
      parts.push({ is: 'same', text: fresh });
      row += 1;
      column += 1;
    } else if (
      old !== undefined &&
      (fresh === undefined || at(row + 1, column) >= at(row, column + 1))
    ) {
      parts.push({ is: 'removed', text: old });
      row += 1;
    } else {
      parts.push({ is: 'added', text: fresh ?? '' });
      column += 1;
    }
  }
  return parts;
};

const joined = (parts: readonly Part[]): readonly Part[] => {
  const runs: Part[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.is === part.is) runs[runs.length - 1] = { ...last, text: last.text + part.text };
    else runs.push(part);
  }
  return runs;
};
