// Keeps what a person has typed for a return and not yet saved, as it was typed; the last press stands.
// Only who may answer is checked: what is typed is read when it is saved (read-answer.ts).
import { type Draft, drafts } from '../registers/drafts.ts';
import type { Change, Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { aboutOf } from '../rules/about.ts';
import { accept } from './accept.ts';
import { asExempt } from './as-exempt.ts';
import { change } from './change.ts';
import type { Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';
import { StoreFault } from './store-fault.ts';
import { isNotTheirs } from './take-answer.ts';

/** Every field of a question as it was typed; '' where it was left alone. */
export type Typed = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly finality: 'provisional' | 'final';
  readonly commentary: string;
  readonly forecast: string;
  readonly source?: string;
  readonly limits: string;
  readonly until: string;
  readonly because: string;
  readonly action: string;
  readonly actionOwner: string;
  readonly actionBy: string;
  readonly noAction: string;
  readonly promise: string;
};

/** What was typed of a line that is no measure: each field by its name. One left alone is not there. */
export type LineTyped = Readonly<Record<string, string>>;

export type Keeping = { readonly by: string; readonly return: string } & (
  | { readonly typed: Typed }
  | { readonly line: LineTyped }
);

/** Every press is one entry. How often one may find its place in the order taken. */
const mostTries = 20;

/**
 * Durable when it resolves. In the order pressed the last stands; kept twice as it is, it is kept once.
 * Where nothing was typed, and nothing was kept before, there is nothing to keep. Refused to anyone who may not answer, and where the Outbox can keep nothing.
 */
export const keepDraft = async (
  ports: Pick<Ports, 'outbox' | 'replica' | 'clock'>,
  keeping: Keeping,
): Promise<{ readonly outcome: 'kept' | 'nothing typed' } | Refused> => {
  const { by, return: of } = keeping;
  const registers = ports.replica.registers();
  const row = registers.returns.get(of);
  if (row === undefined) return refused({ reason: 'unknown return' });
  const barred = isNotTheirs(registers, row, { by, today: ports.clock.now().toPlainDate() });
  if (barred !== null) return barred;
  const exempt = asExempt([row, aboutOf(registers, row)?.row]);
  const drafting = {
    person: registers.people.get(by)?.key ?? by,
    row,
    held: 'line' in keeping ? heldOfLine(keeping.line) : heldOfFigure(bounded(keeping.typed)),
    exempt,
  };
  const before = registers.drafts.get(draftKey(drafting.person, row.key));
  if (isBlank(drafting.held) && (before?.keptAt ?? null) === null)
    return { outcome: 'nothing typed' };
  try {
    for (let lost = 0; lost < mostTries; lost += 1)
      if (await keptNow(ports, drafting, lost)) return { outcome: 'kept' };
  } catch (fault) {
    if (!(fault instanceof StoreFault)) throw fault;
  }
  return refused({ reason: 'not kept' });
};

type Drafting = {
  readonly person: string;
  readonly row: Return;
  readonly held: Held;
  readonly exempt: ReturnType<typeof asExempt>;
};

/**
 * False where its place in the order is taken. Each try goes twice as far: a draft deleted from its list
 * begins again at nothing, and its presses are still known.
 */
const keptNow = async (
  ports: Pick<Ports, 'outbox' | 'replica' | 'clock'>,
  { person, row, held, exempt }: Drafting,
  lost: number,
): Promise<boolean> => {
  const key = draftKey(person, row.key);
  const before = ports.replica.registers().drafts.get(key);
  if (before && before.keptAt !== null && isHeld(before, held)) return true;
  const revision = (before?.revision ?? 0) + 2 ** lost;
  const at = ports.clock.now().toInstant();
  const of = { title: row.title, plan: row.plan, person, return: row.key, ...exempt };
  const [acceptance] = await accept(ports, [
    {
      key: `draft|${key}|${revision}`,
      by: person,
      at,
      changes: [change('drafts', key, { ...of, ...held, keptAt: at, revision })],
      message: null,
    },
  ]);
  return acceptance?.outcome === 'accepted';
};

const draftKey = (person: string, key: string): string => `${person}|${key}`;

/** What a draft's columns hold; a field left alone is blank in the list. */
type Held = Pick<Draft, (typeof typedNames)[number] | 'line'>;

const heldOfFigure = (typed: Typed): Held => ({
  ...blankFields,
  ...(Object.fromEntries(typedNames.map((name) => [name, typed[name] || null])) as Partial<Held>),
  finality: typed.finality,
});

const heldOfLine = (line: LineTyped): Held => ({ ...blankFields, line: lineText(line) });

const isHeld = (draft: Draft, held: Held): boolean =>
  ([...typedNames, 'line'] as const).every((name) => draft[name] === held[name]);

/** As a card comes: who would do it and that the figure is final are filled in there. */
const isBlank = (held: Held): boolean =>
  held.finality !== 'provisional' &&
  ([...typedNames, 'line'] as const).every(
    (name) => name === 'finality' || name === 'actionOwner' || held[name] === null,
  );

/** In one order, so that kept twice as it is it is the same. Null where nothing was typed. */
const lineText = (line: LineTyped): string | null => {
  let left = longestInAll;
  const typed = Object.entries(line)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => [name, cut(text, longestOfLine)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .filter(([name, text]) => {
      left -= JSON.stringify([name, text]).length;
      return left >= 0;
    });
  return typed.length === 0 ? null : JSON.stringify(Object.fromEntries(typed));
};

/** What was typed of a line; nothing where the text is not as it was kept. */
export const lineTyped = ({ line }: Pick<Draft, 'line'>): LineTyped => {
  if (line === null) return {};
  try {
    const read: unknown = JSON.parse(line);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return {};
    const texts = Object.entries(read).filter((each): each is [string, string] => {
      const [, text]: [string, unknown] = each;
      return typeof text === 'string';
    });
    return Object.fromEntries(texts);
  } catch {
    return {};
  }
};

const typedNames = [
  'value',
  'numerator',
  'denominator',
  'finality',
  'commentary',
  'forecast',
  'source',
  'limits',
  'until',
  'because',
  'action',
  'actionOwner',
  'actionBy',
  'noAction',
  'promise',
] as const satisfies readonly (keyof Typed)[];

/** A line of text holds 255 characters; nobody types more than 4,000 into a field of several lines. */
const blankFields = {
  ...Object.fromEntries(typedNames.map((name) => [name, null])),
  line: null,
} as Held;

const longestOfLine = 4_000;
/** A cell of several lines holds 63,999 characters. */
const longestInAll = 60_000;

const longestOf = (name: keyof Typed): number =>
  drafts.columns[name].kind === 'longText' ? 4_000 : 255;

/** Cut to what the list takes, and never through the middle of a character. */
const bounded = (typed: Typed): Typed =>
  Object.fromEntries(
    typedNames.map((name) => {
      const most = longestOf(name);
      const text = typed[name] ?? '';
      return [name, cut(text, most)];
    }),
  ) as Typed;

const cut = (text: string, most: number): string =>
  text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '') : text;

/**
 * What a person left unsaved on a return, as they typed it; null where there is none, or the return has
 * been answered since, by whomever.
 */
export const draftOf = (
  registers: Pick<Registers, 'drafts' | 'returns'>,
  person: string,
  key: string,
): Draft | null => {
  const draft = registers.drafts.get(draftKey(person, key));
  if (draft === undefined || draft.keptAt === null) return null;
  const answeredAt = registers.returns.get(key)?.returnedAt ?? null;
  return answeredAt !== null && Temporal.Instant.compare(answeredAt, draft.keptAt) > 0
    ? null
    : draft;
};

/** Blanks every draft of a return, whoever began it: for the entry that answers it. */
export const draftsAnswered = (
  registers: Pick<Registers, 'drafts'>,
  key: string,
): readonly Change[] =>
  registers.drafts
    .where('return', key)
    .filter(({ keptAt }) => keptAt !== null)
    .map((draft) => change('drafts', draft.key, answered));

const answered = { ...blankFields, keptAt: null };
