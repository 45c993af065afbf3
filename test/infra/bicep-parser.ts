// Bicep read into a tree: the part of the language that infra/ is written in. Anything else is a fault, so
// that what is not understood is never taken for right.
import { BicepFault, type Token, tokensOf } from './bicep-tokens.ts';

export type Expression =
  | { readonly is: 'text'; readonly parts: readonly (string | Expression)[]; readonly line: number }
  | { readonly is: 'number'; readonly value: number; readonly line: number }
  | { readonly is: 'name'; readonly name: string; readonly line: number }
  | { readonly is: 'array'; readonly each: readonly Expression[]; readonly line: number }
  | { readonly is: 'object'; readonly fields: readonly Field[]; readonly line: number }
  | { readonly is: 'member'; readonly of: Expression; readonly name: string; readonly line: number }
  | {
      readonly is: 'index';
      readonly of: Expression;
      readonly at: Expression;
      readonly line: number;
    }
  | {
      readonly is: 'call';
      readonly to: Expression;
      readonly given: readonly Expression[];
      readonly line: number;
    }
  | {
      readonly is: 'sum';
      readonly sign: string;
      readonly of: readonly Expression[];
      readonly line: number;
    }
  | {
      readonly is: 'choice';
      readonly of: readonly [Expression, Expression, Expression];
      readonly line: number;
    }
  | {
      readonly is: 'for';
      readonly each: string;
      readonly in: Expression;
      readonly make: Expression;
      readonly line: number;
    }
  | {
      readonly is: 'if';
      readonly when: Expression;
      readonly make: Expression;
      readonly line: number;
    };

export type Field = {
  readonly name: Expression & { readonly is: 'text' | 'name' };
  readonly value: Expression;
};

export type Decorator = { readonly name: string; readonly given: readonly Expression[] };

export type Statement = {
  readonly is: 'param' | 'var' | 'resource' | 'module' | 'output' | 'targetScope' | 'using';
  readonly name: string;
  /** Of a parameter or an output its type; of a resource type@version; of a module its path. */
  readonly of: string | null;
  readonly existing: boolean;
  readonly value: Expression | null;
  readonly decorators: readonly Decorator[];
  readonly line: number;
};

export const parseBicep = (source: string): readonly Statement[] => {
  const reader = openReader(tokensOf(source));
  const statements: Statement[] = [];
  for (reader.skipLines(); !reader.atEnd(); reader.skipLines()) {
    statements.push(statement(reader));
    reader.endOfLine();
  }
  return statements;
};

type Reader = ReturnType<typeof openReader>;

const openReader = (tokens: readonly Token[]) => {
  let at = 0;
  const peek = (): Token => tokens[at] ?? (tokens.at(-1) as Token);
  const fault = (wanted: string): never => {
    const { line, text } = peek();
    throw new BicepFault(
      `line ${line}: ${wanted} was expected and ${JSON.stringify(text)} is there`,
    );
  };
  const is = (text: string) => peek().text === text && peek().kind !== 'text';
  const skipLines = () => {
    while (peek().kind === 'line') at += 1;
  };
  return {
    peek,
    fault,
    is,
    skipLines,
    atEnd: () => peek().kind === 'end',
    next: (): Token => tokens[at++] ?? (tokens.at(-1) as Token),
    /** Takes it where it is next. */
    took: (text: string): boolean => {
      if (!is(text)) return false;
      at += 1;
      return true;
    },
    must: (text: string): void => {
      if (!is(text)) fault(JSON.stringify(text));
      at += 1;
    },
    name: (): string => {
      if (peek().kind !== 'name') fault('a name');
      return (tokens[at++] as Token).text;
    },
    endOfLine: () => {
      if (!['line', 'end'].includes(peek().kind)) fault('the end of the line');
    },
    /** What comes next on a later line, where that goes on with `text`. */
    continuesWith: (texts: readonly string[]): boolean => {
      let ahead = at;
      while (tokens[ahead]?.kind === 'line') ahead += 1;
      if (!texts.includes(tokens[ahead]?.text ?? '')) return false;
      at = ahead;
      return true;
    },
  };
};

const plainText = (reader: Reader): string => {
  const token = reader.next();
  if (token.kind !== 'text' || token.parts.length !== 1)
    throw new BicepFault(`line ${token.line}: a plain text was expected`);
  return token.parts[0] as string;
};

const statement = (reader: Reader): Statement => {
  const decorators: Decorator[] = [];
  while (reader.took('@')) {
    const name = reader.name();
    decorators.push({ name, given: callGiven(reader) });
    reader.skipLines();
  }
  const { line } = reader.peek();
  const word = reader.name();
  const bare = { of: null, existing: false, value: null, decorators, line };
  if (word === 'using') return { ...bare, is: 'using', name: plainText(reader) };
  if (word === 'targetScope') {
    reader.must('=');
    return { ...bare, is: 'targetScope', name: plainText(reader) };
  }
  const name = reader.name();
  if (word === 'param') return { ...bare, is: 'param', name, ...declared(reader) };
  if (word === 'output') return { ...bare, is: 'output', name, ...declared(reader) };
  if (word !== 'var' && word !== 'resource' && word !== 'module')
    throw new BicepFault(`line ${line}: "${word}" begins nothing that is known`);
  const of = word === 'var' ? null : plainText(reader);
  const existing = word === 'resource' && reader.took('existing');
  reader.must('=');
  return { ...bare, is: word, name, of, existing, value: whole(reader) };
};

/** A type, a value, or both. */
const declared = (reader: Reader): Pick<Statement, 'of' | 'value'> => {
  const of = reader.peek().kind === 'name' ? reader.name() : null;
  const value = reader.took('=') ? whole(reader) : null;
  if (of === null && value === null) reader.fault('a type or a value');
  return { of, value };
};

const whole = (reader: Reader): Expression => {
  const { line } = reader.peek();
  if (!reader.took('if')) return expression(reader);
  reader.must('(');
  const when = expression(reader);
  reader.must(')');
  return { is: 'if', when, make: expression(reader), line };
};

const levels: readonly (readonly string[])[] = [
  ['??'],
  ['||'],
  ['&&'],
  ['==', '!=', '=~', '!~'],
  ['<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

export const expression = (reader: Reader): Expression => {
  const { line } = reader.peek();
  const when = binary(reader, 0);
  if (!reader.continuesWith(['?'])) return when;
  reader.must('?');
  reader.skipLines();
  const one = expression(reader);
  reader.skipLines();
  reader.must(':');
  reader.skipLines();
  return { is: 'choice', of: [when, one, expression(reader)], line };
};

const binary = (reader: Reader, level: number): Expression => {
  const signs = levels[level];
  if (signs === undefined) return unary(reader);
  let left = binary(reader, level + 1);
  while (reader.peek().kind === 'sign' && signs.includes(reader.peek().text)) {
    const { text: sign, line } = reader.next();
    left = { is: 'sum', sign, of: [left, binary(reader, level + 1)], line };
  }
  return left;
};

const unary = (reader: Reader): Expression => {
  const { line, text: sign } = reader.peek();
  if (!reader.is('!') && !reader.is('-')) return followed(reader, primary(reader));
  reader.next();
  return { is: 'sum', sign, of: [unary(reader)], line };
};

const followed = (reader: Reader, first: Expression): Expression => {
  let of = first;
  for (;;) {
    const { line } = reader.peek();
    if (reader.took('.') || reader.took('.?')) of = { is: 'member', of, name: reader.name(), line };
    else if (reader.took('[')) {
      of = { is: 'index', of, at: expression(reader), line };
      reader.must(']');
    } else if (reader.is('(')) of = { is: 'call', to: of, given: callGiven(reader), line };
    else return of;
  }
};

const callGiven = (reader: Reader): readonly Expression[] => {
  reader.must('(');
  return listUntil(reader, ')');
};

const listUntil = (reader: Reader, end: string): readonly Expression[] => {
  const each: Expression[] = [];
  for (reader.skipLines(); !reader.took(end); reader.skipLines()) {
    each.push(expression(reader));
    if (!reader.took(',') && !reader.is(end) && reader.peek().kind !== 'line')
      reader.fault(`"," or "${end}"`);
  }
  return each;
};

const primary = (reader: Reader): Expression => {
  const token = reader.peek();
  const { line } = token;
  if (token.kind === 'text') {
    reader.next();
    const parts = token.parts.map((part) =>
      typeof part === 'string' ? part : expression(openReader(tokensOf(part.source, part.line))),
    );
    return { is: 'text', parts: parts.filter((part) => part !== ''), line };
  }
  if (token.kind === 'number') {
    reader.next();
    return { is: 'number', value: token.value, line };
  }
  if (reader.took('(')) {
    const within = expression(reader);
    reader.must(')');
    return within;
  }
  if (reader.took('[')) return arrayOrFor(reader, line);
  if (reader.took('{')) return object(reader, line);
  return { is: 'name', name: reader.name(), line };
};

const arrayOrFor = (reader: Reader, line: number): Expression => {
  reader.skipLines();
  if (!reader.took('for')) return { is: 'array', each: listUntil(reader, ']'), line };
  const each = reader.name();
  reader.must('in');
  const list = expression(reader);
  reader.must(':');
  const make = whole(reader);
  reader.skipLines();
  reader.must(']');
  return { is: 'for', each, in: list, make, line };
};

const object = (reader: Reader, line: number): Expression => {
  const fields: Field[] = [];
  for (reader.skipLines(); !reader.took('}'); reader.skipLines()) {
    const name = primary(reader);
    if (name.is !== 'name' && name.is !== 'text') return reader.fault('the name of a field');
    reader.must(':');
    reader.skipLines();
    fields.push({ name, value: expression(reader) });
    if (!reader.took(',') && !reader.is('}')) reader.endOfLine();
  }
  return { is: 'object', fields, line };
};
