// Sees to it that the measures of somebody who has left are handed over: whoever leads their team is
// asked, once a cycle, to name others. Who has left is People's to say, and the directory's where it
// may be asked.
import { leaversToHandOver } from '../rules/hand-over.ts';
import { accept } from './accept.ts';
import { handOverEntries } from './hand-over-entry.ts';
import type { Ports } from './ports.ts';

/** Worked out afresh each time: what has been asked before is asked no more. */
export const watchLeavers = async (ports: Ports): Promise<void> => {
  const registers = ports.replica.registers();
  const now = ports.clock.now();
  const open = [...registers.cycles.values()].filter((cycle) => cycle.state === 'Open');
  const entries = open.flatMap((cycle) =>
    leaversToHandOver(registers, cycle, now.toPlainDate()).flatMap(({ about, to }) =>
      handOverEntries(
        registers,
        { cycle, to: to.key, about: about.key, on: null },
        { by: null, at: now.toInstant(), again: null },
      ),
    ),
  );
  await accept(ports, entries);
};
