// What kind of value an expression is, as far as that can be known without Azure: null where it cannot. With
// it the functions that infra/ may call.
import type { Expression } from './bicep-parser.ts';

export type Kind = 'string' | 'int' | 'bool' | 'object' | 'array';

/** From a name to what it is: a parameter's kind, a variable's; null where only Azure knows. */
export type Known = (name: string) => Kind | null;

/** By name: least and most that it is given, and what it answers. */
export const functions: Readonly<Record<string, readonly [number, number, Kind | null]>> = {
  concat: [1, 9, null],
  empty: [1, 1, 'bool'],
  environment: [0, 0, 'object'],
  guid: [1, 9, 'string'],
  int: [1, 1, 'int'],
  items: [1, 1, 'array'],
  json: [1, 1, null],
  loadTextContent: [1, 2, 'string'],
  readEnvironmentVariable: [1, 2, 'string'],
  replace: [3, 3, 'string'],
  resourceGroup: [0, 0, 'object'],
  string: [1, 1, 'string'],
  subscriptionResourceId: [2, 9, 'string'],
  take: [2, 2, null],
  tenant: [0, 0, 'object'],
  toLower: [1, 1, 'string'],
  union: [2, 9, null],
  uniqueString: [1, 9, 'string'],
};

const truths = new Set(['==', '!=', '=~', '!~', '<', '>', '<=', '>=', '&&', '||', '!']);

export const kindOf = (expression: Expression, known: Known): Kind | null => {
  const of = (each: Expression) => kindOf(each, known);
  switch (expression.is) {
    case 'text':
      return 'string';
    case 'number':
      return 'int';
    case 'object':
      return 'object';
    case 'array':
    case 'for':
      return 'array';
    case 'name':
      return constant(expression.name) ?? known(expression.name);
    case 'sum':
      return truths.has(expression.sign) ? 'bool' : expression.sign === '??' ? null : 'int';
    case 'choice': {
      const [one, other] = [of(expression.of[1]), of(expression.of[2])];
      return one === other ? one : null;
    }
    case 'call': {
      const { to, given } = expression;
      if (to.is !== 'name') return null;
      const answer = functions[to.name]?.[2] ?? null;
      return (
        answer ?? (to.name === 'take' || to.name === 'concat' ? of(given[0] as Expression) : null)
      );
    }
    case 'member':
      return memberOfAzure(expression);
    case 'index':
    case 'if':
      return null;
  }
};

const constant = (name: string): Kind | null =>
  name === 'true' || name === 'false' ? 'bool' : null;

/** Every resource and group has these as text. */
const memberOfAzure = (expression: Expression): Kind | null =>
  expression.is === 'member' && ['id', 'name', 'location', 'tenantId'].includes(expression.name)
    ? 'string'
    : null;

/** Every expression within one, itself first. */
export function* within(expression: Expression): Iterable<Expression> {
  yield expression;
  for (const each of childrenOf(expression)) yield* within(each);
}

export const childrenOf = (expression: Expression): readonly Expression[] => {
  switch (expression.is) {
    case 'text':
      return expression.parts.filter((part) => typeof part !== 'string');
    case 'array':
      return expression.each;
    case 'object':
      return expression.fields.flatMap(({ name, value }) =>
        name.is === 'text' ? [name, value] : [value],
      );
    case 'member':
      return [expression.of];
    case 'index':
      return [expression.of, expression.at];
    case 'call':
      return [expression.to, ...expression.given];
    case 'sum':
    case 'choice':
      return expression.of;
    case 'for':
      return [expression.in, expression.make];
    case 'if':
      return [expression.when, expression.make];
    case 'name':
    case 'number':
      return [];
  }
};

/** A text that is known as it stands; null where something is put into it. */
export const plainText = (expression: Expression | null | undefined): string | null => {
  if (expression?.is !== 'text') return null;
  if (expression.parts.length === 0) return '';
  const [only, ...more] = expression.parts;
  return typeof only === 'string' && more.length === 0 ? only : null;
};

export const fieldsOf = (expression: Expression | null): ReadonlyMap<string, Expression> => {
  const body = expression?.is === 'for' || expression?.is === 'if' ? expression.make : expression;
  if (body?.is === 'for' || body?.is === 'if') return fieldsOf(body);
  return new Map(
    body?.is === 'object'
      ? body.fields.map(({ name, value }) => [
          name.is === 'name' ? name.name : (plainText(name) ?? ''),
          value,
        ])
      : [],
  );
};
