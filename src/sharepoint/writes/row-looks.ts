// Looks at a row again where its place or its last version is in doubt, before it is written: by its
// key, and by its versions where another hand changed it later than what is to be written.
import { isAppendOnly } from '../../registers/registers.ts';
import type { ListFault } from '../../use-cases/ports.ts';
import { readBatches } from '../graph/batch.ts';
import { GraphFault } from '../graph/graph-fault.ts';
import { type ItemVersion, versionsCall, versionsIn } from '../past/item-versions.ts';
import { byKey, itemIn, type ListItem } from '../rows/list-items.ts';
import { overwritten, says } from '../rows/written-fields.ts';
import { columnsIn, mayStand, type Standing, standing, together, without } from './later-edits.ts';
import { type InHand, type ListWriting, placeOf, type Remembered } from './row-write.ts';

/** Looks for rows by their keys; answers which were settled so: found, or known not to be there. */
export const lookFor = async (
  writing: ListWriting,
  rows: readonly InHand[],
): Promise<readonly InHand[]> => {
  const { graph, places } = writing;
  const calls = rows.map(({ row: { register, key } }) => byKey(places, register, key));
  const answers = await readBatches(graph, calls).catch((fault: unknown) => {
    if (!(fault instanceof GraphFault)) throw fault;
    for (const one of rows) one.end = fault.kind;
    return [];
  });
  return rows.filter((one, at) => {
    const answer = answers[at];
    if (!answer) return false;
    const items = (answer.body as { value?: unknown[] } | null)?.value ?? [];
    one.end = answer.fault
      ? answer.fault.kind
      : items[0] === undefined
        ? notFound(writing, one)
        : found(writing, one, itemIn(items[0]));
    return answer.fault === null;
  });
};

/** Undefined: it is to be made. A row the list would not have made, and has not, never will be. */
const notFound = (
  { known, log }: ListWriting,
  { row: { register, key }, refusal }: InHand,
): ListFault | undefined => {
  const before = known.held(register, key);
  if (before?.item) known.gone(register, before.item);
  if (refusal?.kind !== 'conflict' || before?.item) return undefined;
  log.info('a list refused a new row', { register, status: refusal.status });
  return 'conflict';
};

/** Null: it says already what was to be set. Undefined: it is to be changed. */
const found = ({ known }: ListWriting, one: InHand, item: ListItem): null | undefined => {
  const { register, key, sequences, set } = one.row;
  const before = known.held(register, key)?.row;
  known.hear(register, item);
  const now = known.held(register, key)?.row;
  if (now && says(register, now, set)) {
    known.land(register, { key, sequences, set, item, wasThere: true });
    return null;
  }
  if (before && now) one.replaced = overwritten(before, now, set);
  return undefined;
};

/**
 * Takes out of each row what stands in its list. Where versions cannot be had for the time being, the
 * row waits; where they cannot be had at all, as they may be switched off, it is written.
 */
export const weigh = async (
  writing: ListWriting,
  rows: readonly InHand[],
  { stood, unsure, lost }: Remembered,
): Promise<void> => {
  const { graph, places, known, editors, log } = writing;
  const skew = graph.skew();
  for (const one of rows) leaveOut(one, new Map(sequencesOf(one, stood)));
  const doubtful = rows.filter((one) => {
    if (one.end !== undefined || unsure.has(placeOf(one.row))) return false;
    const held = known.held(one.row.register, one.row.key);
    const etag = held?.etag ?? null;
    if (etag !== null && one.weighed === etag) return false;
    one.weighed = etag;
    return mayStand(one.row, held, skew);
  });
  const calls = doubtful.map(({ row: { register, key } }) =>
    versionsCall(places, register, known.held(register, key)?.item ?? ''),
  );
  const answers = await readBatches(graph, calls).catch((fault: unknown) => {
    if (!(fault instanceof GraphFault)) throw fault;
    for (const one of doubtful) one.end = fault.kind;
    return [];
  });
  answers.forEach(({ fault, body }, at) => {
    const one = doubtful[at] as InHand;
    const { register } = one.row;
    if (fault?.kind === 'throttled' || fault?.kind === 'unreachable') one.end = fault.kind;
    else if (fault?.kind === 'notFound') unsure.add(placeOf(one.row));
    else if (fault) log.info('versions of a row were not to be had', { register });
    else {
      const theirs = lost.get(placeOf(one.row)) ?? null;
      const stands = standing(one.row, ourOwn(versionsIn(body, editors), theirs), skew);
      leaveOut(one, stands);
      remember(stood, one.stood);
      if (stands.size > 0) {
        const columns = columnsIn(stands).join(' ');
        log.info('a later edit in the list stands', { register, columns });
      }
    }
  });
  for (const one of rows) endWhereSaid(writing, one);
};

/** What the app wrote as somebody counts as its own, where the list says only who they are. */
const ourOwn = (versions: readonly ItemVersion[], objectId: string | null) =>
  objectId === null
    ? versions
    : versions.map((each) =>
        each.editor.objectId === objectId
          ? { ...each, editor: { ...each.editor, isThisApp: true } }
          : each,
      );

const sequencesOf = ({ row }: InHand, stood: Remembered['stood']) =>
  row.sequences.flatMap((each) => {
    const left = stood.get(each);
    return left ? [[each, left] as const] : [];
  });

/** A column left out once for a change is left out for good, and for no other change. */
const leaveOut = (one: InHand, stands: Standing): void => {
  if (stands.size === 0) return;
  one.stood = together(one.stood, stands);
  one.set = without(one.row, one.stood);
  one.replaced = one.replaced.filter((column) => column in one.set);
};

/** Nothing is left to write: the row is as it should be without a write. */
const endWhereSaid = ({ known }: ListWriting, one: InHand): void => {
  const { register, key, sequences } = one.row;
  const held = known.held(register, key);
  if (one.end !== undefined || one.stood.size === 0 || !held?.item) return;
  if (!held.row || isAppendOnly(register) || !says(register, held.row, one.set)) return;
  const item = { id: held.item, etag: held.etag, fields: null };
  known.land(register, { key, sequences, set: {}, item, wasThere: true });
  one.end = null;
};

const mostRemembered = 2_000;

const remember = (stood: Remembered['stood'], stands: Standing): void => {
  for (const [sequence, columns] of stands) stood.set(sequence, columns);
  for (const oldest of stood.keys()) {
    if (stood.size <= mostRemembered) return;
    stood.delete(oldest);
  }
};
