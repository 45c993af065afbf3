// Takes rows out of their lists, twenty a batch: found by the id the replica knows, else by their key. To be
// repeated it is harmless: a row that is not there is taken out.
import type { ListFault, Lists, RowNamed } from '../../use-cases/ports.ts';
import { type BatchAnswer, inBatches, readBatches, sendBatch, unanswered } from '../graph/batch.ts';
import { type Call, isPassing, pause } from '../graph/graph-client.ts';
import { GraphFault } from '../graph/graph-fault.ts';
import { byKey, itemIn } from '../rows/list-items.ts';
import type { ListWriting } from './row-write.ts';

const mostRounds = 4;

/** For each row in turn, null where it is gone from its list, else why it is not. */
export const removeRows =
  (writing: ListWriting): Lists['remove'] =>
  async (rows) => {
    const ends = new Map<RowNamed, ListFault | null>();
    for (const some of inBatches(rows)) {
      const found = await itemsOf(writing, some, ends);
      await removeFound(writing, found, ends);
    }
    return rows.map((row) => ends.get(row) ?? null);
  };

type Ends = Map<RowNamed, ListFault | null>;
type Found = { readonly row: RowNamed; readonly item: string };

/** Those that the replica does not know are looked for; one that is not there has its end. */
const itemsOf = async (
  { graph, places, known }: ListWriting,
  rows: readonly RowNamed[],
  ends: Ends,
): Promise<readonly Found[]> => {
  const kept = rows.filter((row) => places.has(row.register));
  for (const row of rows) if (!places.has(row.register)) ends.set(row, 'notFound');
  const item = ({ register, key }: RowNamed) => known.held(register, key)?.item ?? null;
  const looking = kept.filter((row) => item(row) === null);
  const calls = looking.map(({ register, key }) => byKey(places, register, key));
  const answers = await readBatches(graph, calls).catch(noAnswer(calls));
  const byLooking = looking.flatMap((row, at): readonly Found[] => {
    const { fault, body } = answers[at] as BatchAnswer;
    const [first] = (body as { readonly value?: readonly unknown[] } | null)?.value ?? [];
    if (fault === null && first !== undefined) return [{ row, item: itemIn(first).id }];
    ends.set(row, fault?.kind ?? null);
    return [];
  });
  const byHeart = kept.flatMap((row): readonly Found[] => {
    const id = item(row);
    return id === null ? [] : [{ row, item: id }];
  });
  return [...byHeart, ...byLooking];
};

const removeFound = async (
  { graph, places, known, log }: ListWriting,
  found: readonly Found[],
  ends: Ends,
): Promise<void> => {
  let open = found;
  for (let round = 1; open.length > 0 && round <= mostRounds; round += 1) {
    const calls = open.map(({ row: { register }, item }): Call => {
      return { method: 'DELETE', path: `${places.list(register)}/items/${item}`, units: 2 };
    });
    const answers = await sendBatch(graph, calls, 'write').catch(noAnswer(calls));
    const again: Found[] = [];
    open.forEach((each, at) => {
      const { fault } = answers[at] as BatchAnswer;
      const isGone = fault === null || fault.kind === 'notFound';
      ends.set(each.row, isGone ? null : fault.kind);
      if (isGone) known.gone(each.row.register, each.item);
      else if (isPassing(fault)) again.push(each);
      else log.info('a list kept a row', { register: each.row.register, status: fault.status });
    });
    open = again;
    if (open.length > 0 && round < mostRounds) await graph.clock.wait(pause(round));
  }
};

const noAnswer =
  (calls: readonly Call[]) =>
  (fault: unknown): readonly BatchAnswer[] => {
    if (!(fault instanceof GraphFault)) throw fault;
    return calls.map(() => unanswered(fault));
  };
