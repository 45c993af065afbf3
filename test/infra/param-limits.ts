// A parameter's own limits (@allowed, @minLength, @maxLength, @minValue, @maxValue) against a value that is
// known as it stands.
import type { Expression, Statement } from './bicep-parser.ts';
import { plainText } from './bicep-types.ts';

export const limitFaults = (param: Statement, value: Expression): readonly string[] =>
  param.decorators.flatMap(({ name, given }) => {
    const [limit] = given;
    if (limit === undefined) return [];
    const why = whyNot(name, limit, value);
    return why === null ? [] : [`line ${value.line}: ${param.name} ${why}`];
  });

const whyNot = (name: string, limit: Expression, value: Expression): string | null => {
  const text = plainText(value);
  const number = value.is === 'number' ? value.value : null;
  const bound = limit.is === 'number' ? limit.value : 0;
  switch (name) {
    case 'allowed':
      return text !== null &&
        limit.is === 'array' &&
        !limit.each.some((each) => plainText(each) === text)
        ? `may not be ${text}`
        : null;
    case 'minLength':
      return text !== null && text.length < bound ? `is shorter than ${bound}` : null;
    case 'maxLength':
      return text !== null && text.length > bound ? `is longer than ${bound}` : null;
    case 'minValue':
      return number !== null && number < bound ? `is less than ${bound}` : null;
    case 'maxValue':
      return number !== null && number > bound ? `is more than ${bound}` : null;
    default:
      return null;
  }
};
