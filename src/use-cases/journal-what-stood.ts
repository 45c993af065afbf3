// Tells the Journal what of an accepted change was not written, because somebody set it in the list
// later, and what was written again because the row had been deleted there. Before the landing is
// recorded: should the app die in between, the change comes again and is told of again, as one.

import { toPlain } from '../registers/register.ts';
import { registers as declared, type RegisterName, type Row } from '../registers/registers.ts';
import { accept } from './accept.ts';
import { type Before, journalRow, notMadeRow } from './journal-rows.ts';
import type { Entry, Pending, Ports, Written } from './ports.ts';

type StoodPorts = Pick<Ports, 'outbox' | 'replica' | 'clock'>;

/** Durable when it resolves. */
export const journalWhatStood = async (
  ports: StoodPorts,
  pending: readonly Pending[],
  written: readonly Written[],
): Promise<void> => {
  const told = written.filter(({ fault, stood, again }) => fault === null && (stood || again));
  if (told.length === 0) return;
  const changes = new Map(pending.map((each) => [each.sequence, each]));
  const entries = told.flatMap(({ sequence, stood, again }): Entry[] => {
    const change = changes.get(sequence);
    // What somebody has typed and not said is told to nobody.
    if (!change || change.register === 'drafts') return [];
    const left = (stood ?? []).map(({ column, ours, theirs }) => ({
      column,
      from: theirs,
      to: ours,
    }));
    return [
      ...(left.length > 0 ? [entryOf(ports, change, { what: 'stands', columns: left })] : []),
      ...(again
        ? [entryOf(ports, change, { what: 'again', columns: wholeOf(ports, change) })]
        : []),
    ];
  });
  await accept(ports, entries);
};

type Kind = 'stands' | 'again';
type Columns = Parameters<typeof notMadeRow>[1];

/** The Journal's words for what was given and not written. */
export const laterEditStands = 'A later edit in the list stands.';

const why: { readonly [K in Kind]: string } = {
  stands: laterEditStands,
  again: 'The row was deleted in the list after this was accepted. It was written again, whole.',
};

const entryOf = (
  ports: StoodPorts,
  change: Pending,
  { what, columns }: { readonly what: Kind; readonly columns: Columns },
): Entry => {
  const { register, key, by, sequence, acceptedAt } = change;
  const names = columns.map(({ column }) => column).join('+');
  const kept = what === 'stands' ? names.slice(0, 60) : '';
  const name = `${what}|${declared[register].list}|${key}|${acceptedAt}|${sequence}|${kept}`;
  const at = ports.clock.now().toInstant();
  const told = notMadeRow(change, columns, rowOf(ports, change));
  const row = journalRow(name, 1, { ...told, by, at, why: why[what], source: 'product' });
  return { key: name, by, at, changes: [row], message: null };
};

/** All that the row was written with, from blank. */
const wholeOf = (ports: StoodPorts, change: Pending): Columns =>
  Object.keys(declared[change.register].columns).flatMap((column) => {
    const to = toPlain(rowOf(ports, change)[column]);
    const isBlank = to === null || to === '' || to === false || String(to) === '';
    return isBlank ? [] : [{ column, from: null, to }];
  });

const rowOf = ({ replica }: StoodPorts, { register, key }: Pending): Before => {
  const row: Row<RegisterName> | undefined = replica.registers()[register].get(key);
  return (row ?? {}) as unknown as Before;
};
