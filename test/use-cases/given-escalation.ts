// A director, an owner and what was taken from one to the other, for tests of what is said of escalations.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Row } from '../../src/registers/registers.ts';
import { historyOfEscalation } from '../../src/rules/escalations-history.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';

export const day = (text: string) => Temporal.PlainDate.from(text);
export const instant = (text: string) =>
  Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant();
export const cycle = 'plan|2020-21 Q2';
export const redKey = 'red|Measures: plan|M|2020-21 Q2|place';
export const quietKey = 'quiet|Measures: plan|M|2020-21 Q2|place';
const statement = {
  team: 'streets',
  period: '2020-21 Q2',
  state: 'Given',
  manager: 'streets-head',
};
export const assurance = {
  ...statement,
  key: 'plan|streets|2020-21 Q2',
  audit: 'not assured',
} as const;

export const escalation = {
  title: 'Streets cleaned',
  rule: 'red',
  line: 'Measures: plan|M',
  period: '2020-21 Q2',
  return: 'plan|M|2020-21 Q2',
  level: 'SMT',
  person: 'place',
  owner: 'ann',
  cycle,
  raisedAt: instant('2020-10-12T09:00'),
} as const;
export const rows: Rows = {
  teams: [{ key: 'streets', title: 'Streets', directorate: 'Place', manager: 'streets-head' }],
  plans: [{ key: 'plan' }],
  people: [
    { key: 'ann', title: 'Head of Cleaning', roles: ['owner'], team: 'streets', deputy: 'bob' },
    { key: 'bob', title: 'Cleaning Officer', roles: ['owner'], team: 'streets' },
    { key: 'streets-head', title: 'Head of Streets', roles: ['manager'], team: 'streets' },
    { key: 'place', title: 'Director of Place', roles: ['SMT'], team: 'streets', deputy: 'dee' },
    { key: 'dee', title: 'Assistant Director', roles: ['owner'] },
    { key: 'performance', title: 'Performance', roles: ['performance team'] },
  ],
  cycles: [{ key: cycle, openedAt: instant('2020-10-01T09:00') }],
  measures: [{ code: 'M', title: 'Streets cleaned', team: 'streets', owner: 'ann' }],
  returns: [
    {
      measure: 'plan|M',
      period: '2020-21 Q2',
      cycle,
      value: 1,
      noActionBecause: 'It ends.',
      returnedBy: 'ann',
    },
  ],
  escalationRules: [
    { key: 'red', kind: 'red on new figures running', route: 'SMT' },
    { key: 'quiet', kind: 'no further action', route: 'director' },
    { key: 'assured', kind: 'not assured', route: 'director' },
  ],
  escalations: [
    { ...escalation, key: redKey },
    { ...escalation, key: quietKey, rule: 'quiet' },
    {
      ...escalation,
      key: 'assured|x',
      rule: 'assured',
      line: `Assurance: ${assurance.key}`,
      return: null,
    },
  ],
  assurance: [{ plan: 'plan', title: 'Streets', ...assurance } as Partial<Row<'assurance'>>],
};

/** Over an Outbox of its own; `house` begins the council anew over the same one. */
export const openCouncil = () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-escalation-'));
  const outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
  const log = {
    info() {},
    fault(_event: string, error: unknown) {
      throw error;
    },
  };
  const house = (said: Rows = {}, moment = '2020-10-20T10:00') =>
    ({
      ...councilWith(outbox, registersOf({ ...rows, ...said }), moment),
      log,
    }) as unknown as Ports;
  let ports = house();
  const registers = () => ports.replica.registers();
  return {
    get ports() {
      return ports;
    },
    registers,
    house: (said?: Rows, moment?: string) => {
      ports = house(said, moment);
    },
    of: (key = redKey) => registers().escalations.get(key) as Row<'escalations'>,
    events: (key = redKey) => historyOfEscalation(registers(), key).map(({ event }) => event),
    /** The step and person of each message that waits, oldest first. */
    sentTo: async () =>
      (await outbox.waiting(50)).map(({ message }) => `${message.step} ${message.person}`),
    waiting: () => outbox.waiting(50),
    close: () => {
      outbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const acting = (by: string, key = redKey) => ({
  by,
  escalation: key,
  source: 'card' as const,
});
export const fault = (done: object) => ('fault' in done ? (done.fault as { is: string }).is : done);
