// The words of a Bicep file. A text with ${...} in it becomes its parts; a new line counts as a comma does.

export type Token =
  | { readonly kind: 'name' | 'sign'; readonly text: string; readonly line: number }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly line: number;
      readonly text: string;
    }
  | {
      readonly kind: 'text';
      readonly parts: readonly Part[];
      readonly line: number;
      readonly text: string;
    }
  | { readonly kind: 'line' | 'end'; readonly text: string; readonly line: number };

/** A piece of text as it stands, or the words of what is put in its place. */
export type Part = string | { readonly source: string; readonly line: number };

export class BicepFault extends Error {}

const signs = /^(?:==|!=|=~|!~|<=|>=|&&|\|\||\?\?|\.\?|::|=>|[{}[\]()=,.:?!<>+\-*/%@|])/;

export const tokensOf = (source: string, firstLine = 1): readonly Token[] => {
  const tokens: Token[] = [];
  let rest = source;
  let line = firstLine;
  const take = (length: number): string => {
    const taken = rest.slice(0, length);
    line += taken.split('\n').length - 1;
    rest = rest.slice(length);
    return taken;
  };
  while (rest !== '') {
    const blank = /^(?:[ \t\r]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/.exec(rest);
    if (blank) {
      take(blank[0].length);
    } else if (rest.startsWith('\n')) {
      tokens.push({ kind: 'line', text: '\n', line });
      take(1);
    } else if (rest.startsWith("'")) {
      const at = line;
      const { length, parts } = rest.startsWith("'''") ? longText(rest, at) : text(rest, at);
      tokens.push({ kind: 'text', parts, line: at, text: take(length) });
    } else tokens.push(word(rest, line, take));
  }
  return [...tokens, { kind: 'end', text: '', line }];
};

const word = (rest: string, line: number, take: (length: number) => string): Token => {
  const number = /^\d+/.exec(rest)?.[0];
  if (number) return { kind: 'number', value: Number(number), line, text: take(number.length) };
  const name = /^[a-z_]\w*/i.exec(rest)?.[0];
  if (name) return { kind: 'name', text: take(name.length), line };
  const sign = signs.exec(rest)?.[0];
  if (sign) return { kind: 'sign', text: take(sign.length), line };
  throw new BicepFault(`line ${line}: ${JSON.stringify(rest[0])} means nothing here`);
};

const longText = (rest: string, line: number) => {
  const end = rest.indexOf("'''", 3);
  if (end < 0) throw new BicepFault(`line ${line}: a long text does not end`);
  return { length: end + 3, parts: [rest.slice(3, end)] };
};

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  "'": "'",
  '\\': '\\',
  $: '$',
};

const text = (rest: string, line: number) => {
  const parts: Part[] = [];
  let plain = '';
  for (let at = 1; at < rest.length; at += 1) {
    const char = rest[at] ?? '';
    if (char === "'") return { length: at + 1, parts: [...parts, plain] };
    if (char === '\n') break;
    if (char === '\\') {
      at += 1;
      const meant = escapes[rest[at] ?? ''];
      if (meant === undefined) throw new BicepFault(`line ${line}: \\${rest[at]} is no escape`);
      plain += meant;
    } else if (char === '$' && rest[at + 1] === '{') {
      const end = closing(rest, at + 1, line);
      parts.push(plain, { source: rest.slice(at + 2, end), line });
      plain = '';
      at = end;
    } else plain += char;
  }
  throw new BicepFault(`line ${line}: a text does not end`);
};

/** Where the brace at `from` is closed; texts within may hold braces of their own. */
const closing = (rest: string, from: number, line: number): number => {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < rest.length; at += 1) {
    if (rest[at] === "'" && rest[at - 1] !== '\\') quoted = !quoted;
    if (quoted) continue;
    if (rest[at] === '{') depth += 1;
    if (rest[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new BicepFault(`line ${line}: \${ is not closed`);
};
