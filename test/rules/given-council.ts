// A small council for tests of who is asked and told: two directorates, three teams, their posts.
import type { Row } from '../../src/registers/registers.ts';
import { closedDayRows } from './bank-holidays.ts';
import { type Rows, registersOf } from './table-of.ts';

export const cycleKey = 'plan|2020-21 Q2';
const period = '2020-21 Q2';

const teams: readonly Partial<Row<'teams'>>[] = [
  { key: 'needs', directorate: 'Housing', manager: 'needs-head' },
  { key: 'repairs', directorate: 'Housing', manager: 'repairs-head' },
  { key: 'streets', directorate: 'Place', manager: 'streets-head' },
];

const people: readonly Partial<Row<'people'>>[] = [
  { key: 'ann', objectId: 'oid-ann', roles: ['owner'], team: 'needs', deputy: 'dee' },
  { key: 'bob', objectId: 'oid-bob', roles: ['owner'], team: 'repairs' },
  { key: 'dee', objectId: 'oid-dee', roles: ['owner'], team: 'needs' },
  { key: 'needs-head', roles: ['manager'], team: 'needs' },
  { key: 'repairs-head', roles: ['owner', 'manager'], team: 'repairs' },
  { key: 'streets-head', roles: ['manager'], team: 'streets', deputy: 'dee' },
  { key: 'housing-director', roles: ['SMT'], team: 'repairs' },
  { key: 'place-director', roles: ['SMT'], team: 'streets' },
  { key: 'chief-executive', roles: ['SMT'] },
  { key: 'performance', roles: ['performance team'] },
];

const measures: readonly Partial<Row<'measures'>>[] = [
  { code: '1', title: 'Households helped', position: 1, team: 'needs', owner: 'ann' },
  { code: '2', title: 'Homes let', position: 2, team: 'needs', owner: 'ann' },
  { code: '3', title: 'Repairs done', position: 3, team: 'repairs', owner: 'bob' },
  { code: '4', title: 'Repairs late', position: 4, team: 'repairs', owner: 'repairs-head' },
  { code: '5', title: 'Streets swept', position: 5, team: 'streets', owner: null },
];

export type Council = {
  /** Return codes no longer due, with what became of them. */
  readonly answered?: Readonly<Record<string, Row<'returns'>['state']>>;
  readonly away?: Readonly<Record<string, string>>;
  readonly cycle?: Partial<Row<'cycles'>>;
} & Pick<Rows, 'notifications' | 'escalations'>;

/** Quarter 2 of 2020-21, open, five returns asked: due unless `answered` says otherwise. */
export const council = ({ answered = {}, away = {}, cycle = {}, ...rows }: Council = {}) =>
  registersOf({
    ...rows,
    teams,
    measures,
    closedDays: closedDayRows,
    cycles: [{ ...cycle, title: 'Quarter 2 2020-21' }],
    people: people.map((person) => ({
      ...person,
      awayUntil: away[person.key ?? '']
        ? Temporal.PlainDate.from(away[person.key ?? ''] ?? '')
        : null,
    })),
    returns: measures.map(({ code = '', owner = null }) => ({
      title: `Measure ${code}, Q2 2020-21`,
      measure: `plan|${code}`,
      period,
      cycle: cycleKey,
      owner,
      dueOn: Temporal.PlainDate.from('2020-10-14'),
      state: answered[code] ?? 'Due',
      value: answered[code] === 'Returned' ? 1 : null,
    })),
  });

export const person = (registers: ReturnType<typeof council>, key: string): Row<'people'> => {
  const found = registers.people.get(key);
  if (!found) throw new Error(`${key} is not in the council of this test`);
  return found;
};

/** The council's clock at nine in the morning, or when said. */
export const clock = (date: string, time = '09:00'): Temporal.ZonedDateTime =>
  Temporal.ZonedDateTime.from(`${date}T${time}[Europe/London]`);

export const returnKey = (code: string): string => `plan|${code}|${period}`;
