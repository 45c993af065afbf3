// What a variable of a Bicep file comes to, for those that are sums of numbers: enough to hold the template's
// figures against the app's own.
import { type Expression, parseBicep } from './bicep-parser.ts';

type Value = string | number | Readonly<Record<string, string>> | null;

/** `given`: the parameters, by name. Throws where a name or a function is not known here. */
export const workedOut = (
  source: string,
  name: string,
  given: Readonly<Record<string, Value>>,
): Value => {
  const statements = parseBicep(source);
  const named = (asked: string): Value => {
    if (asked in given) return given[asked] ?? null;
    const value = statements.find((each) => each.is === 'var' && each.name === asked)?.value;
    if (!value) throw new Error(`There is no ${asked}.`);
    return of(value);
  };
  const of = (expression: Expression): Value => {
    if (expression.is === 'number') return expression.value;
    if (expression.is === 'name') return named(expression.name);
    if (expression.is === 'text' && typeof expression.parts[0] === 'string')
      return expression.parts[0];
    if (expression.is === 'member')
      return (of(expression.of) as Readonly<Record<string, string>>)[expression.name] ?? null;
    if (expression.is === 'sum') {
      const [one, other] = expression.of.map(of);
      if (expression.sign === '??') return one ?? other ?? null;
      if (expression.sign === '*') return Number(one) * Number(other);
      if (expression.sign === '/') return Math.trunc(Number(one) / Number(other));
    }
    const [only] = expression.is === 'call' ? expression.given : [];
    if (expression.is === 'call' && expression.to.is === 'name' && expression.to.name === 'int')
      return Number(only && of(only));
    throw new Error(`line ${expression.line}: what this comes to is not worked out here.`);
  };
  return named(name);
};
