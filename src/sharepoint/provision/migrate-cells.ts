// Cells written under an earlier declaration that this one reads otherwise, and the writes that bring
// them up to date. Each migration looks whether there is anything to do: run twice, it does nothing.

import { readLine } from '../../registers/line-name.ts';
import type { Migration, Register } from '../../registers/register.ts';
import { type RegisterName, registerNames, registers } from '../../registers/registers.ts';
import { readBatches } from '../graph/batch.ts';
import type { Call, GraphClient } from '../graph/graph-client.ts';
import { keyColumnName, placedColumns } from '../rows/columns.ts';
import type { ListFound, SiteFound } from '../rows/site-found.ts';
import { listOf } from './plan-lists.ts';
import type { GraphStep } from './step.ts';

type NowLines = Extract<Migration, { readonly nowLines: string }>;
type CellsToRead = {
  readonly name: RegisterName;
  readonly migration: NowLines;
  readonly field: string;
  readonly words: string;
  readonly items: string;
};
type RawItem = {
  readonly id: string;
  readonly eTag?: string;
  readonly '@odata.etag'?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
};
type Page = { readonly value: readonly RawItem[]; readonly '@odata.nextLink'?: string };

/** Reads the columns concerned alone, of lists that were there; the first pages in one batch. */
export const planCells = async (
  graph: GraphClient,
  site: SiteFound,
  kept: readonly RegisterName[],
): Promise<readonly GraphStep[]> => {
  const cells = kept.flatMap((name) => cellsOf(site, name));
  const calls = cells.map(({ items, field }): Call => {
    const shape = `$select=id,eTag&$expand=fields($select=${keyColumnName},${field})`;
    return { method: 'GET', path: `${items}?$top=5000&${shape}`, units: 2 };
  });
  const steps: GraphStep[] = [];
  for (const [at, answer] of (await readBatches(graph, calls)).entries()) {
    if (answer.fault) throw answer.fault;
    let page = answer.body as Page;
    for (;;) {
      steps.push(...page.value.flatMap((item) => rewritten(cells[at] as CellsToRead, item)));
      const next = page['@odata.nextLink'];
      if (next === undefined) break;
      page = await graph.read<Page>(graph.pathOf(next), 2);
    }
  }
  return steps;
};

const cellsOf = (site: SiteFound, name: RegisterName): readonly CellsToRead[] => {
  const list = listOf(site, name);
  const { migrations = [] } = registers[name] as Register;
  return migrations.flatMap((migration) => {
    if (!list || !('nowLines' in migration)) return [];
    const placed = placedColumns(name).find(({ property }) => property === migration.nowLines);
    if (!placed || !hasColumn(list, placed.field)) return [];
    const items = `${site.path}/lists/${list.id}/items`;
    return [{ name, migration, field: placed.field, words: placed.column.words, items }];
  });
};

const hasColumn = ({ columns = [] }: ListFound, field: string): boolean =>
  columns.some(({ name }) => name === field);

/** On the reading it is based on: a row changed meanwhile is left for the next run. */
const rewritten = (cells: CellsToRead, item: RawItem): readonly GraphStep[] => {
  const before = item.fields?.[cells.field];
  if (typeof before !== 'string') return [];
  const after = asLines(before, cells.migration.wereKeysOf);
  const etag = item.eTag ?? item['@odata.etag'];
  if (after === before) return [];
  const { list } = registers[cells.name];
  const row = String(item.fields?.[keyColumnName] ?? item.id);
  return [
    {
      words: `Write ${cells.words} of ${row} on ${list} as lines`,
      call: {
        method: 'PATCH',
        path: `${cells.items}/${item.id}`,
        body: { fields: { [cells.field]: after } },
        ...(etag && { headers: { 'If-Match': etag } }),
        units: 2,
      },
      ifRefused: `${list}: ${cells.words} of ${row} was changed meanwhile and is not rewritten yet. Run this again.`,
    },
  ];
};

/** A line that names a list already stays as it is, and so does the way the rest is laid out. */
export const asLines = (cell: string, wereKeysOf: string): string => {
  const isKnown = registerNames.some((name) => registers[name].list === wereKeysOf);
  if (!isKnown) throw new Error(`No register is called ${wereKeysOf}.`);
  return cell
    .split('\n')
    .map((line) => (line.trim() === '' || readLine(line) ? line : `${wereKeysOf}: ${line.trim()}`))
    .join('\n');
};
