// How columns are shown: the formatting each carries, which Graph does not tell of.
import { z } from 'zod';
import { badRequest, nothingThere } from './rest-fault.ts';
import type { InRestList } from './rest-routes.ts';

const fieldChange = z.strictObject({
  __metadata: z.object({ type: z.string().regex(/^SP\.Field/) }).optional(),
  CustomFormatter: z.string(),
});

export function readFields({ graph, list }: InRestList): object {
  const formats = new Map(
    graph.machine.store
      .all<{ name: string; formatter: string }>(
        'SELECT name, formatter FROM columnFormat WHERE list = ?',
        list.number,
      )
      .map(({ name, formatter }) => [name, formatter]),
  );
  const value = list.columns.map(({ name, definition }) => ({
    InternalName: name,
    Title: definition.displayName ?? name,
    CustomFormatter: formats.get(name) ?? null,
  }));
  return { value };
}

/** SharePoint keeps what is not JSON too, and shows nothing of it: here it is refused. */
export function changeField({ graph, list, request, named }: InRestList): null {
  const asked = fieldChange.safeParse(request.body);
  if (!asked.success || !isJson(asked.data.CustomFormatter))
    throw badRequest('Only CustomFormatter can be changed here, and it must be JSON.');
  const column = list.columns.find(
    ({ name, definition }) => name === named || definition.displayName === named,
  );
  if (!column) throw nothingThere(`Column '${named}'`);
  graph.machine.store.run(
    `INSERT INTO columnFormat (list, name, formatter) VALUES (?, ?, ?)
     ON CONFLICT (list, name) DO UPDATE SET formatter = excluded.formatter`,
    list.number,
    column.name,
    asked.data.CustomFormatter,
  );
  return null;
}

function isJson(text: string): boolean {
  try {
    return text === '' || typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
