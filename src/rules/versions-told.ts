// Which version of a row holds which changes the Journal tells of. The app writes several answers as
// one version where Graph is slow, so a version is met by a run of the Journal's rows, in their order:
// the shortest whose last word on each column is what the version says. What no row of the Journal
// tells of is a step of its own, by whoever made the version.
import type { RegisterName } from '../registers/registers.ts';
import { isSameText, type ToldColumn } from './journal-told.ts';
import {
  type ColumnChange,
  type Doer,
  type Known,
  type RowStep,
  stepTold,
  type VersionKept,
} from './row-step.ts';
import { isByHand, type Made, madeOf, mayBeApps, readBefore } from './versions-made.ts';
import { type Claims, claimsOf, openRuns, type Runs } from './versions-runs.ts';

/** Oldest first: `versions` and `known` are too. */
export const arrivedSteps = (
  register: RegisterName,
  versions: readonly VersionKept[],
  known: readonly Known[],
): readonly RowStep[] => {
  const byHand = known.filter(({ entry }) => entry.source === 'list edited by hand');
  const runs = openRuns(known.filter((each) => !byHand.includes(each)));
  const mades = madeOf(register, versions);
  const handMade = mades.filter((each) => typeof each !== 'number' && isByHand(each));
  const claims = claimsOf(handMade as readonly Made[], byHand);
  const apps = mades.filter((each) => typeof each !== 'number' && mayBeApps(each)) as Made[];
  const steps = mades.flatMap((made) =>
    typeof made === 'number'
      ? [unreadable(versions, made)]
      : stepsOf(made, { runs, claims, later: apps.filter(({ at }) => at > made.at) }),
  );
  const claimed = new Set(claims.values());
  const left = [...runs.left(), ...byHand.filter((each) => !claimed.has(each))];
  return inOrder(placed(steps, left), versions);
};

type Sources = {
  readonly runs: Runs;
  readonly claims: Claims;
  readonly later: readonly Made[];
};

const stepsOf = (made: Made, { runs, claims, later }: Sources): readonly RowStep[] => {
  const run = mayBeApps(made) && !claims.has(made.at) ? runs.next(made, later) : [];
  const told = run.map((each) => stepTold(each, made));
  const rest = untold(made, run);
  const begun = told.findIndex(({ kind }) => kind === 'begun');
  if (made.isFirst && begun !== -1) return told.with(begun, withMore(told[begun] as RowStep, rest));
  if (rest.length === 0 && !made.isFirst) return told;
  const own = ownStep(made, rest);
  const claim = claims.get(made.at);
  if (!claim) return [told.length > 0 ? { ...own, by: theProduct } : own, ...told];
  const { by, source: how, why } = claim.entry;
  const person = by === null ? own.by : ({ is: 'person', key: by } as const);
  return [{ ...own, by: person, how, why, told: claim.entry }];
};

/** What a row held from its beginning belongs with its beginning. */
const withMore = (step: RowStep, rest: readonly ColumnChange[]): RowStep => ({
  ...step,
  changes: [...step.changes, ...rest],
});

const ownStep = (
  { version, at, since, isFirst }: Pick<Made, 'version' | 'at' | 'since' | 'isFirst'>,
  changes: readonly ColumnChange[],
): RowStep => ({
  id: `version ${version.id}`,
  at: version.at,
  by: doerOf(version),
  how: version.editor.isThisApp ? 'product' : 'list edited by hand',
  why: null,
  kind: isFirst ? 'begun' : 'changed',
  isWaiting: false,
  changes,
  told: null,
  version: at,
  since,
});

const unreadable = (versions: readonly VersionKept[], at: number): RowStep => {
  const version = versions[at] as VersionKept;
  const since = readBefore(versions, at);
  const step = ownStep({ version, at, since, isFirst: false }, []);
  return { ...step, kind: 'unreadable' };
};

/** The app tells in ChangedBy who was behind it: a person's key, or its own name. */
const doerOf = ({ editor, changedBy }: VersionKept): Doer => {
  if (!editor.isThisApp) return { is: 'editor', objectId: editor.objectId, name: editor.name };
  return changedBy === null || changedBy === '' || changedBy === productName
    ? theProduct
    : { is: 'person', key: changedBy };
};

const productName = 'Golden Thread';
const theProduct = { is: 'product' } as const;

/**
 * What the run leaves unsaid of a version: a column it does not set, one the product had set before
 * the run found it so, or set again after. A run that began from what an earlier version said was
 * only late: nothing came between.
 */
const untold = ({ set, wasOnce }: Made, run: readonly Known[]): readonly ColumnChange[] => {
  const told = run.flatMap(({ columns }) => columns);
  return set.flatMap(({ column, from, to }) => {
    const [first, last] = endsOf(told, column);
    if (!first || !last) return [{ column, from, to }];
    if (!isSameText(last.to, to)) return [{ column, from: last.to, to }];
    const isFound = isSameText(first.from, from) || wasOnce(column, first.from);
    return isFound ? [] : [{ column, from, to: first.from }];
  });
};

const endsOf = (told: readonly ToldColumn[], column: string) => {
  const of = told.filter((each) => each.column === column);
  return [of[0], of.at(-1)] as const;
};

/** Changes without a version, each after what came before it: by the Journal's order, then by time. */
const placed = (steps: readonly RowStep[], left: readonly Known[]): RowStep[] => {
  const all = [...steps];
  for (const each of left) {
    const later = all.findIndex(
      (step) =>
        step.kind !== 'begun' &&
        Temporal.Instant.compare((step.told ?? step).at, each.entry.at) > 0,
    );
    all.splice(later === -1 ? all.length : later, 0, stepTold(each, null));
  }
  return all;
};

/** Longer than this no change waits to be written. */
const aWeek = 7 * 24 * 60 * 60_000;

/**
 * By time, after the beginning. Where the council's clock has been set apart from the list's, as on a
 * machine with no tenant, the order is that of the versions.
 */
const inOrder = (
  steps: readonly RowStep[],
  versions: readonly VersionKept[],
): readonly RowStep[] => {
  const moment = ({ at }: { readonly at: Temporal.Instant }) => at.epochMilliseconds;
  const isApart = steps.some(({ told, version }) => {
    const made = version === null ? undefined : versions[version];
    return told && made ? Math.abs(moment(made) - moment(told)) > aWeek : false;
  });
  const place = (step: RowStep) => (step.kind === 'begun' ? -Infinity : moment(step));
  return isApart
    ? steps
    : steps.toSorted((one, other) =>
        place(one) < place(other) ? -1 : place(one) > place(other) ? 1 : 0,
      );
};
