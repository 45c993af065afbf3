// Takes out of the lists what the council's retention says may go, and takes the names out of people who left
// long ago. What may go is rules/retention's; that it was shown and agreed is the command's.
// Rows go without the lease, which the running app mostly holds: nothing is asked about what is so old, a row
// that a change waits for is passed over, and each hundred is looked at again before it goes. One written in that
// very moment comes back whole and goes with the next purge, or lies in the recycle bin as it was written.

import { foldLine, type Line } from '../registers/line-name.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { anonymous, isMadeAnonymous, toldOfPerson } from '../rules/retention/aged-by.ts';
import { type Going, whatGoes } from '../rules/retention/what-goes.ts';
import { accept } from './accept.ts';
import { journalRow } from './journal-rows.ts';
import type { ListFault, Ports, RowNamed } from './ports.ts';
import { sha256 } from './sha-256.ts';

type PurgePorts = Pick<Ports, 'clock' | 'outbox' | 'replica' | 'lists'> & {
  /** Hears what changed in the lists since; why it could not, or null. Left out: nobody else changes them. */
  readonly refresh?: () => Promise<ListFault | null>;
};

export type Purged = {
  /** Rows taken out of their lists; those that were gone already are counted too. */
  readonly removed: number;
  readonly madeAnonymous: number;
  /** Rows that were to go and were changed while others went: they stay, and a later purge looks at them anew. */
  readonly changed: number;
  /** Rows that could not be taken out, by why. They go with the next purge. */
  readonly faults: ReadonlyMap<ListFault, number>;
};

export type PurgeRefused = { readonly reason: 'not what was shown' };

/**
 * What would go today, and what it is agreed by: another row that ages or stays makes it another. A row that
 * a change still waits for stays till that has landed: written after it was taken out, it would come back.
 */
export const planPurge = async ({
  clock,
  replica,
  outbox,
}: Pick<Ports, 'clock' | 'replica' | 'outbox'>): Promise<{
  readonly going: readonly Going[];
  readonly fingerprint: string;
}> => {
  const waits = await waitingIn(outbox);
  const going = whatGoes(replica.registers(), clock.now().toPlainDate(), waits);
  const text = going.map(({ register, keys }) => [register, ...keys].join('\n')).join('\n\n');
  return { going, fingerprint: (await sha256(text)).slice(0, 12) };
};

const waitingIn = async (outbox: Ports['outbox']): Promise<(row: Line) => boolean> => {
  const pending = await outbox.pending(Number.MAX_SAFE_INTEGER);
  const waiting = new Set(pending.map(foldLine));
  return (row) => waiting.has(foldLine(row));
};

/**
 * The Journal is told first how many rows go and by which rule, never what they held; a process that dies in
 * between leaves rows that the next purge takes, and tells of again; a row that is changed in between is told
 * of too, and stays. Rows removed lie in the site's recycle bin for its own time. `progress` hears of 0 to 1.
 */
export const purge = async (
  ports: PurgePorts,
  agreed: string,
  progress: (done: number) => void = () => undefined,
): Promise<Purged | PurgeRefused> => {
  const { going, fingerprint } = await planPurge(ports);
  if (fingerprint !== agreed) return { reason: 'not what was shown' };
  const registers = ports.replica.registers();
  const at = ports.clock.now().toInstant();
  const changes = going.flatMap((each) => [
    ...(isMadeAnonymous(each.register) ? each.keys.map(withoutName) : []),
    told(each, { key: `purge|${agreed}|${at.toString()}|${each.list}`, at }),
  ]);
  await accept(ports, [
    { key: `purge|${agreed}|${at.toString()}`, by: null, at, changes, message: null },
  ]);
  const rows = going.flatMap((each) => rowsOf(registers, each));
  const leavers = going.filter(({ register }) => isMadeAnonymous(register));
  return {
    ...(await takeOut(ports, rows, progress)),
    madeAnonymous: leavers.flatMap(({ keys }) => keys).length,
  };
};

const portion = 100;

const takeOut = async (
  ports: PurgePorts,
  rows: readonly Leaving[],
  progress: (done: number) => void,
): Promise<Omit<Purged, 'madeAnonymous'>> => {
  const faults = new Map<ListFault, number>();
  const note = (fault: ListFault, times = 1) => faults.set(fault, (faults.get(fault) ?? 0) + times);
  let removed = 0;
  let changed = 0;
  for (let from = 0; from < rows.length && !faults.has('unreachable'); from += portion) {
    const some = rows.slice(from, from + portion);
    const unheard = from === 0 ? null : ((await ports.refresh?.()) ?? null);
    if (unheard !== null) {
      note(unheard, rows.length - from);
      break;
    }
    // The first were looked at a moment ago.
    const leaving = from === 0 ? some : some.filter(await goesYet(ports));
    changed += some.length - leaving.length;
    for (const fault of await ports.lists.remove(leaving.map(({ row }) => row)))
      if (fault === null) removed += 1;
      else note(fault);
    progress(Math.min(1, (from + portion) / rows.length));
  }
  return { removed, changed, faults };
};

/** Not a row that a change waits for by now, nor one that is not old any more, or is kept for longer. */
const goesYet = async (ports: PurgePorts): Promise<(leaving: Leaving) => boolean> => {
  const registers = ports.replica.registers();
  const waits = await waitingIn(ports.outbox);
  const going = whatGoes(registers, ports.clock.now().toPlainDate(), waits);
  const old = new Set(
    going.flatMap(({ register, keys }) => keys.map((key) => foldLine({ register, key }))),
  );
  const isGone = ({ register, key }: RowNamed) => registers[register].get(key) === undefined;
  return ({ row, isOfLeaver }) =>
    isOfLeaver || isGone(row) ? !waits(row) : old.has(foldLine(row));
};

/** `isOfLeaver`: it goes with a name, whatever its own age. */
type Leaving = { readonly row: RowNamed; readonly isOfLeaver: boolean };

/** Of somebody made anonymous, what the Journal holds of their own row goes: it has their name. */
const rowsOf = (registers: Registers, { register, keys }: Going): readonly Leaving[] =>
  isMadeAnonymous(register)
    ? keys.flatMap((key) =>
        toldOfPerson(registers, key).map(
          (told): Leaving => ({ row: { register: 'journal', key: told.key }, isOfLeaver: true }),
        ),
      )
    : keys.map((key): Leaving => ({ row: { register, key }, isOfLeaver: false }));

/** All that could tell who they were; their Key stays, and whatever names it. */
const withoutName = (key: string): Change => ({
  register: 'people',
  key,
  set: {
    title: 'Somebody who left',
    objectId: `${anonymous}${key}`.slice(0, 255),
    upn: null,
    roles: [],
    manager: null,
    deputy: null,
    awayUntil: null,
    workingDays: null,
    conversation: null,
    serviceUrl: null,
  },
});

const told = (
  { register, list, before, keys }: Going,
  { key, at }: { readonly key: string; readonly at: Temporal.Instant },
): Change => {
  const rows = `${keys.length} ${keys.length === 1 ? 'row' : 'rows'}`;
  const done = isMadeAnonymous(register) ? 'names taken out of' : 'removed:';
  return journalRow(key, 1, {
    title: `${list}: ${done} ${rows}`,
    plan: null,
    register: list,
    row: list,
    from: null,
    to: null,
    by: null,
    at,
    why: `Retention: of before ${before.toString()}.`,
    source: 'command',
  });
};
