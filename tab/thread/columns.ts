// The thread as columns: which lines stand in each, those that serve nothing apart, and what the
// column's head says of them.
import { type Standing, standingWords } from '../../src/registers/words.ts';
import type { ThreadColumn, ThreadNode } from '../../src/web/api-registers.ts';
import { seriousFirst } from '../words.ts';
import { type Lit, placeOf } from './lit.ts';
import { countedKinds } from './said.ts';

/** From the vision down to the people. */
const order: readonly ThreadColumn[] = [
  'Vision',
  'Priorities',
  'Objectives',
  'Outcomes',
  'Measures',
  'Work',
  'Risks',
  'People',
];

export type Column = {
  readonly name: ThreadColumn;
  readonly nodes: readonly ThreadNode[];
  /** Lines that serve nothing yet, or nothing but their section. */
  readonly loose: readonly ThreadNode[];
};

/** Columns with nothing in them are left out. */
export const columnsOf = (nodes: readonly ThreadNode[]): readonly Column[] => {
  return order.flatMap((name) => {
    const here = nodes.filter(({ column }) => column === name);
    if (here.length === 0) return [];
    return [
      {
        name,
        nodes: here.filter(({ isLoose }) => !isLoose),
        loose: here.filter(({ isLoose }) => isLoose),
      },
    ];
  });
};

/** A column with what is lit alone. */
export const litAlone = (column: Column, lit: Lit): Column => ({
  ...column,
  nodes: column.nodes.filter(({ id }) => placeOf(lit, id) !== null),
  loose: column.loose.filter(({ id }) => placeOf(lit, id) !== null),
});

export type Head = {
  /** '79 measures', or '3 of 79 lit'. */
  readonly counts: string;
  /** The most serious there is and of how many: 12, off target. Null where there is nothing to tell. */
  readonly worst: { readonly standing: Standing; readonly words: string } | null;
  /** '4 delayed or at risk'; null where there is none. */
  readonly serious: string | null;
};

type Known = { readonly lit: Lit | null; readonly worst: ReadonlyMap<string, Standing> };

/** Of what is lit, where anything is chosen; else of all. */
export const headOf = (column: Column, { lit, worst }: Known): Head => {
  const all = [...column.nodes, ...column.loose];
  const here = lit ? all.filter(({ id }) => placeOf(lit, id) !== null) : all;
  const counts = lit
    ? `${here.length.toLocaleString('en-GB')} of ${all.length.toLocaleString('en-GB')} lit`
    : countedKinds(all).join(', ');
  const standings = here.flatMap(({ id }) => worst.get(id) ?? []);
  const most = seriousFirst.find((standing) => standings.includes(standing));
  const count = standings.filter((standing) => standing === most).length;
  const serious = here.filter((node) => node.isSerious).length;
  return {
    counts,
    worst: most ? { standing: most, words: worstWords(column.name, count, most) } : null,
    serious:
      serious > 0
        ? `${serious.toLocaleString('en-GB')} ${seriousWords[column.name] ?? 'behind'}`
        : null,
  };
};

const worstWords = (column: ThreadColumn, count: number, standing: Standing): string => {
  const status = standingWords[standing].words.toLowerCase();
  const many = count.toLocaleString('en-GB');
  // The team plan counts the quarter's figures; here each stands as its last figure left it.
  if (column === 'Measures')
    return standing === 'not yet available'
      ? `${many} ${status}`
      : `${many} ${status} at last figure`;
  return `${many} with a measure ${status}`;
};

const seriousWords: { readonly [C in ThreadColumn]?: string } = {
  Work: 'delayed or at risk',
  Risks: 'above appetite',
};

export type Move = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';
const moves: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];
export const isMove = (key: string): key is Move => moves.includes(key);

/** Where a key leads from a line: within its column, or to the first lit line of the next. */
export const moveFrom = (
  columns: readonly Column[],
  { id, lit }: { readonly id: string; readonly lit: Lit | null },
  key: Move,
): string => {
  const lists = columns
    .map(({ nodes, loose }) => [...nodes, ...loose].map((node) => node.id))
    .filter((list) => list.length > 0);
  const column = lists.findIndex((list) => list.includes(id));
  const here = lists[column];
  if (!here) return lists[0]?.[0] ?? id;
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key as 'ArrowLeft' | 'ArrowRight'];
  if (across) {
    const there = lists[column + across];
    return there?.find((each) => placeOf(lit, each) !== null) ?? there?.[0] ?? id;
  }
  if (key === 'Home') return here[0] ?? id;
  if (key === 'End') return here.at(-1) ?? id;
  return here[here.indexOf(id) + (key === 'ArrowDown' ? 1 : -1)] ?? id;
};
