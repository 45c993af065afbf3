// What the Target card shows: a measure, its last four figures and last year's target.
import type { Measure } from '../../src/registers/measures.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import type { Target } from '../../src/registers/targets.ts';
import { historyOf } from '../../src/rules/history.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { lastTarget, targetSetBy } from '../../src/rules/targets-due.ts';
import { longestCommentary } from '../../src/use-cases/read-answer.ts';
import type { Kept, Saved, Typed } from '../cards/question.ts';
import type { TargetTyped, TargetView } from '../cards/target-card.ts';
import { goodIs, personName, seenBy, targetWords, unitHeading } from './cycle-words.ts';
import { historyLine } from './history-view.ts';
import type { InCycle } from './in-cycle.ts';
import { othersOwed, positionOf, standingInFor } from './question-view.ts';
import { type Left, leftUnsaved, nothingTyped } from './typed-view.ts';

export type AskingTarget = InCycle & {
  readonly return: Return;
  readonly measure: Measure;
  /** What the person typed; null to begin from what the registers hold. */
  readonly typed: TargetTyped | null;
  readonly saved: Saved | Kept | null;
  readonly refusal: TargetView['refusal'];
};

export const targetView = (asking: AskingTarget): TargetView => {
  const { registers, measure, cycle } = asking;
  const asked = asking.return;
  const year = parsePeriod(asked.period);
  const left = leftUnsaved(asking, asked);
  const last = year && lastTarget(registers, measure, year);
  return {
    return: asked.key,
    revision: asked.revision ?? 0,
    cycle: cycle.key,
    name: measure.title,
    code: measure.code,
    year: asked.period,
    unit: measure.unit,
    unitHeading: unitHeading(measure),
    goodIs: goodIs(measure),
    lastTarget: targetWords(measure, last),
    standingInFor: standingInFor(asking),
    history: lastFigures(registers, measure, parsePeriod(cycle.period)),
    asksFor: measure.polarity === 'stay in range' ? 'range' : 'value',
    typed:
      asking.typed ?? (left ? typedFrom(left) : typedBefore(asked, targetSetBy(registers, asked))),
    position: positionOf(asking),
    saved: asking.saved,
    refusal: asking.refusal,
    keptOn: asking.typed === null ? (left?.keptOn ?? null) : null,
    others: othersOwed(asking),
    sentBack: sentBackWords(registers, asked),
    whatNext,
    longestReason: longestCommentary,
    seenBy,
  };
};

const whatNext =
  'Your director endorses it and Cabinet or its delegate agrees it; until then nothing is rated against it.';

const sentBackWords = (registers: Registers, asked: Return): string | null =>
  asked.approval === 'sent back' && asked.sentBackBecause !== null
    ? `${personName(registers, asked.approver) ?? 'The director'}: ${asked.sentBackBecause}`
    : null;

/** A draft has no fields of its own for a range: its ends are kept as a figure's two parts are. */
export const targetDraft = ({ value, low, high, because }: TargetTyped): Typed => ({
  ...nothingTyped,
  value,
  numerator: low,
  denominator: high,
  because,
});

const typedFrom = ({ typed }: Left): TargetTyped => ({
  value: typed.value,
  low: typed.numerator,
  high: typed.denominator,
  because: typed.because,
});

/** Correcting begins from the answer that stands. */
const typedBefore = (asked: Return, set: Target | null): TargetTyped => {
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  return {
    value: text(set?.target),
    low: text(set?.rangeLow),
    high: text(set?.rangeHigh),
    because: asked.noDataReason ?? set?.because ?? '',
  };
};

const shown = 4;
/** Figures come late and with gaps: so many periods are looked through for the last four. */
const lookedThrough = 12;

const lastFigures = (registers: Registers, measure: Measure, upTo: Period | null) =>
  upTo === null
    ? []
    : historyOf(registers, measure, upTo, lookedThrough)
        .filter((point) => point.value !== null)
        .slice(-shown)
        .reverse()
        .map((point) => historyLine(measure, point, null));
