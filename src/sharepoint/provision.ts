// Makes the lists the registers declare, with their columns, indexes and unique keys. What is there
// already is left alone; a column that lacks its index, its uniqueness or its being required is
// given it. Nothing is ever taken away.
import { type RegisterName, registerNames, registers } from '../registers/registers.ts';
import { inBatches, readBatches, sendBatch } from './batch.ts';
import { type ColumnDefinition, columnDefinitions } from './columns.ts';
import type { Call, GraphClient } from './graph-client.ts';
import type { Places } from './places.ts';

/** What was done: each as an administrator would say it. Empty when all was there. */
export type Provisioned = {
  readonly lists: readonly string[];
  readonly columns: readonly string[];
  readonly changed: readonly string[];
};

type Step = { readonly words: string; readonly call: Call };
type ColumnFound = { readonly id: string; readonly name: string; readonly [fact: string]: unknown };

const mostRounds = 4;
const facts = ['required', 'indexed', 'enforceUniqueValues'] as const;

export const provisionLists = async (graph: GraphClient, places: Places): Promise<Provisioned> => {
  await places.find();
  const made = places.missing().map((name) => newList(places, name));
  await run(graph, made);
  if (made.length > 0) await places.find();
  const found = await readColumns(graph, places);
  const added = registerNames.flatMap((name) =>
    missingColumns(places, name, found.get(name) ?? []),
  );
  await run(graph, added);
  const changed = registerNames.flatMap((name) => weakColumns(places, name, found.get(name) ?? []));
  await run(graph, changed);
  return { lists: said(made), columns: said(added), changed: said(changed) };
};

const said = (steps: readonly Step[]): string[] => steps.map(({ words }) => words);

const newList = (places: Places, name: RegisterName): Step => {
  const { list, row } = registers[name];
  return {
    words: list,
    call: {
      method: 'POST',
      path: `${places.site}/lists`,
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

const readColumns = async (
  graph: GraphClient,
  places: Places,
): Promise<Map<RegisterName, readonly ColumnFound[]>> => {
  const calls = registerNames.map((name): Call => {
    return { method: 'GET', path: `${places.list(name)}/columns`, units: 2 };
  });
  const answers = await readBatches(graph, calls);
  return new Map(
    registerNames.map((name, at) => {
      const answer = answers[at];
      if (answer?.fault) throw answer.fault;
      const page = answer?.body as { readonly value: readonly ColumnFound[] };
      return [name, page.value];
    }),
  );
};

const missingColumns = (
  places: Places,
  name: RegisterName,
  found: readonly ColumnFound[],
): readonly Step[] =>
  columnDefinitions(name)
    .filter((column) => !found.some((each) => sameName(each, column)))
    .map((column) => ({
      words: `${registers[name].list}: ${column.displayName}`,
      call: { method: 'POST', path: `${places.list(name)}/columns`, body: column, units: 2 },
    }));

/** Columns whose index, uniqueness or being required did not come with their making. */
const weakColumns = (
  places: Places,
  name: RegisterName,
  found: readonly ColumnFound[],
): readonly Step[] =>
  columnDefinitions(name).flatMap((column) => {
    const there = found.find((each) => sameName(each, column));
    const lacking = facts.filter((fact) => column[fact] && there && there[fact] !== true);
    if (!there || lacking.length === 0) return [];
    const body = Object.fromEntries(lacking.map((fact) => [fact, true]));
    return [
      {
        words: `${registers[name].list}: ${column.displayName} (${lacking.join(', ')})`,
        call: { method: 'PATCH', path: `${places.list(name)}/columns/${there.id}`, body, units: 2 },
      },
    ];
  });

const sameName = (found: ColumnFound, { name }: ColumnDefinition): boolean =>
  found.name.toLowerCase() === name.toLowerCase();

/** Runs the steps, again for those Graph was too busy for; what else fails stops it: run it again. */
const run = async (graph: GraphClient, steps: readonly Step[]): Promise<void> => {
  let open = [...steps];
  for (let round = 1; open.length > 0; round += 1) {
    const still: Step[] = [];
    for (const some of inBatches(open)) {
      const answers = await sendBatch(
        graph,
        some.map(({ call }) => call),
        'write',
      );
      answers.forEach(({ fault }, at) => {
        if (fault === null) return;
        if (round === mostRounds || fault.kind !== 'throttled') throw fault;
        still.push(some[at] as Step);
      });
    }
    open = still;
  }
};
