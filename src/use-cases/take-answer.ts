// Who may answer a return now, and how an answer is taken once. The revision it was answered from is
// part of its key, so the same press twice is one answer and of two people at the same moment one is
// told what the other gave.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import { hasLeft } from '../rules/away.ts';
import { may } from '../rules/rights.ts';
import { answering } from '../rules/rights-of.ts';
import { accept } from './accept.ts';
import type { Entry, Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';
import { StoreFault } from './store-fault.ts';

type Whoever = { readonly by: string; readonly today: Temporal.PlainDate };

/** Null where they may: it is theirs to answer, and they have not left. */
export const isNotTheirs = (
  registers: Registers,
  row: Return,
  { by, today }: Whoever,
): Refused | null => {
  const person = registers.people.get(by);
  if (person === undefined || !may({ registers, person, today: null }, answering(row), row))
    return refused({ reason: 'not yours' });
  return leftAlready(person, today);
};

/** Null where they are here: an account may work for longer than its person does. */
export const leftAlready = (person: Person, today: Temporal.PlainDate): Refused | null =>
  person.leftOn !== null && hasLeft(person, today)
    ? refused({ reason: 'has left', on: person.leftOn })
    : null;

/** Null where they may, and its cycle is open. */
export const mayNotAnswer = (registers: Registers, row: Return, whoever: Whoever): Refused | null =>
  isNotTheirs(registers, row, whoever) ?? mayTakeIn(registers, row);

/** Null where its cycle is open. */
export const mayTakeIn = (registers: Registers, row: Return): Refused | null => {
  const cycle = row.cycle === null ? undefined : registers.cycles.get(row.cycle);
  if (cycle === undefined || cycle.state === 'Planned')
    return refused({ reason: 'cycle not open' });
  if (cycle.state === 'Suspended') return refused({ reason: 'cycle suspended' });
  if (cycle.state === 'Withdrawn')
    return refused({ reason: 'cycle withdrawn', because: cycle.withdrawnReason ?? '' });
  if (cycle.state === 'Closed')
    return refused({ reason: 'cycle closed', on: cycle.closedAt?.toString() ?? '' });
  return null;
};

/** Which answer: whose, to which return, from which revision of it. */
export type Answering = {
  readonly by: string;
  readonly return: string;
  readonly revision: number;
};

/** `isSame` compares what a kind of answer says besides; where it is left out, there is nothing. */
export type Taken = {
  readonly entry: Entry;
  readonly isSame?: (first: Entry, again: Entry) => boolean;
};

/** Takes the answer, finds it taken already, or refuses it because another stands in its place. */
export const takeOnce = async (
  ports: Ports,
  { by, revision, return: key }: Answering,
  { entry, isSame = () => true }: Taken,
): Promise<Refused | { readonly outcome: 'submitted' | 'already' }> => {
  const current = () => ports.replica.registers().returns.get(key);
  const first = await orNotKept(() =>
    revision === (current()?.revision ?? 0)
      ? acceptOne(ports, entry)
      : ports.outbox.find(entry.key),
  );
  if (first === 'not kept') return refused({ reason: 'not kept' });
  if (first === 'accepted') return { outcome: 'submitted' };
  if (
    first !== null &&
    first.by === by &&
    said(first, key) === said(entry, key) &&
    isSame(first, entry)
  )
    return { outcome: 'already' };
  return saidMeanwhile(current());
};

/** Whose word stands: who answered last, or since then approved it or sent it back. */
export const saidMeanwhile = (row: Return | undefined): Refused => {
  const { returnedBy = null, returnedAt = null, approval, approver, approvedAt } = row ?? {};
  const isDecided =
    (approval === 'approved' || approval === 'sent back') &&
    approvedAt &&
    (returnedAt === null || Temporal.Instant.compare(approvedAt, returnedAt) >= 0);
  return isDecided
    ? refused({
        reason: 'answered meanwhile',
        by: approver ?? null,
        at: approvedAt,
        did: approval,
      })
    : refused({ reason: 'answered meanwhile', by: returnedBy, at: returnedAt, did: 'answered' });
};

const orNotKept = <Result>(ask: () => Promise<Result>): Promise<Result | 'not kept'> =>
  ask().catch((fault: unknown) => {
    if (fault instanceof StoreFault) return 'not kept';
    throw fault;
  });

const acceptOne = async (ports: Ports, entry: Entry): Promise<Entry | 'accepted'> => {
  const [acceptance] = await accept(ports, [entry]);
  if (acceptance === undefined) throw new Error('The Outbox answered for no entry.');
  return acceptance.outcome === 'accepted' ? 'accepted' : acceptance.first;
};

/** When it was pressed, what it replaced, and what was asked about it: no part of what an answer says. */
const notSaid = new Set([
  'returnedAt',
  'restatedOn',
  'provisionalValue',
  'setOn',
  'doubted',
  'confirmedBecause',
  'noActionAcceptedBy',
  'noActionAcceptedOn',
]);

/** What an answer says of its return, and of a target it sets. */
const said = ({ changes }: Entry, key: string): string =>
  JSON.stringify(
    changes
      .filter(
        (each) =>
          each.register === 'targets' || (each.register === 'returns' && sameKey(each.key, key)),
      )
      .flatMap(({ set }) => Object.entries(set))
      .filter(([name]) => !notSaid.has(name))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
