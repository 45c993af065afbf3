// What stands in a question's fields when it is drawn: what was just typed, else what was left unsaved,
// else the answer that stands. And how the typed figure would stand.
import type { Draft } from '../../src/registers/drafts.ts';
import type { Measure } from '../../src/registers/measures.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import type { Standing } from '../../src/registers/words.ts';
import { measureOf } from '../../src/rules/about.ts';
import { parsePeriod } from '../../src/rules/period.ts';
import { standingOf } from '../../src/rules/rated-at.ts';
import { draftOf } from '../../src/use-cases/keep-draft.ts';
import { promiseStates, readValue } from '../../src/use-cases/read-answer.ts';
import type { Typed } from '../cards/question.ts';
import { dayWords } from './cycle-words.ts';
import type { InCycle } from './in-cycle.ts';
import { sourceBefore } from './source-view.ts';

export type Left = {
  readonly typed: Typed;
  /** "Thu 1 October": when it was left; null where the fields begin from the register. */
  readonly keptOn: string | null;
};

const zone = 'Europe/London';

/** What this person left unsaved on a return; null where that is nothing. */
export const leftUnsaved = ({ registers, person, today }: InCycle, asked: Return): Left | null => {
  const draft = draftOf(registers, person.key, asked.key);
  if (draft === null || draft.keptAt === null) return null;
  const on = draft.keptAt.toZonedDateTimeISO(zone).toPlainDate();
  return { typed: typedIn(draft), keptOn: dayWords(on, today) };
};

/** What this person left unsaved, else the answer that stands, else nothing. */
export const typedBefore = (at: InCycle, asked: Return): Left =>
  leftUnsaved(at, asked) ?? { typed: typedOf(at, asked), keptOn: null };

export const nothingTyped: Typed = {
  value: '',
  numerator: '',
  denominator: '',
  finality: 'final',
  commentary: '',
  until: '',
  because: '',
  forecast: '',
  source: '',
  limits: '',
  action: '',
  actionOwner: '',
  actionBy: '',
  noAction: '',
  promise: '',
};

const typedIn = (draft: Draft): Typed => ({
  value: draft.value ?? '',
  numerator: draft.numerator ?? '',
  denominator: draft.denominator ?? '',
  finality: draft.finality ?? 'final',
  commentary: draft.commentary ?? '',
  until: draft.until ?? '',
  because: draft.because ?? '',
  forecast: draft.forecast ?? '',
  source: draft.source ?? '',
  limits: draft.limits ?? '',
  action: draft.action ?? '',
  actionOwner: draft.actionOwner ?? '',
  actionBy: draft.actionBy ?? '',
  noAction: draft.noAction ?? '',
  promise: promiseStates.find((state) => state === draft.promise) ?? '',
});

/** Correcting begins from the answer that stands. A final figure begins blank, whatever was provisional. */
const typedOf = ({ registers, today }: InCycle, asked: Return): Typed => {
  const text = (value: number | null) => (value === null ? '' : String(value));
  return {
    value: asked.numerator === null ? text(asked.value) : '',
    numerator: text(asked.numerator),
    denominator: text(asked.denominator),
    finality: asked.finality ?? 'final',
    commentary: asked.commentary ?? '',
    ...noDataOf(asked, today),
    forecast: text(asked.forecast),
    source: sourceOf(registers, asked),
    limits: asked.limits ?? '',
    ...actionOf(registers, asked, today),
    noAction: asked.noActionBecause ?? '',
    promise: '',
  };
};

/** As it was given, or, before there is an answer, as it was said of the last figure. */
const sourceOf = (registers: Registers, asked: Return): string => {
  const measure = measureOf(registers, asked);
  if (asked.source !== null || asked.returnedAt !== null || measure === undefined)
    return asked.source ?? '';
  return sourceBefore(registers, measure, asked) ?? '';
};

/** A date that has come is no date to give again, nor is its reason. */
const noDataOf = (asked: Return, today: Temporal.PlainDate): Pick<Typed, 'until' | 'because'> =>
  asked.noDataUntil === null || Temporal.PlainDate.compare(asked.noDataUntil, today) <= 0
    ? { until: '', because: '' }
    : { until: asked.noDataUntil.toString(), because: asked.noDataReason ?? '' };

/**
 * What was promised with the answer. Once its day has come it is left out: it stands as it is, and could
 * not be promised again.
 */
const actionOf = (
  registers: Registers,
  asked: Return,
  today: Temporal.PlainDate,
): Pick<Typed, 'action' | 'actionOwner' | 'actionBy'> => {
  const action = asked.action === null ? undefined : registers.actions.get(asked.action);
  const dueOn = action?.dueOn ?? null;
  if (action === undefined || dueOn === null || Temporal.PlainDate.compare(dueOn, today) <= 0)
    return { action: '', actionOwner: '', actionBy: '' };
  return { action: action.title, actionOwner: action.owner ?? '', actionBy: dueOn.toString() };
};

/** How the typed figure would stand by the target in force; null where it cannot be read. */
export const standingTyped = (
  registers: Registers,
  {
    asked,
    measure,
    typed,
  }: { readonly asked: Return; readonly measure: Measure; readonly typed: Typed },
): Standing | null => {
  const period = parsePeriod(asked.period);
  const read = readValue(measure, typed);
  if (period === null || 'outcome' in read) return null;
  return standingOf(registers, measure, { period, value: read.value });
};
