// What each row hangs on: the row it tells of, whose title, figures or words it says again. Who may read what
// is exempt (access.ts), and what leaves in a file (export/held-back.ts), both look through it. A row that
// names another and says nothing of it, as a risk names what it threatens, hangs on nothing.
import { type Line, readLine } from '../registers/line-name.ts';
import type { RegisterName, Registers, Row } from '../registers/registers.ts';

export type OfRegister = { readonly register: RegisterName; readonly row: Row<RegisterName> };

/** The row and all that it hangs on, a step at a time, each once. What is not there is left out. */
export const rowsBehind = (registers: Registers, of: OfRegister): readonly Row<RegisterName>[] => {
  const found = new Set([of.row]);
  const waiting = [of];
  for (const each of waiting) {
    for (const line of hangsOn(each)) {
      const next = rowAt(registers, line);
      if (!next || found.has(next.row)) continue;
      found.add(next.row);
      waiting.push(next);
    }
  }
  return [...found];
};

/** Null where no line is named, or it is not there. */
export const rowAt = (registers: Registers, line: Line | null): OfRegister | null => {
  const row = line && registers[line.register].get(line.key);
  return line && row ? { register: line.register, row } : null;
};

type Lines = readonly (Line | null)[];

/** The lines it tells of, a step away; a null is one that it does not name. */
export const hangsOn = ({ register, row }: OfRegister): Lines =>
  (told[register] as ((row: Row<RegisterName>) => Lines) | undefined)?.(row) ?? [];

const at =
  (register: RegisterName) =>
  (key: string | null): Line | null =>
    key === null ? null : { register, key };
const measure = at('measures');
const answer = at('returns');
const escalation = at('escalations');
const named = (text: string | null): Line | null => (text === null ? null : readLine(text));

const ofMeasure = (row: { readonly measure: string | null }): Lines => [measure(row.measure)];
const ofReturn = (row: { readonly return: string | null }): Lines => [answer(row.return)];
const ofLine = (row: { readonly line: string | null }): Lines => [named(row.line)];

const told: { readonly [N in RegisterName]?: (row: Row<N>) => Lines } = {
  targets: ofMeasure,
  benchmarks: ofMeasure,
  ratingRules: ofMeasure,
  rebasings: ofMeasure,
  reportLines: ofMeasure,
  returns: (row) => [...ofMeasure(row), named(row.about)],
  drafts: ofReturn,
  verifications: ofReturn,
  escalations: (row) => [...ofReturn(row), ...ofLine(row)],
  escalationHistory: (row) => [escalation(row.escalation)],
  restatements: ofLine,
  paperWords: ofLine,
  journal: ({ row }) => [named(row)],
  // An activity in its own right hangs on nothing; a milestone is of one, and a promise of what it serves.
  actions: ({ kind, parent, serves }) => {
    if (kind === 'milestone') return [at('actions')(parent)];
    return kind === 'corrective action' || kind === 'recovery plan' ? serves.map(named) : [];
  },
  // A message about a return that was sent back names it with the revision that was.
  notifications: ({ about }) => [
    escalation(about),
    answer(about),
    answer(about?.replace(/\|[^|]*$/, '') ?? null),
  ],
};
