// Names who answers for measures and other lines that have nobody to: for their open returns from now on, and for all
// that come. The new owner is told at once, unless the ladder is about to.

import type { Cycle } from '../registers/cycles.ts';
import type { JournalSource } from '../registers/journal.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { hasLeft } from '../rules/away.ts';
import { dateWords } from '../rules/date-words.ts';
import {
  lacksOwner,
  lastLetGo,
  namedKey,
  openReturnsOf,
  stepToCome,
  toBeNamedBy,
} from '../rules/hand-over.ts';
import { type Owned, ownedId, ownedRegisters, readOwned } from '../rules/owned.ts';
import { may } from '../rules/rights.ts';
import { answererOf } from '../rules/roles.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { changesToldOf } from './changes-told.ts';
import { handOverEntries } from './hand-over-entry.ts';
import { orNotKept } from './or-not-kept.ts';
import { ownerChange } from './owner-change.ts';
import type { Entry, Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';
import { leftAlready } from './take-answer.ts';

export type Named = {
  readonly outcome: 'named' | 'already';
  readonly owner: Person;
  readonly lines: readonly Owned[];
};

export type Naming = {
  readonly by: string;
  readonly cycle: string;
  /** What a card names a line by (ownedId), or 'all' that this person is asked to name an owner for. */
  readonly measure: string;
  /** The key of the person named. */
  readonly owner: string;
  /** Left out: on a card. */
  readonly source?: JournalSource;
};

/** Refused to anyone but the manager, their deputy and the performance team; nobody who has left is named. */
export const nameOwner = async (ports: Ports, naming: Naming): Promise<Named | Refused> => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const cycle = registers.cycles.get(naming.cycle);
  if (cycle === undefined) return refused({ reason: 'unknown cycle' });
  const by = registers.people.get(naming.by);
  const gone = by && leftAlready(by, today);
  if (gone) return gone;
  const lines = by === undefined ? [] : linesOf(registers, by, { naming, cycle, today });
  const asking = { registers, person: by, today: null };
  if (by === undefined || !lines.every((each) => may(asking, 'name an owner', each)))
    return refused({ reason: 'not allowed' });
  if (lines.length === 0) return refused({ reason: 'unknown return' });
  const owner = registers.people.get(naming.owner);
  if (owner === undefined || hasLeft(owner, today))
    return refused({ reason: 'nobody by that name' });
  const open = lines.filter((each) => lacksOwner(registers, each, today));
  const taken = lines.find((each) => !open.includes(each) && !sameKey(each.owner, owner.key));
  if (taken !== undefined)
    return refused({ reason: 'answered meanwhile', by: taken.owner, at: null });
  const entries = [
    ...open.map((each) => namingEntry(ports, each, { by, owner, source: naming.source })),
    ...tellingEntries(ports, lines, { by, owner, cycle }),
  ];
  return orNotKept(
    accept(ports, entries).then((accepted) => {
      const other = accepted.find(
        (each) => each.outcome === 'already' && owner.key !== ownerIn(each.first, owner.key),
      );
      return other?.outcome === 'already'
        ? refused({
            reason: 'answered meanwhile',
            by: ownerIn(other.first, other.first.by),
            at: other.first.at,
          })
        : { outcome: open.length === 0 ? 'already' : 'named', owner, lines };
    }),
  );
};

const linesOf = (
  registers: Registers,
  by: Person,
  asked: { readonly naming: Naming; readonly cycle: Cycle; readonly today: Temporal.PlainDate },
): readonly Owned[] => {
  const { naming, cycle, today } = asked;
  if (naming.measure === 'all') return toBeNamedBy(registers, by, { plan: cycle.plan, today });
  const line = readOwned(registers, naming.measure);
  return line === null ? [] : [line];
};

type Hands = { readonly by: Person; readonly owner: Person };

/** Of two who name from the same standing one is taken: the key does not say whom they named. */
const namingEntry = (
  ports: Pick<Ports, 'replica' | 'clock'>,
  line: Owned,
  { by, owner, source = 'card' }: Hands & { readonly source: JournalSource | undefined },
): Entry => {
  const registers = ports.replica.registers();
  const named = { owner: owner.key };
  return {
    key: `${namedKey}|${ownedId(line)}|${changesToldOf(ports, line.register, line.key)}`,
    by: by.key,
    at: ports.clock.now().toInstant(),
    changes: [
      ownerChange(line, owner.key),
      ...openReturnsOf(registers, line).map((each) => change('returns', each.key, named)),
    ],
    message: null,
    journal: { source, why: whyNamed(registers, line) },
  };
};

/** Whom an entry named; `otherwise` where it names nobody, as a message's does. */
const ownerIn = ({ changes }: Entry, otherwise: string | null): string | null => {
  const named = changes.find(({ register }) => ownedRegisters.some((each) => each === register))
    ?.set['owner'];
  return typeof named === 'string' ? named : otherwise;
};

/** Why it had nobody: what its last owner said, or that they have left. A leaver's name would outlast its purge here. */
const whyNamed = (registers: Registers, line: Owned): string => {
  const said = lastLetGo(registers, line);
  if (said !== null) return `Not theirs any more: ${said.because}`;
  const before = line.owner === null ? undefined : registers.people.get(line.owner);
  return before?.leftOn
    ? `Its owner left on ${dateWords(before.leftOn)}`
    : 'It had no owner on People';
};

/**
 * To the new owner, or whoever covers for them, of what is due from them now; nobody is told of what they
 * named themselves for.
 */
const tellingEntries = (
  ports: Pick<Ports, 'replica' | 'clock'>,
  lines: readonly Owned[],
  { by, owner, cycle }: Hands & { readonly cycle: Cycle },
): readonly Entry[] => {
  const registers = ports.replica.registers();
  const now = ports.clock.now();
  const to = answererOf(registers, owner.key, now.toPlainDate()) ?? owner;
  if (to.key === by.key || cycle.state !== 'Open') return [];
  if (stepToCome(registers, { person: to.key, cycle }, now) !== null) return [];
  const isDue = lines.some((line) =>
    openReturnsOf(registers, line).some((each) => sameKey(each.cycle, cycle.key)),
  );
  if (!isDue) return [];
  return handOverEntries(
    registers,
    {
      cycle,
      to: to.key,
      about: to.key === owner.key ? by.key : owner.key,
      on: now.toPlainDate(),
    },
    {
      by: by.key,
      at: now.toInstant(),
      again: lines.map(ownedId).join(' ').slice(0, 100),
    },
  );
};
