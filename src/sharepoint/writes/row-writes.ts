// Writes up to twenty rows and settles each. Repeats only what is harmless to repeat: a change of a
// row names the columns it sets, and after any create that failed the row is looked for by its key
// before anything is decided (row-looks.ts). What somebody set in the list later than a change was
// accepted is left as they set it (later-edits.ts). Waiting for Graph's Retry-After is the governor's.
import { type Change, isAppendOnly } from '../../registers/registers.ts';
import type { ListFault } from '../../use-cases/ports.ts';
import { type BatchAnswer, isPassing, sendBatch, unanswered } from '../graph/batch.ts';
import { type Call, pause } from '../graph/graph-client.ts';
import { GraphFault } from '../graph/graph-fault.ts';
import { changedByColumnName, theProduct } from '../rows/columns.ts';
import { itemIn } from '../rows/list-items.ts';
import { fieldsOf, newFields, says, withChange } from '../rows/written-fields.ts';
import { lookFor, weigh } from './row-looks.ts';
import {
  type InHand,
  type ListWriting,
  placeOf,
  type Remembered,
  type RowEnd,
  type RowWrite,
} from './row-write.ts';

const mostRounds = 5;

export const openRowWrites = (
  writing: ListWriting,
): ((rows: readonly RowWrite[]) => Promise<ReadonlyMap<RowWrite, RowEnd>>) => {
  const remembered: Remembered = { unsure: new Set(), stood: new Map(), lost: new Map() };
  const { unsure } = remembered;
  /** Without an eTag a write could not tell whether it replaces an edit. */
  const hasNoVersion = ({ register, key }: RowWrite): boolean => {
    const held = writing.known.held(register, key);
    return held !== undefined && held.item !== null && held.etag === null;
  };

  return async (rows) => {
    const all = rows.map(inHand);
    const open = () => all.filter(({ end }) => end === undefined);
    for (let round = 1; round <= mostRounds && open().length > 0; round += 1) {
      if (round === 1)
        for (const { row } of open()) if (hasNoVersion(row)) unsure.add(placeOf(row));
      const doubtful = open().filter(({ row }) => unsure.has(placeOf(row)));
      for (const { row } of await lookFor(writing, doubtful)) unsure.delete(placeOf(row));
      await weigh(writing, open(), remembered);
      const sure = open().filter(({ row }) => !unsure.has(placeOf(row)));
      let wait = false;
      for (const { one, isCreate, answer } of await send(writing, sure)) {
        const next = settle(writing, { one, isCreate, answer });
        one.fault = answer.fault ?? one.fault;
        one.refusal = isCreate ? answer.fault : null;
        if (next.look) unsure.add(placeOf(one.row));
        noteLost(writing, one, { answer, lost: remembered.lost });
        if (one.asApp && next.end === undefined && !next.look) continue;
        if (next.end !== undefined) one.end = next.end;
        else wait ||= answer.fault?.retryAfter === null && !next.look;
      }
      if (wait && round < mostRounds) await writing.graph.clock.wait(pause(round));
    }
    for (const one of open()) one.end = one.fault?.kind ?? 'unreachable';
    return new Map(
      all.map(({ row, end = null, stood, again }) => [row, { fault: end, stood, again }]),
    );
  };
};

const inHand = (row: RowWrite): InHand => ({
  row,
  set: row.set,
  stood: new Map(),
  weighed: null,
  replaced: [],
  fault: null,
  refusal: null,
  again: false,
  hand: null,
  asApp: false,
  end: undefined,
});

type Tried = { readonly one: InHand; readonly isCreate: boolean; readonly answer: BatchAnswer };

/** Sends the rows as one batch. A row that cannot be put into fields is refused by itself. */
const send = async (writing: ListWriting, rows: readonly InHand[]): Promise<readonly Tried[]> => {
  const calls = new Map<InHand, Call>();
  for (const one of rows) {
    one.end = asItWas(writing, one);
    if (one.end !== undefined) continue;
    try {
      calls.set(one, callFor(writing, one));
    } catch (error) {
      writing.log.fault('a change no list can take', error, { register: one.row.register });
      one.end = 'conflict';
    }
  }
  const tried: Tried[] = [];
  for (const [person, some] of Map.groupBy(calls, ([one]) => handFor(writing, one)))
    tried.push(...(await sendAs(writing, person, some)));
  return tried;
};

/** One batch, as a person where a token of theirs is at hand, else as the app. */
const sendAs = async (
  { graph, hands }: ListWriting,
  person: string | null,
  calls: readonly (readonly [InHand, Call])[],
): Promise<readonly Tried[]> => {
  const theirs = person === null ? null : ((await hands?.of(person)) ?? null);
  for (const [one] of calls) one.hand = theirs === null ? null : person;
  const all = calls.map(([, call]) => call);
  const answers = await sendBatch(theirs ?? graph, all, 'write').catch(
    (fault: unknown): BatchAnswer[] => {
      if (!(fault instanceof GraphFault)) throw fault;
      return all.map(() => unanswered(fault));
    },
  );
  return calls.map(([one, { method }], at) => {
    return { one, isCreate: method === 'POST', answer: answers[at] as BatchAnswer };
  });
};

/**
 * The person who set all of what is written. What is only ever added to is the product's own word, and
 * what several set, or the product did, is written as the app, with the last of them in ChangedBy.
 */
const handFor = ({ hands }: ListWriting, one: InHand): string | null => {
  const { register, origins } = one.row;
  if (hands === null || one.asApp || isAppendOnly(register)) return null;
  const people = new Set(writtenBy(origins, one.set).map(({ by }) => by));
  const [only = null] = people;
  return people.size === 1 ? only : null;
};

/**
 * A person's own write that had no answer: should the list not say which app it came through, their
 * version of the row is not taken for an edit made by hand, which would stand against what they saved next.
 */
const noteLost = (
  { known }: ListWriting,
  { hand, row }: InHand,
  { answer, lost }: { readonly answer: BatchAnswer; readonly lost: Remembered['lost'] },
): void => {
  if (answer.fault === null) lost.delete(placeOf(row));
  if (hand === null || answer.status !== 0 || answer.fault === null) return;
  const person = known.held('people', hand)?.row as { readonly objectId?: string } | null;
  if (person?.objectId) lost.set(placeOf(row), person.objectId);
};

/**
 * How a row ends that may only be added and is in its list already: null where it says all that was
 * to be set, so that adding it twice is harmless. Undefined: it may be written.
 */
const asItWas = (
  { known, log }: ListWriting,
  { row: { register, key, sequences }, set }: InHand,
): ListFault | null | undefined => {
  const held = isAppendOnly(register) ? known.held(register, key) : undefined;
  if (!held?.item) return undefined;
  const item = { id: held.item, etag: held.etag, fields: null };
  if (held.row && says(register, held.row, set)) {
    known.land(register, { key, sequences, set: {}, item, wasThere: true });
    return null;
  }
  log.info('a row that may only be added was not changed', { register });
  return 'conflict';
};

const callFor = (
  { places, known }: ListWriting,
  { row: { register, key, origins }, set }: InHand,
): Call => {
  const held = known.held(register, key);
  const items = `${places.list(register)}/items`;
  const changedBy = { [changedByColumnName]: whoIsBehind(origins, set) };
  if (held?.item) {
    return {
      method: 'PATCH',
      path: `${items}/${held.item}`,
      body: { fields: { ...fieldsOf(register, set), ...changedBy } },
      ...(held.etag && { headers: { 'If-Match': held.etag } }),
      units: 2,
    };
  }
  fieldsOf(register, set);
  const fields = newFields(register, withChange(register, held?.row ?? null, { key, set }));
  return { method: 'POST', path: items, body: { fields: { ...fields, ...changedBy } }, units: 2 };
};

/** The person of the latest change in what is written that has one. */
const whoIsBehind = (origins: RowWrite['origins'], set: Change['set']): string => {
  const people = writtenBy(origins, set).filter(({ by }) => by !== null);
  const last = people.sort((one, other) => one.sequence - other.sequence).at(-1);
  return last?.by ?? theProduct;
};

const writtenBy = (origins: RowWrite['origins'], set: Change['set']) =>
  [...origins].flatMap(([column, each]) => (column in set ? [each] : []));

/** `end` undefined: to be tried again; `look`: only after the row has been looked for. */
type Next = { readonly end?: ListFault | null; readonly look?: true };

const settle = (writing: ListWriting, { one, isCreate, answer }: Tried): Next => {
  const { fault, status } = answer;
  if (fault === null) return landed(writing, one, answer);
  if (one.hand !== null && isTheirs(fault)) return asTheApp(writing, one, fault);
  // No answer at all: Graph is away, and the change waits in the Outbox.
  if (status === 0 && fault.kind === 'unreachable') {
    return isCreate ? { end: 'unreachable', look: true } : { end: 'unreachable' };
  }
  if (fault.status === 429) return {};
  if (fault.kind === 'forbidden') return { end: 'forbidden' };
  if (isCreate || fault.kind === 'notFound') return { look: true };
  if (isPassing(fault)) return {};
  if (fault.status === 409 || fault.status === 412) return { look: true };
  writing.log.info('a list refused a change', {
    register: one.row.register,
    status: fault.status,
  });
  return { end: 'conflict' };
};

/** Said of the person, who may not write the row or not see it; what it says of the row the app will hear too. */
const isTheirs = ({ kind, status }: GraphFault): boolean =>
  kind === 'forbidden' || kind === 'notFound' || status === 400;

const asTheApp = ({ hands, log }: ListWriting, one: InHand, fault: GraphFault): Next => {
  one.asApp = true;
  if (fault.kind === 'forbidden' && one.hand !== null) hands?.refused(one.hand);
  log.info('written as the app, for the person may not', {
    register: one.row.register,
    status: fault.status,
  });
  return {};
};

const landed = ({ known, log, editors }: ListWriting, one: InHand, { body }: BatchAnswer): Next => {
  const { register, key, sequences } = one.row;
  const held = known.held(register, key);
  one.again = held?.item === null && held.row !== null;
  if (body && one.hand === null) editors.wrote(body);
  const item = body ? itemIn(body) : { id: held?.item ?? '', etag: null, fields: null };
  known.land(register, { key, sequences, set: one.set, item });
  if (one.replaced.length > 0) {
    const columns = one.replaced.join(' ');
    log.info('an edit made in the list was replaced', { register, columns });
  }
  return { end: null };
};
