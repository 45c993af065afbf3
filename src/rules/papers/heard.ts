// What of a dataset a board hears: what lies in the groups it hears of, and the questions it asked.
import { sameKey } from '../../registers/same-key.ts';
import type { BoardFact, Dataset } from '../dataset/dataset.ts';

type Placed = { readonly key: string; readonly groups: readonly string[] };

/**
 * No board, or one that names nothing it hears of, hears of all; of money then the totals too. A scrutiny
 * committee is told its own questions, any other board those of all.
 */
export const heardBy = (dataset: Dataset, board: BoardFact | null): Dataset => {
  if (board === null) return dataset;
  const questions = dataset.questions.filter((each) => isAskedBy(each.board, board));
  if (board.hearsOf.length === 0) return { ...dataset, questions };
  const named = new Set(board.hearsOf);
  const isHeard = ({ key, groups }: Placed) =>
    named.has(key) || groups.some((group) => named.has(group));
  return {
    ...dataset,
    questions,
    measures: dataset.measures.filter(isHeard),
    actions: dataset.actions.filter(isHeard),
    projects: dataset.projects.filter(isHeard),
    savings: dataset.savings.filter(isHeard),
    risks: dataset.risks.filter(isHeard),
    money: dataset.money.filter((line) => !line.isTotal && isHeard(line)),
  };
};

/** Without operational measures, where any is strategic; a plan of operational ones alone tells of those. */
export const strategicPart = (dataset: Dataset): Dataset => {
  const measures = dataset.measures.filter(({ level }) => level !== 'operational');
  return measures.length === 0 ? dataset : { ...dataset, measures };
};

const isAskedBy = (asker: string | null, { key, kind }: BoardFact): boolean =>
  kind !== 'scrutiny' || asker === null || sameKey(asker, key);
