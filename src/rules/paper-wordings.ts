// Commentary as it was changed through clearance: which words stand in a paper, and what was changed since.
// Changes are counted, not timed: two may be made at one moment.
import { foldLine, readLine } from '../registers/line-name.ts';
import type { PaperWording } from '../registers/paper-words.ts';
import type { Registers } from '../registers/registers.ts';

type Reading = Pick<Registers, 'paperWords'>;

/** Until when changes count: up to one of them, or before a moment; null is no end. */
export type Until = {
  readonly upTo: number | null;
  readonly before: Temporal.Instant | null;
};

export const noEnd: Until = { upTo: null, before: null };

type Asked = Until & { readonly cycle: string };

/** By line as it is written: the newest of each. */
export const wordingsAt = (registers: Reading, asked: Asked): ReadonlyMap<string, PaperWording> => {
  const newest = new Map<string, PaperWording>();
  for (const row of changesUntil(registers, asked)) {
    const held = newest.get(folded(row.line));
    if (held === undefined || held.change < row.change) newest.set(folded(row.line), row);
  }
  return new Map([...newest.values()].map((row) => [row.line, row]));
};

const changesUntil = (
  { paperWords }: Reading,
  { cycle, upTo, before }: Asked,
): readonly PaperWording[] =>
  paperWords
    .where('cycle', cycle)
    .filter(
      ({ change, at }) =>
        (upTo === null || change <= upTo) &&
        (before === null || Temporal.Instant.compare(at, before) < 0),
    );

/** The number of the last change that counts; 0 where there is none. */
export const lastChange = (registers: Reading, asked: Asked): number =>
  changesUntil(registers, asked).reduce((last, { change }) => Math.max(last, change), 0);

/** Two spellings of a line are one. */
const folded = (text: string): string => {
  const line = readLine(text);
  return line === null ? text : foldLine(line);
};

/** The newest of one line, whenever it was; null where its owner's words stand. */
export const wordingOf = (registers: Reading, cycle: string, line: string): PaperWording | null =>
  [...wordingsAt(registers, { cycle, ...noEnd }).values()].find(
    (row) => folded(row.line) === folded(line),
  ) ?? null;

/** Lines whose words were changed after a change, of those that count. */
export const rewordedSince = (
  registers: Reading,
  asked: Asked & { readonly since: number },
): readonly PaperWording[] =>
  [...wordingsAt(registers, asked).values()].filter(({ change }) => change > asked.since);
