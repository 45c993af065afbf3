// Commentary as a paper prints it: as its owner wrote it, or as it was changed through clearance.
import { foldLine, lineName, readLine } from '../../registers/line-name.ts';
import type { RegisterName } from '../../registers/registers.ts';
import type { Dataset } from '../dataset/dataset.ts';

type Said = { readonly key: string; readonly commentary: string | null };

/** Words cleared as blank are '', and print nothing; null is that nobody said anything. */
export const withClearedWords = (dataset: Dataset, words: ReadonlyMap<string, string>): Dataset => {
  if (words.size === 0) return dataset;
  const cleared = new Map([...words].map(([line, text]) => [folded(line), text]));
  const reworded =
    (register: RegisterName) =>
    <Row extends Said>(row: Row): Row => {
      const text = cleared.get(folded(lineName({ register, key: row.key })));
      return text === undefined ? row : { ...row, commentary: text.trim() === '' ? '' : text };
    };
  return {
    ...dataset,
    measures: dataset.measures.map(reworded('measures')),
    actions: dataset.actions.map(reworded('actions')),
    projects: dataset.projects.map(reworded('projects')),
    savings: dataset.savings.map(reworded('savings')),
    risks: dataset.risks.map(reworded('risks')),
  };
};

/** Two spellings of a line are one; what names no register is as it is written. */
const folded = (text: string): string => {
  const line = readLine(text);
  return line === null ? text : foldLine(line);
};
