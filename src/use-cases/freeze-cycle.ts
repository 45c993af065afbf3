// Freezes the figures of a cycle that has closed, once: as one dataset, in parts, with its hash. Every report
// of the cycle is made from it; what is corrected later is a restatement beside it (restate.ts).
import type { Cycle } from '../registers/cycles.ts';
import { zone } from '../rules/calendar.ts';
import { canonical, type Json } from '../rules/dataset/canonical.ts';
import type { Classified, Dataset } from '../rules/dataset/dataset.ts';
import { gatherDataset } from '../rules/dataset/gather.ts';
import { cutInParts, partKey } from '../rules/dataset/parts.ts';
import { accept } from './accept.ts';
import { asExempt } from './as-exempt.ts';
import { change } from './change.ts';
import { isOurClose } from './change-cycle.ts';
import type { Entry, Ports } from './ports.ts';
import { sha256 } from './sha-256.ts';

/**
 * Once for each cycle, by the tick. Its parts are accepted first and what names them last, so that a
 * freezing cut short is none: it is done again, and finds its parts where nothing has changed meanwhile. A
 * cycle that was opened again by hand and closed a second time keeps what it closed with first. What closed
 * long ago, elsewhere, is not frozen: nobody knows what its figures were then.
 */
export const freezeCycle = async (ports: Ports, { key }: Pick<Cycle, 'key'>): Promise<void> => {
  const cycle = ports.replica.registers().cycles.get(key);
  if (cycle?.state !== 'Closed' || cycle.closedAt === null) return;
  if (ports.replica.registers().datasets.get(key) !== undefined) return;
  if ((await ports.outbox.find(claimOf(cycle))) !== null || !(await isOurClose(ports, cycle)))
    return;
  // What was accepted before the close is in the registers once the writes ahead of this are.
  ports.replica.lay(await ports.outbox.settle([]));
  const asAt = cycle.closedAt.toZonedDateTimeISO(zone).toPlainDate();
  // Before it is gathered: what is changed after the close while it is written down has come since.
  const at = ports.clock.now().toInstant();
  const dataset = gatherDataset(ports.replica.registers(), cycle, { asAt, isFrozen: true });
  // Others have their turn between gathering and writing it down: each takes a tenth of a second.
  ports.replica.lay(await ports.outbox.settle([]));
  const text = canonical(dataset as unknown as Json);
  await keep(ports, { cycle, at, dataset, text, hash: await sha256(text) });
};

/** The same however often it closes. */
const claimOf = ({ key }: Pick<Cycle, 'key'>): string => `freeze|${key}`;

type Freezing = Pick<Entry, 'at'> & {
  readonly cycle: Cycle;
  readonly dataset: Dataset;
  readonly text: string;
  readonly hash: string;
};

const keep = async (ports: Ports, freezing: Freezing): Promise<void> => {
  const parts = cutInParts(freezing.text);
  const entries = parts.map((content, index) => partEntry(freezing, { content, part: index + 1 }));
  await accept(ports, entries);
  const [kept] = await accept(ports, [headEntry(freezing, parts.length)]);
  if (kept?.outcome === 'accepted')
    ports.log.info('figures frozen', {
      cycle: freezing.cycle.key,
      measures: freezing.dataset.measures.length,
      parts: parts.length,
    });
};

type Part = { readonly content: string; readonly part: number };

/** Read by whoever may read all that is in it. */
const partEntry = ({ cycle, at, dataset, hash }: Freezing, { content, part }: Part): Entry => ({
  key: `${claimOf(cycle)}|${partKey('', hash, part)}`,
  by: null,
  at,
  changes: [
    change('datasetParts', partKey(cycle.key, hash, part), {
      title: `${cycle.title}: ${part}`,
      plan: cycle.plan,
      dataset: cycle.key,
      part,
      content,
      ...asExempt(factsOf(dataset)),
    }),
  ],
  message: null,
});

const factsOf = (dataset: Dataset): readonly Classified[] => [
  ...dataset.measures,
  ...dataset.measures.flatMap(({ marked }) => marked ?? []),
  ...dataset.groups,
  ...dataset.actions,
  ...dataset.projects,
  ...dataset.savings,
  ...dataset.risks,
  ...dataset.money,
  ...dataset.questions,
];

const headEntry = ({ cycle, at, dataset, hash }: Freezing, parts: number): Entry => ({
  key: claimOf(cycle),
  by: null,
  at,
  changes: [
    change('datasets', cycle.key, {
      title: `${cycle.title}: figures as at ${dataset.asAt}`,
      plan: cycle.plan,
      cycle: cycle.key,
      frozenAt: at,
      hash,
      parts,
      measures: dataset.measures.length,
    }),
  ],
  message: null,
});
