// Which rows stay where exempt ones are not asked for: those that are exempt or hang on what is, by the same
// rule by which they are read; and those of which nobody can say whether they are.
import { readLine } from '../../registers/line-name.ts';
import { registers as declared, type Registers, type Row } from '../../registers/registers.ts';
import { sameKey } from '../../registers/same-key.ts';
import { isExempt } from '../access.ts';
import { datasetIn, frozenRows } from '../dataset/parts.ts';
import { asExemptNow } from '../dataset-access.ts';
import { type OfRegister, rowAt, rowsBehind } from '../hangs-on.ts';
import { exemptRows } from '../paper-readers.ts';

export type HeldBack = 'exempt' | 'not known';

/** Null: it may leave. A dataset is read once, however many parts it is in. */
export const heldBackIn = (registers: Registers): ((of: OfRegister) => HeldBack | null) => {
  const datasets = new Map<string, HeldBack | null>();
  const inDataset = (dataset: string): HeldBack | null => {
    const known = datasets.get(dataset);
    if (known !== undefined) return known;
    const found = datasetHeldBack(registers, dataset);
    datasets.set(dataset, found);
    return found;
  };
  return ({ register, row }) => {
    if (rowsBehind(registers, { register, row }).some(isExempt)) return 'exempt';
    if (register === 'journal') return journalHeldBack(registers, row as Row<'journal'>);
    return register === 'datasetParts' ? inDataset((row as Row<'datasetParts'>).dataset) : null;
  };
};

/** As in the tab: of a row that is not there, or not under that Key, nobody can say whether it was exempt. */
const journalHeldBack = (registers: Registers, told: Row<'journal'>): HeldBack | null => {
  if (sameKey(told.register, declared.personalObjectives.list)) return 'exempt';
  return rowAt(registers, readLine(told.row)) ? null : 'not known';
};

/** Its parts are one text, cut anywhere: all of them stay where anything in it is exempt by now. */
const datasetHeldBack = (registers: Registers, dataset: string): HeldBack | null => {
  const frozen = frozenRows(registers, dataset);
  if ('fault' in frozen) return 'not known';
  const read = datasetIn(frozen.rows.map(({ content }) => content).join(''));
  if ('fault' in read) return 'not known';
  return exemptRows(asExemptNow(read.dataset, registers)).length > 0 ? 'exempt' : null;
};
