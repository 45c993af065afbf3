// What a row's fields must keep to before they are written: known columns, defaults, required, unique.
import type { Column } from './column-definition.ts';
import { comparable, type FieldValue, keptValue } from './column-values.ts';
import { GraphFault, invalid } from './graph-fault.ts';
import type { Graph, InList } from './graph-request.ts';
import type { Fields } from './item-row.ts';
import type { List } from './list-shelf.ts';
import { isLookup, keptLookup, lookupNamed } from './lookups.ts';

/** What is kept after the sent fields are laid over those before; unsent fields stay. */
export function applied(at: InList, before: Fields, sent: Record<string, unknown>): Fields {
  const { list } = at;
  const after: Fields = { ...before };
  for (const [name, value] of Object.entries(sent)) {
    const column = list.columnsByName.get(name);
    if (!column && name.includes('@odata.')) continue;
    const lookup = column ? undefined : lookupNamed(list, name);
    if (lookup) {
      const type = sent[`${name}@odata.type`];
      const { name: filed, kept } = keptLookup(at, lookup, { value, type });
      set(after, filed, kept);
      continue;
    }
    if (!column) throw invalid(`Field '${name}' is not recognized`);
    if (column.definition.readOnly) throw invalid(`Field '${name}' is read-only`);
    if (column.kind === 'hyperlinkOrPicture' && !at.byHand) throw linkRefused();
    set(after, name, keptValue(column, value));
  }
  return after;
}

function set(fields: Fields, name: string, kept: FieldValue): void {
  if (kept === null) delete fields[name];
  else fields[name] = kept;
}

/** Graph shows links and does not take them: people set them in the list itself. */
function linkRefused(): GraphFault {
  return invalid('Invalid request');
}

export function withDefaults(list: List, fields: Fields): Fields {
  for (const column of list.columns) {
    const usual = column.definition.defaultValue?.value;
    if (usual === undefined || usual === null || fields[column.name] !== undefined) continue;
    if (isLookup(column)) continue;
    const isNumber = column.kind === 'number' || column.kind === 'currency';
    const typed = column.kind === 'boolean' ? usual === '1' || usual === 'true' : usual;
    const kept = keptValue(column, isNumber ? Number(usual) : typed);
    if (kept !== null) fields[column.name] = kept;
  }
  return fields;
}

/** On a change only the fields that were sent can be missing. */
export function refuseMissing(list: List, fields: Fields, sent?: Record<string, unknown>): void {
  const missing = list.columns.find(
    (column) =>
      column.definition.required &&
      fields[column.name] === undefined &&
      (sent === undefined || column.name in sent || `${column.name}LookupId` in sent),
  );
  if (missing) throw invalid(`Field '${missing.name}' is required.`);
}

export function refuseDuplicates(
  { graph, list }: InList,
  fields: Fields,
  { self, before }: { self: number; before: Fields },
): void {
  for (const column of list.columns) {
    const value = comparable(fields[column.name]);
    if (!column.definition.enforceUniqueValues || value === null) continue;
    if (value === comparable(before[column.name])) continue;
    const other = graph.machine.store.one(
      'SELECT 1 FROM itemValue WHERE list = ? AND field = ? AND value = ? AND item <> ?',
      list.number,
      column.name,
      value,
      self,
    );
    if (other) throw duplicate(graph, column);
  }
}

function duplicate(graph: Graph, column: Column): GraphFault {
  const status = graph.machine.faults.settings.duplicateStatus;
  const code = { 400: 'invalidRequest', 409: 'nameAlreadyExists', 500: 'generalException' }[status];
  return new GraphFault(
    { status, code },
    `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${column.name}].`,
  );
}
