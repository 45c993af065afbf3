// Many rows put in a list at once, without Graph: for tests of lists grown long.
// Every row keeps the rules a row sent through Graph keeps; all are added, or none.
import { ControlRefusal } from '../control/control-refusal.ts';
import { anyoneHere } from '../ids.ts';
import { applied, refuseDuplicates, refuseMissing, withDefaults } from './field-rules.ts';
import { GraphFault } from './graph-fault.ts';
import type { InList } from './graph-request.ts';
import { authorOf, type Fields } from './item-row.ts';
import { addRow } from './row-keeping.ts';

export type RowToAdd = { fields: Record<string, unknown> };

/**
 * Adds the rows in order and answers how many there were; refuses all of them, naming the first that
 * breaks a rule. Called by `POST /local/sites/{site}/lists/{list}/fill` `{rows: [{fields}, ...]}`.
 */
export function fillList(inList: InList, rows: RowToAdd[]): number {
  const at: InList = { ...inList, byHand: true };
  const by = authorOf({ clientId: anyoneHere });
  at.graph.machine.store.inTransaction(() => {
    for (const [place, { fields }] of rows.entries()) addOne(at, { fields, by, place });
  });
  return rows.length;
}

function addOne(
  at: InList,
  { fields, by, place }: { fields: Record<string, unknown>; by: string; place: number },
): void {
  try {
    const kept: Fields = withDefaults(at.list, applied(at, {}, fields));
    refuseMissing(at.list, kept);
    refuseDuplicates(at, kept, { self: 0, before: {} });
    addRow(at, kept, by);
  } catch (fault) {
    if (!(fault instanceof GraphFault)) throw fault;
    throw new ControlRefusal(400, `rows.${place}: ${fault.message}`);
  }
}
