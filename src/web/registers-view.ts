// The registers as people read them in the tab: a shelf of every list, and one list as a grid with
// pointers turned into the titles of what they point at.

import { lineName } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import type { Column, Columns } from '../registers/register.ts';
import {
  registers as declared,
  type RegisterName,
  type Registers,
  type Row,
  registerNames,
} from '../registers/registers.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import { accessOf } from '../rules/access.ts';
import { heldBackIn } from '../rules/export/held-back.ts';
import { may } from '../rules/rights.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { Choice } from './api.ts';
import type {
  RegisterCard,
  RegisterColumn,
  RegisterRow,
  RegistersView,
  RegisterView,
} from './api-registers.ts';
import { cellWords, type Reading } from './cell-words.ts';
import { freshness } from './freshness.ts';
import { isShownTo } from './shown-rows.ts';

/** Where a list opens in SharePoint; null where there is no SharePoint to open. */
export type ListAddress = (list: string) => string | null;

type AnyRow = { readonly key: string; readonly title: string } & {
  readonly [column: string]: unknown;
};

/** Of every register, so that a new one is put somewhere. */
const groups: { readonly [N in RegisterName]: RegisterCard['group'] } = {
  plans: 'The plan',
  priorities: 'The plan',
  objectives: 'The plan',
  outcomes: 'The plan',
  measures: 'The plan',
  actions: 'The plan',
  projects: 'The plan',
  savings: 'The plan',
  risks: 'The plan',
  benchmarks: 'The plan',
  budgets: 'The plan',
  partnerships: 'The plan',
  crossCuttingIssues: 'The plan',
  values: 'The plan',
  cycles: 'Collection',
  returns: 'Collection',
  targets: 'Collection',
  people: 'Collection',
  teams: 'Collection',
  closedDays: 'Collection',
  assurance: 'Collection',
  escalationRules: 'Collection',
  ratingRules: 'Collection',
  signOffs: 'Collection',
  verifications: 'Collection',
  boards: 'Governance',
  meetings: 'Governance',
  decisions: 'Governance',
  questions: 'Governance',
  auditRecommendations: 'Governance',
  retention: 'Governance',
  papers: 'Papers',
  paperLines: 'Papers',
  paperWords: 'Papers',
  holds: 'Papers',
  notifications: 'Kept by the product',
  escalations: 'Kept by the product',
  escalationHistory: 'Kept by the product',
  reports: 'Kept by the product',
  reportLines: 'Kept by the product',
  rebasings: 'Kept by the product',
  datasets: 'Kept by the product',
  datasetParts: 'Kept by the product',
  restatements: 'Kept by the product',
  journal: 'Kept by the product',
  personalObjectives: 'Kept by the product',
  drafts: 'Kept by the product',
};

/** Personal objectives and drafts have no place here: they are their person's own. */
const shelved = registerNames.filter((name) => name !== 'personalObjectives' && name !== 'drafts');

/** The register an address names; null where there is none to show. */
export const registerNamed = (name: string): RegisterName | null =>
  shelved.find((each) => sameKey(each, name)) ?? null;

export const registersView = (
  ports: Ports,
  person: Person,
  listAddress: ListAddress,
): RegistersView => {
  const registers = ports.replica.registers();
  return {
    registers: shelved.map((name) => ({
      name,
      list: declared[name].list,
      row: declared[name].row,
      rows: registers[name].size,
      group: groups[name],
      openIn: listAddress(declared[name].list),
    })),
    mayImport: may({ registers, person, today: null }, 'take a file in'),
    plans: wholePlans(registers),
    freshness: freshness(ports.replica),
  };
};

export const wholePlans = (registers: Registers): readonly Choice[] =>
  [...registers.plans.values()]
    .filter((plan) => plan.key === plan.plan)
    .map((plan) => ({ key: plan.key, words: plan.title, group: '' }));

export type RegisterAsked = {
  readonly plan?: string | undefined;
  readonly search?: string | undefined;
  readonly page?: number | undefined;
};

const rowsAPage = 100;

export const registerView = (
  ports: Ports,
  person: Person,
  asked: RegisterAsked & { readonly register: RegisterName; readonly listAddress: ListAddress },
): RegisterView => {
  const registers = ports.replica.registers();
  const { register: name } = asked;
  const { list, row } = declared[name];
  const columns = shownColumns(name);
  const plans = plansWith(registers, name);
  const plan = plans.find(({ key }) => key === asked.plan)?.key ?? '';
  const here = rowsOf(registers, name).filter((each) => plan === '' || each['plan'] === plan);
  const readable = here.filter((each) =>
    isShownTo(registers, person, { register: name, row: each as unknown as Row<RegisterName> }),
  );
  const heldBack = heldBackIn(registers);
  const worded = wordedRows({ registers, person }, name, columns);
  const found = searched(readable.toSorted(inOrder), asked.search ?? '', worded);
  const pages = Math.max(1, Math.ceil(found.length / rowsAPage));
  const page = Math.min(Math.max(1, asked.page ?? 1), pages);
  return {
    name,
    list,
    row,
    group: groups[name],
    columns: columns.map(([property, column]) => columnView(property, column)),
    rows: found.slice((page - 1) * rowsAPage, page * rowsAPage).map(worded),
    total: found.length,
    page,
    pages,
    plan,
    plans,
    search: asked.search ?? '',
    withheld: here.length - readable.length,
    exempt: readable.filter((each) => heldBack({ register: name, row: each as never })).length,
    openIn: asked.listAddress(list),
    mayImport: may({ registers, person, today: null }, 'take a file in'),
    freshness: freshness(ports.replica),
  };
};

const rowsOf = (registers: Registers, name: RegisterName): readonly AnyRow[] => [
  ...(registers[name].values() as Iterable<unknown> as Iterable<AnyRow>),
];

/** Access is shown beside every row, so it needs no column; nor does what only the product reads. */
const unshown = new Set([
  'title',
  'access',
  'serviceUrl',
  'conversation',
  'activity',
  'objectId',
  'content',
]);

const shownColumns = (name: RegisterName): readonly (readonly [string, Column])[] =>
  Object.entries(declared[name].columns as Columns).filter(([property]) => !unshown.has(property));

const kinds = {
  title: 'text',
  text: 'text',
  longText: 'long',
  number: 'number',
  date: 'date',
  instant: 'date',
  yesNo: 'yesNo',
  choice: 'choice',
  keys: 'rows',
  lines: 'rows',
} as const;

const columnView = (name: string, column: Column): RegisterColumn => ({
  name,
  words: column.words,
  kind: column.pointsAt ? 'rows' : kinds[column.kind],
  note: column.note ?? null,
});

const plansWith = (registers: Registers, name: RegisterName): readonly Choice[] => {
  if (!('plan' in declared[name].columns)) return [];
  const there = new Set(rowsOf(registers, name).map((row) => String(row['plan'] ?? '')));
  return wholePlans(registers).filter(({ key }) => there.has(key));
};

/** As the plan prints them; else by key. */
const inOrder = (one: AnyRow, other: AnyRow): number => {
  const place = (row: AnyRow) => (typeof row['position'] === 'number' ? row['position'] : Infinity);
  const plan = String(one['plan'] ?? '').localeCompare(String(other['plan'] ?? ''));
  const [a, b] = [place(one), place(other)];
  return plan || (a === b ? byKey.compare(one.key, other.key) : a - b);
};

const byKey = new Intl.Collator('en', { numeric: true });

const wordedRows = (
  reading: Reading,
  name: RegisterName,
  columns: readonly (readonly [string, Column])[],
) => {
  const known = new Map<AnyRow, RegisterRow>();
  return (row: AnyRow): RegisterRow => {
    const before = known.get(row);
    if (before) return before;
    const worded: RegisterRow = {
      key: row.key,
      title: row.title,
      access: accessOf(row as never),
      cells: columns.map(([property, column]) => cellWords(reading, column, row[property])),
      line: lineName({ register: name, key: row.key }),
    };
    known.set(row, worded);
    return worded;
  };
};

/** Every word must be somewhere in the row. */
const searched = (
  rows: readonly AnyRow[],
  search: string,
  worded: (row: AnyRow) => RegisterRow,
): readonly AnyRow[] => {
  const words = fold(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const { key, title, cells } = worded(row);
    const text = fold([key, title, ...cells].join(' '));
    return words.every((word) => text.includes(word));
  });
};
