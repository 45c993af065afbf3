// Every register there is, by the name rules and use cases call it. A new register is one new file
// and one line here.
import { closedDays } from './closed-days.ts';
import { cycles } from './cycles.ts';
import { escalations } from './escalations.ts';
import { measures } from './measures.ts';
import { notifications } from './notifications.ts';
import { objectives } from './objectives.ts';
import { people } from './people.ts';
import { plans } from './plans.ts';
import { priorities } from './priorities.ts';
import type { Plain, RowOf } from './register.ts';
import { reportLines } from './report-lines.ts';
import { reports } from './reports.ts';
import { returns } from './returns.ts';
import { targets } from './targets.ts';
import { teams } from './teams.ts';

export const registers = {
  plans,
  priorities,
  objectives,
  measures,
  targets,
  returns,
  teams,
  people,
  cycles,
  closedDays,
  notifications,
  escalations,
  reports,
  reportLines,
} as const;

export type RegisterName = keyof typeof registers;
export const registerNames = Object.keys(registers) as readonly RegisterName[];
export type Row<N extends RegisterName> = RowOf<(typeof registers)[N]>;

/** One register as rules read it. `where` answers from an index: only indexed columns are offered. */
export interface Table<N extends RegisterName> {
  readonly size: number;
  get(key: string): Row<N> | undefined;
  values(): Iterable<Row<N>>;
  where(column: IndexedColumn<N>, value: string): readonly Row<N>[];
}

type IndexedColumn<N extends RegisterName> = {
  [C in keyof (typeof registers)[N]['columns']]: (typeof registers)[N]['columns'][C] extends {
    readonly indexed: true;
  }
    ? C
    : never;
}[keyof (typeof registers)[N]['columns']] &
  string;

/** Everything the council keeps, as one consistent state. */
export type Registers = { readonly [N in RegisterName]: Table<N> };

/** A change to one row: the named columns are set, the others stay. A row that is not there begins. */
export type Change<N extends RegisterName = RegisterName> = {
  readonly register: N;
  readonly key: string;
  readonly set: { readonly [column: string]: Plain };
};
