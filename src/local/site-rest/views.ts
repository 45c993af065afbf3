// Views of a list: read, added, changed, and the fields each shows.
import { z } from 'zod';
import { badRequest, nothingThere } from './rest-fault.ts';
import type { InRestList } from './rest-routes.ts';

type ViewRow = {
  id: string;
  title: string;
  isDefault: number;
  query: string;
  rowLimit: number;
  fields: string;
};

const newView = z.object({
  parameters: z.object({
    Title: z.string().min(1).max(255),
    ViewFields: z.object({ results: z.array(z.string()) }),
    Query: z.string().default(''),
    PersonalView: z.literal(false),
    SetAsDefaultView: z.boolean().default(false),
    Paged: z.boolean().default(true),
    RowLimit: z.int().positive().default(30),
  }),
});

const viewChange = z.strictObject({
  Title: z.string().min(1).max(255).optional(),
  ViewQuery: z.string().optional(),
  DefaultView: z.literal(true).optional(),
  RowLimit: z.int().positive().optional(),
});

export function readViews({ graph, list, request }: InRestList): object {
  const rows = graph.machine.store.all<ViewRow>(
    'SELECT * FROM listView WHERE list = ? ORDER BY rowid',
    list.number,
  );
  const isWide = /(^|,)viewfields(,|$)/i.test(request.query.get('$expand') ?? '');
  return {
    value: rows.map((row) => (isWide ? { ...shape(row), ViewFields: fields(row) } : shape(row))),
  };
}

export function addView(at: InRestList): object {
  const { graph, list, request } = at;
  const asked = newView.safeParse(request.body);
  if (!asked.success) throw badRequest(`Invalid view: ${asked.error.issues[0]?.message}`);
  const { Title, ViewFields, Query, SetAsDefaultView, RowLimit } = asked.data.parameters;
  refuseStrangeFields(at, ViewFields.results);
  const id = crypto.randomUUID();
  const { store } = graph.machine;
  store.inTransaction(() => {
    if (SetAsDefaultView)
      store.run('UPDATE listView SET isDefault = 0 WHERE list = ?', list.number);
    store.run(
      `INSERT INTO listView (list, id, title, isDefault, query, rowLimit, fields)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      list.number,
      id,
      Title,
      Number(SetAsDefaultView),
      Query,
      RowLimit,
      JSON.stringify(ViewFields.results),
    );
  });
  return shape(viewOf({ ...at, named: id }));
}

export function changeView(at: InRestList): null {
  const { graph, list, request } = at;
  const asked = viewChange.safeParse(request.body);
  if (!asked.success) throw badRequest(`Invalid view: ${asked.error.issues[0]?.message}`);
  const view = viewOf(at);
  const { Title = view.title, ViewQuery = view.query, RowLimit = view.rowLimit } = asked.data;
  const { store } = graph.machine;
  store.inTransaction(() => {
    if (asked.data.DefaultView) {
      const sql = 'UPDATE listView SET isDefault = (id = ?) WHERE list = ?';
      store.run(sql, view.id, list.number);
    }
    store.run(
      'UPDATE listView SET title = ?, query = ?, rowLimit = ? WHERE list = ? AND id = ?',
      Title,
      ViewQuery,
      RowLimit,
      list.number,
      view.id,
    );
  });
  return null;
}

export function readViewFields(at: InRestList): object {
  return fields(viewOf(at));
}

export function removeViewFields(at: InRestList): null {
  return keepFields(at, []);
}

export function addViewField(at: InRestList): null {
  const name = /addviewfield\('([^']+)'\)$/.exec(at.request.path)?.[1] ?? '';
  refuseStrangeFields(at, [name]);
  return keepFields(at, [...fields(viewOf(at)).Items, name]);
}

function keepFields(at: InRestList, names: readonly string[]): null {
  at.graph.machine.store.run(
    'UPDATE listView SET fields = ? WHERE list = ? AND id = ?',
    JSON.stringify(names),
    at.list.number,
    viewOf(at).id,
  );
  return null;
}

function viewOf({ graph, list, named }: InRestList): ViewRow {
  const row = graph.machine.store.one<ViewRow>(
    'SELECT * FROM listView WHERE list = ? AND id = lower(?)',
    list.number,
    named,
  );
  if (!row) throw nothingThere(`View '${named}'`);
  return row;
}

const ofEveryList = ['LinkTitle', 'ID', 'Created', 'Modified', 'Author', 'Editor', 'DocIcon'];

function refuseStrangeFields({ list }: InRestList, names: readonly string[]): void {
  const strange = names.find(
    (name) => !list.columnsByName.has(name) && !ofEveryList.includes(name),
  );
  if (strange) {
    throw badRequest(
      `Column '${strange}' does not exist. It may have been deleted by another user.`,
    );
  }
}

function fields({ fields: kept }: ViewRow): { Items: string[] } {
  return { Items: JSON.parse(kept) as string[] };
}

function shape(row: ViewRow): object {
  return {
    Id: row.id,
    Title: row.title,
    DefaultView: row.isDefault === 1,
    PersonalView: false,
    ViewQuery: row.query,
    RowLimit: row.rowLimit,
  };
}
