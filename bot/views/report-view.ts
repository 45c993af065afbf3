// What the Report card shows of one line of work, money, a risk or a service that is reported on: what is
// asked of it, what was said the last time, what it serves, and what has been typed.
import { readLine } from '../../src/registers/line-name.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import { askedName, kindWord } from '../../src/rules/asked-name.ts';
import { lineRow } from '../../src/rules/golden-thread.ts';
import { longestCommentary } from '../../src/use-cases/read-answer.ts';
import { shortened } from '../cards/card-text.ts';
import type { Kept, Saved } from '../cards/question.ts';
import type { Before, LineTyped, ReportView } from '../cards/report.ts';
import { dayWords, seenBy } from './cycle-words.ts';
import { financeAsks } from './finance-view.ts';
import type { InCycle } from './in-cycle.ts';
import { othersOwed, positionOf, standingInFor } from './question-view.ts';
import { lineTypedBefore } from './report-typed.ts';
import {
  type LineAbout,
  periodOf,
  pounds,
  reportBefore,
  saidOf,
  shareWords,
} from './report-words.ts';
import { riskAsks } from './risk-view.ts';

export type Reporting = InCycle & {
  readonly return: Return;
  readonly about: LineAbout;
  /** What the person typed; null to begin from what the registers hold. */
  readonly typed: LineTyped | null;
  readonly saved: Saved | Kept | null;
  readonly refusal: ReportView['refusal'];
  /** Which page of a budget's lines, from 1; the first where it is left out. */
  readonly page?: number;
};

export const reportView = (reporting: Reporting): ReportView => {
  const { return: asked, about, cycle } = reporting;
  const left = lineTypedBefore(reporting);
  const typed = reporting.typed ?? left.typed;
  return {
    return: asked.key,
    revision: asked.revision ?? 0,
    cycle: cycle.key,
    name: askedName(asked, about),
    beneath: beneathOf(reporting),
    facts: factsOf(reporting),
    before: beforeOf(reporting),
    asks: asksOf(reporting, typed),
    typed,
    keptOn: reporting.typed === null ? left.keptOn : null,
    position: positionOf(reporting),
    saved: reporting.saved,
    refusal: reporting.refusal,
    others: othersOwed(reporting),
    tomorrow: reporting.today.add({ days: 1 }).toString(),
    longestCommentary,
    seenBy,
  };
};

const behind: ReadonlySet<string> = new Set(['at risk', 'delayed']);

const asksOf = (reporting: Reporting, typed: LineTyped): ReportView['asks'] => {
  const { about } = reporting;
  switch (about.of) {
    case 'action':
    case 'project':
      return { of: 'progress', isBehind: behind.has(typed['status'] ?? '') };
    case 'saving':
      return { of: 'saving' };
    case 'risk':
      return riskAsks(about.row);
    case 'assurance':
      return { of: 'assurance' };
    case 'finance':
      return financeAsks(reporting, about.row, typed);
  }
};

/** "Action 3.2 · for Head of Voids"; what has no code is said of its quarter. */
const beneathOf = (reporting: Reporting): string => {
  const { about } = reporting;
  const absent = standingInFor(reporting);
  return [
    about.code === null ? periodOf(reporting.return) : `${kindWord(about)} ${about.code}`,
    ...(absent === null ? [] : [`for ${absent}`]),
  ].join(' · ');
};

/** What is asked comes first: it is spoken with the name. */
const factsOf = (reporting: Reporting): readonly string[] => {
  const { about, return: asked, registers } = reporting;
  const period = periodOf(asked);
  switch (about.of) {
    case 'action':
      return [
        `${period}. ${dueFact(about.row.dueOn, reporting)}`,
        ...partOf(registers, about.row.parent),
        ...servesFact(registers, about.row.serves),
      ];
    case 'project':
      return [
        `${period}. ${dueFact(about.row.dueOn, reporting)}`,
        ...servesFact(registers, about.row.serves),
      ];
    case 'saving':
      return [...savingFacts(period, about.row), ...servesFact(registers, about.row.serves)];
    case 'risk':
      return [
        `${period}. How likely is it now, and how much would it matter?`,
        ...(about.row.controls === null ? [] : [`Controls: ${clip(about.row.controls)}`]),
        ...servesFact(registers, about.row.serves, 'Threatens'),
      ];
    case 'assurance':
      return ['What you can say of the service as its manager, statement by statement.'];
    case 'finance':
      return ['What each line is expected to come to by the end of the year, in pounds.'];
  }
};

const longestFact = 300;
const clip = (text: string): string => shortened(text.trim(), longestFact);

const dueFact = (dueOn: Temporal.PlainDate | null, { today }: Reporting): string => {
  if (dueOn === null) return 'It has no date.';
  const isPast = Temporal.PlainDate.compare(dueOn, today) < 0;
  return `${isPast ? 'It was due on' : 'Due by'} ${dayWords(dueOn, today)}.`;
};

const partOf = (registers: Registers, parent: string | null): string[] => {
  const whole = parent === null ? undefined : registers.actions.get(parent);
  return whole === undefined ? [] : [`Part of: ${clip(whole.title)}`];
};

const mostServed = 3;

/** "Serves: Homes fit to live in; and 2 more". Lines that no register holds are left out. */
const servesFact = (
  registers: Registers,
  serves: readonly string[],
  verb: 'Serves' | 'Threatens' = 'Serves',
): string[] => {
  const titles = serves.flatMap((text) => {
    const line = readLine(text);
    const row = line === null ? null : lineRow(registers, line);
    return row ? [shortened(row.title, 120)] : [];
  });
  if (titles.length === 0) return [];
  const more = titles.length - mostServed;
  const shown = [...titles.slice(0, mostServed), ...(more > 0 ? [`and ${more} more`] : [])];
  return [`${verb}: ${shown.join('; ')}`];
};

type Saving = Extract<LineAbout, { of: 'saving' }>['row'];

/** "Required: £400,000. Achieved so far: £120,000, 30% of it. Last forecast: £380,000, 95%." */
const savingFacts = (period: string, { required, achieved, forecast }: Saving): string[] => {
  const share = (of: number | null): string => {
    const words = shareWords(of, required);
    return words === null ? '' : `, ${words} of it`;
  };
  return [
    required === null
      ? `${period}. What is required is not in the register.`
      : `${period}. Required this year: ${pounds(required)}.`,
    ...(achieved === null ? [] : [`Achieved so far: ${pounds(achieved)}${share(achieved)}.`]),
    ...(forecast === null ? [] : [`Last forecast: ${pounds(forecast)}${share(forecast)}.`]),
  ];
};

/** What the last return said; before there was one, what the register holds of work. */
const beforeOf = (reporting: Reporting): Before | null => {
  const { registers, return: asked, about, today } = reporting;
  const last = reportBefore(registers, asked);
  if (last !== null)
    return {
      when: `Last time, ${periodOf(last)}`,
      status: last.status,
      rest: saidOf(registers, last, { about, today }),
      said: last.commentary === null ? null : clip(last.commentary),
    };
  return (asked.revision ?? 0) === 0 ? inTheRegister(about) : null;
};

const inTheRegister = (about: LineAbout): Before | null => {
  if (about.of !== 'action' && about.of !== 'project' && about.of !== 'saving') return null;
  const { status, commentary } = about.row;
  const percent = 'percent' in about.row ? about.row.percent : null;
  if (status === null && percent === null && commentary === null) return null;
  return {
    when: 'In the register',
    status,
    rest: percent === null ? [] : [`${percent}% done`],
    said: commentary === null ? null : clip(commentary),
  };
};
