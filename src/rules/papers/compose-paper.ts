// A paper for one audience from a cycle's dataset: who it is for, what must be known first, its sections,
// and what it was made from. What each kind holds is decided in a file of its own.
import type { Dataset } from '../dataset/dataset.ts';
import { dateWords } from '../date-words.ts';
import { lastMonth, parsePeriod, periodHolding, periodText } from '../period.ts';
import { withClearedReasons } from './cleared-words.ts';
import { withIds } from './ids.ts';
import { appendixOf, sectionsOf } from './kinds.ts';
import { noticesOf } from './notices.ts';
import { type Ordered, paperTitles } from './ordered.ts';
import type { Paper } from './paper.ts';
import { toldOf } from './told.ts';

/**
 * The paper that was ordered. Every figure in it is one of the dataset's: nothing is looked up, and the same
 * dataset and order give the same paper. Exempt rows are in `confidential` alone, and only where whoever it
 * is made for may read them.
 */
export const composePaper = (dataset: Dataset, asked: Ordered): Paper => {
  const ordered = withClearedReasons(asked);
  const { open, exempt } = toldOf(dataset, ordered);
  const [sections = [], confidential = []] = withIds([
    sectionsOf(open),
    exempt === null ? [] : appendixOf(exempt),
  ]);
  return {
    key: ordered.key,
    kind: ordered.kind,
    title: `${paperTitles[ordered.kind]}, ${periodOf(dataset, ordered)}`,
    audience: audienceOf(ordered),
    plan: dataset.planTitle,
    period: dataset.periodWords,
    notices: noticesOf(open, dataset),
    sections,
    confidential,
    madeFrom: madeFrom(dataset, ordered),
  };
};

/** The papers of a year are named by it. */
const periodOf = ({ period, periodWords }: Dataset, { kind }: Ordered): string => {
  const quarter = kind === 'annual' || kind === 'council tax' ? parsePeriod(period) : null;
  if (quarter === null) return periodWords;
  return periodText(periodHolding('financial year', lastMonth(quarter)));
};

const audienceOf = ({ board, meeting }: Ordered): string | null => {
  const who = board?.title ?? meeting?.title ?? null;
  if (who === null || meeting === null) return who;
  return `${who}, ${dateWords(meeting.meetsOn)}`;
};

const madeFrom = ({ asAt }: Dataset, { hash }: Ordered): readonly string[] => [
  `Figures as at ${dateWords(Temporal.PlainDate.from(asAt))}.`,
  hash === null
    ? 'A draft: the quarter has not closed, and its figures may still change.'
    : `Made from the frozen dataset with SHA-256 ${hash}.`,
];
