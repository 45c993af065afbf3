// One thing provisioning would do, as a value: what an administrator reads, and the call that does it.
import type { RegisterName } from '../../registers/registers.ts';
import type { Call } from '../graph/graph-client.ts';
import type { RestCall } from '../graph/site-rest.ts';

export type GraphStep = {
  readonly words: string;
  readonly call: Call;
  /** What is to be said where SharePoint will not: it is then no failure, but a thing to put right. */
  readonly ifRefused?: string;
};

export type RestStep = {
  readonly register: RegisterName;
  readonly words: string;
  readonly call: RestCall;
};

/** A list nobody inherits the right to open: made, then closed at once, or not made at all. */
export type ApartStep = {
  readonly register: RegisterName;
  readonly words: string;
  /** Null where the list is there and only needs closing. */
  readonly make: Call | null;
  readonly close: RestCall;
};

/** What is lacking, in the order it would be done. */
export type Plan = {
  readonly lists: readonly GraphStep[];
  readonly apart: readonly ApartStep[];
  readonly looks: readonly RestStep[];
  /** What was found to be otherwise than declared, and is left as it is. */
  readonly noticed: readonly string[];
  /** What would be done had the run the right to SharePoint's own interface. */
  readonly skipped: readonly string[];
};

export const stepWords = ({ lists, apart, looks }: Plan): readonly string[] =>
  [...lists, ...apart, ...looks].map(({ words }) => words);
