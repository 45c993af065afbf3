// Registers in memory, for tests of rules: name only the columns a test is about.
// Other columns are blank, or the usual where a row may not go without; keys are made as the
// register says. Keys are found without case, as in SharePoint.
import { blank, type Columns } from '../../src/registers/register.ts';
import {
  registers as declared,
  type RegisterName,
  type Registers,
  type Row,
  registerNames,
  type Table,
} from '../../src/registers/registers.ts';

export type Rows = { readonly [N in RegisterName]?: readonly Partial<Row<N>>[] };

/** What a row of a register is when a test does not say. */
const usual: { readonly [N in RegisterName]?: Partial<Row<N>> } = {
  measures: {
    plan: 'plan',
    team: 'team',
    unit: '%',
    decimals: 1,
    polarity: 'maximise',
    frequency: 'quarterly',
    periodBasis: 'financial',
    publicationLag: 0,
    asksFor: 'value',
  },
  targets: { plan: 'plan', tolerance: 0, toleranceIs: 'absolute' },
  returns: { plan: 'plan', state: 'Returned', finality: 'final' },
  teams: { directorate: 'Directorate' },
  priorities: { plan: 'plan' },
  objectives: { plan: 'plan' },
  plans: { plan: 'plan' },
  closedDays: { kind: 'bank holiday' },
  cycles: {
    plan: 'plan',
    period: '2020-21 Q2',
    state: 'Open',
    opensOn: Temporal.PlainDate.from('2020-10-01'),
    sendAt: '09:00',
    dueWorkingDay: 10,
    remindBefore: 3,
    managerAfter: 1,
    smtAfter: 3,
    closeAfter: 5,
  },
  notifications: { plan: 'plan', state: 'Sent' },
  escalations: { plan: 'plan', state: 'Open' },
  reports: { plan: 'plan', state: 'Live' },
  reportLines: { plan: 'plan' },
};

const natural: { readonly [N in RegisterName]?: (row: Row<N>) => string } = {
  priorities: (row) => `${row.plan}|${row.code}`,
  measures: (row) => `${row.plan}|${row.code}`,
  targets: (row) => `${row.measure}|${row.appliesFrom.toString()}`,
  returns: (row) => `${row.measure}|${row.period}`,
  cycles: (row) => `${row.plan}|${row.period}`,
  closedDays: (row) => row.date.toString(),
  notifications: (row) => `${row.person}|${row.cycle}|${row.step}`,
  escalations: (row) => `${row.return}|${row.level}|${row.person}`,
  reports: (row) => row.cycle,
};

/** One whole row: blanks, then the usual, then what the test says. */
export const rowOf = <N extends RegisterName>(name: N, said: Partial<Row<N>>): Row<N> => {
  const columns: Columns = declared[name].columns;
  const blanks = Object.fromEntries(
    Object.entries(columns).map(([column, declaration]) => [column, blank(declaration)]),
  );
  const row = { ...blanks, ...usual[name], ...said } as Row<N>;
  const key = said.key ?? natural[name]?.(row) ?? ('code' in row ? String(row.code) : '');
  return { ...row, key };
};

/** Registers that hold these rows and no others. */
export const registersOf = (rows: Rows): Registers =>
  Object.fromEntries(registerNames.map((name) => [name, tableOf(name, rows[name] ?? [])])) as {
    [N in RegisterName]: Table<N>;
  };

const tableOf = <N extends RegisterName>(name: N, said: readonly Partial<Row<N>>[]): Table<N> => {
  const rows = new Map<string, Row<N>>();
  for (const each of said) {
    const row = rowOf(name, each);
    if (row.key === '') throw new Error(`A row of ${name} needs a key in this test.`);
    if (rows.has(row.key.toLowerCase())) throw new Error(`Two rows of ${name} are ${row.key}.`);
    rows.set(row.key.toLowerCase(), row);
  }
  const indexes = new Map<string, Map<string, Row<N>[]>>();
  const indexOf = (column: string) => {
    const known = indexes.get(column);
    if (known) return known;
    const index = Map.groupBy(rows.values(), (row) =>
      String(row[column as keyof Row<N>] ?? '').toLowerCase(),
    );
    indexes.set(column, index);
    return index;
  };
  return {
    size: rows.size,
    get: (key) => rows.get(key.toLowerCase()),
    values: () => rows.values(),
    where: (column, value) =>
      value === '' ? [] : (indexOf(column).get(value.toLowerCase()) ?? []),
  };
};
