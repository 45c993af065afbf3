// What of a paper's words was changed after somebody cleared them, and so which clearances are still to give.

import type { PaperWording } from '../registers/paper-words.ts';
import type { Paper } from '../registers/papers.ts';
import type { Registers } from '../registers/registers.ts';
import { type Clearance, stillToClear, wordsUntil } from './paper-stages.ts';
import { lastChange, rewordedSince } from './paper-wordings.ts';
import type { Ordered } from './papers/ordered.ts';

type Reading = Pick<Registers, 'paperWords'>;

type Order = Pick<Ordered, 'key' | 'kind' | 'board'> & {
  readonly cycle: { readonly key: string };
  readonly meets: { readonly wordsFreezeOn: Temporal.PlainDate } | null;
};

type Asked = { readonly order: Order; readonly row: Paper | null };

/** The number of the last change in a paper; 0 where all it is told is as its owners wrote it. */
export const lastRewording = (registers: Reading, asked: Asked): number =>
  lastChange(registers, wordsIn(asked));

/** Those still to give, for the first time or again, in their order. */
export const leftToClear = (registers: Reading, asked: Asked): readonly Clearance[] =>
  stillToClear(asked.row, asked.order, lastRewording(registers, asked));

/** What was changed in a paper after the change `since`, the last that was looked at. */
export const rewordedIn = (
  registers: Reading,
  asked: Asked,
  since: number,
): readonly PaperWording[] => rewordedSince(registers, { ...wordsIn(asked), since });

/** Words changed once its agenda was out are of other papers. */
const wordsIn = ({ order, row }: Asked) => ({
  cycle: order.cycle.key,
  paper: order.key,
  ...wordsUntil(row, order.meets?.wordsFreezeOn ?? null),
});
