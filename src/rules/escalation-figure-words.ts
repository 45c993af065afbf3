// How figures, aims, days and promises read in the evidence of an escalation.
import type { Action } from '../registers/actions.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import { dateWords } from './date-words.ts';
import { figure } from './number-words.ts';
import { isOpen } from './promise.ts';
import type { Aim } from './rating.ts';
import { closedDates, workingDaysBetween } from './working-days.ts';

/** "61.2%", "12 days": the unit where the figure does not carry it. */
export const figureWords = (measure: Measure, value: number | null): string => {
  const words = figure(measure, value);
  const unit = measure.unit.trim();
  const isCarried = /^(%|£(m|bn|k)?(?!\w))/.test(unit) || unit.toLowerCase() === 'number';
  return value === null || isCarried ? words : `${words} ${unit}`;
};

/** "a target of 85%"; null where there is none. */
export const aimWords = (measure: Measure, aim: Aim | null): string | null => {
  if (aim === null || measure.dataOnly) return null;
  if (measure.polarity === 'stay in range' && aim.rangeLow !== null && aim.rangeHigh !== null)
    return `a range of ${figure(measure, aim.rangeLow)} to ${figureWords(measure, aim.rangeHigh)}`;
  return aim.target === null ? null : `a target of ${figureWords(measure, aim.target)}`;
};

export const countWords = (count: number, one: string): string =>
  `${count} ${count === 1 ? one : `${one}s`}`;

/** In pounds, without pence. */
export const pounds = (value: number): string => figure({ unit: '£', decimals: 0 }, value);

/** What was promised, and what has become of it by that day; both null where nothing was. */
export const promiseWords = (
  registers: Pick<Registers, 'people' | 'closedDays'>,
  promised: Action | null,
  today: Temporal.PlainDate,
): { readonly promised: string | null; readonly became: string | null } => {
  if (promised === null) return { promised: null, became: null };
  const who = promised.owner === null ? null : registers.people.get(promised.owner)?.title;
  const by = promised.dueOn === null ? null : `by ${dateWords(promised.dueOn)}`;
  const whoAndWhen = [who, by].filter((each) => each !== null && each !== undefined).join(', ');
  return {
    promised: `${promised.title}${whoAndWhen === '' ? '' : ` (${whoAndWhen})`}`,
    became: becameWords(registers, promised, today),
  };
};

/** "Complete on Wed 30 September 2020"; "At risk, 60% done, 12 working days overdue". */
export const becameWords = (
  registers: Pick<Registers, 'closedDays'>,
  action: Action,
  today: Temporal.PlainDate,
): string => {
  const { status, completedOn, percent, dueOn } = action;
  if (!isOpen(action)) {
    const end = status === 'stopped' ? 'Stopped' : 'Complete';
    return completedOn === null ? end : `${end} on ${dateWords(completedOn)}`;
  }
  const days =
    dueOn !== null && Temporal.PlainDate.compare(dueOn, today) < 0
      ? workingDaysBetween(dueOn, today, closedDates(registers))
      : 0;
  return [
    status === null ? 'Nothing reported' : status.charAt(0).toUpperCase() + status.slice(1),
    ...(percent === null ? [] : [`${percent}% done`]),
    ...(days === 0 ? [] : [`${countWords(days, 'working day')} overdue`]),
  ].join(', ');
};
