// What the Due card shows of one person and cycle.
import type { Registers } from '../../src/registers/registers.ts';
import { latestFigure } from '../../src/rules/history.ts';
import type { Owed } from '../../src/rules/owed.ts';
import type { DueLine, DueView } from '../cards/due-card.ts';
import { besidesOf } from './away-view.ts';
import {
  askedName,
  calendarOf,
  dayWords,
  figureWithUnit,
  personName,
  quarterName,
  seenBy,
} from './cycle-words.ts';
import { type InCycle, owedIn } from './in-cycle.ts';

/** Null when the person owes nothing for this cycle. `note`: why they are asked, where that is new. */
export const dueView = (at: InCycle, note: string | null = null): DueView | null => {
  const owed = owedIn(at);
  if (owed.length === 0) return null;
  return {
    cycle: at.cycle.key,
    title: dueTitle(at, owed.length),
    lines: owed.map((each) => dueLine(at.registers, each)),
    minutes: Math.max(1, Math.round((owed.length * 2) / 3)),
    note,
    seenBy,
    besides: besidesOf(at),
  };
};

/** "Quarter 2 returns: 3 due by Wed 14 October" */
export const dueTitle = (
  { registers, cycle, today }: Pick<InCycle, 'registers' | 'cycle' | 'today'>,
  count: number,
): string => {
  const { dueOn } = calendarOf(registers, cycle);
  const late = Temporal.PlainDate.compare(today, dueOn) > 0;
  const due = late ? `${count === 1 ? 'was' : 'were'} due on` : 'due by';
  return `${quarterName(cycle)} returns: ${count} ${due} ${dayWords(dueOn, today)}`;
};

const dueLine = (registers: Registers, owed: Owed): DueLine => {
  const { about } = owed;
  const measure = about.of === 'measure' ? about.row : null;
  const latest = measure && latestFigure(registers, measure);
  return {
    return: owed.return.key,
    name: askedName(owed.return, about),
    last:
      latest === null || measure === null
        ? null
        : {
            period: latest.words,
            figure: figureWithUnit(measure, latest.value),
            standing: latest.standing,
            marks: [
              ...(latest.provisional ? ['provisional'] : []),
              ...(latest.illustrative ? ['illustrative'] : []),
            ],
          },
    standingInFor: owed.as === 'deputy' ? personName(registers, owed.return.owner) : null,
  };
};
