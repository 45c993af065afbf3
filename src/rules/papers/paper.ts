// What a paper is before it is HTML, Word, a spreadsheet or list rows: headings, words, tables and charts.
// Nothing is worked out after this: what is written here is what every one of them prints.
import type { PaperKind } from '../../registers/papers.ts';
import type { WorkStatus } from '../../registers/shared-columns.ts';
import type { Direction, RatedAgainst, Standing } from '../../registers/words.ts';

export type Paper = {
  readonly key: string;
  readonly kind: PaperKind;
  readonly title: string;
  /** 'Cabinet, 24 November 2020'; null where it goes to no meeting. */
  readonly audience: string | null;
  readonly plan: string;
  readonly period: string;
  /** What a reader must know first: illustrative, provisional, a draft, held until. */
  readonly notices: readonly string[];
  readonly sections: readonly PaperSection[];
  /** Exempt rows, for a confidential appendix apart; empty where there are none, or none may be read. */
  readonly confidential: readonly PaperSection[];
  /** 'Figures as at 30 October 2020, dataset 3fa1…' : printed at the end. */
  readonly madeFrom: readonly string[];
};

export type PaperSection = {
  /** Unique in its paper, of letters, digits and hyphens: what contents point at. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** One level down; never deeper than three. */
  readonly sections: readonly PaperSection[];
};

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: true }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Somebody's own words, and whose they are: a post or a role, never a name. */
  | { readonly kind: 'quote'; readonly text: string; readonly by: string }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'chart'; readonly chart: Chart };

export type Table = {
  readonly id: string;
  readonly caption: string;
  /** The first column is each row's heading. */
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Said beneath: what a mark means. */
  readonly notes: readonly string[];
};

export type Column = { readonly heading: string; readonly kind: 'text' | 'number' | 'status' };

/**
 * `text` is what every format prints. `value` is there where it is a number a spreadsheet may count with;
 * it reads as `text` does. A suppressed cell has no value.
 */
export type Cell = {
  readonly text: string;
  readonly value?: number;
  readonly standing?: Standing;
  readonly status?: WorkStatus;
  readonly direction?: Direction;
  /** A spreadsheet shows it with so many decimals; left out is as it comes. */
  readonly decimals?: number;
};

type ChartHead = {
  readonly id: string;
  readonly title: string;
  /** What it shows, in words: never only its name. */
  readonly alt: string;
};

/** A null value is a gap in the line. Suppressed figures are gaps too. */
export type ChartPoint = {
  readonly words: string;
  readonly value: number | null;
  readonly standing: Standing;
  /** What it was rated against in its period; left out is its target. */
  readonly against?: RatedAgainst;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  /** A special cause, where the chart is a control chart. */
  readonly cause?: 'better' | 'worse' | 'neither';
};

export type Chart =
  | (ChartHead & {
      readonly kind: 'line';
      readonly unit: string;
      readonly decimals: number;
      readonly points: readonly ChartPoint[];
      /** One a point; null where there was none. */
      readonly targets: readonly (number | null)[];
      /** Of a point held to a range: '4 to 9'. Left out where no point is. */
      readonly ranges?: readonly (string | null)[];
      /** One a point; null where no limits are drawn. `trial`: fewer than twelve points. */
      readonly limits: readonly ({
        readonly low: number;
        readonly mean: number;
        readonly high: number;
        readonly trial: boolean;
      } | null)[];
      /** Where limits begin again: which point, and why. */
      readonly rebased: readonly { readonly at: number; readonly because: string }[];
    })
  /** How many stand how, a bar a row. */
  | (ChartHead & {
      readonly kind: 'standings';
      readonly rows: readonly {
        readonly label: string;
        readonly counts: { readonly [S in Standing]: number };
      }[];
    })
  /** Amounts beside one another, as savings required, forecast and achieved. */
  | (ChartHead & {
      readonly kind: 'bars';
      readonly unit: string;
      readonly series: readonly string[];
      readonly rows: readonly {
        readonly label: string;
        readonly values: readonly (number | null)[];
      }[];
    })
  /** Risks by impact (across) and likelihood (up), 1 to 5 each. */
  | (ChartHead & {
      readonly kind: 'matrix';
      readonly risks: readonly {
        readonly label: string;
        readonly likelihood: number;
        readonly impact: number;
        readonly above: boolean;
      }[];
    });
