// What a paper is asked for with, and how each kind is read: in public or inside, with an appendix for
// exempt rows or without.
import type { Meeting } from '../../registers/meetings.ts';
import type { PaperKind } from '../../registers/papers.ts';
import type { Restatement } from '../../registers/restatements.ts';
import type { BoardFact, Dataset } from '../dataset/dataset.ts';

export type Ordered = {
  readonly kind: PaperKind;
  /** Of the paper: cycle|kind, or cycle|kind|board. */
  readonly key: string;
  /** Whose paper it is; null hears of all. */
  readonly board: BoardFact | null;
  readonly meeting: Pick<Meeting, 'title' | 'meetsOn'> | null;
  /** Commentary as cleared for print, by line ('Measures: plan|code'). Blank prints nothing. */
  readonly words: ReadonlyMap<string, string>;
  /** Corrections of this dataset's figures since it was frozen. */
  readonly restatements: readonly Restated[];
  /** The dataset of the cycle before; null where there is none, and then nothing is compared with it. */
  readonly previous: Dataset | null;
  /** SHA-256 of the frozen dataset; null while it is a draft. */
  readonly hash: string | null;
  /** Whoever it is made for may read exempt rows: they are in the appendix. */
  readonly mayReadExempt: boolean;
  /** Said at its head before all else. */
  readonly notices: readonly string[];
};

export type Restated = Pick<Restatement, 'line' | 'period' | 'was' | 'is' | 'on' | 'because'> &
  // By its key its reason is reworded; left out: as it was given. Access left out is that it is not exempt.
  Partial<Pick<Restatement, 'key' | 'access'>>;

const readInPublic: { readonly [K in PaperKind]: boolean } = {
  "directors' board": false,
  'portfolio briefing': false,
  Cabinet: true,
  scrutiny: true,
  public: true,
  'delivery plan': true,
  annual: true,
  'council tax': true,
};

/**
 * Whether anybody may come to read a paper: Cabinet's and scrutiny's as much as residents', and that of any
 * board that meets in public. A delivery plan report is read as its board is, and in public where it has none.
 */
export const isReadInPublic = ({ kind, board }: Pick<Ordered, 'kind' | 'board'>): boolean =>
  kind === 'delivery plan' && board !== null
    ? !boardsThatMeetInside.has(board.kind) || board.inPublic
    : readInPublic[kind] || board?.inPublic === true;

const boardsThatMeetInside: ReadonlySet<string> = new Set(['directors', 'portfolio', 'programme']);

/** A paper for residents has no appendix, whoever asks for it. */
export const hasAppendix = (kind: PaperKind): boolean =>
  kind !== 'public' && kind !== 'annual' && kind !== 'council tax';

/**
 * Directors hear of operational measures too; members and residents of the strategic ones.
 * Source: the framework, strategic and operational measures.
 */
export const isOfStrategicMeasures = (kind: PaperKind): boolean =>
  kind !== "directors' board" && kind !== 'portfolio briefing' && kind !== 'delivery plan';

export const paperTitles: { readonly [K in PaperKind]: string } = {
  "directors' board": 'Performance and finance: what needs a decision',
  'portfolio briefing': 'Portfolio briefing: performance and finance',
  Cabinet: 'Strategic measures and finance report',
  scrutiny: 'Performance report for scrutiny',
  public: 'How the council is doing',
  'delivery plan': 'Delivery plan report',
  annual: 'Annual performance report',
  'council tax': 'What your council tax pays for',
};
