// Writes accepted changes behind, into the lists, in the order they were accepted.
// The units a tenant allows are kept by the lists themselves.
import type { Ports } from './ports.ts';

const aTurn = 400;

export type Landing = {
  readonly landed: number;
  /** Changes the lists would not take this turn, by fault. They stay in the Outbox. */
  readonly faults: Readonly<Record<string, number>>;
};

/** Writes until none are pending, a whole turn fails, or `stop` says so. */
export const landChanges = async (ports: Ports, stop: () => boolean): Promise<Landing> => {
  let landed = 0;
  const faults: Record<string, number> = {};
  while (!stop()) {
    const pending = await ports.outbox.pending(aTurn);
    if (pending.length === 0) break;
    const written = await ports.lists.write(pending);
    const done = written.filter((each) => each.fault === null).map((each) => each.sequence);
    await ports.outbox.landed(done);
    landed += done.length;
    for (const { fault } of written) if (fault !== null) faults[fault] = (faults[fault] ?? 0) + 1;
    if (done.length === 0) break;
  }
  if (landed > 0) ports.log.info('changes landed', { landed });
  return { landed, faults };
};
