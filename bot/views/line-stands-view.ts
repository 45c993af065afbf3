// How a line that is no measure stands before it is asked about, in a few words beneath its name.

import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import type { WorkStatus } from '../../src/registers/shared-columns.ts';
import { riskScores } from '../../src/rules/risk-score.ts';
import { counted, dayWords } from './cycle-words.ts';
import { type LineAbout, linesOf, periodOf, pounds, reportBefore, saidOf } from './report-words.ts';

export type Stands = { readonly status: WorkStatus | null; readonly words: readonly string[] };

export const lineStands = (
  registers: Registers,
  asked: Return,
  { about, today }: { readonly about: LineAbout; readonly today: Temporal.PlainDate },
): Stands => {
  switch (about.of) {
    case 'action':
    case 'project': {
      const { status, percent, dueOn } = about.row;
      const words = [
        ...(percent === null ? [] : [`${percent}% done`]),
        ...(dueOn === null ? [] : [dueWords(dueOn, today)]),
      ];
      return { status, words };
    }
    case 'saving': {
      const { status, achieved, required } = about.row;
      const of = required === null ? '' : ` of ${pounds(required)}`;
      return { status, words: achieved === null ? [] : [`${pounds(achieved)}${of} achieved`] };
    }
    case 'risk': {
      const { residual } = riskScores(about.row);
      return { status: null, words: residual === null ? [] : [`score ${residual} at last look`] };
    }
    case 'assurance':
      return { status: null, words: lastTime(registers, asked, { about, today }) };
    case 'finance': {
      const lines = linesOf(registers, about.row.key, asked).length;
      return { status: null, words: [`${counted(lines, 'line')} of the budget`] };
    }
  }
};

const dueWords = (dueOn: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  `${Temporal.PlainDate.compare(dueOn, today) < 0 ? 'was due on' : 'due by'} ${dayWords(dueOn, today)}`;

const lastTime = (
  registers: Registers,
  asked: Return,
  at: { readonly about: LineAbout; readonly today: Temporal.PlainDate },
): readonly string[] => {
  const last = reportBefore(registers, asked);
  const said = last === null ? [] : saidOf(registers, last, at);
  return last === null || said.length === 0 ? [] : [`${periodOf(last)}, ${said.join('; ')}`];
};
