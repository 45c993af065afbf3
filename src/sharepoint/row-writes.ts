// Writes up to twenty rows and settles each. Repeats only what is harmless to repeat: a change of a
// row names the columns it sets, and after any create that failed the row is looked for by its key
// before anything is decided. Waiting for Graph's Retry-After is the governor's.
import { type Change, isAppendOnly, type RegisterName } from '../registers/registers.ts';
import { fold } from '../registers/same-key.ts';
import type { ListFault, Log } from '../use-cases/ports.ts';
import { type BatchAnswer, isPassing, readBatches, sendBatch, unanswered } from './batch.ts';
import { type Call, pause } from './graph-client.ts';
import { GraphFault } from './graph-fault.ts';
import { byKey, itemIn, type ListItem, type ListSource } from './list-items.ts';
import type { Known } from './replica.ts';
import { fieldsOf, newFields, overwritten, says, withChange } from './written-fields.ts';

/** All that waits for one row. */
export type RowWrite = {
  readonly register: RegisterName;
  readonly key: string;
  readonly sequences: readonly number[];
  readonly set: Change['set'];
};

export type ListWriting = ListSource & {
  readonly known: Known;
  readonly log: Log;
};

/** A row's name among all rows of all lists. */
export const placeOf = ({ register, key }: Pick<RowWrite, 'register' | 'key'>): string =>
  `${register} ${fold(key)}`;

/** How each row ended: null where it is in the list. */
export type RowEnds = Map<RowWrite, ListFault | null>;

const mostRounds = 5;

export const openRowWrites = (
  writing: ListWriting,
): ((rows: readonly RowWrite[]) => Promise<RowEnds>) => {
  /** Rows whose place in the list is in doubt: looked for by key before they are written. */
  const unsure = new Set<string>();

  return async (rows) => {
    const ends: RowEnds = new Map();
    const refusals = new Map<RowWrite, GraphFault>();
    const open = () => rows.filter((row) => !ends.has(row));
    for (let round = 1; round <= mostRounds && open().length > 0; round += 1) {
      const doubtful = open().filter((row) => unsure.has(placeOf(row)));
      for (const row of await lookFor(writing, doubtful, { ends, refusals })) {
        unsure.delete(placeOf(row));
      }
      const answers = await send(writing, open(), ends);
      let wait = false;
      for (const tried of answers) {
        const { row, answer } = tried;
        const next = settle(writing, tried);
        if (answer.fault) refusals.set(row, answer.fault);
        if (next.look) unsure.add(placeOf(row));
        if (next.end !== undefined) ends.set(row, next.end);
        else wait ||= answer.fault?.retryAfter === null && !next.look;
      }
      if (wait && round < mostRounds) await writing.graph.clock.wait(pause(round));
    }
    for (const row of open()) ends.set(row, refusals.get(row)?.kind ?? 'unreachable');
    return ends;
  };
};

type Tried = { readonly row: RowWrite; readonly isCreate: boolean; readonly answer: BatchAnswer };

/** Sends the rows as one batch. A row that cannot be put into fields is refused by itself. */
const send = async (
  writing: ListWriting,
  rows: readonly RowWrite[],
  ends: RowEnds,
): Promise<readonly Tried[]> => {
  const calls = new Map<RowWrite, Call>();
  for (const row of rows) {
    const kept = asItWas(writing, row);
    if (kept !== undefined) {
      ends.set(row, kept);
      continue;
    }
    try {
      calls.set(row, callFor(writing, row));
    } catch (error) {
      writing.log.fault('a change no list can take', error, { register: row.register });
      ends.set(row, 'conflict');
    }
  }
  const answers = await sendBatch(writing.graph, [...calls.values()], 'write').catch(
    (fault: unknown): BatchAnswer[] => {
      if (!(fault instanceof GraphFault)) throw fault;
      return [...calls].map(() => unanswered(fault));
    },
  );
  return [...calls].map(([row, { method }], at) => {
    return { row, isCreate: method === 'POST', answer: answers[at] as BatchAnswer };
  });
};

/**
 * How a row ends that may only be added and is in its list already: null where it says all that was
 * to be set, so that adding it twice is harmless. Undefined: it may be written.
 */
const asItWas = (
  { known, log }: ListWriting,
  { register, key, sequences, set }: RowWrite,
): ListFault | null | undefined => {
  const held = isAppendOnly(register) ? known.held(register, key) : undefined;
  if (!held?.item) return undefined;
  const item = { id: held.item, etag: held.etag, fields: null };
  if (held.row && says(register, held.row, set)) {
    known.land(register, { key, sequences, set: {}, item });
    return null;
  }
  log.info('a row that may only be added was not changed', { register });
  return 'conflict';
};

const callFor = ({ places, known }: ListWriting, { register, key, set }: RowWrite): Call => {
  const held = known.held(register, key);
  const items = `${places.list(register)}/items`;
  if (held?.item) {
    return {
      method: 'PATCH',
      path: `${items}/${held.item}`,
      body: { fields: fieldsOf(register, set) },
      ...(held.etag && { headers: { 'If-Match': held.etag } }),
      units: 2,
    };
  }
  fieldsOf(register, set);
  const fields = newFields(register, withChange(register, held?.row ?? null, { key, set }));
  return { method: 'POST', path: items, body: { fields }, units: 2 };
};

/** `end` undefined: to be tried again; `look`: only after the row has been looked for. */
type Next = { readonly end?: ListFault | null; readonly look?: true };

const settle = (
  { known, log }: ListWriting,
  { row: { register, key, sequences, set }, isCreate, answer }: Tried,
): Next => {
  const { fault, status, body } = answer;
  if (fault === null) {
    const held = known.held(register, key);
    const item = body ? itemIn(body) : { id: held?.item ?? '', etag: null, fields: null };
    known.land(register, { key, sequences, set, item });
    return { end: null };
  }
  // No answer at all: Graph is away, and the change waits in the Outbox.
  if (status === 0 && fault.kind === 'unreachable') {
    return isCreate ? { end: 'unreachable', look: true } : { end: 'unreachable' };
  }
  if (fault.status === 429) return {};
  if (fault.kind === 'forbidden') return { end: 'forbidden' };
  if (isCreate || fault.kind === 'notFound') return { look: true };
  if (isPassing(fault)) return {};
  if (fault.status === 409 || fault.status === 412) return { look: true };
  log.info('a list refused a change', { register, status: fault.status });
  return { end: 'conflict' };
};

/** Looks for rows by their keys; answers which were settled so: found, or known not to be there. */
const lookFor = async (
  writing: ListWriting,
  rows: readonly RowWrite[],
  { ends, refusals }: { ends: RowEnds; refusals: ReadonlyMap<RowWrite, GraphFault> },
): Promise<readonly RowWrite[]> => {
  const { graph, places } = writing;
  const calls = rows.map(({ register, key }) => byKey(places, register, key));
  const answers = await readBatches(graph, calls).catch((fault: unknown) => {
    if (!(fault instanceof GraphFault)) throw fault;
    for (const row of rows) ends.set(row, fault.kind);
    return [];
  });
  return rows.filter((row, at) => {
    const answer = answers[at];
    if (!answer) return false;
    const items = (answer.body as { value?: unknown[] } | null)?.value ?? [];
    const end = answer.fault
      ? answer.fault.kind
      : items[0] === undefined
        ? notFound(writing, row, refusals.get(row))
        : found(writing, row, itemIn(items[0]));
    if (end !== undefined) ends.set(row, end);
    return answer.fault === null;
  });
};

/** Undefined: it is to be made. A row the list would not have made, and has not, never will be. */
const notFound = (
  { known, log }: ListWriting,
  { register, key }: RowWrite,
  refusal: GraphFault | undefined,
): ListFault | undefined => {
  const before = known.held(register, key);
  if (before?.item) known.gone(register, before.item);
  if (refusal?.kind !== 'conflict' || before?.item) return undefined;
  log.info('a list refused a new row', { register, status: refusal.status });
  return 'conflict';
};

/** Null: it says already what was to be set. Undefined: it is to be changed. */
const found = (
  { known, log }: ListWriting,
  { register, key, sequences, set }: RowWrite,
  item: ListItem,
): null | undefined => {
  const before = known.held(register, key)?.row;
  known.hear(register, item);
  const now = known.held(register, key)?.row;
  if (now && says(register, now, set)) {
    known.land(register, { key, sequences, set, item });
    return null;
  }
  const columns = before && now ? overwritten(before, now, set) : [];
  if (columns.length > 0) {
    log.info('an edit made in the list was replaced', { register, columns: columns.join(' ') });
  }
  return undefined;
};
