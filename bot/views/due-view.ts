// What the Due card shows of one person and cycle.
import type { Measure } from '../../src/registers/measures.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { AboutOf } from '../../src/rules/about.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { latestFigure } from '../../src/rules/history.ts';
import type { Owed } from '../../src/rules/owed.ts';
import type { DueLine, DueView } from '../cards/due-card.ts';
import { besidesOf } from './away-view.ts';
import { dayWords, figureWithUnit, personName, quarterName, seenBy } from './cycle-words.ts';
import { firstDue } from './due-days.ts';
import { type InCycle, owedIn } from './in-cycle.ts';
import { lineStands } from './line-stands-view.ts';
import { linesOf } from './report-words.ts';

/** Null when the person owes nothing for this cycle. `note`: why they are asked, where that is new. */
export const dueView = (at: InCycle, note: string | null = null): DueView | null => {
  const owed = owedIn(at);
  if (owed.length === 0) return null;
  return {
    cycle: at.cycle.key,
    title: dueTitle(at, owed),
    lines: owed.map((each) => dueLine(at, each)),
    minutes: minutesFor(at.registers, owed),
    note,
    seenBy,
    besides: besidesOf(at),
  };
};

/** "Quarter 2 returns: 3 due by Wed 14 October"; where not all are: "5 due, the first 3 by Mon 12 October". */
export const dueTitle = (
  { registers, cycle, today }: Pick<InCycle, 'registers' | 'cycle' | 'today'>,
  owed: readonly Owed[],
): string => {
  const { on, count: first } = firstDue({ registers, cycle }, owed);
  const late = Temporal.PlainDate.compare(today, on) > 0;
  const were = first === 1 ? 'was' : 'were';
  const day = dayWords(on, today);
  const count = owed.length;
  if (first === count)
    return `${quarterName(cycle)} returns: ${count} ${late ? `${were} due on` : 'due by'} ${day}`;
  const those = first === 1 ? 'the first' : `the first ${first}`;
  return `${quarterName(cycle)} returns: ${count} due, ${those} ${late ? `${were} due on` : 'by'} ${day}`;
};

/** How long one of each takes to answer, in seconds: three figures in two minutes. */
const secondsFor: { readonly [O in AboutOf]: number } = {
  measure: 40,
  action: 40,
  project: 40,
  saving: 60,
  risk: 60,
  assurance: 300,
  finance: 60,
};
const secondsForALine = 15;

/** Never under one. */
export const minutesFor = (registers: Registers, owed: readonly Owed[]): number => {
  const seconds = owed.reduce((all, { return: asked, about }) => {
    const lines = about.of === 'finance' ? linesOf(registers, about.row.key, asked).length : 0;
    return all + secondsFor[about.of] + lines * secondsForALine;
  }, 0);
  return Math.max(1, Math.round(seconds / 60));
};

const dueLine = ({ registers, today }: InCycle, owed: Owed): DueLine => {
  const { about, return: asked } = owed;
  const named = {
    return: asked.key,
    name: askedName(asked, about),
    standingInFor: owed.as === 'deputy' ? personName(registers, asked.owner) : null,
  };
  if (about.of !== 'measure')
    return { ...named, last: null, stands: lineStands(registers, asked, { about, today }) };
  return { ...named, last: lastFigure(registers, about.row) };
};

const lastFigure = (registers: Registers, measure: Measure): DueLine['last'] => {
  const latest = latestFigure(registers, measure);
  return latest === null
    ? null
    : {
        period: latest.words,
        figure: figureWithUnit(measure, latest.value),
        standing: latest.standing,
        against: latest.against,
        marks: [
          ...(latest.provisional ? ['provisional'] : []),
          ...(latest.illustrative ? ['illustrative'] : []),
        ],
      };
};
