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
  readonly limits: string;
  readonly until: string;
  readonly because: string;
  readonly action: string;
  readonly actionOwner: string;
  readonly actionBy: string;
  readonly noAction: string;
  readonly promise: string;
};

export type Keeping = {
  readonly by: string;
  readonly return: string;
  readonly typed: Typed;
};

/** Every press is one entry. How often one may find its place in the order taken. */
const mostTries = 20;

/**
 * Durable when it resolves. In the order pressed the last stands; kept twice as it is, it is kept once.
 * Refused to anyone who may not answer, and where the Outbox can keep nothing.
 */
export const keepDraft = async (
  ports: Pick<Ports, 'outbox' | 'replica' | 'clock'>,
  { by, return: of, typed }: Keeping,
): Promise<{ readonly outcome: 'kept' } | Refused> => {
  const registers = ports.replica.registers();
  const row = registers.returns.get(of);
  if (row === undefined) return refused({ reason: 'unknown return' });
  const barred = isNotTheirs(registers, row, { by, today: ports.clock.now().toPlainDate() });
  if (barred !== null) return barred;
  const exempt = asExempt([row, aboutOf(registers, row)?.row]);
  const drafting = {
    person: registers.people.get(by)?.key ?? by,
    row,
    typed: bounded(typed),
    exempt,
  };
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
  readonly typed: Typed;
  readonly exempt: ReturnType<typeof asExempt>;
};

/**
 * False where its place in the order is taken. Each try goes twice as far: a draft deleted from its list
 * begins again at nothing, and its presses are still known.
 */
const keptNow = async (
  ports: Pick<Ports, 'outbox' | 'replica' | 'clock'>,
  { person, row, typed, exempt }: Drafting,
  lost: number,
): Promise<boolean> => {
  const key = draftKey(person, row.key);
  const before = ports.replica.registers().drafts.get(key);
  if (before && before.keptAt !== null && isAsTyped(before, typed)) return true;
  const revision = (before?.revision ?? 0) + 2 ** lost;
  const at = ports.clock.now().toInstant();
  const of = { title: row.title, plan: row.plan, person, return: row.key, ...exempt };
  const [acceptance] = await accept(ports, [
    {
      key: `draft|${key}|${revision}`,
      by: person,
      at,
      changes: [change('drafts', key, { ...of, ...orBlank(typed), keptAt: at, revision })],
      message: null,
    },
  ]);
  return acceptance?.outcome === 'accepted';
};

const draftKey = (person: string, key: string): string => `${person}|${key}`;

/** A field left alone is blank in the list. */
const orBlank = (typed: Typed) => ({
  ...Object.fromEntries(typedNames.map((name) => [name, typed[name] || null])),
  finality: typed.finality,
});

const isAsTyped = (draft: Draft, typed: Typed): boolean =>
  typedNames.every((name) => (draft[name] ?? '') === typed[name]);

const typedNames = [
  'value',
  'numerator',
  'denominator',
  'finality',
  'commentary',
  'forecast',
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
const longestOf = (name: keyof Typed): number =>
  drafts.columns[name].kind === 'longText' ? 4_000 : 255;

/** Cut to what the list takes, and never through the middle of a character. */
const bounded = (typed: Typed): Typed =>
  Object.fromEntries(
    typedNames.map((name) => {
      const most = longestOf(name);
      const text = typed[name];
      return [
        name,
        text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '') : text,
      ];
    }),
  ) as Typed;

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

const answered = {
  ...Object.fromEntries(typedNames.map((name) => [name, null])),
  keptAt: null,
};
