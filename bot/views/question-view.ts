// What the Question card shows of one return: its measure, its past, and what has been typed.
import type { Measure } from '../../src/registers/measures.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { parsePeriod, periodWords } from '../../src/rules/period.ts';
import { targetFor } from '../../src/rules/rating.ts';
import { rightTo } from '../../src/rules/rights.ts';
import { answering } from '../../src/rules/rights-of.ts';
import { figureToConfirm, shownAs } from '../../src/use-cases/figure-to-confirm.ts';
import { longestCommentary } from '../../src/use-cases/read-answer.ts';
import { shortened } from '../cards/card-text.ts';
import type {
  Choice,
  Kept,
  Position,
  QuestionView,
  Refusal,
  Saved,
  Typed,
} from '../cards/question.ts';
import { comparatorLines } from './comparator-view.ts';
import {
  figureWithUnit,
  goodIs,
  personName,
  seenBy,
  targetWords,
  unitHeading,
} from './cycle-words.ts';
import { historyLines } from './history-view.ts';
import { answeredIn, type InCycle, owedIn } from './in-cycle.ts';
import { peopleToName, promisedBefore } from './off-target-view.ts';
import { standingTyped, typedBefore } from './typed-view.ts';

export type AskingFigure = InCycle & {
  readonly return: Return;
  readonly measure: Measure;
};

type Asking = AskingFigure & {
  /** What the person typed; null to begin from what the register holds. */
  readonly typed: Typed | null;
  readonly saved: Saved | Kept | null;
  readonly refusal: Refusal | null;
};

export const questionView = (asking: Asking): QuestionView => {
  const { registers, measure, cycle } = asking;
  const asked = asking.return;
  const period = parsePeriod(asked.period);
  const left = typedBefore(asking, asked);
  const now = figureToConfirm(registers, asked);
  const figures = now === null ? {} : shownAs(now);
  const typed = { ...withOwner(asking, asking.typed ?? left.typed), ...figures };
  return {
    return: asked.key,
    revision: asked.revision ?? 0,
    cycle: cycle.key,
    name: measure.title,
    code: measure.code,
    period: period === null ? asked.period : periodWords(period, measure),
    unit: measure.unit,
    unitHeading: unitHeading(measure),
    goodIs: goodIs(measure),
    target: period && targetWords(measure, targetFor(registers, measure.key, period)),
    definition: measure.definition,
    comparators: comparatorLines(asking, measure),
    standingInFor: standingInFor(asking),
    history: period === null ? [] : historyLines(registers, measure, period),
    asksFor: measure.asksFor === 'value' ? 'value' : partsOf(measure),
    workedOut: now && {
      figure: figureWithUnit(measure, now.value),
      standing: standingTyped(registers, { asked, measure, typed }) ?? 'not yet available',
      words: now.words,
    },
    provisional: provisionalFigure(asking),
    promised: promisedBefore(asking, measure, asked),
    offTarget:
      standingTyped(registers, { asked, measure, typed }) === 'off target'
        ? { people: peopleToName(asking, measure, typed.actionOwner) }
        : null,
    typed,
    keptOn: asking.typed === null ? left.keptOn : null,
    sentBack: sentBackWords(registers, asked),
    others: othersOwed(asking),
    position: positionOf(asking),
    saved: asking.saved,
    refusal: asking.refusal,
    tomorrow: asking.today.add({ days: 1 }).toString(),
    longestCommentary,
    seenBy,
  };
};

/** Null where it was not sent back, or has been answered since. */
export const sentBackWords = (registers: Registers, asked: Return): string | null =>
  asked.approval === 'sent back' && asked.sentBackBecause !== null
    ? `${personName(registers, asked.approver) ?? 'Whoever approves it'}: ${asked.sentBackBecause}`
    : null;

/** Who answers does it, until somebody else is named. */
const withOwner = ({ person }: InCycle, typed: Typed): Typed =>
  typed.actionOwner === '' ? { ...typed, actionOwner: person.key } : typed;

/** What was given as provisional, where the final figure is what is asked for; null elsewhere. */
const provisionalFigure = ({ registers, measure, return: asked }: AskingFigure): string | null => {
  if (asked.kind !== 'final') return null;
  const figures = registers.returns.get(`${measure.key}|${asked.period}`);
  return figureWithUnit(measure, figures?.provisionalValue ?? figures?.value ?? null);
};

/** A card has room for so many; the rest are offered once some of them are answered. */
const mostOthers = 24;

/** What else is owed, to be answered before this one. None while an answer is being corrected. */
export const othersOwed = (asking: InCycle & Pick<AskingFigure, 'return'>): readonly Choice[] =>
  asking.return.state !== 'Due'
    ? []
    : owedIn(asking)
        .filter((each) => each.return.key !== asking.return.key)
        .slice(0, mostOthers)
        .map((each) => ({
          title: shortened(askedName(each.return, each.about), 60),
          value: each.return.key,
        }));

export const partsOf = (measure: Measure) => ({
  numeratorIs: measure.numeratorIs ?? 'Numerator',
  denominatorIs: measure.denominatorIs ?? 'Denominator',
});

export const standingInFor = ({
  registers,
  person,
  return: asked,
}: Pick<AskingFigure, 'registers' | 'person' | 'return'>): string | null =>
  rightTo({ registers, person, today: null }, answering(asked), asked) === 'owner'
    ? null
    : personName(registers, asked.owner);

/** Null for a return that has been answered: it is being corrected, not counted. */
export const positionOf = (asking: InCycle & Pick<AskingFigure, 'return'>): Position | null => {
  if (asking.return.state !== 'Due') return null;
  const done = answeredIn(asking).length;
  const left = owedIn(asking).length;
  return { number: done + 1, of: Math.max(done + left, done + 1) };
};
