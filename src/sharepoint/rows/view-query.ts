// A declared view in SharePoint's own terms: its fields by their names in the list, and its query in
// CAML. Days are held as ISO text, which no view can compare with today: formats mark what is past.
import type { Filter, View } from '../../registers/register.ts';
import type { RegisterName } from '../../registers/registers.ts';
import type { WholeView } from '../../registers/views.ts';
import { placedColumns } from './columns.ts';

/** The title is shown as the link that opens its row. */
export const viewFields = (name: RegisterName, { columns }: WholeView): readonly string[] =>
  columns.map((property) => {
    const field = fieldOf(name, property);
    return field === 'Title' ? 'LinkTitle' : field;
  });

/** Below <Query>; blank where all rows are shown as they come. */
export const viewQuery = (name: RegisterName, view: View): string => {
  const { group, sort = [], where = [] } = view;
  const ref = (property: string, more = '') =>
    `<FieldRef Name="${fieldOf(name, property)}"${more}/>`;
  const descending = ' Ascending="FALSE"';
  const order =
    sort === 'newest'
      ? `<FieldRef Name="ID"${descending}/>`
      : sort.map((each) => ref(each.by, each.descending ? descending : '')).join('');
  return [
    where.length > 0 ? `<Where>${allOf(where.map((each) => test(name, each)))}</Where>` : '',
    group === undefined ? '' : `<GroupBy Collapse="FALSE">${ref(group)}</GroupBy>`,
    order === '' ? '' : `<OrderBy>${order}</OrderBy>`,
  ].join('');
};

const fieldOf = (name: RegisterName, property: string): string => {
  const placed = placedColumns(name).find((each) => each.property === property);
  if (!placed) throw new Error(`A view of ${name} shows ${property}, which it has not got.`);
  return placed.field;
};

const test = (name: RegisterName, filter: Filter): string => {
  const ref = `<FieldRef Name="${fieldOf(name, filter.column)}"/>`;
  if ('blank' in filter) {
    return filter.blank ? `<IsNull>${ref}</IsNull>` : `<IsNotNull>${ref}</IsNotNull>`;
  }
  if ('is' in filter) return `<Eq>${ref}${value(filter.is)}</Eq>`;
  // A blank is none of them, and is shown.
  const none = allOf(filter.isNot.map((each) => `<Neq>${ref}${value(each)}</Neq>`));
  return `<Or><IsNull>${ref}</IsNull>${none}</Or>`;
};

/** CAML's And takes two at a time. */
const allOf = (tests: readonly string[]): string =>
  tests.reduce((both, each) => `<And>${both}${each}</And>`);

const value = (text: string): string => `<Value Type="Text">${escaped(text)}</Value>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
