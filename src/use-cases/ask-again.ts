// Turns a return due again when the date its owner gave for the figure has come. Who is told of it is the
// ladder's business; that the reason given stays on record, this file's.
import type { Cycle } from '../registers/cycles.ts';
import type { Return } from '../registers/returns.ts';
import { dateWords } from '../rules/date-words.ts';
import { backOn, dueAgain } from '../rules/due-again.ts';
import { countedBy } from '../rules/rungs.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Ports } from './ports.ts';

/** Answers how many came back. The cycle must be open; done again, it finds itself done. */
export const askAgain = async (ports: Ports, cycle: Cycle): Promise<number> => {
  const now = ports.clock.now();
  const due = () =>
    dueAgain(ports.replica.registers(), countedBy(ports.replica.registers(), cycle), now);
  if (due().length === 0) return 0;
  // A figure accepted a moment ago is in the registers once the writes ahead of this are.
  ports.replica.lay(await ports.outbox.settle([]));
  const { closed } = countedBy(ports.replica.registers(), cycle);
  const at = now.toInstant();
  const accepted = await accept(
    ports,
    due().map((asked) => ({
      // The answer that gave the date, and the date itself, which may be set later by hand.
      key: `again|${asked.key}|${asked.revision ?? 0}|${asked.noDataUntil?.toString() ?? ''}`,
      by: null,
      at,
      changes: [
        change('returns', asked.key, {
          state: 'Due',
          // The date given stays until it is answered: by it, it is known to have come back, and when.
          noDataReason: null,
          dueOn: laterOf(asked.dueOn, backOn(asked, closed)),
          // As it was: by it an app that starts anew knows whether the lists have gone past this.
          revision: asked.revision ?? 0,
        }),
      ],
      message: null,
      journal: { source: 'product', why: cameBackWords(asked) },
    })),
  );
  return accepted.filter(({ outcome }) => outcome === 'accepted').length;
};

/** What the Journal keeps of a promise whose date has come. */
export const cameBackWords = ({
  noDataUntil,
  noDataReason,
}: Pick<Return, 'noDataUntil' | 'noDataReason'>): string => {
  const until = noDataUntil === null ? 'no date was given' : dateWords(noDataUntil);
  return `Asked for again. There was no data until: ${until}. The reason given: ${noDataReason ?? 'none'}`;
};

const laterOf = (
  one: Temporal.PlainDate | null,
  other: Temporal.PlainDate | null,
): Temporal.PlainDate | null => {
  if (one === null || other === null) return one ?? other;
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other;
};
