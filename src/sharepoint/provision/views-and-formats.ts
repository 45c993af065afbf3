// What the lists lack of the views and column formats declared, and the calls that would make them.
// A view or a format that is there, even another than ours, is the council's own: said, and left.
import type { Register } from '../../registers/register.ts';
import { type RegisterName, registers } from '../../registers/registers.ts';
import { viewsOf, type WholeView } from '../../registers/views.ts';
import { listPath, type RestCall, type SiteRest } from '../graph/site-rest.ts';
import { columnFormats } from '../rows/column-formats.ts';
import { placedColumns } from '../rows/columns.ts';
import { isApart } from '../rows/kept.ts';
import { viewFields, viewQuery } from '../rows/view-query.ts';
import type { ApartStep, RestStep } from './step.ts';

/** How a list looks now. */
export type LooksFound = {
  /** The fields each view shows, by its title. */
  readonly views: ReadonlyMap<string, readonly string[]>;
  /** By the column's name in the list; blank where it has none. */
  readonly formats: ReadonlyMap<string, string>;
  /** Whether nobody inherits the right to open it; asked of registers kept apart alone. */
  readonly isClosed: boolean;
};

/** A list not made yet has nothing of ours. */
export const noLooks: LooksFound = { views: new Map(), formats: new Map(), isClosed: false };

type ViewRead = { readonly Title: string; readonly ViewFields?: { readonly Items?: string[] } };
type FieldRead = { readonly InternalName: string; readonly CustomFormatter?: string | null };
type Values<Found> = { readonly value: readonly Found[] };

/** Asks no more than what will be compared. */
export const readLooks = async (rest: SiteRest, name: RegisterName): Promise<LooksFound> => {
  const list = listPath(registers[name].list);
  const get = <Body>(path: string) => rest.send<Body>({ method: 'GET', path });
  const views = await get<Values<ViewRead>>(`${list}/views?$select=Title&$expand=ViewFields`);
  const fields =
    columnFormats(name).size > 0
      ? await get<Values<FieldRead>>(`${list}/fields?$select=InternalName,CustomFormatter`)
      : { value: [] };
  const own = isApart(name)
    ? await get<{ HasUniqueRoleAssignments: boolean }>(`${list}?$select=HasUniqueRoleAssignments`)
    : null;
  return {
    views: new Map(views.value.map((view) => [view.Title, view.ViewFields?.Items ?? []])),
    formats: new Map(
      fields.value.map((field) => [field.InternalName, field.CustomFormatter ?? '']),
    ),
    isClosed: own?.HasUniqueRoleAssignments ?? false,
  };
};

export type LooksPlan = {
  readonly steps: readonly RestStep[];
  readonly noticed: readonly string[];
};

export const planLooks = (name: RegisterName, found: LooksFound): LooksPlan => {
  const { list } = registers[name];
  const views = viewsOf(registers[name] as Register);
  const changed = views.filter((view) => {
    const shown = found.views.get(view.name);
    return shown !== undefined && String(shown) !== String(viewFields(name, view));
  });
  const formats = formatsOf(name);
  const restyled = formats.filter(
    ({ field, format }) => found.formats.get(field) && found.formats.get(field) !== format,
  );
  return {
    steps: [
      ...views.filter((view) => !found.views.has(view.name)).map((view) => newView(name, view)),
      ...formats
        .filter(({ field }) => !found.formats.get(field))
        .map((each) => newFormat(name, each)),
    ],
    noticed: [
      ...changed.map(
        (view) => `${list}: the view ${view.name} shows other columns than ours: left.`,
      ),
      ...restyled.map(({ words }) => `${list}: ${words} has a format other than ours: left.`),
    ],
  };
};

/** What a run without the right would leave out, by list. */
export const looksSkipped = (name: RegisterName): string => {
  const views = viewsOf(registers[name] as Register).map((view) => view.name);
  const formats = formatsOf(name).map(({ words }) => words);
  return [
    `${registers[name].list}: ${views.length === 1 ? 'the view' : 'the views'} ${views.join('; ')}`,
    ...(formats.length > 0 ? [`the formats of ${formats.join(', ')}`] : []),
  ].join(', and ');
};

export const closeList = (name: RegisterName): RestCall => ({
  method: 'POST',
  path: `${listPath(registers[name].list)}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`,
});

/** A list kept apart that anyone of the site can open, as after a run that was cut short. */
export const planClosing = (name: RegisterName, { isClosed }: LooksFound): readonly ApartStep[] =>
  !isApart(name) || isClosed
    ? []
    : [
        {
          register: name,
          words: `Close ${registers[name].list} to all but the app and the site's owners`,
          make: null,
          close: closeList(name),
        },
      ];

const newView = (name: RegisterName, view: WholeView): RestStep => ({
  register: name,
  words: `Make the view ${view.name} on ${registers[name].list}`,
  call: {
    method: 'POST',
    path: `${listPath(registers[name].list)}/views/add`,
    verbose: true,
    body: {
      parameters: {
        Title: view.name,
        ViewFields: { results: viewFields(name, view) },
        Query: viewQuery(name, view),
        PersonalView: false,
        SetAsDefaultView: view.isDefault,
        Paged: true,
        RowLimit: 100,
      },
    },
  },
});

type Format = { readonly field: string; readonly words: string; readonly format: string };

const formatsOf = (name: RegisterName): readonly Format[] => {
  const formats = columnFormats(name);
  return placedColumns(name).flatMap(({ property, field, column }) => {
    const format = formats.get(property);
    return format === undefined ? [] : [{ field, words: column.words, format }];
  });
};

const newFormat = (name: RegisterName, { field, words, format }: Format): RestStep => ({
  register: name,
  words: `Format ${words} on ${registers[name].list}`,
  call: {
    method: 'MERGE',
    path: `${listPath(registers[name].list)}/fields/getbyinternalnameortitle('${field}')`,
    verbose: true,
    body: { __metadata: { type: 'SP.Field' }, CustomFormatter: format },
  },
});
