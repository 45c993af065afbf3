// What the lines of a plan's work have in common: which of them belong to the team looked at, who may
// read them, and what each says of itself.
import { lineName, readLine } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import type { RegisterName, Registers, Row } from '../registers/registers.ts';
import { mayRead } from '../rules/access.ts';
import { dateWords } from '../rules/date-words.ts';
import { lineRow } from '../rules/golden-thread.ts';
import { figure } from '../rules/number-words.ts';
import type { Amount, WorkLine } from './api-work.ts';
import { isIn } from './chosen.ts';
import { nameOf } from './measure-row.ts';

export type Asking = {
  readonly registers: Registers;
  readonly person: Person;
  readonly plan: Row<'plans'>;
  /** As chosen.ts has it: a team, a directorate, all or mine. */
  readonly team: string;
  readonly today: Temporal.PlainDate;
};

type WorkRegister = 'actions' | 'projects' | 'savings' | 'risks';

/** Whether a team is among those looked at. */
export const isLookedAt = ({ registers, person, team }: Asking, key: string): boolean =>
  isIn(registers, person, team)({ team: key });

/** The plan's rows of a register that the person may read, of the team looked at, as printed. */
export const workRows = <N extends WorkRegister>(asking: Asking, register: N): readonly Row<N>[] =>
  (planRows(asking, register) as readonly Row<WorkRegister>[])
    .filter((row) => asking.team === 'all' || isTeams(asking, row))
    .filter((row) => canRead(asking, register, row))
    .toSorted(asPrinted) as unknown as readonly Row<N>[];

const planRows = ({ registers, plan }: Asking, register: WorkRegister) =>
  registers[register].where('plan', plan.key);

export const canRead = <N extends RegisterName>(
  { registers, person }: Asking,
  register: N,
  row: Row<N>,
): boolean => mayRead(registers, person, { register, row: row as never });

const isTeams = (asking: Asking, row: Row<WorkRegister>): boolean => {
  const team = teamOf(asking.registers, row);
  return team !== null && isLookedAt(asking, team);
};

/** A row's own team; else its activity's, else its owner's. */
const teamOf = (registers: Registers, row: Row<WorkRegister>): string | null => {
  const parent = 'parent' in row && row.parent ? registers.actions.get(row.parent) : undefined;
  const owner = row.owner ? registers.people.get(row.owner) : undefined;
  return row.team ?? parent?.team ?? owner?.team ?? null;
};

type Printed = { readonly position: number | null; readonly code: string; readonly key: string };

/** By the plan's printed order, then by code as people count. */
export const asPrinted = (one: Printed, other: Printed): number =>
  (one.position ?? last) - (other.position ?? last) ||
  byCode.compare(one.code, other.code) ||
  byCode.compare(one.key, other.key);

const last = Number.MAX_SAFE_INTEGER;
const byCode = new Intl.Collator('en-GB', { numeric: true });

export const workLine = (
  { registers }: Asking,
  register: WorkRegister,
  row: Row<WorkRegister>,
): WorkLine => {
  const team = teamOf(registers, row);
  return {
    key: row.key,
    code: row.code,
    title: row.title,
    line: lineName({ register, key: row.key }),
    section: row.section && (registers.plans.get(row.section)?.title ?? null),
    team: team && (registers.teams.get(team)?.title ?? team),
    owner: nameOf(registers, row.owner),
    query: 'query' in row ? row.query : null,
  };
};

/** The titles of the lines named that exist and that the person may read. */
export const titlesOf = (asking: Asking, lines: readonly string[]): readonly string[] =>
  lines.flatMap((text) => {
    const line = readLine(text);
    const row = line && lineRow(asking.registers, line);
    return line && row && canRead(asking, line.register, row) ? [row.title] : [];
  });

export const isPast = ({ today }: Asking, day: Temporal.PlainDate | null): boolean =>
  day !== null && Temporal.PlainDate.compare(day, today) < 0;

export const dayWords = (day: Temporal.PlainDate | null): string | null => day && dateWords(day);

/** Only a whole or part of 100 is a percentage; anything else typed is not shown as one. */
export const percentOf = (percent: number | null): number | null =>
  percent !== null && percent >= 0 && percent <= 100 ? Math.round(percent) : null;

export const poundsWords = (pounds: number): string => figure({ unit: '£', decimals: 0 }, pounds);

export const amountOf = (pounds: number | null): Amount =>
  pounds === null ? null : { pounds, words: poundsWords(pounds) };

/** Lines of a longer text, blank ones left out. */
export const linesOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
