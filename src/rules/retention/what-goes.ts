// Which rows may go by now, by what the council's Retention says. From which day a row is counted old is
// aged-by.ts's; taking rows out is use-cases/purge.ts's.
import type { Line } from '../../registers/line-name.ts';
import {
  registers as declared,
  type RegisterName,
  type Registers,
  type Row,
} from '../../registers/registers.ts';
import type { Retention } from '../../registers/retention.ts';
import { registerOfList } from '../import/importable.ts';
import { type Aged, agedBy } from './aged-by.ts';

/** What goes of one list: rows of a day before `before`, by key and in the order of their keys. */
export type Going = {
  readonly register: RegisterName;
  readonly list: string;
  readonly before: Temporal.PlainDate;
  readonly keys: readonly string[];
};

/** Half a year: no row of a quarter that is still being asked about goes, whatever is typed. */
export const leastMonths = 6;

/**
 * Of each list that Retention names; none where nothing of it is old enough. A faulty row takes nothing out.
 * `stays`: rows that do not go yet, whatever their age.
 */
export const whatGoes = (
  registers: Registers,
  today: Temporal.PlainDate,
  stays: (row: Line) => boolean = () => false,
): readonly Going[] =>
  (Object.keys(agedBy) as RegisterName[]).flatMap((register) => {
    const months = monthsOf(registers, register);
    if (months === null) return [];
    const before = today.subtract({ months });
    const keys = [...registers[register].values()]
      .filter((each) => isOlder(registers, { register, row: each }, before))
      .map(({ key }) => key)
      .filter((key) => !stays({ register, key }))
      .toSorted();
    return keys.length === 0 ? [] : [{ register, list: declared[register].list, before, keys }];
  });

type Which = { readonly register: RegisterName; readonly row: Row<RegisterName> };

/** Whether Retention says that a row may go today. */
export const mayGoToday = (
  registers: Registers,
  which: Which,
  today: Temporal.PlainDate,
): boolean => {
  const months = monthsOf(registers, which.register);
  return months !== null && isOlder(registers, which, today.subtract({ months }));
};

/** The longest that Retention says of a list, whatever the Keys of its rows; null: it is kept for good. */
const monthsOf = ({ retention }: Registers, register: RegisterName): number | null => {
  const said = [...retention.values()].filter(
    (row) => registerOfList(row.title) === register && faultOf(row) === null,
  );
  return said.length === 0 ? null : Math.max(...said.map(({ months }) => months));
};

/** What of a cycle, an escalation or a check that goes on stays with it, however old. */
const isOlder = (
  registers: Registers,
  { register, row }: Which,
  before: Temporal.PlainDate,
): boolean => {
  const aged = agedBy[register] as Aged<RegisterName> | undefined;
  const day = aged?.(row, registers) ?? null;
  return (
    day !== null &&
    Temporal.PlainDate.compare(day, before) < 0 &&
    !goesOn(registers, row) &&
    !(register === 'returns' && isAskedAbout(registers, row.key))
  );
};

const isAskedAbout = ({ escalations, verifications }: Registers, key: string): boolean =>
  escalations.where('return', key).some(({ closedAt }) => closedAt === null) ||
  verifications.where('return', key).some(({ on }) => on === null);

const goesOn = (registers: Registers, row: object): boolean => {
  const { cycle, escalation } = row as { readonly cycle?: unknown; readonly escalation?: unknown };
  const state = typeof cycle === 'string' ? registers.cycles.get(cycle)?.state : undefined;
  if (state !== undefined && state !== 'Closed' && state !== 'Withdrawn') return true;
  const raised = typeof escalation === 'string' ? registers.escalations.get(escalation) : undefined;
  return raised !== undefined && raised.closedAt === null;
};

/** What of Retention takes nothing out as it stands, each in a sentence. */
export const retentionFaults = (registers: Pick<Registers, 'retention'>): readonly string[] =>
  [...registers.retention.values()].flatMap((row) => {
    const fault = faultOf(row);
    return fault === null ? [] : [`Retention, ${row.title}: ${fault} Nothing of it goes.`];
  });

const faultOf = ({ title, months }: Retention): string | null => {
  const register = registerOfList(title);
  if (register === null) return 'there is no list of this name.';
  if (agedBy[register] === undefined)
    return `its rows are kept for good; those that can go are of ${agingLists.join(', ')}.`;
  return Number.isInteger(months) && months >= leastMonths
    ? null
    : `Kept for has to be a whole number of months, ${leastMonths} at the least.`;
};

const agingLists = (Object.keys(agedBy) as RegisterName[]).map((name) => declared[name].list);
