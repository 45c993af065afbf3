// Which changes the Journal tells of a version holds: of the app's own a run of them, in the order they
// were accepted; of those made by hand the one that says what the version does.
import { isOfSeveral, isSameText, type ToldColumn } from './journal-told.ts';
import type { Known } from './row-step.ts';
import type { Made } from './versions-made.ts';

/** A list keeps whole seconds, and clocks differ a little: a version is hardly older than what it holds. */
const clockSlack = Temporal.Duration.from({ seconds: 20 });

export type Runs = {
  /** `later`: versions after it that the app may have made. */
  next(made: Made, later: readonly Made[]): readonly Known[];
  /** What no version holds: set and set back before it was written, or kept out by a later edit. */
  left(): readonly Known[];
};

/** More changes than this are never written as one version. */
const longestRun = 50;
/** How many versions, or changes, are looked at for a run that begins from what was. */
const lookAhead = 20;

/** The app's own changes, in the order they were accepted, taken up version by version. */
export const openRuns = (known: readonly Known[]): Runs => {
  let from = 0;
  const passedOver: Known[] = [];
  return {
    next: (made, later) => {
      const coming = known.slice(from, from + longestRun);
      const { skipped, length } = placeOf(coming, made, later);
      const run = coming.slice(skipped, skipped + length);
      from += skipped + length;
      const isIn = ({ entry, columns }: Known): boolean =>
        isOfSeveral(entry) ||
        columns.some(({ column }) => made.set.some((each) => each.column === column));
      passedOver.push(...coming.slice(0, skipped), ...run.filter((each) => !isIn(each)));
      return run.filter(isIn);
    },
    left: () => [...passedOver, ...known.slice(from)],
  };
};

/**
 * Where the run a version holds begins among those coming, and how long it is. What comes before it
 * was written before it, and undone; a run that begins from what was is worth waiting for.
 */
const placeOf = (
  coming: readonly Known[],
  made: Made,
  later: readonly Made[],
): { readonly skipped: number; readonly length: number } => {
  if (made.set.length === 0) return { skipped: 0, length: 0 };
  const first = bestRun(coming, made);
  let best = { skipped: 0, ...first, score: first.isSure ? first.score : 0 };
  for (let skipped = 1; skipped < Math.min(lookAhead, coming.length); skipped += 1) {
    if (best.score >= made.set.length) break;
    const run = bestRun(coming.slice(skipped), made);
    if (run.isSure && run.score > best.score) best = { skipped, ...run };
  }
  if (best.isSure) return best;
  const isBetterLater = later.slice(0, lookAhead).some((each) => bestRun(coming, each).isSure);
  return isBetterLater ? { skipped: 0, length: 0 } : best;
};

type Run = {
  readonly length: number;
  readonly score: number;
  /** It went from what was to what is, in all it tells of. */
  readonly isSure: boolean;
};

/** How many of the next changes a version holds: most of what it set told, least contradicted. */
const bestRun = (known: readonly Known[], made: Made): Run => {
  const limit = made.version.at.add(clockSlack);
  const ends = new Map<string, ToldColumn>();
  let best: Run = { length: 0, score: 0, isSure: false };
  for (const [at, { entry, columns }] of known.entries()) {
    if (Temporal.Instant.compare(entry.at, limit) > 0) break;
    for (const { column, from, to } of columns)
      ends.set(column, { column, from: ends.get(column)?.from ?? from, to });
    const several = made.isFirst && isOfSeveral(entry) ? 1 : 0;
    const scores = [...ends.values()].map((each) => scoreOf(each, made));
    const score = scores.reduce((sum, each) => sum + each, several);
    const isSure = scores.every((each) => each === 1 || each === 0);
    if (score > best.score) best = { length: at + 1, score, isSure };
  }
  return best;
};

/** A run that went from what was to what is tells of a column; one that came back to it does not. */
const scoreOf = ({ column, from, to }: ToldColumn, made: Made): number => {
  const { was, now, set } = made;
  const is = now.get(column) ?? '';
  if (!isSameText(to, is)) return -0.5;
  if (!set.some((each) => each.column === column)) return 0;
  if (isSameText(from, was.get(column) ?? '')) return 1;
  return isSameText(from, is) || made.comesLater(column, from) ? -0.25 : 0.6;
};

export type Claims = ReadonlyMap<number, Known>;

/**
 * What the Journal was told of edits by hand, by the version it is about. One row of it may tell of
 * several versions, made one after another and heard of at once.
 */
export const claimsOf = (mades: readonly Made[], known: readonly Known[]): Claims => {
  const claims = new Map<number, Known>();
  for (const each of known) {
    const free = mades.filter(({ at }) => !claims.has(at));
    const [first, last] = spanOf(free, each);
    for (const made of free.slice(first, last + 1)) claims.set(made.at, each);
  }
  return claims;
};

/**
 * The version that says it all, nearest in time where several do; else the run of versions that goes
 * from the one to the other.
 */
const spanOf = (mades: readonly Made[], { entry, columns }: Known): readonly [number, number] => {
  const reaches = ({ now }: Made): boolean =>
    columns.length > 0 && columns.every(({ column, to }) => isSameText(to, now.get(column) ?? ''));
  const leaves = ({ was }: Made): boolean =>
    columns.every(({ column, from }) => isSameText(from, was.get(column) ?? ''));
  const sets = ({ set }: Made): boolean =>
    set.some((each) => columns.some(({ column }) => column === each.column));
  const apart = ({ version }: Made): number =>
    Math.abs(version.at.epochMilliseconds - entry.at.epochMilliseconds);
  const nearest = (is: (made: Made) => boolean): number => {
    const [found] = mades.filter(is).toSorted((one, other) => apart(one) - apart(other));
    return found ? mades.indexOf(found) : -1;
  };
  const alone = nearest((made) => sets(made) && reaches(made) && leaves(made));
  if (alone !== -1) return [alone, alone];
  const first = mades.findIndex((made) => sets(made) && leaves(made));
  const last = first === -1 ? -1 : mades.findIndex((made, at) => at > first && reaches(made));
  if (last !== -1) return [first, last];
  const partly = nearest((made) => sets(made) && reaches(made));
  return partly === -1 ? [0, -1] : [partly, partly];
};
