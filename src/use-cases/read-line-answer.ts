// What a whole report of a line must hold: which fields go together, and where a word is wanted besides.
// How one field is read is read-line.ts; what it puts in the registers is line-changes.ts.
import { assuranceAnswers } from '../registers/assurance.ts';
import type { Budget } from '../registers/budgets.ts';
import type { Risk } from '../registers/risks.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Saving } from '../registers/savings.ts';
import type { WorkStatus } from '../registers/shared-columns.ts';
import { forecastDoubts, percentDoubts, riskDoubts, savingDoubts } from '../rules/line-doubts.ts';
import {
  type AssuranceAnswer,
  type AssuranceQuestion,
  assuranceQuestions,
  type LineFault,
} from '../rules/line-fault.ts';
import { aboveAppetite } from '../rules/risk-score.ts';
import type { LineAnswerOf } from './line-answer.ts';
import {
  isFault,
  readDayAhead,
  readOfFive,
  readPercent,
  readPounds,
  readStatus,
  readWords,
} from './read-line.ts';

export type ProgressRead = {
  readonly status: WorkStatus;
  /** Null: never said, of work that was stopped. */
  readonly percent: number | null;
  readonly expectedOn: Temporal.PlainDate | null;
  readonly commentary: string | null;
  readonly doubts: readonly string[];
};

/** These want a word: why, what is being done, by when. */
const wantsWord: readonly WorkStatus[] = ['at risk', 'delayed', 'stopped'];

const commentaryFor = (typed: string, because: string | null): string | null | LineFault => {
  const commentary = readWords(typed, { field: 'commentary' });
  return commentary === null && because !== null
    ? { field: 'commentary', kind: 'say why', because }
    : commentary;
};

/** Complete is 100, not started nought; of what is stopped the percentage may be left as it was. */
const percentFor = (
  status: WorkStatus,
  typed: string,
  last: number | null,
): number | null | LineFault => {
  if (typed.trim() === '') {
    if (status === 'complete') return 100;
    if (status === 'not started') return 0;
    if (status === 'stopped') return last;
  }
  const percent = readPercent(typed);
  if (typeof percent !== 'number') return percent;
  return status === 'complete' && percent < 100
    ? { field: 'percent', kind: 'not complete', percent }
    : percent;
};

/** Delayed work has a new day; work that is over has none. */
const expectedFor = (
  status: WorkStatus,
  typed: string,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null | LineFault => {
  if (status === 'complete' || status === 'stopped') return null;
  const day = readDayAhead(typed, today, 'expectedOn');
  return day === null && status === 'delayed' ? { field: 'expectedOn', kind: 'no date' } : day;
};

export const readProgress = (
  answer: LineAnswerOf<'progress'>,
  last: number | null,
  today: Temporal.PlainDate,
): ProgressRead | LineFault => {
  const status = readStatus(answer.status);
  if (isFault(status)) return status;
  const percent = percentFor(status, answer.percent, last);
  if (isFault(percent)) return percent;
  const expectedOn = expectedFor(status, answer.expectedOn, today);
  if (isFault(expectedOn)) return expectedOn;
  const commentary = commentaryFor(answer.commentary, wantsWord.includes(status) ? status : null);
  if (isFault(commentary)) return commentary;
  return { status, percent, expectedOn, commentary, doubts: percentDoubts(last, percent) };
};

export type SavingRead = {
  readonly achieved: number;
  readonly forecast: number;
  readonly status: WorkStatus;
  readonly commentary: string | null;
  readonly doubts: readonly string[];
};

export const readSaving = (
  answer: LineAnswerOf<'saving'>,
  before: Pick<Saving, 'required' | 'achieved'>,
): SavingRead | LineFault => {
  const achieved = readPounds(answer.achieved, { field: 'achieved' });
  if (isFault(achieved)) return achieved;
  const forecast = readPounds(answer.forecast, { field: 'forecast' });
  if (isFault(forecast)) return forecast;
  const status = readStatus(answer.status);
  if (isFault(status)) return status;
  const commentary = commentaryFor(answer.commentary, wantsWord.includes(status) ? status : null);
  if (isFault(commentary)) return commentary;
  const doubts = savingDoubts(before, { achieved, forecast });
  return { achieved, forecast, status, commentary, doubts };
};

export type RiskRead = {
  readonly likelihood: number;
  readonly impact: number;
  readonly reviewOn: Temporal.PlainDate | null;
  readonly commentary: string | null;
  readonly doubts: readonly string[];
};

export const readRisk = (
  answer: LineAnswerOf<'risk'>,
  before: Risk,
  today: Temporal.PlainDate,
): RiskRead | LineFault => {
  const likelihood = readOfFive(answer.likelihood, 'likelihood');
  if (isFault(likelihood)) return likelihood;
  const impact = readOfFive(answer.impact, 'impact');
  if (isFault(impact)) return impact;
  const reviewOn = readDayAhead(answer.reviewOn, today, 'reviewOn');
  if (isFault(reviewOn)) return reviewOn;
  const assessed = { ...before, residualLikelihood: likelihood, residualImpact: impact };
  const because = aboveAppetite(assessed) ? 'above the appetite for it' : null;
  const commentary = commentaryFor(answer.commentary, because);
  if (isFault(commentary)) return commentary;
  return { likelihood, impact, reviewOn, commentary, doubts: riskDoubts(before) };
};

export type AssuranceRead = {
  readonly answers: { readonly [Q in AssuranceQuestion]: AssuranceAnswer };
  readonly statement: string | null;
};

/** Nothing is taken for granted: all seven are answered, and what is not assured wants a statement. */
export const readAssurance = (answer: LineAnswerOf<'assurance'>): AssuranceRead | LineFault => {
  const given = assuranceQuestions.map(
    (each) =>
      [each, assuranceAnswers.find((one) => one === (answer.answers[each] ?? '').trim())] as const,
  );
  const open = given.find(([, said]) => said === undefined);
  if (open !== undefined) return { field: open[0], kind: 'not chosen' };
  const worst = assuranceAnswers.findLast((each) => given.some(([, said]) => said === each));
  const statement = readWords(answer.statement, { field: 'statement' });
  if (isFault(statement)) return statement;
  if (statement === null && worst !== undefined && worst !== 'assured')
    return { field: 'statement', kind: 'say why', because: worst };
  return { answers: Object.fromEntries(given) as AssuranceRead['answers'], statement };
};

export type FinanceRead = {
  readonly lines: readonly {
    readonly budget: Budget;
    readonly forecast: number;
    /** Null: nothing was said of savings. */
    readonly savingsAchieved: number | null;
  }[];
  readonly commentary: string | null;
  readonly doubts: readonly string[];
};

/** `asked`: the lines that are forecast. Once all were given, some may be corrected alone. */
export const readFinance = (
  answer: LineAnswerOf<'finance'>,
  asked: readonly Budget[],
  isGiven: boolean,
): FinanceRead | LineFault => {
  const lines: FinanceRead['lines'][number][] = [];
  for (const typed of answer.lines) {
    const budget = asked.find(({ key }) => sameKey(key, typed.key));
    if (budget === undefined) return { kind: 'unknown line' };
    const read = readForecast(typed, budget);
    if (isFault(read)) return read;
    if (read !== null) lines.push(read);
  }
  const left = asked.filter(({ key }) => !lines.some(({ budget }) => budget.key === key));
  const [first, ...others] = left.map(({ title }) => title);
  if (first !== undefined && !isGiven) return { kind: 'lines left', titles: [first, ...others] };
  const commentary = readWords(answer.commentary, { field: 'commentary' });
  if (isFault(commentary)) return commentary;
  const doubts = lines.flatMap(({ budget, forecast }) => forecastDoubts(budget, forecast));
  return { lines, commentary, doubts };
};

type Forecast = FinanceRead['lines'][number];

/** Null of a line that was left alone. */
const readForecast = (
  typed: LineAnswerOf<'finance'>['lines'][number],
  budget: Budget,
): Forecast | null | LineFault => {
  const line = { key: budget.key, title: budget.title };
  const saved = typed.savingsAchieved.trim();
  if (typed.forecast.trim() === '' && saved === '') return null;
  const forecast = readPounds(typed.forecast, { field: 'forecast', line });
  if (isFault(forecast)) return forecast;
  const savingsAchieved =
    saved === '' ? null : readPounds(saved, { field: 'savingsAchieved', line });
  if (isFault(savingsAchieved)) return savingsAchieved;
  return { budget, forecast, savingsAchieved };
};
