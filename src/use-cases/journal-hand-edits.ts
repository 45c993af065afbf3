// Tells the Journal who changed what in a list by hand: one entry for each edit and each hand in it.
// An edit told twice is told once. Registers kept apart are not told of, nor is the Journal itself.
import { type Columns, type Register, toPlain } from '../registers/register.ts';
import {
  type Change,
  registers as declared,
  type RegisterName,
  type Registers,
  type Row,
} from '../registers/registers.ts';
import { mayGoToday } from '../rules/retention/what-goes.ts';
import { accept } from './accept.ts';
import { type Before, begunRows, changedRow, journalRow, removedRow } from './journal-rows.ts';
import type { Entry, HandEdit, HandVersion, Ports } from './ports.ts';

type JournalPorts = Pick<Ports, 'clock' | 'outbox' | 'replica' | 'lists' | 'log'>;
type AnyRow = Row<RegisterName>;

/** As many as one request can ask about: what else waits for Graph has its turn in between. */
const portion = 20;
const mostWaiting = 4_000;

/**
 * Answers what journals the edits heard since it last ran, in portions, until `stop` says so; how many
 * it did. Edits whose editor cannot be asked for yet are kept, and asked about the next time.
 */
export const openHandEditJournal = (
  ports: JournalPorts,
): ((stop: () => boolean) => Promise<number>) => {
  let waiting: HandEdit[] = [];
  return async (stop) => {
    waiting.push(
      ...ports.replica.takeEdits().filter((edit) => isTold(edit) && !wentByAge(ports, edit)),
    );
    if (waiting.length > mostWaiting) {
      ports.log.info('edits by hand not journalled', { edits: waiting.length - mostWaiting });
      waiting = waiting.slice(-mostWaiting);
    }
    let done = 0;
    while (waiting.length > 0 && !stop()) {
      const some = waiting.slice(0, portion);
      const hands = await ports.lists.whoEdited(some);
      await accept(
        ports,
        some.flatMap((edit, at) => entriesOf(ports, edit, hands[at] ?? [])),
      );
      waiting = waiting.slice(some.length);
      done += some.length;
    }
    if (done > 0) ports.log.info('edits by hand journalled', { edits: done });
    return done;
  };
};

const isTold = ({ register }: HandEdit): boolean => {
  const { apart, appendOnly }: Register = declared[register];
  // What somebody has typed and not said is told to nobody.
  return !apart && !appendOnly && register !== 'drafts';
};

/** What goes by the council's retention is not told of row by row: the Journal would keep what was to go. */
const wentByAge = (
  { replica, clock }: Pick<Ports, 'replica' | 'clock'>,
  { register, before, after }: HandEdit,
): boolean =>
  after === null &&
  before !== null &&
  mayGoToday(replica.registers(), { register, row: before }, clock.now().toPlainDate());

const entriesOf = (
  ports: JournalPorts,
  edit: HandEdit,
  hands: readonly HandVersion[],
): readonly Entry[] =>
  hands.map((hand, index) => {
    const { list } = declared[edit.register];
    const version = edit.etag ?? `removed ${edit.beforeEtag ?? edit.key}`;
    const part = hands.length > 1 ? `|${index + 1} of ${hands.length}` : '';
    const key = `by hand|${list}|${edit.item}|${version}${part}`;
    const { by, why } = whoAndWhy(ports.replica.registers(), edit, hand);
    const at = madeAt(ports.clock.now().toInstant(), hand.at);
    const rows = toldOf(edit, hand).map((told, n) =>
      journalRow(key, n + 1, { ...told, by, at, why, source: 'list edited by hand' }),
    );
    return { key, by, at, changes: rows, message: null };
  });

const toldOf = ({ register, key }: HandEdit, { before, after }: HandVersion) => {
  if (!after) return before ? [removedRow(register, key, before as unknown as Before)] : [];
  const set = plainly(register, after);
  const change: Change = { register, key: after.key, set };
  if (!before) return begunRows(register, [change]);
  return changedRow(change, before as unknown as Before, before.key);
};

const plainly = (register: RegisterName, row: AnyRow): Change['set'] => {
  const columns: Columns = declared[register].columns;
  const held = row as unknown as Before;
  return Object.fromEntries(Object.keys(columns).map((name) => [name, toPlain(held[name])]));
};

/** The person by their Entra object id; who is not in People is named. */
const whoAndWhy = (
  registers: Registers,
  { before, after }: Pick<HandEdit, 'before' | 'after'>,
  { editor: { objectId, name } }: HandVersion,
): { readonly by: string | null; readonly why: string } => {
  const by =
    objectId === null ? null : (registers.people.where('objectId', objectId)[0]?.key ?? null);
  const done = after === null ? 'Removed' : before === null ? 'Begun' : 'Changed';
  const whose =
    by !== null ? '' : name === null ? '; the list does not say by whom' : ` by ${name}`;
  const renamed = before && after && before.key !== after.key ? ` Its Key was ${before.key}.` : '';
  return { by, why: `${done} in the list${whose}.${renamed}` };
};

/** A week: further apart, the council's clock was set and is not the list's. */
const together = 7 * 24;

/** When it was made, by the list; by the council's clock where that is another. */
const madeAt = (now: Temporal.Instant, said: Temporal.Instant | null): Temporal.Instant =>
  said !== null && Math.abs(now.since(said).total('hours')) < together ? said : now;
