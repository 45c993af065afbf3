// What a list column may be: which of Graph's definitions are accepted, and what is refused or not done.
import { z } from 'zod';
import { GraphFault, invalid, notDone } from './graph-fault.ts';

export const columnKinds = [
  'text',
  'number',
  'currency',
  'dateTime',
  'choice',
  'boolean',
  'personOrGroup',
  'lookup',
  'hyperlinkOrPicture',
] as const;
type ColumnKind = (typeof columnKinds)[number];

const kindsNotDone = [
  'calculated',
  'geolocation',
  'term',
  'thumbnail',
  'contentApprovalStatus',
  'validation',
];

const number = z.object({
  decimalPlaces: z.string().optional(),
  displayAs: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const definition = z.strictObject({
  id: z.string().optional(),
  name: z.string().min(1),
  displayName: z.string().optional(),
  description: z.string().default(''),
  columnGroup: z.string().default('Custom Columns'),
  type: z.string().optional(),
  required: z.boolean().default(false),
  indexed: z.boolean().default(false),
  enforceUniqueValues: z.boolean().default(false),
  hidden: z.boolean().default(false),
  readOnly: z.boolean().default(false),
  isDeletable: z.boolean().optional(),
  defaultValue: z.object({ value: z.string().nullish() }).nullish(),
  text: z
    .object({
      allowMultipleLines: z.boolean().default(false),
      appendChangesToExistingText: z.boolean().optional(),
      linesForEditing: z.number().optional(),
      maxLength: z.int().positive().optional(),
      textType: z.enum(['plain', 'richText']).optional(),
    })
    .optional(),
  number: number.optional(),
  currency: number.extend({ locale: z.string().default('en-GB') }).optional(),
  dateTime: z
    .object({
      displayAs: z.string().optional(),
      format: z.enum(['dateOnly', 'dateTime']).default('dateTime'),
    })
    .optional(),
  choice: z
    .object({
      allowTextEntry: z.boolean().default(false),
      choices: z.array(z.string()).default([]),
      displayAs: z.string().default('dropDownMenu'),
    })
    .optional(),
  boolean: z.object({}).optional(),
  personOrGroup: z
    .object({
      allowMultipleSelection: z.boolean().default(false),
      chooseFromType: z.enum(['peopleAndGroups', 'peopleOnly']).default('peopleAndGroups'),
      displayAs: z.string().optional(),
    })
    .optional(),
  lookup: z
    .object({
      listId: z.string(),
      columnName: z.string().default('Title'),
      allowMultipleValues: z.boolean().default(false),
      allowUnlimitedLength: z.boolean().optional(),
      primaryLookupColumnId: z.string().nullish(),
    })
    .optional(),
  hyperlinkOrPicture: z.object({ isPicture: z.boolean().default(false) }).optional(),
});

export type ColumnDefinition = z.infer<typeof definition>;
export type Column = {
  id: string;
  name: string;
  kind: ColumnKind;
  definition: ColumnDefinition;
  /** The number of the list a lookup or person column points at; undefined where it is gone. */
  target?: number | undefined;
};

/** Reads a definition as POST and PATCH send it; refuses what SharePoint refuses. */
export function readDefinition(input: unknown): Omit<Column, 'id'> {
  const sent = input as Record<string, unknown> | null;
  const missing = kindsNotDone.find((kind) => sent?.[kind] !== undefined && sent[kind] !== null);
  if (missing) throw notDone(`columns with '${missing}'`);
  const read = definition.safeParse(input);
  if (!read.success) throw invalid(`Invalid column definition: ${firstIssue(read.error)}`);
  const given = columnKinds.filter((kind) => read.data[kind] !== undefined);
  const [kind] = given;
  if (!kind || given.length > 1) throw invalid('A column needs exactly one type.');
  checkTogether(kind, read.data);
  return { name: read.data.name, kind, definition: read.data };
}

function checkTogether(kind: ColumnKind, column: ColumnDefinition): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,31}$/.test(column.name)) {
    throw invalid(
      `'${column.name}' is not a column name this list can keep: use up to 32 ASCII letters, digits and underscores.`,
    );
  }
  if (column.choice?.displayAs === 'checkBoxes')
    throw notDone('choice columns holding several values');
  if (column.lookup?.primaryLookupColumnId)
    throw notDone('lookup columns that bring further columns with them');
  const holdsSeveral =
    column.lookup?.allowMultipleValues || column.personOrGroup?.allowMultipleSelection;
  if (column.indexed && (holdsSeveral || kind === 'hyperlinkOrPicture')) {
    throw invalid(`Column '${column.name}' is of a kind that cannot be indexed.`);
  }
  if (column.indexed && column.text?.allowMultipleLines) {
    throw invalid(`Column '${column.name}' holds several lines and cannot be indexed.`);
  }
  if (column.enforceUniqueValues && !column.indexed) {
    throw invalid(`Column '${column.name}' must be indexed to enforce unique values.`);
  }
  if (column.enforceUniqueValues && kind === 'boolean') {
    throw invalid(`Column '${column.name}' is yes/no and cannot enforce unique values.`);
  }
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.') || 'body'}: ${issue.message}` : 'unknown';
}

export function tooManyIndexes(): GraphFault {
  return new GraphFault(
    { status: 400, code: 'invalidRequest' },
    'A list cannot have more than 20 indexed columns.',
  );
}

/** The definition as Graph shows it. */
export function columnShape(column: Column): object {
  return { id: column.id, displayName: column.name, ...column.definition, name: column.name };
}
