// What a change of words does to papers that had been cleared: which of the quarter's are told of the line, and
// that they say so no more. The change itself is word-paper.ts's.
import type { PaperWording } from '../registers/paper-words.ts';
import { isAmong, wordedLines } from '../rules/paper-worded.ts';
import type { TypedLine } from '../rules/typed-lines.ts';
import { changePaper, type PaperPorts, stageNow, turn } from './paper-act.ts';
import { type PaperOrder, papersOf, prepareOrder } from './paper-orders.ts';

/** The papers of the order's quarter that are told of a line, to whomever they are told it. */
export const papersTold = async (
  ports: PaperPorts,
  { cycle }: Pick<PaperOrder, 'cycle'>,
  line: TypedLine,
): Promise<readonly PaperOrder[]> => {
  const registers = ports.replica.registers();
  const told: PaperOrder[] = [];
  for (const order of papersOf(registers, cycle)) {
    const prepared = await prepareOrder(registers, order, {
      now: ports.clock.now(),
      mayReadExempt: () => true,
      notices: [],
    });
    if ('fault' in prepared) continue;
    if (isAmong(wordedLines(prepared.dataset, prepared.ordered), line)) told.push(order);
    await turn(ports);
  }
  return told;
};

/**
 * Papers that had been cleared say so no more, in their list and the Journal; those whose words are frozen stay as
 * they are. Done again it does nothing.
 */
export const clearAgain = async (
  ports: PaperPorts,
  { by, title, access }: PaperWording,
  told: readonly PaperOrder[],
): Promise<void> => {
  for (const order of told)
    await changePaper<{ readonly outcome: 'stands' }>(ports, order, {
      by: by ?? '',
      // A paper's row is read by more than may read what is exempt in it.
      why: `Words were changed after it was cleared: ${access === 'exempt' ? 'an exempt line' : title}`,
      // Its state is worked out anew whatever is set: where that would be another, there is nothing else to set.
      from: (row) =>
        row === null || row.wordsFrozenAt || row.state === stageNow(ports, order, row)
          ? { outcome: 'stands' }
          : { set: {} },
    });
};
