// What waits for somebody in the tab alone, and no card tells: papers to clear, proposed targets of a plan
// with no cycle open, and a signature whose answers changed since. Which papers there are is given.
import type { Cycle } from '../registers/cycles.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { endorsersOf, proposedTargets, targetsAsStand } from './endorsing.ts';
import type { Clearance } from './paper-stages.ts';
import { askedToSign, changedSinceSigned, signatureOf, signersOf, signOffKey } from './sign-off.ts';

/** One thing that waits for one person. `key`: the same thing as it stands, told once. */
export type Waits = {
  readonly person: string;
  readonly key: string;
  /** Whose quiet hours it keeps. */
  readonly cycle: Cycle;
} & (
  | { readonly of: 'paper'; readonly clearance: Clearance }
  | { readonly of: 'target' }
  | { readonly of: 'signature'; readonly directorate: string | null }
);

/** A card asks for them while a cycle of their plan is open; after that only the tab shows them. */
export const targetsInTabAlone = (
  registers: Registers,
  today: Temporal.PlainDate,
): readonly Waits[] =>
  proposedTargets(registers).flatMap(({ target }) => {
    const cycle = latestOf(registers, target.plan);
    if (cycle === null || cycle.state === 'Open') return [];
    const [stands = target.key] = targetsAsStand(registers, [target]);
    return endorsersOf(registers, target, today).map(({ key: person }) => ({
      of: 'target' as const,
      person,
      key: `target|${stands}`,
      cycle,
    }));
  });

/** A signature stands until it is given again, so no card asks: it is the tab that says so. */
export const signaturesInTabAlone = (
  registers: Registers,
  today: Temporal.PlainDate,
): readonly Waits[] =>
  [...registers.cycles.values()]
    .filter(({ state }) => state === 'Open')
    .flatMap((cycle) =>
      askedToSign(registers, cycle).flatMap((signed) => {
        const at = signatureOf(registers, signed)?.at;
        if (!at || changedSinceSigned(registers, signed).length === 0) return [];
        return signersOf(registers, signed, today).map(({ key: person }) => ({
          of: 'signature' as const,
          person,
          key: `signature|${signOffKey(signed)}|${at.toString()}`,
          cycle,
          directorate: signed.directorate,
        }));
      }),
    );

/** The open cycle of a plan, else the one that opened last. Null: it has none. */
const latestOf = (registers: Registers, plan: string): Cycle | null => {
  const all = [...registers.cycles.values()].filter(
    (each) => sameKey(each.plan, plan) && each.state !== 'Planned' && each.state !== 'Withdrawn',
  );
  const open = all.find(({ state }) => state === 'Open');
  return (
    open ??
    all.toSorted((one, other) => Temporal.PlainDate.compare(other.opensOn, one.opensOn))[0] ??
    null
  );
};

/** What one person is told of at once: the same kind of thing in the same cycle. */
export type Gathered = {
  readonly first: Waits;
  readonly person: Person;
  readonly all: readonly Waits[];
};

/** Of people who are in People; in the order given. */
export const gatherWaits = (registers: Registers, waits: readonly Waits[]): readonly Gathered[] =>
  [...Map.groupBy(waits, groupOf).values()].flatMap((all) => {
    const [first] = all;
    const person = first && registers.people.get(first.person);
    return first && person ? [{ first, person, all }] : [];
  });

/** What is told of as one line: two with the same are gathered. */
export const groupOf = (waits: Waits): string =>
  [
    waits.person,
    waits.of,
    waits.cycle.key,
    ...(waits.of === 'paper' ? [waits.clearance] : []),
    ...(waits.of === 'signature' ? [waits.directorate ?? 'finance'] : []),
  ].join('|');
