// What the newest card that asks for somebody's word shows, and whether something else than a press on it
// has changed that: another approver, the tab, an answer corrected.
import type { Cycle } from '../registers/cycles.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { asStands, waitingFor } from './approval.ts';
import type { Shows } from './card-shows.ts';
import { targetsAsStand, toEndorse } from './endorsing.ts';
import { signOffKey } from './sign-off.ts';
import { toSign } from './whose-word.ts';

type Of = {
  readonly person: Person;
  readonly cycle: Cycle;
  readonly today: Temporal.PlainDate;
};

/** Everything that waits for this person's word in the cycle, as it stands. */
export const approvalShows = (registers: Registers, { person, cycle, today }: Of): Shows => {
  const runs = `${cycle.state} ${cycle.revision ?? 0}`;
  if (cycle.state !== 'Open') return { frame: runs, whole: runs };
  const targets = toEndorse(registers, person, today)
    .map(({ target }) => target)
    .filter(({ plan }) => sameKey(plan, cycle.plan));
  const waits = [
    ...asStands(waitingFor(registers, person, { cycle: cycle.key, today })),
    ...toSign(registers, person, { cycle, today }).map(signOffKey),
    ...targetsAsStand(registers, targets),
  ];
  return { frame: runs, whole: [runs, ...waits.toSorted()].join('\n') };
};

/** Whether anything of the cycle that takes approval was answered or decided at that moment or later. */
export const approvalsChangedSince = (
  registers: Registers,
  { person, cycle }: Pick<Of, 'person' | 'cycle'>,
  { since, own }: { readonly since: Temporal.Instant; readonly own: boolean },
): boolean => {
  const isSince = (at: Temporal.Instant | null) =>
    at !== null && Temporal.Instant.compare(at, since) >= 0;
  return registers.returns
    .where('cycle', cycle.key)
    .filter(({ approval }) => approval !== null)
    .some(
      ({ returnedAt, approvedAt, approver }) =>
        isSince(returnedAt) || (isSince(approvedAt) && (own || !sameKey(approver, person.key))),
    );
};
