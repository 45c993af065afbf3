// Where several instances serve one council: how long a change stays in the Outbox before it may be written
// to its list, so that every instance has laid it over what it shows before it could be found in the list
// alone. An instance that could not look in that time hears every list anew.
import type { Outbox } from '../use-cases/ports.ts';

type MachineTime = () => number;

/** Milliseconds. Each instance looks at every beat, two seconds apart, and before it answers anybody. */
const staysFor = 5_000;

/** Milliseconds. Less than a change stays, by what reading the Outbox may take. */
const looksWithin = 4_000;

/**
 * What has waited here long enough to be written, by this machine's own clock: from when it was first seen
 * in the Outbox, so that no two machines' clocks are compared.
 */
export const openLetOthersSee = (
  outbox: Pick<Outbox, 'pending'>,
  now: MachineTime = () => performance.now(),
): Outbox['pending'] => {
  let seen: readonly { readonly upTo: number; readonly at: number }[] = [];
  return async (limit, above) => {
    const asked = now();
    const pending = await outbox.pending(limit, above);
    const upTo = pending.at(-1)?.sequence ?? 0;
    if (upTo > (seen.at(-1)?.upTo ?? 0)) seen = [...seen, { upTo, at: now() }];
    const ripe = seen.findLast(({ at }) => asked - at >= staysFor);
    if (ripe === undefined) return [];
    seen = seen.slice(seen.indexOf(ripe));
    return pending.filter(({ sequence }) => sequence <= ripe.upTo);
  };
};

/** `heard`: resolves once the lists have been heard; null where they need not be. */
type Looked = { readonly heard: Promise<void> | null };

/**
 * Wraps each look into the Outbox: where the one before is too long ago, every list is heard as well, which
 * those that come meanwhile may wait for too. `last`: when the lists began to be read.
 */
export const openLooking = (
  hearAll: () => Promise<void>,
  last: number,
  now: MachineTime = () => performance.now(),
): ((look: () => Promise<void>) => Promise<Looked>) => {
  let seenAt = last;
  let heard: Promise<void> | null = null;
  return async (look) => {
    const began = now();
    await look();
    if (began - seenAt > looksWithin) {
      const hearing = hearAll().finally(() => {
        if (heard === hearing) heard = null;
      });
      heard = hearing;
    }
    seenAt = Math.max(seenAt, began);
    return { heard };
  };
};
