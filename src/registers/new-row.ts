// A whole row from the columns that are known: what is not said is blank.
import { blank, type Columns } from './register.ts';
import { type RegisterName, type Row, registers } from './registers.ts';

export const newRow = <N extends RegisterName>(
  name: N,
  said: { readonly key: string } & Partial<Row<N>>,
): Row<N> => {
  const columns: Columns = registers[name].columns;
  const blanks = Object.fromEntries(
    Object.entries(columns).map(([column, declared]) => [column, blank(declared)]),
  );
  return { ...blanks, ...said } as unknown as Row<N>;
};
