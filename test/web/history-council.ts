// One action, whose it is, and what its list and the Journal are made to say of its past, for the tests
// of a row's history.
import type { Ports, RowVersion } from '../../src/use-cases/ports.ts';
import type { HistoryView } from '../../src/web/api-history.ts';
import { type Rows, rowOf } from '../rules/table-of.ts';
import { askAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, sample } from './sample.ts';

export const other = 'aaaaaaaa-0000-4000-8000-000000000009';
export const director = 'aaaaaaaa-0000-4000-8000-000000000008';
const people = [
  ...(sample.people ?? []).map((each) => ({ ...each, team: 'housing' })),
  { key: 'other', title: 'Somebody else', objectId: other, team: 'waste' },
  { key: 'director', title: 'Director', objectId: director, roles: ['SMT'] },
];
export const action = {
  key: 'plan|A1',
  code: 'A1',
  plan: 'plan',
  title: 'Sell the site',
  kind: 'activity' as const,
  owner: 'officer',
};
export const moment = Temporal.Instant.from;
export const told = {
  key: 'entry|1',
  title: 'Actions: Sell the site',
  register: 'Actions',
  row: 'Actions: plan|A1',
  by: 'officer',
  at: moment('2020-10-02T08:00:00Z'),
  from: 'Owner: blank\nDue on: blank',
  to: 'Owner: officer\nDue on: 2020-12-01',
  why: 'Agreed at the board.',
  source: 'tab' as const,
};
const rows: Rows = {
  ...sample,
  people,
  actions: [action],
  journal: [told],
  personalObjectives: [
    { key: 'officer|2020-21|1', title: 'Learn to drive', person: 'officer', year: '2020-21' },
  ],
};

export type Answer = Awaited<ReturnType<Ports['lists']['history']>>;

/** The council last opened by `open`; each test closes it. */
export let council: Council;

/** `asked`: how often the list was asked for its versions. */
export const open = async (
  changed: Rows = {},
  versions: Answer | (() => Promise<Answer>) = [],
  pending: Awaited<ReturnType<Ports['outbox']['pending']>> = [],
): Promise<{ asked: () => number }> => {
  let asked = 0;
  council = await openCouncil({ ...rows, ...changed }, friday16);
  Object.assign(council.ports.lists, {
    history: async () => {
      asked += 1;
      return typeof versions === 'function' ? versions() : versions;
    },
  });
  Object.assign(council.ports.outbox, { pending: async () => pending });
  return { asked: () => asked };
};

export const at = (register: string, key: string, more = '') =>
  `/api/history?register=${register}&key=${encodeURIComponent(key)}${more}`;
export const read = async (oid: string, path = at('actions', action.key)) => {
  const { status, body } = await askAs(council, oid, path);
  return { status, view: body as unknown as HistoryView, message: body['message'] };
};

export const theApp = { objectId: null, name: 'Golden Thread', isThisApp: true };
export const version = (
  number: number,
  row: object,
  more: Partial<RowVersion> = {},
): RowVersion => ({
  id: `${number}.0`,
  at: moment('2020-10-02T08:00:05Z'),
  editor: theApp,
  changedBy: null,
  row: rowOf('actions', { ...action, ...row }),
  ...more,
});
