// A list made by an earlier version lacks a column that is written now, and refuses every write. That is
// told from its refusals, for looking would cost units at every start; what to do is said once in the log,
// and on /health until a write of that column is taken.
import { type RegisterName, registers } from '../../registers/registers.ts';
import type { Log } from '../../use-cases/ports.ts';
import type { Call } from '../graph/graph-client.ts';
import type { GraphFault } from '../graph/graph-fault.ts';
import { columnDefinitions } from './columns.ts';

export type LackingColumns = {
  /** How a write ended; null where it was taken. */
  heard(call: Call, fault: GraphFault | null): void;
  /** In sentences, each with what to do. */
  reasons(): readonly string[];
};

export const openLackingColumns = (
  registerAt: (path: string) => RegisterName | undefined,
  log: Log,
): LackingColumns => {
  const lacking = new Map<string, { readonly register: RegisterName; readonly column: string }>();
  const logged = new Set<string>();
  const note = (register: RegisterName, column: string): void => {
    const place = `${register} ${column}`;
    lacking.set(place, { register, column });
    if (logged.has(place)) return;
    logged.add(place);
    log.info('a list lacks a column: run golden-thread provision', { register, column });
  };
  const taken = (call: Call): void => {
    const fields = (call.body as { fields?: object } | undefined)?.fields ?? {};
    const register = registerAt(call.path);
    for (const column of Object.keys(fields)) lacking.delete(`${register} ${column}`);
  };
  return {
    heard: (call, fault) => {
      if (call.method === 'GET') return;
      if (fault === null) {
        if (lacking.size > 0) taken(call);
        return;
      }
      const column = fault.status === 400 ? unrecognised.exec(fault.said ?? '')?.[1] : undefined;
      const register = column === undefined ? undefined : registerAt(call.path);
      if (column !== undefined && register !== undefined && isOurs(register, column)) {
        note(register, column);
      }
    },
    reasons: () =>
      [...lacking.values()].map(
        ({ register, column }) =>
          `The list ${registers[register].list} lacks the column ${column}: run golden-thread provision.`,
      ),
  };
};

/** Graph's words for a field that no column of the list takes. */
const unrecognised = /Field '(\w{1,64})' is not recogni[sz]ed/i;

/** A name that is not one of ours could be anything, and is neither shown nor logged. */
const isOurs = (register: RegisterName, column: string): boolean =>
  columnDefinitions(register).some(({ name }) => name === column);
