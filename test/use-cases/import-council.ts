// A small council whose registers answer at once, with a real Outbox, for what an import does to it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import { type Columns, fromPlain } from '../../src/registers/register.ts';
import {
  type Change,
  registers as declared,
  type RegisterName,
  type Registers,
  type Row,
} from '../../src/registers/registers.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { type Rows, registersOf, rowOf } from '../rules/table-of.ts';

export const start: Rows = {
  plans: [{ key: 'plan', title: 'Plan', plan: 'plan', code: 'plan' }],
  teams: [{ key: 't-1', title: 'Housing' }],
  people: [
    { key: 'p-1', title: 'Performance', objectId: 'o-1', roles: ['performance team'] },
    { key: 'p-2', title: 'Owner', objectId: 'o-2', roles: ['owner'] },
  ],
  measures: [{ key: 'plan|M1', title: 'Voids', code: 'M1', team: 't-1' }],
  returns: [{ title: 'M1', measure: 'plan|M1', period: '2019-20 Q4', value: 5, revision: 1 }],
  risks: [{ key: 'plan|R1', title: 'Fire', plan: 'plan', code: 'R1', grossImpact: 4 }],
};

/** The registers with changes laid over them, as the replica does it. */
export const givenCouncil = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'take-import-'));
  const open = () => openOutbox(path.join(folder, 'outbox.sqlite'));
  let outbox: Outbox | null = open();
  const held = (): Outbox => {
    outbox ??= open();
    return outbox;
  };
  const close = () => {
    outbox?.close();
    outbox = null;
  };
  const rows = new Map<RegisterName, Map<string, Row<RegisterName>>>();
  const tableOf = (name: RegisterName) => {
    const known = rows.get(name) ?? new Map<string, Row<RegisterName>>();
    rows.set(name, known);
    return known;
  };
  for (const [name, some] of Object.entries(start) as [
    RegisterName,
    Partial<Row<RegisterName>>[],
  ][])
    for (const each of some) {
      const row = rowOf(name, each);
      tableOf(name).set(row.key.toLowerCase(), row);
    }
  const lay = (changes: readonly Change[]) => {
    for (const { register, key, set } of changes) {
      const columns: Columns = declared[register].columns;
      const before = tableOf(register).get(key.toLowerCase()) ?? rowOf(register, { key });
      const typed = Object.fromEntries(
        Object.entries(set).map(([name, to]) => [name, fromPlain(columns[name]!, to)]),
      );
      tableOf(register).set(key.toLowerCase(), { ...before, ...typed } as Row<RegisterName>);
    }
  };
  const registers = (): Registers =>
    registersOf(Object.fromEntries([...rows].map(([name, of]) => [name, [...of.values()]])));
  const ports: Pick<Ports, 'clock' | 'outbox' | 'replica'> = {
    clock: { now: () => Temporal.ZonedDateTime.from('2020-10-05T09:30[Europe/London]') },
    get outbox() {
      return held();
    },
    replica: { registers, lay, heardAt: () => null, takeEdits: () => [] },
  };
  const reopen = () => void held();
  const remove = () => {
    close();
    rmSync(folder, { recursive: true });
  };
  return { ports, registers, lay, close, reopen, remove };
};
