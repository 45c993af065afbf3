// Which returns wait for somebody's approval, who is asked for it, and which of them are plain enough to be
// approved together. When anyone is told is decided in whose-word.ts.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import type { Standing } from '../registers/words.ts';
import { measureOf, teamOf } from './about.ts';
import { mayRead } from './access.ts';
import { coverOf, isAway } from './away.ts';
import { isAnswered, owedBy } from './owed.ts';
import { parsePeriod } from './period.ts';
import { ratedAt } from './rated-at.ts';
import { directorsOf, managersOf } from './roles.ts';
import { asksForTarget } from './targets-due.ts';

/** Of a measure whose answers count once a manager has approved them; a year's target has its own way. */
export const needsApproval = (
  registers: Pick<Registers, 'measures'>,
  asked: Pick<Return, 'measure' | 'kind'>,
): boolean => measureOf(registers, asked)?.signOff === true && !asksForTarget(asked);

/** Answered, and nobody has said yet whether it may stand. */
export const isAwaiting = (asked: Return): boolean =>
  asked.approval === 'awaiting' && isAnswered(asked);

/** Sent back, and not answered since. */
export const isSentBack = (asked: Return): boolean =>
  asked.approval === 'sent back' && asked.state === 'Due';

/** Everything of a cycle that waits for approval. */
export const awaitingIn = (registers: Registers, cycle: string): readonly Return[] =>
  registers.returns.where('cycle', cycle).filter(isAwaiting);

/**
 * Who is asked to approve: the team's manager, or whoever covers for one who is away; never the person
 * who answered, nor anybody in their place. Where that leaves nobody who is here, the directors of the team's directorate. Empty:
 * nobody may, and at the close it is not in time.
 */
export const approversOf = (
  registers: Registers,
  asked: Return,
  today: Temporal.PlainDate,
): readonly Person[] => {
  const team = teamOf(registers, asked);
  if (team === null) return [];
  const managers = others(registers, asked, managersOf(registers, team, today));
  const here = others(registers, asked, hereOf(registers, managers, today));
  if (here.length > 0) return here;
  const directors = others(registers, asked, directorsOf(registers, team, today));
  const above = others(registers, asked, hereOf(registers, directors, today));
  // Everybody is away: it waits for the first of them to be back.
  return above.length > 0 ? above : managers;
};

const hereOf = (
  registers: Registers,
  people: readonly Person[],
  today: Temporal.PlainDate,
): readonly Person[] =>
  people.flatMap((each) =>
    isAway(each, today) ? (coverOf(registers, each, today)?.person ?? []) : [each],
  );

/** Without who answered, and without whoever may not read what is to be approved. */
const others = (
  registers: Registers,
  asked: Return,
  people: readonly Person[],
): readonly Person[] => {
  const once = new Map(people.map((each) => [each.key, each]));
  return [...once.values()].filter(
    (each) =>
      !sameKey(each.key, asked.returnedBy) &&
      mayRead(registers, each, { register: 'returns', row: asked }),
  );
};

/** What waits for one person's approval: what they are asked for, not all that they might approve. */
export const waitingFor = (
  registers: Registers,
  person: Person,
  { cycle, today }: { readonly cycle: string; readonly today: Temporal.PlainDate },
): readonly Return[] =>
  awaitingIn(registers, cycle).filter((asked) =>
    approversOf(registers, asked, today).some((each) => each.key === person.key),
  );

/** What was sent back to a person and is still to be answered: theirs, or theirs to answer while they cover. */
export const sentBackTo = (
  registers: Registers,
  person: Person,
  { cycle, today }: { readonly cycle: string; readonly today: Temporal.PlainDate | null },
): readonly Return[] =>
  owedBy(registers, person, today)
    .map((owed) => owed.return)
    .filter((asked) => sameKey(asked.cycle, cycle) && isSentBack(asked));

/** Why a return is to be opened before it is approved. */
export type NotPlain = 'off target' | 'doubted' | 'provisional' | 'no figure';

/** How the answer stands by the target in force; null where it gives no figure of a measure. */
export const standingGiven = (registers: Registers, asked: Return): Standing | null => {
  const measure = measureOf(registers, asked);
  const period = parsePeriod(asked.period);
  if (measure === undefined || period === null || asked.value === null) return null;
  // What was given is kept in its fields while it is due again.
  const row = { ...asked, state: 'Returned' as const, kind: null };
  return ratedAt(registers, measure, { period, row }).standing;
};

/** Empty: it is plain, and may be approved with others. Most serious first. */
export const notPlain = (registers: Registers, asked: Return): readonly NotPlain[] => [
  ...(standingGiven(registers, asked) === 'off target' ? ['off target' as const] : []),
  ...(asked.doubted === null ? [] : ['doubted' as const]),
  ...(asked.state === 'Returned' && asked.value !== null ? [] : ['no figure' as const]),
  ...(asked.finality === 'provisional' ? ['provisional' as const] : []),
];

export const isPlain = (registers: Registers, asked: Return): boolean =>
  notPlain(registers, asked).length === 0;

/** What some returns are known by as they stand: the same returns at the same answers, and no others. */
export const asStands = (returns: readonly Return[]): readonly string[] =>
  returns.map(({ key, revision }) => `${fold(key)} ${revision ?? 0}`);
