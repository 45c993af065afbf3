// What a person reports of a line that is not a measure, as typed: nothing of it is trusted.
import type { AssuranceQuestion } from '../rules/line-fault.ts';

/** Money is in pounds, days in ISO text; '' is left alone. `right`: why it is right though it was doubted. */
export type LineAnswer =
  | {
      readonly kind: 'progress';
      readonly status: string;
      readonly percent: string;
      readonly expectedOn: string;
      readonly commentary: string;
      readonly right?: string | null;
    }
  | {
      readonly kind: 'saving';
      readonly achieved: string;
      readonly forecast: string;
      readonly status: string;
      readonly commentary: string;
      readonly right?: string | null;
    }
  | {
      readonly kind: 'risk';
      readonly likelihood: string;
      readonly impact: string;
      readonly reviewOn: string;
      readonly commentary: string;
      readonly right?: string | null;
    }
  | {
      readonly kind: 'assurance';
      readonly answers: { readonly [Q in AssuranceQuestion]: string };
      readonly statement: string;
    }
  | {
      readonly kind: 'finance';
      readonly lines: readonly LineForecast[];
      readonly commentary: string;
      readonly right?: string | null;
    }
  | { readonly kind: 'no data'; readonly until: string; readonly because: string };

/** `key` is a line of Budgets. */
export type LineForecast = {
  readonly key: string;
  readonly forecast: string;
  readonly savingsAchieved: string;
};

export type LineAnswerOf<K extends LineAnswer['kind']> = Extract<LineAnswer, { kind: K }>;
