// What can be wrong with what is reported of a line that is not a measure, and its words for every
// audience. Nothing of such an answer is saved: what was typed is kept where it was typed.
import type { assuranceAnswers } from '../registers/assurance.ts';
import { dateWords } from './date-words.ts';
import { figure } from './number-words.ts';

/** The seven statements a manager is asked for, by their columns of Assurance. */
export const assuranceQuestions = [
  'probity',
  'control',
  'budgets',
  'risk',
  'audit',
  'statutoryDuty',
  'peopleProcesses',
] as const;
export type AssuranceQuestion = (typeof assuranceQuestions)[number];
export type AssuranceAnswer = (typeof assuranceAnswers)[number];

export type LineField =
  | 'status'
  | 'percent'
  | 'expectedOn'
  | 'commentary'
  | 'achieved'
  | 'forecast'
  | 'savingsAchieved'
  | 'likelihood'
  | 'impact'
  | 'reviewOn'
  | 'statement'
  | AssuranceQuestion;

/** Which field; of a plan's money the line of the budget too: its key, and its name as people read it. */
export type LinePlace = {
  readonly field: LineField;
  readonly line?: { readonly key: string; readonly title: string };
};

export type LineFault =
  | (LinePlace & { readonly kind: 'nothing typed' | 'not chosen' | 'no date' })
  | (LinePlace & { readonly kind: 'not a number'; readonly typed: string })
  | (LinePlace & {
      readonly kind: 'ambiguous number';
      readonly typed: string;
      /** The two ways it could be read, as they would be typed. */
      readonly either: readonly [string, string];
    })
  | (LinePlace & { readonly kind: 'out of range'; readonly from: number; readonly to: number })
  | (LinePlace & { readonly kind: 'not a date'; readonly typed: string })
  | (LinePlace & { readonly kind: 'date not ahead'; readonly date: Temporal.PlainDate })
  | (LinePlace & { readonly kind: 'too long'; readonly length: number; readonly most: number })
  /** `because`: what it is that wants a word: 'at risk', 'not assured', 'above appetite'. */
  | (LinePlace & { readonly kind: 'say why'; readonly because: string })
  | (LinePlace & { readonly kind: 'not complete'; readonly percent: number })
  | { readonly kind: 'finished meanwhile'; readonly status: 'complete' | 'stopped' }
  /** Played back as sentences; saved once `right` says why it is right. */
  | { readonly kind: 'doubtful'; readonly doubts: readonly [string, ...string[]] }
  | { readonly kind: 'lines left'; readonly titles: readonly [string, ...string[]] }
  | { readonly kind: 'unknown line' };

/** What each field is called on a card and a screen. */
export const lineFieldWords: { readonly [F in LineField]: string } = {
  status: 'Status',
  percent: 'Percent complete',
  expectedOn: 'Now expected on',
  commentary: 'What has changed',
  achieved: 'Achieved so far (£)',
  forecast: 'Forecast (£)',
  savingsAchieved: 'Savings achieved (£)',
  likelihood: 'Likelihood',
  impact: 'Impact',
  reviewOn: 'Review on',
  statement: 'Statement',
  probity: 'Probity',
  control: 'Regularity and control',
  budgets: 'Budgets',
  risk: 'Risk',
  audit: 'Audit',
  statutoryDuty: 'Statutory duty',
  peopleProcesses: 'People processes',
};

/** Pounds as every audience reads them: '£1,234,500'. */
export const pounds = (value: number): string => figure({ unit: '£', decimals: 0 }, value);

const kept = 'What you typed is kept.';

const nameOf = ({ field, line }: LinePlace): string =>
  line ? `${line.title}: ${lineFieldWords[field].toLowerCase()}` : lineFieldWords[field];

/** A sentence or two: what is wrong, and what to do. Null field: it is about the whole. */
export const lineFaultWords = (
  fault: LineFault,
): { readonly words: string; readonly field: LineField | null; readonly line: string | null } => {
  const at = 'field' in fault ? fault : null;
  return {
    words: 'field' in fault ? placedWords(fault) : wholeWords(fault),
    field: at?.field ?? null,
    line: at?.line?.key ?? null,
  };
};

const placedWords = (fault: Extract<LineFault, LinePlace>): string => {
  const name = nameOf(fault);
  switch (fault.kind) {
    case 'nothing typed':
      return `${name} is empty. Type it, or choose "No news until". ${kept}`;
    case 'not chosen':
      return `${name}: choose one of the answers. ${kept}`;
    case 'no date':
      return `${name}: give the day on which it will now be done. ${kept}`;
    case 'not a number':
      return `${name}: "${fault.typed.slice(0, 60)}" is not a number. ${kept}`;
    case 'ambiguous number':
      return `${name}: "${fault.typed.slice(0, 60)}" can be read as ${fault.either[0]} or ${fault.either[1]}. Type it one of those two ways. ${kept}`;
    case 'out of range':
      return `${name} is from ${fault.from} to ${fault.to}. ${kept}`;
    case 'not a date':
      return `${name}: "${fault.typed.slice(0, 60)}" is not a date. ${kept}`;
    case 'date not ahead':
      return `${name}: ${dateWords(fault.date)} is not ahead. Give a day after today. ${kept}`;
    case 'too long':
      return `${name} has ${fault.length} characters; at most ${fault.most} are kept. Shorten it. ${kept}`;
    case 'say why':
      return `It is ${fault.because}: say why, what is being done, and by when. ${kept}`;
    case 'not complete':
      return `It says complete, and ${fault.percent}%. Say 100, or choose another status. ${kept}`;
    default:
      return never(fault);
  }
};

const wholeWords = (fault: Exclude<LineFault, LinePlace>): string => {
  switch (fault.kind) {
    case 'finished meanwhile':
      return `This was marked ${fault.status} since you were asked. Nothing was changed. Report it as ${fault.status} to agree; if it is not, tell the performance team.`;
    case 'doubtful':
      return `${fault.doubts.join(' ')} It is not saved yet. Correct it, or say why it is right.`;
    case 'lines left':
      return `${fault.titles.length === 1 ? 'One line has' : `${fault.titles.length} lines have`} no forecast yet: ${shortly(fault.titles)}. ${kept}`;
    case 'unknown line':
      return 'One of these lines is no longer in the budget for the year. Nothing was changed. Open the card again.';
    default:
      return never(fault);
  }
};

const mostNamed = 3;

const shortly = (titles: readonly string[]): string =>
  titles.length <= mostNamed
    ? titles.join(', ')
    : `${titles.slice(0, mostNamed).join(', ')} and ${titles.length - mostNamed} more`;

const never = (impossible: never): never => {
  throw new Error(`No words for ${JSON.stringify(impossible)}`);
};
