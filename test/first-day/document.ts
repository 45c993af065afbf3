// docs/first-day.md as a list of things to do, in its own order, so that the document and the test of it
// cannot part. How each is done is hands.ts's.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One thing to do on a page. */
export type Act =
  | { readonly does: 'open'; readonly address: string }
  | { readonly does: 'write'; readonly value: string; readonly label: string }
  | { readonly does: 'choose'; readonly value: string; readonly label: string }
  | { readonly does: 'tick'; readonly label: string }
  | { readonly does: 'press'; readonly label: string }
  /** Copy what the page shows beside a name, into a setting or, under its own name, into a row. */
  | { readonly does: 'copy'; readonly label: string; readonly to: string }
  | { readonly does: 'see'; readonly words: string };

export type Step = { readonly heading: string } & (
  | { readonly kind: 'command'; readonly line: string }
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'request'; readonly text: string }
  | {
      readonly kind: 'sheet';
      readonly list: string;
      readonly rows: readonly Readonly<Record<string, string>>[];
    }
  | { readonly kind: 'page'; readonly act: Act }
);

const file = path.join(import.meta.dirname, '..', '..', 'docs', 'first-day.md');

export const readDocument = (text = readFileSync(file, 'utf8')): readonly Step[] => {
  let heading = '';
  let before = '';
  return blocksOf(text).flatMap((block): readonly Step[] => {
    if (block.startsWith('#')) heading = block.replace(/^#+ /, '');
    const steps = stepsIn(block, before).map((step) => ({ ...step, heading }));
    before = block;
    return steps;
  });
};

type Bare = Step extends infer S ? (S extends Step ? Omit<S, 'heading'> : never) : never;

const stepsIn = (block: string, before: string): readonly Step[] => {
  const steps = bareSteps(block, before);
  return steps.map((step) => ({ ...step, heading: '' }) as Step);
};

const bareSteps = (block: string, before: string): readonly Bare[] => {
  const [, language, inside = ''] = /^```(\w+)\n(.*)\n```$/s.exec(block) ?? [];
  if (language === 'sh')
    return inside.split('\n').map((line) => ({ kind: 'command', line: line.trim() }));
  if (language === 'ini') return [{ kind: 'file', name: nameOf(inside), text: inside }];
  if (language === 'http') return [{ kind: 'request', text: inside }];
  if (language !== undefined) throw new Error(`Nobody knows what to do with ${language}: ${block}`);
  if (block.startsWith('|')) return [{ kind: 'sheet', list: listOf(before), rows: rowsOf(block) }];
  return block.startsWith('**Here.**')
    ? actsIn(block.slice('**Here.**'.length)).map((act) => ({ kind: 'page', act }))
    : [];
};

/** Paragraphs, headings, tables, and fences whole. */
const blocksOf = (text: string): readonly string[] =>
  (text.match(/^```[^]*?^```$|(?:^(?!```).*\S.*\n?)+/gm) ?? []).map((block) => block.trim());

const nameOf = (text: string): string => /^# (\S+)\n/.exec(text)?.[1] ?? '';
const listOf = (words: string): string => /^([^:,(]+)/.exec(words)?.[1]?.trim() ?? '';

const rowsOf = (block: string): readonly Readonly<Record<string, string>>[] => {
  const lines = block.split('\n').map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim()),
  );
  const [headings = [], , ...rows] = lines;
  return rows.map((cells) =>
    Object.fromEntries(headings.map((words, at) => [words, cells[at] ?? ''])),
  );
};

const said =
  /open (?<open>http\S+?)[,.:]?(?=\s|$)|write `(?<write>[^`]+)` in \*\*(?<writeIn>[^*]+)\*\*|choose `(?<choose>[^`]+)` in \*\*(?<chooseIn>[^*]+)\*\*|tick \*\*(?<tick>[^*]+)\*\*|press \*\*(?<press>[^*]+)\*\*|says \*\*(?<see>[^*]+)\*\*|\*\*(?<copy>[^*]+)\*\*(?: in `(?<to>\w+)`)?/gi;

/** Every name in bold is something done with: one that is not is copied, for want of another verb. */
const actsIn = (paragraph: string): readonly Act[] =>
  [...paragraph.matchAll(said)].map(({ groups = {} }): Act => {
    const { open, write, writeIn, choose, chooseIn, tick, press, see, copy, to } = groups;
    if (open !== undefined) return { does: 'open', address: open };
    if (write !== undefined) return { does: 'write', value: write, label: writeIn ?? '' };
    if (choose !== undefined) return { does: 'choose', value: choose, label: chooseIn ?? '' };
    if (tick !== undefined) return { does: 'tick', label: tick };
    if (press !== undefined) return { does: 'press', label: press };
    if (see !== undefined) return { does: 'see', words: see };
    return { does: 'copy', label: copy ?? '', to: to ?? copy ?? '' };
  });
