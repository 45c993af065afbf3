// One period of a measure as a dataset holds it: its figure, what it is held against, how it stands.
// How a figure stands is decided in rated-at.ts, which periods there are in history.ts.
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { dateWords } from '../date-words.ts';
import type { HistoryPoint } from '../history.ts';
import { figure } from '../number-words.ts';
import { isAgreed } from '../rating.ts';
import type { FigureFact } from './dataset.ts';

/** What was said of a figure that has not come is kept; a number beside a figure that is not there is not. */
export const figureFact = (
  registers: Pick<Registers, 'decisions'>,
  measure: Measure,
  point: HistoryPoint,
): FigureFact => {
  const row = point.value === null ? null : point.return;
  const waits = point.return?.state === 'No data until' ? point.return : null;
  return {
    period: point.period,
    words: point.words,
    value: point.value,
    numerator: row?.numerator ?? null,
    denominator: row?.denominator ?? null,
    ...heldAgainst(measure, point),
    ...decidedIn(registers, measure, point),
    standing: point.standing,
    ...(point.against === 'quartile' && { against: point.against }),
    provisional: point.provisional,
    ...illustrativeIn(point),
    noDataUntil: waits?.noDataUntil?.toString() ?? null,
    noDataReason: waits?.noDataReason ?? null,
  };
};

/** Of a figure that has not come nothing is made up. */
const illustrativeIn = ({
  value,
  illustrative,
  aim,
}: HistoryPoint): Pick<FigureFact, 'illustrative' | 'illustrativeIs'> => {
  const isTarget = aim?.illustrative === true;
  if (value === null || !(illustrative || isTarget)) return { illustrative: false };
  if (illustrative && isTarget) return { illustrative: true, illustrativeIs: 'both' };
  return { illustrative: true, illustrativeIs: illustrative ? 'figure' : 'target' };
};

type Decided = Pick<FigureFact, 'decidedBy' | 'decidedInPublic'>;

/**
 * 'Cabinet agrees the targets, Wed 7 July 2021'; null where no decision on record set its target. What an
 * exempt decision is called is said beside an exempt measure alone, and in public of a public one alone.
 */
const decidedIn = (
  { decisions }: Pick<Registers, 'decisions'>,
  measure: Pick<Measure, 'access'>,
  { aim }: HistoryPoint,
): Decided => {
  const named = aim?.decision && isAgreed(aim) ? decisions.get(aim.decision) : undefined;
  if (named === undefined) return { decidedBy: null };
  const on = dateWords(named.decidedOn);
  const [whole, unnamed] = [`${named.title}, ${on}`, `A decision of ${on}`];
  const isSecret = named.access === 'exempt' && measure.access !== 'exempt';
  return {
    decidedBy: isSecret ? unnamed : whole,
    decidedInPublic: named.access === 'public' ? whole : unnamed,
  };
};

type Held = Pick<FigureFact, 'target' | 'rangeLow' | 'rangeHigh' | 'targetWords'>;

const nothing: Held = { target: null, rangeLow: null, rangeHigh: null, targetWords: '–' };

/** A target that is not agreed yet is no target: its standing says that one is awaited. */
const heldAgainst = (measure: Measure, { aim, target }: HistoryPoint): Held => {
  if (aim === null || !isAgreed(aim) || measure.dataOnly || measure.polarity === 'none')
    return nothing;
  if (measure.polarity === 'stay in range') {
    const { rangeLow, rangeHigh } = aim;
    return { ...nothing, rangeLow, rangeHigh, targetWords: rangeWords(measure, aim) };
  }
  return target === null ? nothing : { ...nothing, target, targetWords: withUnit(measure, target) };
};

/** A range may be open at one end. */
const rangeWords = (
  measure: Measure,
  { rangeLow, rangeHigh }: Pick<FigureFact, 'rangeLow' | 'rangeHigh'>,
): string => {
  if (rangeLow === null)
    return rangeHigh === null ? nothing.targetWords : `at most ${withUnit(measure, rangeHigh)}`;
  if (rangeHigh === null) return `at least ${withUnit(measure, rangeLow)}`;
  return `${figure(measure, rangeLow)} to ${withUnit(measure, rangeHigh)}`;
};

/** '95%', '12 days': the unit where the figure does not carry it. A count names none. */
const withUnit = (measure: Measure, value: number): string => {
  const words = figure(measure, value);
  const unit = measure.unit.trim();
  const isCarried = /^(%|£(m|bn|k)?(?!\w))/.test(unit) || unit.toLowerCase() === 'number';
  return isCarried || unit === '' ? words : `${words} ${unit}`;
};

/** How many figures running, the newest first, stand as the newest does. */
export const runningSince = (now: FigureFact, before: readonly FigureFact[]): number => {
  const changed = before.findLastIndex(({ standing }) => standing !== now.standing);
  return before.length - changed;
};
