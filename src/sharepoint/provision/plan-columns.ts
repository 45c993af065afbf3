// What one list's columns lack, and where they are otherwise than declared. A column of another kind,
// or under other words, is the council's own doing: said, and left.

import type { Migration, Register } from '../../registers/register.ts';
import { type RegisterName, registers } from '../../registers/registers.ts';
import { type ColumnDefinition, columnDefinitions, fieldName } from '../rows/columns.ts';
import type { ColumnFound, ListFound, SiteFound } from '../rows/site-found.ts';
import type { GraphStep } from './step.ts';

type ColumnsPlan = { readonly steps: readonly GraphStep[]; readonly noticed: readonly string[] };
type OneColumn = {
  readonly list: string;
  readonly name: RegisterName;
  readonly declared: ColumnDefinition;
  readonly found: ColumnFound;
};

export const planColumns = (site: SiteFound, name: RegisterName, list: ListFound): ColumnsPlan => {
  const below = `${site.path}/lists/${list.id}/columns`;
  const plans = columnDefinitions(name).map((declared): ColumnsPlan => {
    const found = list.columns?.find((each) => sameName(each, declared));
    if (!found) return missingColumn(registers[name].list, declared, below);
    const one = { list: registers[name].list, name, declared, found };
    const kind = kindOf(found);
    if (kind !== kindOf(declared)) return { steps: [], noticed: [retypedWords(one, kind)] };
    const body = { ...lackingFacts(one), ...liftedRequired(one), ...lackingChoices(one)?.body };
    const words = [...factWords(one), ...(lackingChoices(one)?.words ?? [])];
    return {
      steps: words.length === 0 ? [] : [changeStep({ one, words, body, below })],
      noticed: noticedIn(one),
    };
  });
  return {
    steps: plans.flatMap(({ steps }) => steps),
    noticed: plans.flatMap(({ noticed }) => noticed),
  };
};

const sameName = (found: ColumnFound, { name }: ColumnDefinition): boolean =>
  found.name.toLowerCase() === name.toLowerCase();

const missingColumn = (list: string, declared: ColumnDefinition, path: string): ColumnsPlan => ({
  steps: [
    {
      words: `Add ${declared.displayName} to ${list}`,
      call: { method: 'POST', path, body: declared, units: 2 },
    },
  ],
  noticed: [
    `${list} had no column ${declared.displayName}: it is new and blank. If it was deleted by hand, what it held is lost.`,
  ],
});

const changeStep = ({
  one: { list, declared, found },
  words,
  body,
  below,
}: {
  one: OneColumn;
  words: readonly string[];
  body: object;
  below: string;
}): GraphStep => ({
  words: words.join('; '),
  call: { method: 'PATCH', path: `${below}/${found.id}`, body, units: 2 },
  ifRefused:
    declared.enforceUniqueValues && found['enforceUniqueValues'] !== true
      ? `${list}: ${declared.displayName} could not be made unique. Two rows have the same one: give one of them another and run this again.`
      : `${list}: ${declared.displayName} could not be changed (${words.join('; ')}). A list carries 20 indexes at most: take one away that is not ours and run this again.`,
});

const facts = ['indexed', 'enforceUniqueValues', 'required'] as const;

const lacking = ({ declared, found }: OneColumn) =>
  facts.filter((fact) => declared[fact] === true && found[fact] !== true);

/** A unique column keeps its index only where both are asked for together. */
const lackingFacts = (one: OneColumn): object => {
  const lacks = lacking(one);
  const needsIndex = lacks.includes('enforceUniqueValues') ? { indexed: true } : {};
  return { ...needsIndex, ...Object.fromEntries(lacks.map((fact) => [fact, true])) };
};

const factWords = (one: OneColumn): readonly string[] => {
  const column = `${one.declared.displayName} on ${one.list}`;
  const words = {
    indexed: `Index ${column}`,
    enforceUniqueValues: `Make ${column} unique`,
    required: `Require ${column}`,
  };
  const lifted = isLifted(one) ? [`Let ${column} be blank`] : [];
  return [...lacking(one).map((fact) => words[fact]), ...lifted];
};

/** Required in the list though not by us: lifted where a migration says that it once was ours. */
const isLifted = ({ name, declared, found }: OneColumn): boolean =>
  found['required'] === true && !declared.required && onceRequired(name).has(declared.name);

const liftedRequired = (one: OneColumn): object => (isLifted(one) ? { required: false } : {});

const onceRequired = (name: RegisterName): ReadonlySet<string> => {
  const { columns, migrations = [] } = registers[name] as Register;
  return new Set(
    migrations.flatMap((migration: Migration) => {
      const property = 'noLongerRequired' in migration ? migration.noLongerRequired : null;
      const column = property === null ? undefined : columns[property];
      return property !== null && column ? [fieldName(property, column)] : [];
    }),
  );
};

type Choices = { readonly choices?: readonly string[] };

const choicesOf = (column: { readonly [fact: string]: unknown }): readonly string[] =>
  (column['choice'] as Choices | undefined)?.choices ?? [];

/** Choices taken away are put back after those there are, which all stay. */
const lackingChoices = ({ list, declared, found }: OneColumn) => {
  const there = choicesOf(found);
  const lacks = choicesOf(declared).filter((each) => !there.includes(each));
  if (lacks.length === 0) return null;
  const named = lacks.map((each) => `"${each}"`).join(', ');
  return {
    words: [`Add ${named} to the choices of ${declared.displayName} on ${list}`],
    body: { choice: { ...(declared['choice'] as object), choices: [...there, ...lacks] } },
  };
};

const noticedIn = (one: OneColumn): readonly string[] => {
  const { list, declared, found } = one;
  const words = declared.displayName;
  const added = choicesOf(found).filter((each) => !choicesOf(declared).includes(each));
  const isRenamed = found.displayName !== undefined && found.displayName !== words;
  const isRequired = found['required'] === true && !declared.required && !isLifted(one);
  return [
    ...(isRenamed
      ? [
          `${list}: the column ${words} is called "${found.displayName}" here. It works as it is and is left.`,
        ]
      : []),
    ...(added.length > 0
      ? [
          `${list}: ${words} has choices we do not know: ${added.join(', ')}. They are kept, but a row that uses one is not read until it is changed.`,
        ]
      : []),
    ...(isRequired
      ? [
          `${list}: ${words} must be filled in here, though it may be blank. Rows without it will be refused; it is left as it is.`,
        ]
      : []),
  ];
};

const kinds = {
  text: 'a line of text',
  lines: 'several lines of text',
  number: 'a number',
  boolean: 'yes or no',
  choice: 'a choice',
  dateTime: 'a date',
  currency: 'an amount',
} as const;
type Kind = keyof typeof kinds | null;

/** Null where it is none of the kinds registers use. */
const kindOf = (column: { readonly [fact: string]: unknown }): Kind => {
  const text = column['text'] as { allowMultipleLines?: boolean } | undefined;
  if (text) return text.allowMultipleLines ? 'lines' : 'text';
  const others = ['number', 'boolean', 'choice', 'dateTime', 'currency'] as const;
  return others.find((kind) => column[kind] !== undefined && column[kind] !== null) ?? null;
};

const retypedWords = ({ list, declared }: OneColumn, found: Kind): string => {
  const should = kinds[kindOf(declared) ?? 'text'];
  const is = found === null ? 'of another kind' : kinds[found];
  return `${list}: ${declared.displayName} is ${is}, not ${should}. Changing it back could lose what it holds, so it is left: its rows may not be read until it is put right.`;
};
