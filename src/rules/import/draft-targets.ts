// The targets a sheet names, as rows that apply from a day on: one a year, or one a quarter where the
// quarters differ. A target already in force is not set again.
import type { Measure } from '../../registers/measures.ts';
import type { Plain } from '../../registers/register.ts';
import type { Registers } from '../../registers/registers.ts';
import type { Target } from '../../registers/targets.ts';
import {
  firstMonth,
  lastMonth,
  monthOf,
  type Period,
  periodHolding,
  periodStart,
  periodText,
} from '../period.ts';
import { targetFor } from '../rating.ts';
import { roundTo } from '../rounding.ts';
import type { Doubts, Place } from './doubts.ts';
import { type Draft, holdsAlready } from './draft.ts';

export type Aimed = Pick<Target, 'target' | 'rangeLow' | 'rangeHigh'>;
export type Tolerated = Pick<Target, 'tolerance' | 'toleranceIs'>;

export type TargetTold = {
  readonly measure: Measure;
  /** What it is the target of: a year, or a quarter or month where they are profiled. */
  readonly period: Period;
  readonly place: Place;
  readonly aimed: Aimed;
  readonly tolerated: Tolerated | null;
  readonly decision: string | null;
};

export type DraftedTargets = { readonly drafts: readonly Draft[]; readonly same: number };

export type ToDraft = {
  readonly registers: Registers;
  readonly doubts: Doubts;
  readonly today: Temporal.PlainDate;
};

/** The targets of one measure. */
export const draftTargets = (asked: ToDraft, told: readonly TargetTold[]): DraftedTargets => {
  const drafts: Draft[] = [];
  let same = 0;
  let last: { readonly from: number; readonly aimed: Aimed } | null = null;
  for (const each of inOrder(asked, told)) {
    const held = targetFor(asked.registers, each.measure.key, each.period);
    const its = asked.registers.targets.get(keyOf(each));
    const current: Aimed | null =
      last && (!held || last.from >= monthOf(held.appliesFrom)) ? last.aimed : held;
    // One set after its quarter closed is in the register, though not in force there.
    const known = [its, current].some(
      (aimed) => aimed && sameAim(aimed, each.aimed, each.measure.decimals),
    );
    if (known) same += 1;
    else drafts.push(draftOf(asked, each, held));
    if (!known || its) last = { from: firstMonth(each.period), aimed: each.aimed };
  }
  return { drafts, same };
};

const keyOf = ({ measure, period }: TargetTold): string => `${measure.key}|${periodStart(period)}`;

const isYear = ({ kind }: Period): boolean => kind.endsWith('year');

/** Of one period told twice the first counts; a year's target gives way to its quarters'. */
const inOrder = ({ doubts }: ToDraft, told: readonly TargetTold[]): readonly TargetTold[] => {
  const once = new Map<string, TargetTold>();
  for (const each of told) {
    const at = `${firstMonth(each.period)} ${isYear(each.period)}`;
    const other = once.get(at);
    if (other === undefined) once.set(at, each);
    else if (!sameAim(other.aimed, each.aimed, each.measure.decimals))
      doubts.stop(
        each.place,
        `${each.measure.code} has another target for the same time in row ${other.place.row + 1}: keep one.`,
      );
  }
  const all = [...once.values()];
  return all
    .flatMap((each) => (isYear(each.period) ? besideItsParts(doubts, each, all) : [each]))
    .toSorted((one, other) => firstMonth(one.period) - firstMonth(other.period));
};

/**
 * A year's target beside targets for parts of it: dropped where the parts reach the year's end, else
 * it is what the last of them should reach.
 */
const besideItsParts = (
  doubts: Doubts,
  annual: TargetTold,
  all: readonly TargetTold[],
): readonly TargetTold[] => {
  const parts = all
    .filter(
      ({ period }) =>
        !isYear(period) &&
        firstMonth(period) >= firstMonth(annual.period) &&
        lastMonth(period) <= lastMonth(annual.period),
    )
    .toSorted((one, other) => lastMonth(one.period) - lastMonth(other.period));
  const last = parts.at(-1);
  if (last === undefined) return [annual];
  if (sameAim(last.aimed, annual.aimed, annual.measure.decimals)) return [];
  const { code } = annual.measure;
  if (addsUp(annual, parts)) {
    doubts.note(
      annual.place,
      `${aimWords(annual.aimed)} for the year is what the parts of ${code} add up to: their own targets are taken, and not this one.`,
    );
    return [];
  }
  if (lastMonth(last.period) === lastMonth(annual.period)) {
    doubts.note(
      annual.place,
      `${code} is to reach ${aimWords(last.aimed)} by the end of this year: that is taken, and not ${aimWords(annual.aimed)} for the year.`,
    );
    return [];
  }
  const period = periodHolding(last.period.kind, lastMonth(annual.period));
  doubts.note(
    annual.place,
    `${code} has targets for parts of this year: ${aimWords(annual.aimed)}, for the year, applies to ${periodText(period)}.`,
  );
  return [{ ...annual, period }];
};

/** Parts that are alike are taken to go on alike through the year. */
const addsUp = ({ aimed, period }: TargetTold, parts: readonly TargetTold[]): boolean => {
  const [first, ...others] = parts.map((part) => part.aimed.target ?? 0);
  const [part] = parts;
  if (aimed.target === null || first === undefined || part === undefined || first === 0)
    return false;
  const inYear = monthsIn(period) / monthsIn(part.period);
  if (parts.length === inYear)
    return aimed.target === others.reduce((sum, one) => sum + one, first);
  return others.every((other) => other === first) && aimed.target === first * inYear;
};

const monthsIn = (period: Period): number => lastMonth(period) - firstMonth(period) + 1;

const sameAim = (one: Aimed, other: Aimed, decimals: number): boolean =>
  (['target', 'rangeLow', 'rangeHigh'] as const).every((name) => {
    const [first, second] = [one[name], other[name]];
    if (first === null || second === null) return first === second;
    return first === second || roundTo(first, decimals) === second;
  });

export const aimWords = ({ target, rangeLow, rangeHigh }: Aimed): string =>
  target === null ? `${rangeLow ?? '–'} to ${rangeHigh ?? '–'}` : String(target);

const draftOf = (
  { registers, doubts, today }: ToDraft,
  told: TargetTold,
  held: Target | null,
): Draft => {
  const { measure, aimed, place } = told;
  const appliesFrom = periodStart(told.period).toString();
  const key = keyOf(told);
  const row = registers.targets.get(key);
  const tolerated: Tolerated =
    told.tolerated ??
    (held
      ? { tolerance: held.tolerance, toleranceIs: held.toleranceIs }
      : { tolerance: 0, toleranceIs: 'absolute' });
  if (!told.tolerated && !held)
    doubts.note(
      place,
      `No tolerance is named for ${measure.code}: it is 0, so a figure is on target or off it.`,
      'targets',
    );
  const becomes: { [column: string]: Plain } = {
    ...(row
      ? {}
      : {
          title: `${measure.code} from ${appliesFrom}`.slice(0, 255),
          plan: measure.plan,
          measure: measure.key,
          appliesFrom,
          ...(held && goesOn(told, held)),
        }),
    ...aimed,
    ...tolerated,
    setOn: today.toString(),
    ...(told.decision !== null && { decision: told.decision }),
    ...(row && { illustrative: false }),
  };
  const set = Object.fromEntries(
    Object.entries(becomes).filter(([name, to]) =>
      row ? !holdsAlready((row as { readonly [c: string]: unknown })[name], to) : to !== null,
    ),
  );
  return { register: 'targets', key: row?.key ?? key, set, place, from: {} };
};

/** What a sheet has no column for is as it was: red lines, and how a year's target goes through it. */
const goesOn = ({ period, tolerated }: TargetTold, held: Target) => ({
  ...(tolerated === null && { redBelow: held.redBelow, redAbove: held.redAbove }),
  ...(isYear(period) && held.through !== 'as profiled' && { through: held.through }),
});
