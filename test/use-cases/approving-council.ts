// A council whose manager approves two of three measures, for tests of approval and of what follows it.
import type { Row } from '../../src/registers/registers.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { submitReturn } from '../../src/use-cases/submit-return.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';
import { typedAnswer } from './typed-answer.ts';

export const cycle = 'plan|2020-21 Q2';
export const returnOf = (code: string): string => `plan|${code}|2020-21 Q2`;
export const day = (iso: string) => Temporal.PlainDate.from(iso);

export type Said = {
  readonly people?: Readonly<Record<string, Partial<Row<'people'>>>>;
  readonly teams?: Readonly<Record<string, Partial<Row<'teams'>>>>;
  readonly cycle?: Partial<Row<'cycles'>>;
  readonly returns?: Readonly<Record<string, Partial<Row<'returns'>>>>;
  readonly more?: Rows['returns'];
  readonly owner?: string | null;
};

/** Ann answers 1 and 2, which her head approves, and 3, which nobody does. Days: at most 500. */
export const approvingRows = (said: Said = {}): Rows => ({
  people: [
    { key: 'ann', roles: ['owner'], team: 'voids', deputy: 'dee' },
    { key: 'dee', roles: ['owner'], team: 'voids' },
    { key: 'head', title: 'Head of Voids', roles: ['manager'], team: 'voids', deputy: 'dep' },
    { key: 'dep', roles: ['owner'], team: 'voids' },
    { key: 'director', roles: ['SMT'], team: 'office' },
    { key: 'chief', roles: ['SMT'] },
    { key: 'pat', roles: ['performance team'] },
    { key: 'sam', roles: ['performance team'] },
    { key: 'treasurer', roles: ['section 151 officer'], deputy: 'dep' },
  ].map((each) => ({ ...each, objectId: each.key, ...said.people?.[each.key] })),
  teams: [
    { key: 'voids', directorate: 'Housing', manager: 'head' },
    { key: 'office', directorate: 'Housing' },
    { key: 'streets', directorate: 'Place' },
  ].map((each) => ({ ...each, ...said.teams?.[each.key] })),
  measures: ['1', '2', '3'].map((code) => ({
    code,
    title: `Measure ${code}`,
    unit: 'days',
    decimals: 0,
    polarity: 'minimise' as const,
    team: 'voids',
    owner: said.owner === undefined ? 'ann' : said.owner,
    signOff: code !== '3',
  })),
  targets: ['1', '2', '3'].map((code) => ({
    measure: `plan|${code}`,
    appliesFrom: day('2019-04-01'),
    target: 500,
  })),
  cycles: [{ period: '2020-21 Q2', ...said.cycle }],
  returns: [
    ...['1', '2', '3'].map((code) => ({
      measure: `plan|${code}`,
      period: '2020-21 Q2',
      title: `Measure ${code}, 2020-21 Q2`,
      cycle,
      owner: said.owner === undefined ? 'ann' : said.owner,
      state: 'Due' as const,
      dueOn: day('2020-10-14'),
      ...said.returns?.[code],
    })),
    ...(said.more ?? []),
  ],
});

export const approving = (outbox: Outbox, said: Said = {}, moment = '2020-10-05T10:00'): Ports => ({
  ...(councilWith(outbox, registersOf(approvingRows(said)), moment) as Ports),
});

/** The same council some time later. */
export const at = (ports: Ports, moment: string): Ports => {
  const now = Temporal.ZonedDateTime.from(`${moment}[Europe/London]`);
  return { ...ports, clock: { now: () => now } };
};

export const row = (ports: Ports, code = '1') => {
  const found = ports.replica.registers().returns.get(returnOf(code));
  if (!found) throw new Error(`There is no return of measure ${code} in this test.`);
  return found;
};

/** An answer from the revision that stands. */
export const give = (ports: Ports, code: string, value: string, by = 'ann') =>
  submitReturn(ports, {
    by,
    return: returnOf(code),
    revision: row(ports, code).revision ?? 0,
    answer: typedAnswer({ value }),
  });
