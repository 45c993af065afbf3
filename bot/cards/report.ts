// What a report is drawn from: one line of work, money, a risk or a service, what was said of it last
// time, and what has been typed. A field goes by one name on the card, in a press and in a draft.
import type { WorkStatus } from '../../src/registers/shared-columns.ts';
import { assuranceQuestions } from '../../src/rules/line-fault.ts';
import type { Asked } from './question.ts';

export const lineFields = [
  'status',
  'percent',
  'expectedOn',
  'commentary',
  'achieved',
  'forecast',
  'likelihood',
  'impact',
  'reviewOn',
  ...assuranceQuestions,
  'statement',
  'until',
  'because',
] as const;

/** As typed, by the name of its field; one that is not there was left alone. */
export type LineTyped = Readonly<Record<string, string>>;

const moneyFields = ['forecast', 'savingsAchieved'] as const;
export type MoneyField = (typeof moneyFields)[number];

/** The field for one line of a budget, by that line's key. */
export const moneyField = (field: MoneyField, key: string): string => `${field}:${key}`;

/** Null where the name is no field of a line of a budget. */
export const readMoneyField = (
  name: string,
): { readonly field: MoneyField; readonly key: string } | null => {
  const field = moneyFields.find((each) => name.startsWith(`${each}:`));
  const key = field === undefined ? '' : name.slice(field.length + 1);
  return field === undefined || key === '' ? null : { field, key };
};

/** What was said the last time, beside what is asked now. */
export type Before = {
  /** "Last time, Q1 2020-21"; "In the register" where no return said it. */
  readonly when: string;
  readonly status: WorkStatus | null;
  /** "40% done, now expected by Fri 30 October" */
  readonly rest: readonly string[];
  /** Its commentary; null where there was none. */
  readonly said: string | null;
};

export type ScoreLine = {
  /** "Before any control" */
  readonly name: string;
  /** "4" or "–" */
  readonly likelihood: string;
  readonly impact: string;
  readonly score: string;
};

export type BudgetLine = {
  readonly key: string;
  readonly name: string;
  /** "Budget £142,575,000", "last forecast £143,000,000" */
  readonly facts: readonly string[];
  /** What the typed forecast comes to: "£425,000 over budget"; null while none can be read. */
  readonly variance: string | null;
  /** "£3,900,000"; null where no saving is required of it. */
  readonly savingsRequired: string | null;
};

export type Asks =
  | { readonly of: 'progress'; readonly isBehind: boolean }
  | { readonly of: 'saving' }
  | { readonly of: 'risk'; readonly scores: readonly ScoreLine[]; readonly appetite: string | null }
  | { readonly of: 'assurance' }
  | {
      readonly of: 'finance';
      readonly lines: readonly BudgetLine[];
      /** Which page of lines, from 1. */
      readonly page: { readonly number: number; readonly of: number };
    };

export type ReportView = Pick<
  Asked,
  'return' | 'revision' | 'cycle' | 'position' | 'saved' | 'keptOn' | 'others'
> & {
  readonly name: string;
  /** "Action 3.2 · for Head of Voids" */
  readonly beneath: string;
  /** What is asked, and all there is to know to answer it, a sentence each. */
  readonly facts: readonly string[];
  readonly before: Before | null;
  readonly asks: Asks;
  readonly typed: LineTyped;
  /** `field`: the name of a field; null where it is about the whole. */
  readonly refusal: { readonly words: string; readonly field: string | null } | null;
  /** ISO date before which no date ahead makes sense. */
  readonly tomorrow: string;
  readonly longestCommentary: number;
  readonly seenBy: string;
};

export const typedIn = (typed: LineTyped, field: string): string => typed[field] ?? '';
