// One paper as the shelf and its own page tell of it: how far it has come, and what it waits for. Who cleared it is
// paper-clearances.ts's.
import { zone } from '../rules/calendar.ts';
import { isPast, type TimetableLine, type TimetableStep } from '../rules/committee-timetable.ts';
import { dateWords } from '../rules/date-words.ts';
import { holdOn, holdWords } from '../rules/holds.ts';
import { lastRewording, leftToClear } from '../rules/paper-reworded.ts';
import {
  type Clearance,
  clearancesWanted,
  clearanceWords,
  clearedIn,
  isIssued,
  stageOf,
} from '../rules/paper-stages.ts';
import { isReadInPublic, paperTitles } from '../rules/papers/ordered.ts';
import { may } from '../rules/rights.ts';
import type { PaperOrder } from '../use-cases/paper-orders.ts';
import type { HoldLine, PaperLine, PaperStep } from './api-papers.ts';
import { clearanceOf, type Looking, type PaperAsItStands } from './paper-clearances.ts';

/** As this person sees it today. */
export const paperLine = (looking: Looking, order: PaperOrder): PaperLine => {
  const { registers, person, now, isFrozen } = looking;
  const row = registers.papers.get(order.key) ?? null;
  const today = now.toPlainDate();
  const hold = holdOn(registers, { kind: order.kind, plan: order.cycle.plan, today });
  const worded = lastRewording(registers, { order, row });
  const stage = stageOf(row, { order, isHeld: hold !== null, worded });
  const left = leftToClear(registers, { order, row });
  const next = nextStep({ order, row, left });
  const clearances = clearancesWanted(order).map((each) =>
    clearanceOf(looking, { order, row, clearance: each }),
  );
  const mayIssue =
    isFrozen &&
    may({ registers, person, today }, 'issue a paper') &&
    !isIssued(row) &&
    left.length === 0 &&
    hold === null;
  return {
    key: order.key,
    name: paperTitles[order.kind],
    audience: audienceOf(order),
    stage,
    waits: waitsFor(looking, { order, row, left, next }),
    isLate: isFrozen && stage !== 'Issued' && next !== null && isPast(next, today),
    clearances,
    // Each may be given in any order, but it waits for the first of them.
    isTheirTurn: mayIssue || clearances.some((each) => each.may && each.clearance === left[0]),
    mayIssue,
    mayPublish: isReadInPublic(order) && isIssued(row) && hold === null,
  };
};

const audienceOf = ({ board, meets }: PaperOrder): string | null => {
  if (board === null) return null;
  return meets === null ? board.title : `${board.title}, ${dateWords(meets.meeting.meetsOn)}`;
};

/** `left`: the clearances that are still to give. */
type Waiting = PaperAsItStands & { readonly left: readonly Clearance[] };

const stepOf: { readonly [C in Clearance]: TimetableStep } = {
  finance: 'finance',
  legal: 'legal',
  portfolio: 'portfolio holder',
};

/** What is to be done first of what is not; null where it goes to no meeting or has been issued. */
const nextStep = ({ order, row, left: [first] }: Waiting): TimetableLine | null => {
  if (order.meets === null || isIssued(row)) return null;
  const step = first === undefined ? 'dispatch' : stepOf[first];
  return order.meets.lines.find((each) => each.step === step) ?? null;
};

/** 'Waits to be cleared: finance again by Mon 2 November 2020, then legal.' */
const waitsFor = (
  { registers, isFrozen, now }: Looking,
  { order, row, left, next }: Waiting & { readonly next: TimetableLine | null },
): string => {
  if (isIssued(row))
    return `Issued ${dateWords(row.issuedAt.toZonedDateTimeISO(zone).toPlainDate())}.`;
  if (!isFrozen) return draftBy(order);
  const today = now.toPlainDate();
  const by = next === null ? '' : ` by ${dateWords(next.on)}`;
  const late = next !== null && isPast(next, today) ? ' That day has passed.' : '';
  if (left.length > 0) {
    const [first = '', ...others] = left.map((each) => {
      const again = clearedIn(row, each) === null ? '' : ' again';
      return `${clearanceWords[each].toLowerCase()}${again}`;
    });
    return `Waits to be cleared: ${[`${first}${by}`, ...others].join(', then ')}.${late}`;
  }
  const hold = holdOn(registers, { kind: order.kind, plan: order.cycle.plan, today });
  if (hold !== null) return holdWords(hold);
  if (row?.wordsFrozenAt) return 'Its issue was cut short: issue it again to finish.';
  return `Cleared. Waits to be issued${by}.${late}`;
};

/** 'To be drafted by Tue 3 November 2020.'; blank where no meeting waits for it. */
const draftBy = ({ meets }: PaperOrder): string => {
  const draft = meets?.lines.find(({ step }) => step === 'draft');
  return draft === undefined ? '' : `To be drafted by ${dateWords(draft.on)}.`;
};

/** Its way to its meeting; none where it goes to none. */
export const paperSteps = (
  { registers, now, isFrozen }: Looking,
  order: PaperOrder,
): readonly PaperStep[] => {
  const row = registers.papers.get(order.key) ?? null;
  const left = new Set(leftToClear(registers, { order, row }));
  const isCleared = (each: Clearance) => clearedIn(row, each) !== null && !left.has(each);
  const wanted = new Set<TimetableStep>(clearancesWanted(order).map((each) => stepOf[each]));
  const asked = (order.meets?.lines ?? []).filter(
    ({ step }) => step === 'draft' || step === 'dispatch' || step === 'meeting' || wanted.has(step),
  );
  return asked.map((line) => ({
    words: line.words,
    on: dateWords(line.on),
    state: stateOf(line, { row, isCleared, isFrozen, today: now.toPlainDate() }),
    trouble: line.isTooLate
      ? `Too late for what follows: ${dateWords(line.latest)} is the last day that leaves time for it.`
      : null,
  }));
};

type Stands = Pick<PaperAsItStands, 'row'> & {
  readonly isCleared: (clearance: Clearance) => boolean;
  readonly isFrozen: boolean;
  readonly today: Temporal.PlainDate;
};

/** A draft is there once the figures are frozen. */
const stateOf = (
  line: TimetableLine,
  { row, isCleared, isFrozen, today }: Stands,
): PaperStep['state'] => {
  const done: { readonly [S in TimetableStep]: boolean } = {
    draft: isFrozen,
    finance: isCleared('finance'),
    legal: isCleared('legal'),
    'portfolio holder': isCleared('portfolio'),
    dispatch: isIssued(row),
    meeting: isPast(line, today),
  };
  if (done[line.step]) return 'done';
  return isPast(line, today) ? 'late' : 'ahead';
};

/** The hold in force on publicity of a plan, as this person sees it. */
export const holdLine = (
  { registers, person, now }: Looking,
  hold: ReturnType<typeof holdOn>,
): HoldLine | null =>
  hold && {
    key: hold.key,
    words: holdWords(hold),
    because: hold.because,
    mayRelease: may({ registers, person, today: now.toPlainDate() }, 'release a hold'),
  };
