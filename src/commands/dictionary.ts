// `npx golden-thread dictionary`: writes the data dictionary in docs from the declarations, so that it
// says what the lists are and nothing else. A test fails when it is stale.
import type { Column, Register } from '../registers/register.ts';
import { type RegisterName, registerNames, registers } from '../registers/registers.ts';
import { keyColumnName, placedColumns } from '../sharepoint/rows/columns.ts';

/** The whole dictionary, in Markdown. */
export const dictionary = (): string =>
  [
    '# Data dictionary',
    '',
    'What each list holds, made from the declarations in `src/registers` by `npx golden-thread dictionary`: change those, not this page.',
    '',
    'Every list also has **Key**, which names a row for ever and compares without case, and **ChangedBy**, which holds the Key in People of whoever is behind what the app last wrote to the row (`Golden Thread` where nobody is; an edit in the list leaves it as it was). _Points at_ means the cell holds the Key of a row of that list; _rows of any list_ are written one to a line as `List: Key`. A blank cell is not known, never nought.',
    '',
    ...registerNames.map((name) => `- [${registers[name].list}](#${anchor(registers[name].list)})`),
    ...registerNames.flatMap(section),
    '',
  ].join('\n');

const section = (name: RegisterName): readonly string[] => {
  const register: Register = registers[name];
  return [
    '',
    `## ${register.list}`,
    '',
    `One row is ${register.row}. Key: ${register.keyIs}.${aside(register)}`,
    '',
    '| Column | In the list | Holds | Required | Note |',
    '| --- | --- | --- | --- | --- |',
    `| Key | ${keyColumnName} | one line of text | yes | Unique. |`,
    ...placedColumns(name).map(
      ({ field, column }) =>
        `| ${cell(column.words)} | ${field} | ${cell(holds(column))} | ${column.required ? 'yes' : ''} | ${cell(noteOf(column))} |`,
    ),
  ];
};

const aside = (register: Register): string => {
  if (register.appendOnly) return ' A row once written is never changed.';
  if (register.apart)
    return ' Off by default, and nobody inherits the right to open its list; whoever owns the list in SharePoint can open it.';
  return '';
};

const kinds: { readonly [K in Column['kind']]: string } = {
  title: 'one line of text',
  text: 'one line of text',
  longText: 'text',
  number: 'number',
  date: 'date, as 2020-10-14',
  instant: 'moment, as 2020-10-14T09:30:00Z',
  yesNo: 'yes or no; blank is no',
  choice: 'one of',
  keys: 'one to a line',
  lines: 'rows of any list',
};

const holds = (column: Column): string => {
  if (column.kind === 'choice') return `one of: ${column.choices?.join(', ')}`;
  if (column.kind === 'keys' && column.pointsAt)
    return `points at ${column.pointsAt}, one to a line`;
  return column.pointsAt ? `points at ${column.pointsAt}` : kinds[column.kind];
};

const noteOf = (column: Column): string =>
  [column.note, column.indexed ? 'Indexed.' : ''].filter(Boolean).join(' ');

const cell = (text: string): string => text.replaceAll('|', '\\|');
const anchor = (list: string): string => list.toLowerCase().replaceAll(' ', '-');
