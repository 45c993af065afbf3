// What a card in somebody's chat says that others may change: whose returns it is about, how each
// stands, and whether the cycle still runs.
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { Notification } from '../registers/notifications.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import type { Step } from '../registers/words.ts';
import { askedFor, isAskingStep } from './asked.ts';
import { editThatStands } from './edit-that-stands.ts';
import { gatheredInto } from './gathered.ts';
import { isAnswered } from './owed.ts';
import { may } from './rights.ts';
import { answering } from './rights-of.ts';

/** A message that arrived, and where it is. */
export type InChat = Notification & { readonly activity: string; readonly conversation: string };

/**
 * The newest card that asks each person for returns of a cycle. Left out: who got none, and whose was
 * told in a card of another cycle, which is looked after there.
 */
export const newestCards = (registers: Registers, cycle: string): readonly InChat[] =>
  newestOfEach(
    registers.notifications
      .where('cycle', cycle)
      .filter((row) => (row.state === 'Sent' || isTold(row)) && asks(registers, row)),
  );

/** The newest card by which each person was told of a hand-over in a cycle. */
export const handOverCards = (registers: Registers, cycle: string): readonly InChat[] =>
  newestOfEach(
    registers.notifications.where('cycle', cycle).filter(({ step }) => step === 'Hand-over'),
  );

/** The newest card by which each person was asked for their word in a cycle. */
export const approvalCards = (registers: Registers, cycle: string): readonly InChat[] =>
  newestOfEach(
    registers.notifications.where('cycle', cycle).filter(({ step }) => step === 'Approve'),
  );

/** Whether a person was ever told of one step in the card of another: most were not. */
export const openGathered = (registers: Registers): ((person: string) => boolean) => {
  const told = registers.notifications.where('state', 'Passed over').filter(isTold);
  const people = new Set(told.map(({ person }) => fold(person)));
  return (person) => people.has(fold(person));
};

/** Cycles besides its own that a card asks for returns of. */
export const gatheredCycles = (registers: Registers, card: Notification): readonly string[] => {
  const asked = gatheredInto(registers, carrierOf(card)).filter(({ step }) => isAsking(step));
  return [...new Set(asked.map(({ cycle }) => cycle))].filter((each) => !sameKey(each, card.cycle));
};

const newestOfEach = (rows: readonly Notification[]): readonly InChat[] => {
  const newest = new Map<string, Notification>();
  for (const row of rows) {
    const person = fold(row.person);
    const known = newest.get(person);
    if (known === undefined || came(known) <= came(row)) newest.set(person, row);
  }
  return [...newest.values()].filter(isInChat);
};

const asks = (registers: Registers, row: Notification): boolean =>
  isAsking(row.step) ||
  (row.step === 'Manager' &&
    gatheredInto(registers, carrierOf(row)).some(({ step }) => isAsking(step)));

const isAsking = (step: Step): boolean => isAskingStep(step) || step === 'Back' || step === 'Nudge';

/** Told in another's card; of the same cycle, that card is newer or as new. */
const isTold = ({ state, reason }: Notification): boolean =>
  state === 'Passed over' && reason?.startsWith(toldIn) === true;
const toldIn = 'in one card with ';

const carrierOf = ({ person, cycle, step, on }: Notification) => ({
  person,
  cycle,
  step,
  on: on?.toString() ?? null,
});

/** Teams may have taken a message without naming it: that one cannot be drawn again. */
export const isInChat = (row: Notification): row is InChat =>
  row.state === 'Sent' && Boolean(row.activity) && Boolean(row.conversation);

const came = ({ settledAt, fellDueAt }: Notification): bigint =>
  (settledAt ?? fellDueAt).epochNanoseconds;

/** Every return of a cycle by the folded key of each person asked for it, who owns it or answered it. */
export const returnsByPerson = (
  registers: Registers,
  cycle: string,
  today: Temporal.PlainDate,
): ReadonlyMap<string, readonly Return[]> => {
  const theirs = new Map<string, Return[]>();
  for (const asked of registers.returns.where('cycle', cycle)) {
    if (asked.state === 'Withdrawn') continue;
    const people = askedFor(registers, asked, today).map((person) => person.key);
    const named = [...people, asked.owner, asked.returnedBy].filter((each) => each !== null);
    for (const person of new Set(named.map(fold))) {
      const so = theirs.get(person) ?? [];
      so.push(asked);
      theirs.set(person, so);
    }
  }
  return theirs;
};

/** In lines: `frame` is whose returns it is about and whether they may be answered. */
export type Shows = { readonly frame: string; readonly whole: string };

/** What a card is about: returns, and the measures its person is asked to name an owner for. */
type Theirs = {
  readonly returns: readonly Return[];
  readonly unowned: readonly Pick<Measure, 'key'>[];
  /** Cycles besides its own that it asks for returns of. */
  readonly besides: readonly Cycle[];
};

/** What a person's card of a cycle shows, drawn now. */
export const cardShows = (
  registers: Registers,
  cycle: Cycle,
  { returns, unowned = [], besides = [] }: Pick<Theirs, 'returns'> & Partial<Theirs>,
): Shows => {
  // One that goes on after it was suspended shows something else than before.
  const runs = [cycle, ...besides].map((each) => `${each.state} ${each.revision ?? 0}`).join(', ');
  const about = [...returns, ...unowned].map(({ key }) => key);
  return {
    frame: [runs, ...about.toSorted()].join('\n'),
    whole: [runs, ...about, ...returns.map((each) => stands(registers, each))]
      .toSorted()
      .join('\n'),
  };
};

const stands = (registers: Registers, asked: Return): string => {
  const { key, state, revision, returnedBy } = asked;
  if (!isAnswered(asked)) return `${key} ${state}`;
  const edit = editThatStands(registers, asked);
  return [key, state, revision, returnedBy, edit?.told].join(' ');
};

type Since = {
  readonly person: string;
  readonly returns: readonly Return[];
  readonly since: Temporal.Instant;
  /** Whether the person's own answers count, as where they were given on another card. */
  readonly own: boolean;
};

/** Whether any of these returns was answered, or its answer edited, at that moment or later. */
export const changedSince = (
  registers: Registers,
  { person, returns, since, own }: Since,
): boolean => {
  const isSince = (at: Temporal.Instant | null) =>
    at !== null && Temporal.Instant.compare(at, since) >= 0;
  return returns.filter(isAnswered).some((each) => {
    if (isSince(each.returnedAt) && (own || !sameKey(each.returnedBy, person))) return true;
    return isSince(editThatStands(registers, each)?.at ?? null);
  });
};

/** A press on a card, and the return the card asked for when it had been answered. */
export type Press = {
  readonly at: Temporal.Instant;
  /** Null where it asked for none. */
  readonly asks: { readonly return: string; readonly revision: number } | null;
};

/** For so many minutes after a press its person may be typing into the card. */
const typingFor = 10;

/**
 * Whether a card may be drawn again now. Not within ten minutes of its person's last press on it,
 * unless what it asks no longer counts: the cycle is over, or somebody else answered or owns it now.
 */
export const mayDrawAgain = (
  registers: Registers,
  card: { readonly person: string; readonly cycle: string },
  { press, now }: { readonly press: Press | null; readonly now: Temporal.Instant },
): boolean => {
  if (press === null || now.since(press.at).total('minutes') >= typingFor) return true;
  // A card of two cycles may ask for what the other one is for, and goes on when its own is over.
  const asked = press.asks === null ? undefined : registers.returns.get(press.asks.return);
  if (registers.cycles.get(asked?.cycle ?? card.cycle)?.state !== 'Open') return true;
  return press.asks !== null && !stillCounts(registers, card.person, press.asks);
};

const stillCounts = (
  registers: Registers,
  person: string,
  asks: NonNullable<Press['asks']>,
): boolean => {
  const asker = registers.people.get(person);
  const asked = registers.returns.get(asks.return);
  if (asker === undefined || asked === undefined) return false;
  return (
    (asked.revision ?? 0) === asks.revision &&
    may({ registers, person: asker, today: null }, answering(asked), asked)
  );
};
