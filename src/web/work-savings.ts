// A plan's savings: what each commitment requires, expects and has brought, and how many the whole
// programme has live against its guide. A total says of how many it is.
import type { Saving } from '../registers/savings.ts';
import { savingsLive } from '../rules/live-projects.ts';
import type { Amount, SavingLine, SavingsView, SavingTotal } from './api-work.ts';
import { counted } from './words.ts';
import { type Asking, amountOf, poundsWords, workLine, workRows } from './work-lines.ts';

export const savingsView = (asking: Asking): SavingsView => {
  const lines = workRows(asking, 'savings').map((row) => lineOf(asking, row));
  return {
    summary: summaryOf(lines),
    lines: lines.toSorted((one, other) => largest(other) - largest(one)),
    totals: {
      required: totalOf(lines.map(({ required }) => required)),
      forecast: totalOf(lines.map(({ forecast }) => forecast)),
      achieved: totalOf(lines.map(({ achieved }) => achieved)),
    },
    live: liveOf(asking),
  };
};

const lineOf = (asking: Asking, row: Saving): SavingLine => ({
  ...workLine(asking, 'savings', row),
  category: row.category && sentenceCase(row.category),
  stage: row.stage,
  status: row.status,
  year: row.year,
  required: amountOf(row.required),
  forecast: amountOf(row.forecast),
  achieved: amountOf(row.achieved),
  fullYearEffect: amountOf(row.fullYearEffect),
});

/** Those without any amount come last, in the plan's order. */
const largest = ({ required, forecast, achieved }: SavingLine): number =>
  Math.max(...[required, forecast, achieved].map((amount) => amount?.pounds ?? -Infinity), -1e15);

const totalOf = (amounts: readonly Amount[]): SavingTotal => {
  const given = amounts.filter((amount) => amount !== null);
  const pounds = given.reduce((sum, amount) => sum + amount.pounds, 0);
  return { words: given.length > 0 ? poundsWords(pounds) : '–', given: given.length };
};

const summaryOf = (lines: readonly SavingLine[]): string => {
  if (lines.length === 0) return '';
  const given = lines.filter((line) => line.required ?? line.forecast ?? line.achieved).length;
  const all = counted(lines.length, 'commitment');
  if (given === 0) return `${all}. No amount has been given for any of them yet.`;
  if (given === lines.length) return `${all}.`;
  const left = lines.length - given;
  return `${all}, ${left} of them with no amount given yet.`;
};

const liveOf = ({ registers, plan }: Asking): SavingsView['live'] => {
  const { live, guide, pipeline } = savingsLive(registers, plan.key);
  const waiting = pipeline > 0 ? `${pipeline} wait in the pipeline` : 'none waits in the pipeline';
  const against = guide === null ? '' : `, against a guide of ${guide}`;
  return {
    live,
    guide,
    pipeline,
    words: `${live} live in the whole programme${against}; ${waiting}.`,
  };
};

const sentenceCase = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
