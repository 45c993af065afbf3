// The chosen line in a sentence: what it serves, and what hangs from it.
import type { ThreadNode } from '../../src/web/api-registers.ts';
import type { Links, Lit } from './lit.ts';

/** Kinds in the order of the thread, each with the word for several. */
const kinds: readonly (readonly [string, string])[] = [
  ['Plan', 'plans'],
  ['Value', 'values'],
  ['Section', 'sections'],
  ['Priority', 'priorities'],
  ['Cross-cutting issue', 'cross-cutting issues'],
  ['Objective', 'objectives'],
  ['Outcome', 'outcomes'],
  ['Measure', 'measures'],
  ['Benchmark', 'benchmarks'],
  ['Action', 'actions'],
  ['Project', 'projects'],
  ['Saving', 'savings'],
  ['Budget', 'budgets'],
  ['Partnership', 'partnerships'],
  ['Risk', 'risks'],
  ['Personal objective', 'personal objectives'],
  ['Person', 'people'],
];

/** '1 action', '2 priorities'. */
export const countedKind = (count: number, kind: string): string => {
  const many = kinds.find(([one]) => one === kind)?.[1] ?? `${kind.toLowerCase()}s`;
  return `${count.toLocaleString('en-GB')} ${count === 1 ? kind.toLowerCase() : many}`;
};

/** What there is of each kind, in the order of the thread: '199 actions, 65 projects'. */
export const countedKinds = (nodes: readonly ThreadNode[]): readonly string[] =>
  byKind(nodes).map(([kind, of]) => countedKind(of.length, kind));

type Asked = {
  readonly nodes: readonly ThreadNode[];
  readonly links: Links;
  readonly lit: Lit;
};

/** 'EP 1 serves 2 objectives and priority 2; 3 actions and 1 risk hang from it.' */
export const threadSentence = (asked: Asked): string => {
  const { nodes, lit } = asked;
  const chosen = nodes.find(({ id }) => id === lit.chosen);
  if (!chosen) return '';
  if (chosen.kind === 'Person') return personSentence(chosen, asked);
  const name = nameOf(chosen);
  const above = nodes.filter(({ id }) => lit.above.has(id));
  const below = nodes.filter(({ id }) => lit.below.has(id));
  return `${name} ${servesWords(chosen, above)}; ${hangWords(below)}.`;
};

/** A code that is a number alone says too little: 'Priority 4'. */
const nameOf = ({ code, kind }: ThreadNode): string => {
  if (code === '') return `This ${kind.toLowerCase()}`;
  return /^[\d.]+$/.test(code) ? `${kind} ${code}` : code;
};

const servesWords = (chosen: ThreadNode, above: readonly ThreadNode[]): string => {
  const named = above.filter(({ kind }) => kind !== 'Plan' && kind !== 'Section');
  if (named.length > 0) return `serves ${listed(byKind(named).toReversed().map(onlyOne))}`;
  if (above.some(({ kind }) => kind === 'Section'))
    return `serves ${listed(byKind(above.filter(({ kind }) => kind === 'Section')).map(onlyOne))}`;
  if (above.length > 0) return 'serves the plan as a whole';
  return chosen.column === 'Vision' ? 'is where the thread begins' : 'serves nothing yet';
};

/** By its code where there is one alone: 'priority 2'. */
const onlyOne = ([kind, nodes]: readonly [string, readonly ThreadNode[]]): string => {
  const [first] = nodes;
  return nodes.length === 1 && first?.code
    ? `${kind.toLowerCase()} ${first.code}`
    : countedKind(nodes.length, kind);
};

const hangWords = (below: readonly ThreadNode[]): string => {
  const lines = below.filter(({ kind }) => kind !== 'Person');
  const people = below.length - lines.length;
  const carry = people === 1 ? '1 person carries' : `${countedKind(people, 'Person')} carry`;
  if (lines.length === 0) return people === 0 ? 'nothing hangs from it' : `${carry} it`;
  const hang = `${listed(countedKinds(lines))} ${lines.length === 1 ? 'hangs' : 'hang'} from it`;
  return people === 0 ? hang : `${hang}, and ${carry} them`;
};

const personSentence = (person: ThreadNode, { nodes, links, lit }: Asked): string => {
  const direct = new Set(links.above.get(person.id));
  const carried = nodes.filter(({ id }) => direct.has(id));
  const further = nodes.filter(
    ({ id, kind }) => lit.above.has(id) && !direct.has(id) && kind !== 'Plan' && kind !== 'Section',
  );
  const carries = `${person.title} carries ${listed(countedKinds(carried))}`;
  if (further.length === 0) return `${carries}.`;
  const serve = carried.length === 1 ? 'which serves' : 'which serve';
  return `${carries}, ${serve} ${listed(byKind(further).toReversed().map(onlyOne))}.`;
};

const byKind = (
  nodes: readonly ThreadNode[],
): readonly (readonly [string, readonly ThreadNode[]])[] => {
  const there = new Set(nodes.map(({ kind }) => kind));
  return kinds
    .filter(([kind]) => there.has(kind))
    .map(([kind]) => [kind, nodes.filter((node) => node.kind === kind)]);
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
