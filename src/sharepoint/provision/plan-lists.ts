// What the site's lists lack of what the registers declare, and what is otherwise than declared.
// Mended only where nothing can be lost; all else is said and left. A function of what was found.
import { type RegisterName, registers } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import { columnDefinitions, keyColumnName } from '../rows/columns.ts';
import { isApart } from '../rows/kept.ts';
import type { ListFound, SiteFound } from '../rows/site-found.ts';
import { planColumns } from './plan-columns.ts';
import type { ApartStep, GraphStep } from './step.ts';
import { closeList } from './views-and-formats.ts';

export type ListsPlan = {
  readonly steps: readonly GraphStep[];
  /** Lists to be made and closed; whether they may be is decided with the right to close them. */
  readonly apart: readonly ApartStep[];
  readonly noticed: readonly string[];
  /** Registers whose list is there under its name, or would be made. */
  readonly named: readonly RegisterName[];
};

export const planLists = (site: SiteFound, kept: readonly RegisterName[]): ListsPlan => {
  const there = kept.filter((name) => listOf(site, name));
  const missing = kept.filter((name) => !listOf(site, name));
  const renamed = renamedLists(site, missing);
  const toMake = missing.filter((name) => !renamed.has(name));
  const columns = there.map((name) => planColumns(site, name, listOf(site, name) as ListFound));
  return {
    steps: [
      ...toMake.filter((name) => !isApart(name)).map((name) => newList(site, name)),
      ...columns.flatMap(({ steps }) => steps),
    ],
    named: kept.filter((name) => !renamed.has(name)),
    apart: toMake.filter(isApart).map((name) => apartList(site, name)),
    noticed: [
      ...[...renamed].map(([name, list]) => renamedWords(name, list)),
      ...(there.length > 0 ? madeAgainWords(toMake) : []),
      ...columns.flatMap(({ noticed }) => noticed),
    ],
  };
};

export const listOf = ({ lists }: SiteFound, name: RegisterName): ListFound | undefined =>
  lists.find(({ displayName }) => fold(displayName) === fold(registers[name].list));

const newList = (site: SiteFound, name: RegisterName): GraphStep => {
  const { list, row } = registers[name];
  return {
    words: `Make the list ${list}`,
    call: {
      method: 'POST',
      path: `${site.path}/lists`,
      body: {
        displayName: list,
        description: `One row is ${row}.`,
        list: { template: 'genericList' },
        columns: columnDefinitions(name),
      },
      units: 2,
    },
  };
};

const apartList = (site: SiteFound, name: RegisterName): ApartStep => {
  const { words, call } = newList(site, name);
  const closed = `${words}, closed to all but the app and the site's owners`;
  return { register: name, words: closed, make: call, close: closeList(name) };
};

const madeAgainWords = (names: readonly RegisterName[]): readonly string[] =>
  names.length === 0
    ? []
    : [
        `New and empty: ${names.map((name) => registers[name].list).join(', ')}. If one of them was there before and was deleted by hand, its rows are in the site's recycle bin for 93 days: restore the list from there instead.`,
      ];

/**
 * Lists with other display names that seem to be those of registers that have none: by the name in
 * their address, which stays, or by their columns. To make a second one would part the council from
 * its rows.
 */
const renamedLists = (
  { lists }: SiteFound,
  missing: readonly RegisterName[],
): ReadonlyMap<RegisterName, ListFound> => {
  const ours = new Set(Object.values(registers).map(({ list }) => fold(list)));
  const strangers = lists.filter(
    (list) => !ours.has(fold(list.displayName)) && columnNames(list).has(fold(keyColumnName)),
  );
  const found = new Map<RegisterName, ListFound>();
  for (const list of strangers) {
    const name = registerOf(list, missing);
    if (name && !found.has(name)) found.set(name, list);
  }
  return found;
};

/** Of two registers alike, the one whose columns the list's are most like. */
const alike = 0.8;

const registerOf = (
  list: ListFound,
  missing: readonly RegisterName[],
): RegisterName | undefined => {
  const inAddress = missing.find((name) => fold(registers[name].list) === fold(list.name ?? ''));
  if (inAddress) return inAddress;
  const names = Object.keys(registers) as RegisterName[];
  const scored = names.map((name) => ({ name, score: likeness(list, name) }));
  const best = scored.reduce((most, each) => (each.score > most.score ? each : most));
  return best.score >= alike && missing.includes(best.name) ? best.name : undefined;
};

/** Columns of ours that the list has, and columns of its own that we have not, as a share of all. */
const likeness = (list: ListFound, name: RegisterName): number => {
  const declared = new Set(columnDefinitions(name).map((column) => fold(column.name)));
  const has = columnNames(list);
  const shared = [...declared].filter((each) => has.has(each)).length;
  const strange = [...has].filter((each) => isOfOurs(each) && !declared.has(each)).length;
  return shared / (declared.size + strange);
};

const everyColumn = new Set(
  (Object.keys(registers) as RegisterName[]).flatMap((name) =>
    columnDefinitions(name).map((column) => fold(column.name)),
  ),
);
const isOfOurs = (folded: string): boolean => everyColumn.has(folded);

const columnNames = ({ columns = [] }: ListFound): ReadonlySet<string> =>
  new Set(columns.map(({ name }) => fold(name)));

const renamedWords = (name: RegisterName, { displayName }: ListFound): string =>
  `There is no list ${registers[name].list}, but "${displayName}" has its columns: it seems to have been renamed. Nothing was made; name it ${registers[name].list} again.`;
