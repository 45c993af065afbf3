// Names who answers for measures that have nobody to: for their open returns from now on, and for all
// that come. The new owner is told at once, unless the ladder is about to.
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { hasLeft } from '../rules/away.ts';
import { dateWords } from '../rules/date-words.ts';
import {
  lacksOwner,
  lastLetGo,
  mayNameOwner,
  namedKey,
  openReturnsOf,
  stepToCome,
  toBeNamedBy,
} from '../rules/hand-over.ts';
import { answererOf } from '../rules/roles.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { changesToldOf, handOverEntries } from './hand-over-entry.ts';
import { orNotKept } from './or-not-kept.ts';
import type { Entry, Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';
import { leftAlready } from './take-answer.ts';

export type Named = {
  readonly outcome: 'named' | 'already';
  readonly owner: Person;
  readonly measures: readonly Measure[];
};

export type Naming = {
  readonly by: string;
  readonly cycle: string;
  /** A measure's key, or 'all' that this person is asked to name an owner for. */
  readonly measure: string;
  /** The key of the person named. */
  readonly owner: string;
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
  const measures = by === undefined ? [] : measuresOf(registers, by, { naming, cycle, today });
  if (by === undefined || !measures.every((each) => mayNameOwner(registers, by, each)))
    return refused({ reason: 'not allowed' });
  if (measures.length === 0) return refused({ reason: 'unknown return' });
  const owner = registers.people.get(naming.owner);
  if (owner === undefined || hasLeft(owner, today))
    return refused({ reason: 'nobody by that name' });
  const open = measures.filter((each) => lacksOwner(registers, each, today));
  const taken = measures.find((each) => !open.includes(each) && !sameKey(each.owner, owner.key));
  if (taken !== undefined)
    return refused({ reason: 'answered meanwhile', by: taken.owner, at: null });
  const entries = [
    ...open.map((each) => namingEntry(ports, each, { by, owner })),
    ...tellingEntries(ports, measures, { by, owner, cycle }),
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
        : { outcome: open.length === 0 ? 'already' : 'named', owner, measures };
    }),
  );
};

const measuresOf = (
  registers: Registers,
  by: Person,
  asked: { readonly naming: Naming; readonly cycle: Cycle; readonly today: Temporal.PlainDate },
): readonly Measure[] => {
  const { naming, cycle, today } = asked;
  if (naming.measure === 'all') return toBeNamedBy(registers, by, { plan: cycle.plan, today });
  const measure = registers.measures.get(naming.measure);
  return measure === undefined ? [] : [measure];
};

type Hands = { readonly by: Person; readonly owner: Person };

/** Of two who name from the same standing one is taken: the key does not say whom they named. */
const namingEntry = (
  ports: Pick<Ports, 'replica' | 'clock'>,
  measure: Measure,
  { by, owner }: Hands,
): Entry => {
  const registers = ports.replica.registers();
  const named = { owner: owner.key };
  return {
    key: `${namedKey}|${measure.key}|${changesToldOf(registers, 'measures', measure.key)}`,
    by: by.key,
    at: ports.clock.now().toInstant(),
    changes: [
      change('measures', measure.key, named),
      ...openReturnsOf(registers, measure.key).map((each) => change('returns', each.key, named)),
    ],
    message: null,
    journal: { source: 'card', why: whyNamed(registers, measure) },
  };
};

/** Whom an entry named; `otherwise` where it names nobody, as a message's does. */
const ownerIn = ({ changes }: Entry, otherwise: string | null): string | null => {
  const named = changes.find(({ register }) => register === 'measures')?.set['owner'];
  return typeof named === 'string' ? named : otherwise;
};

/** Why it had nobody: what its last owner said, or that they have left. */
const whyNamed = (registers: Registers, measure: Measure): string => {
  const said = lastLetGo(registers, measure);
  if (said !== null) return `Not theirs any more: ${said.because}`;
  const before = measure.owner === null ? undefined : registers.people.get(measure.owner);
  return before?.leftOn
    ? `${before.title} left on ${dateWords(before.leftOn)}`
    : 'It had no owner on People';
};

/**
 * To the new owner, or whoever covers for them, of what is due from them now; nobody is told of what they
 * named themselves for.
 */
const tellingEntries = (
  ports: Pick<Ports, 'replica' | 'clock'>,
  measures: readonly Measure[],
  { by, owner, cycle }: Hands & { readonly cycle: Cycle },
): readonly Entry[] => {
  const registers = ports.replica.registers();
  const now = ports.clock.now();
  const to = answererOf(registers, owner.key, now.toPlainDate()) ?? owner;
  if (to.key === by.key || cycle.state !== 'Open') return [];
  if (stepToCome(registers, { person: to.key, cycle }, now) !== null) return [];
  const isDue = measures.some((measure) =>
    openReturnsOf(registers, measure.key).some((each) => sameKey(each.cycle, cycle.key)),
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
      again: measures
        .map((each) => each.key)
        .join(' ')
        .slice(0, 100),
    },
  );
};
