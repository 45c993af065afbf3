// One row in hand while it is written: what waits for it, what is known of it, and how it ended.
import type { Change, RegisterName } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import type { ListFault, Log, Pending, Stood } from '../../use-cases/ports.ts';
import type { GraphFault } from '../graph/graph-fault.ts';
import type { Editors } from '../past/editors.ts';
import type { Known } from '../replica/replica.ts';
import type { ListSource } from '../rows/list-items.ts';
import type { Hands } from './hands.ts';

/** All that waits for one row. */
export type RowWrite = {
  readonly register: RegisterName;
  readonly key: string;
  readonly sequences: readonly number[];
  readonly set: Change['set'];
  /** Which change set each column. */
  readonly origins: ReadonlyMap<string, Pending>;
};

export type ListWriting = ListSource & {
  readonly known: Known;
  readonly log: Log;
  readonly editors: Editors;
  /** Null: the app alone writes. */
  readonly hands: Hands | null;
};

/** A row's name among all rows of all lists. */
export const placeOf = ({ register, key }: Pick<RowWrite, 'register' | 'key'>): string =>
  `${register} ${fold(key)}`;

/** How a row ended: a fault of null where it is in the list. */
export type RowEnd = {
  readonly fault: ListFault | null;
  /** What was not written, by the sequence of the change that would have set it. */
  readonly stood: ReadonlyMap<number, readonly Stood[]>;
  /** It had been deleted in the list, and was written again whole. */
  readonly again: boolean;
};

/** One row in hand, and what is known of it so far. */
export type InHand = {
  readonly row: RowWrite;
  /** What is still to be written of it: all but what stands. */
  set: Change['set'];
  stood: ReadonlyMap<number, readonly Stood[]>;
  /** The version it was weighed against, so that one version is weighed once. */
  weighed: string | null;
  /** Columns another hand changed that are about to be replaced. */
  replaced: readonly string[];
  /** How the last call for it failed. */
  fault: GraphFault | null;
  /** The same, where that call was to make the row. */
  refusal: GraphFault | null;
  again: boolean;
  /** Whose hand the last call for it was made with; null: the app's. */
  hand: string | null;
  /** A person may not write it, or what they wrote had no answer: the app does. */
  asApp: boolean;
  /** Undefined while it is open. */
  end: ListFault | null | undefined;
};

/** What rows are in doubt, and what was decided of changes that may come again. */
export type Remembered = {
  /** Rows whose place in the list is in doubt: looked for by key before they are written. */
  readonly unsure: Set<string>;
  /**
   * What of a change was left out, by its sequence. Should the Outbox fail to record the landing, the
   * change comes again, to a row whose last version is then ours: it must not be written after all.
   */
  readonly stood: Map<number, readonly Stood[]>;
  /** Rows that a person's own write may have reached, its answer lost, with their object id: by place. */
  readonly lost: Map<string, string>;
};
