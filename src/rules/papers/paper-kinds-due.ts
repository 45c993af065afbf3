// Which papers a quarter has: the framework's reporting matrix, each board its own paper.
import type { PaperKind } from '../../registers/papers.ts';
import type { BoardFact } from '../dataset/dataset.ts';
import { parsePeriod } from '../period.ts';

export type PaperDue = { readonly kind: PaperKind; readonly board: BoardFact | null };

/** The report of measures and finance that a board of each kind gets. */
const ofMeasures: { readonly [kind: string]: PaperKind } = {
  directors: "directors' board",
  portfolio: 'portfolio briefing',
  Cabinet: 'Cabinet',
  scrutiny: 'scrutiny',
  public: 'public',
};

/** Without whom there would be no paper to inform a decision, or nobody outside would know. */
const always: readonly PaperKind[] = ["directors' board", 'Cabinet', 'public'];

/**
 * Measures and finance after every quarter; the delivery plan after quarters 2 and 4, for each board that
 * meets; the annual report and the council tax summary after quarter 4. A board that hears more or less often
 * says so; one that hears when asked has none made for it. Directors, Cabinet and the public have theirs
 * though the registers name no such board. None for a period that is no quarter.
 * Source: the framework's table of how often each level hears.
 */
export const paperKindsDue = (
  period: string,
  boards: readonly BoardFact[],
): readonly PaperDue[] => {
  const quarter = parsePeriod(period);
  if (quarter?.kind !== 'quarter') return [];
  const { number } = quarter;
  const known = boards.flatMap((board) => {
    const kind = ofMeasures[board.kind];
    return kind === undefined ? [] : [{ kind, board }];
  });
  const hearing = known.filter(({ board }) =>
    hearsIn(number, board.measuresAndFinance, 'quarterly'),
  );
  const unnamed = always
    .filter((kind) => known.every((each) => each.kind !== kind))
    .map((kind) => ({ kind, board: null }));
  const yearly: readonly PaperDue[] = [
    { kind: 'annual', board: null },
    { kind: 'council tax', board: null },
  ];
  return [...hearing, ...unnamed, ...deliveryPlans(number, known), ...(number === 4 ? yearly : [])];
};

/** Those of the public are on the website as Cabinet's is. */
const deliveryPlans = (number: number, known: readonly PaperDue[]): readonly PaperDue[] => {
  const meeting = known.filter(({ kind }) => kind !== 'public');
  if (meeting.length === 0)
    return hearsIn(number, null, 'six-monthly') ? [{ kind: 'delivery plan', board: null }] : [];
  return meeting
    .filter(({ board }) => hearsIn(number, board?.deliveryPlan, 'six-monthly'))
    .map(({ board }) => ({ kind: 'delivery plan', board }));
};

type Often = NonNullable<BoardFact['deliveryPlan']>;

const quarters: { readonly [O in Often]: readonly number[] } = {
  monthly: [1, 2, 3, 4],
  quarterly: [1, 2, 3, 4],
  'six-monthly': [2, 4],
  annual: [4],
  'when asked': [],
};

const hearsIn = (number: number, often: Often | null | undefined, unless: Often): boolean =>
  quarters[often ?? unless].includes(number);
