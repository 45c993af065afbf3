// What was typed on a Report card, told apart from what the card itself carries: the names of its fields are
// known, and every text is bounded.
import { type LineTyped, lineFields, readMoneyField } from '../cards/report.ts';

/** What the card carries besides what is typed on it. */
const carried = new Set(['v', 'cycle', 'return', 'revision', 'next', 'page', 'to', 'right']);

/** Data as pressed, with what was typed in a place of its own. What is no data is left as it is. */
export function typedApart(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const entries = Object.entries(data);
  return {
    ...Object.fromEntries(entries.filter(([name]) => carried.has(name))),
    typed: Object.fromEntries(
      entries
        .filter(([name]) => !carried.has(name))
        .map(([name, text]) => [
          name,
          typeof text === 'string' && !ofSeveralLines.has(name) ? oneLine(text) : text,
        ]),
    ),
  };
}

/** A field of one line takes no line break in Teams, and a list's column of one line refuses it for good. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ');
}

const ofSeveralLines = new Set(['commentary', 'statement', 'because']);
/** Longer than any answer that would be accepted, so that a refusal can give it all back. */
const longest = { line: 200, lines: 4_000, name: 300 } as const;
/** Two for each line of a page, and all the others. */
const mostFields = 60;

/** Every name is a field's, and every text no longer than one would type there. */
export function isLineTyped(typed: unknown): typed is LineTyped {
  if (typeof typed !== 'object' || typed === null) return false;
  const entries: readonly [string, unknown][] = Object.entries(typed);
  return (
    entries.length <= mostFields &&
    entries.every(
      ([name, text]) =>
        name.length <= longest.name &&
        isField(name) &&
        typeof text === 'string' &&
        text.length <= (ofSeveralLines.has(name) ? longest.lines : longest.line),
    )
  );
}

const isField = (name: string): boolean =>
  (lineFields as readonly string[]).includes(name) || readMoneyField(name) !== null;
