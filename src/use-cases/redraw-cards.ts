// Draws the newest card in each chat again, in place, once something else than a press on it changed
// what it shows: a deputy's answer, an edit in the list, another owner, a cycle suspended or closed.
// What a card shows, and when it may be drawn again, are rules (card-shows.ts).
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold } from '../registers/same-key.ts';
import { approvalShows, approvalsChangedSince } from '../rules/approval-shows.ts';
import {
  approvalCards,
  cardShows,
  changedSince,
  gatheredCycles,
  handOverCards,
  type InChat,
  mayDrawAgain,
  newestCards,
  openGathered,
  type Press,
  returnsByPerson,
  type Shows,
} from '../rules/card-shows.ts';
import { fingerprintOfLines } from '../rules/fingerprint.ts';
import { toBeNamedBy } from '../rules/hand-over.ts';
import { newestGathered, unreachableOn } from '../rules/unreachable.ts';
import { accept } from './accept.ts';
import type { Entry, Outbox, Ports } from './ports.ts';

/**
 * Never a new message, and each state of a card once: what it shows is part of the claim in the
 * Outbox. While one waits to be drawn it is not asked for again, since it is drawn as things then are.
 */
export const redrawCards = async (ports: Ports, cycle: Cycle): Promise<void> => {
  if (!isLookedAfter(ports, cycle)) return;
  const at = ports.clock.now().toInstant();
  const entries: Entry[] = [];
  const seen: Looking[] = [];
  const waiting = openWaiting(ports.outbox);
  const keep = async (): Promise<void> => {
    await accept(ports, entries.splice(0));
    // Not before: what the Outbox could not take is looked at again.
    for (const { card, shows, press } of seen.splice(0))
      known(ports).set(card.key, { shows, press });
  };
  for (const looking of lookingAt(ports, cycle)) {
    if (isAsKnown(ports, looking)) continue;
    if ((await look(ports, looking)) === 'shown') entries.push(...claims(looking, at));
    else if (mayNow(ports, looking, at) && !(await waiting()).has(looking.card.activity))
      entries.push(...(await redrawn(ports, looking, at)));
    else continue;
    seen.push(looking);
    if (seen.length >= atOnce) await keep();
  }
  await keep();
};

/** After a start every card is looked at: what somebody presses meanwhile is answered in between. */
const atOnce = 100;

/** A cycle closed longer ago than that had its cards drawn then. A withdrawn one has stop-asking. */
const hoursAfterClosing = 24;

const isLookedAfter = ({ clock }: Ports, { state, closedAt }: Cycle): boolean => {
  if (state !== 'Closed') return state === 'Open' || state === 'Suspended';
  const since = closedAt === null ? null : clock.now().toInstant().since(closedAt).total('hours');
  return since !== null && since < hoursAfterClosing;
};

type Looking = {
  readonly registers: Registers;
  readonly card: InChat;
  readonly shows: Shows;
  readonly press: Press | null;
  /** Whether it was answered or edited at that moment or later. `own`: by its person too. */
  readonly changedSince: (since: Temporal.Instant, own: boolean) => boolean;
};

const lookingAt = (ports: Ports, cycle: Cycle): readonly Looking[] => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const theirsIn = openTheirs(registers, today);
  const wasGathered = openGathered(registers);
  const asking = newestCards(registers, cycle.key).map((card) => {
    const gathered = wasGathered(card.person) ? gatheredCycles(registers, card) : [];
    const returns = [cycle.key, ...gathered].flatMap((each) => theirsIn(each, card.person));
    const besides = gathered.flatMap((each) => registers.cycles.get(each) ?? []);
    const shows = cardShows(registers, cycle, { returns, besides });
    return lookingAtReturns(registers, { card, returns }, shows);
  });
  const handedOver = handOverCards(registers, cycle.key).map((card) => {
    const returns = theirsIn(cycle.key, card.person);
    const person = registers.people.get(card.person);
    const unowned = person ? toBeNamedBy(registers, person, { plan: cycle.plan, today }) : [];
    const shows = cardShows(registers, cycle, { returns, unowned });
    return lookingAtReturns(registers, { card, returns }, shows);
  });
  const gathered = newestGathered(registers, cycle.key).map((card) =>
    lookingAtPeople(registers, card, cycle),
  );
  const approving = approvalCards(registers, cycle.key).flatMap((card) =>
    lookingAtWaiting(registers, card, { cycle, today }),
  );
  return [...asking, ...handedOver, ...gathered, ...approving].map((each) => ({
    ...each,
    press: ports.presses?.last(each.card.activity) ?? null,
  }));
};

/** Each person's returns of a cycle, every cycle gone through once. */
const openTheirs = (registers: Registers, today: Temporal.PlainDate) => {
  const known = new Map<string, ReturnType<typeof returnsByPerson>>();
  return (cycle: string, person: string): readonly Return[] => {
    const found = known.get(cycle) ?? returnsByPerson(registers, cycle, today);
    known.set(cycle, found);
    return found.get(fold(person)) ?? [];
  };
};

const lookingAtReturns = (
  registers: Registers,
  { card, returns }: { readonly card: InChat; readonly returns: readonly Return[] },
  shows: Shows,
): Omit<Looking, 'press'> => ({
  registers,
  card,
  shows,
  changedSince: (since, own) =>
    changedSince(registers, { person: card.person, returns, since, own }),
});

/** The card of all that waits for somebody's word. */
const lookingAtWaiting = (
  registers: Registers,
  card: InChat,
  at: { readonly cycle: Cycle; readonly today: Temporal.PlainDate },
): readonly Omit<Looking, 'press'>[] => {
  const person = registers.people.get(card.person);
  if (person === undefined) return [];
  const of = { person, ...at };
  const changed = (since: Temporal.Instant, own: boolean) =>
    approvalsChangedSince(registers, of, { since, own });
  return [{ registers, card, shows: approvalShows(registers, of), changedSince: changed }];
};

/** The performance team's card of everybody who could not be reached on its day. */
const lookingAtPeople = (
  registers: Registers,
  card: InChat,
  { state }: Cycle,
): Omit<Looking, 'press'> => {
  const people = card.on === null ? [] : unreachableOn(registers, card.on);
  const whole = [state, ...people.map(({ person }) => person)].join(' ');
  return {
    registers,
    card,
    shows: { frame: whole, whole },
    changedSince: (since) => people.some(({ from }) => Temporal.Instant.compare(from, since) >= 0),
  };
};

/** What each card is taken to show, and the press known then: the Outbox would say the same again. */
type Known = Map<string, { readonly shows: Shows; readonly press: Press | null }>;
const knownOf = new WeakMap<Outbox, Known>();

const known = ({ outbox }: Ports): Known => {
  const found = knownOf.get(outbox) ?? new Map();
  knownOf.set(outbox, found);
  return found;
};

const isAsKnown = (ports: Ports, { card, shows, press }: Looking): boolean => {
  const before = known(ports).get(card.key);
  return before?.press === press && before.shows.whole === shows.whole;
};

/** `shown`: the card shows it already, which is yet to be claimed. */
const look = async (
  ports: Ports,
  { card, shows, press, changedSince: changed }: Looking,
): Promise<'shown' | 'stale'> => {
  const before = known(ports).get(card.key);
  const isSame = before?.shows.whole === shows.whole;
  // A press draws the card anew, with all that was answered until then.
  const isPressed = press !== null && before?.press !== press && !changed(press.at, false);
  if (isSame || (isPressed && (before?.shows.frame ?? shows.frame) === shows.frame)) return 'shown';
  if (before !== undefined) return 'stale';
  if ((await ports.outbox.find(claimOf(card, fingerprint(shows)))) !== null) return 'shown';
  if ((await ports.outbox.find(claimOf(card, 'seen'))) !== null) return 'stale';
  // Never looked at: drawn after its message was accepted, with all that had happened until then.
  const accepted = await ports.outbox.find(card.key);
  return changed(accepted?.at ?? card.fellDueAt, true) ? 'stale' : 'shown';
};

const claimOf = ({ key }: InChat, what: string): string => `redraw|${key}|${what}`;

/** What a card shows, as short as a claim has to be. */
const fingerprint = ({ whole }: Shows): string => fingerprintOfLines(whole.split('\n'));

/** This process knows of no press before it began: somebody may have been typing then. */
const mayNow = (
  { presses }: Ports,
  { registers, card, press }: Looking,
  now: Temporal.Instant,
): boolean => {
  const cameBefore =
    presses !== undefined &&
    Temporal.Instant.compare(card.settledAt ?? card.fellDueAt, presses.since) < 0;
  const unknown = cameBefore ? { at: presses.since, asks: null } : null;
  return mayDrawAgain(registers, card, { press: press ?? unknown, now });
};

const claims = ({ card, shows }: Looking, at: Temporal.Instant): readonly Entry[] =>
  ['seen', fingerprint(shows)].map((what) => ({
    key: claimOf(card, what),
    by: null,
    at,
    changes: [],
    message: null,
  }));

/** The card may come back to what it has shown before: that is a claim of its own. */
const redrawn = async (ports: Ports, looking: Looking, at: Temporal.Instant): Promise<Entry[]> => {
  const { card, shows } = looking;
  const { person, cycle, step, about, on, activity, conversation } = card;
  const print = fingerprint(shows);
  let key = claimOf(card, print);
  for (let time = 2; (await ports.outbox.find(key)) !== null; time += 1)
    key = claimOf(card, `${print}|${time}`);
  const [seen] = claims(looking, at);
  const message = {
    person,
    cycle,
    step,
    about,
    on: on?.toString() ?? null,
    replaces: { conversation, activity },
  };
  return [...(seen ? [seen] : []), { key, by: null, at, changes: [], message }];
};

/** The messages in chats that wait to be drawn again, asked for once. */
const openWaiting = (outbox: Outbox) => {
  let asked: Promise<ReadonlySet<string>> | null = null;
  const ask = async () => {
    const waiting = await outbox.waiting(Number.MAX_SAFE_INTEGER);
    return new Set(waiting.flatMap(({ message }) => message.replaces?.activity ?? []));
  };
  return () => {
    asked ??= ask();
    return asked;
  };
};
