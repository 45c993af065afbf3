// Words as they were changed through clearance: which of them stand in a paper, and what was changed since.
// Changes are counted, not timed: two may be made at one moment.
import { foldLine, readLine } from '../registers/line-name.ts';
import type { PaperWording } from '../registers/paper-words.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';

/**
 * What a change is of: 'Measures: plan|1', its commentary, or 'Measures: plan|1 (why there is no figure)', a part
 * of what is said of it.
 */
export const wordingName = ({
  line,
  part,
}: {
  readonly line: string;
  readonly part: string | null;
}): string => (part === null ? line : `${line} (${part})`);

type Reading = Pick<Registers, 'paperWords'>;

/** Until when changes count: up to one of them, or before a moment; null is no end. */
export type Until = {
  readonly upTo: number | null;
  readonly before: Temporal.Instant | null;
};

export const noEnd: Until = { upTo: null, before: null };

type Asked = Until & { readonly cycle: string };
/** `paper`: changes of what it is told of alone; left out is the whole quarter. */
type InPaper = Asked & { readonly paper?: string };

/** By what it is of, as that is written: the newest of each. */
export const wordingsAt = (registers: Reading, asked: Asked): ReadonlyMap<string, PaperWording> => {
  const newest = new Map<string, PaperWording>();
  for (const row of changesUntil(registers, asked)) {
    const name = folded(wordingName(row));
    const held = newest.get(name);
    if (held === undefined || held.change < row.change) newest.set(name, row);
  }
  return new Map([...newest.values()].map((row) => [wordingName(row), row]));
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
export const lastChange = (registers: Reading, { paper, ...asked }: InPaper): number =>
  changesUntil(registers, asked)
    .filter((row) => isTold(row, paper))
    .reduce((last, { change }) => Math.max(last, change), 0);

/** Where nobody put down which papers are told of it, each may be. */
const isTold = ({ papers }: PaperWording, paper: string | undefined): boolean =>
  paper === undefined || papers.length === 0 || papers.some((each) => sameKey(each, paper));

/** Two spellings of a line are one. */
const folded = (text: string): string => {
  const line = readLine(text);
  return line === null ? text : foldLine(line);
};

/** The newest of each, whenever it was, asked for by what it is of; null where its owner's words stand. */
export const newestWordings = (
  registers: Reading,
  cycle: string,
): ((name: string) => PaperWording | null) => {
  const all = wordingsAt(registers, { cycle, ...noEnd });
  const newest = new Map([...all].map(([name, row]) => [folded(name), row]));
  return (name) => newest.get(folded(name)) ?? null;
};

export const wordingOf = (registers: Reading, cycle: string, name: string): PaperWording | null =>
  newestWordings(registers, cycle)(name);

/** Those whose words were changed after a change, of those that count. */
export const rewordedSince = (
  registers: Reading,
  { paper, since, ...asked }: InPaper & { readonly since: number },
): readonly PaperWording[] =>
  [...wordingsAt(registers, asked).values()].filter(
    (row) => row.change > since && isTold(row, paper),
  );
