// What /health says, in sentences an administrator can act on. That something is wrong does not make the
// app unready, for it goes on answering from memory and keeping what is sent: but for an Outbox that can
// keep nothing, and a lease that cannot be had, without which nothing is sent or written.
import { asksFaults } from '../rules/cycle-asks.ts';
import { ruleFaults } from '../rules/escalation-rules.ts';
import { ratingRuleFaults } from '../rules/rating-rules.ts';
import type { WentBack } from '../sharepoint/replica/went-back.ts';
import type { Ports } from '../use-cases/ports.ts';
import { troubleWords } from '../use-cases/store-fault.ts';
import { repeatedInAny } from '../web/repeated.ts';
import type { Health } from '../web/web.ts';

type Asked = Pick<Ports, 'replica' | 'outbox' | 'listsAreAway'>;

/** What stands besides the ports. */
export type Standing = {
  /** Changes no list takes. */
  readonly notTaken: number;
  readonly leaseIsInTrouble: boolean;
  /** This instance ticks, sends and writes; where there are several, the others accept and show. */
  readonly holdsLease: boolean;
  /** Lists that are not in the site any more. */
  readonly missing: readonly string[];
  readonly wentBack: readonly WentBack[];
  /** Rows with a cell that cannot be read, by place and what is wrong: 'Cycles, row 3, Period: ...'. */
  readonly unreadable: readonly string[];
  /** What is wrong with change notifications; null where nothing is. */
  readonly notifications: string | null;
  /** What keeps changes from the lists, in sentences. */
  readonly held: readonly string[];
  readonly units: Health['units'];
};

/**
 * Seconds. Every list is asked within fifty (sharepoint/replica/listening.ts), so that the one heard from longest
 * ago is over a minute old only where Graph is away or slow.
 */
const quietTooLong = 60;

export const healthOf = (ports: Asked, standing: Standing): Health => {
  const { replica, outbox } = ports;
  const heard = replica.heardAt();
  const age =
    heard === null ? null : Math.round(Temporal.Now.instant().since(heard).total('seconds'));
  return {
    ready: outbox.trouble() === null && !standing.leaseIsInTrouble,
    reasons: [...reasonsOf(ports, age, standing)],
    holdsLease: standing.holdsLease,
    replicaAgeSeconds: age,
    outbox: outbox.depth(),
    units: standing.units,
  };
};

function* reasonsOf(ports: Asked, age: number | null, standing: Standing): Iterable<string> {
  const trouble = ports.outbox.trouble();
  if (trouble !== null) yield troubleWords(trouble);
  if (standing.leaseIsInTrouble)
    yield 'No card is sent and nothing is written to the lists, because the lease, which decides who does so, cannot be asked for. The log says where it is kept, and what is wrong with it.';
  if (age === null || age > quietTooLong)
    yield 'The lists have not been heard from for over a minute.';
  for (const list of standing.missing)
    yield `The list ${list} is not in the site: run golden-thread provision.`;
  for (const { list, rows } of standing.wentBack)
    yield `The list ${list} went back in time: ${rows} ${rows === 1 ? 'row is' : 'rows are'} as they were before, as from a restored backup. The list is believed; what waited to be written is written again.`;
  yield* unreadableWords(standing.unreadable);
  yield* standing.held;
  if (ports.listsAreAway?.() === true)
    yield 'SharePoint is not taking what is written to it at present: it waits in the Outbox.';
  if (standing.notTaken > 0)
    yield `${standing.notTaken} changes wait in the Outbox that a list does not take: see the log.`;
  if (standing.notifications !== null) yield standing.notifications;
  yield* ruleFaults(ports.replica.registers());
  yield* ratingRuleFaults(ports.replica.registers());
  yield* asksFaults(ports.replica.registers());
  yield* repeatedInAny(ports);
}

const mostNamed = 5;

/** By place alone: what a cell holds is nothing for everybody who may ask how the app is. */
const unreadableWords = (rows: readonly string[]): readonly string[] => {
  if (rows.length === 0) return [];
  const places = rows.map((each) => each.split(': ', 1)[0]).slice(0, mostNamed);
  const more = rows.length - places.length;
  const named = `${places.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
  return [
    `What a list holds cannot be read in: ${named}. Each row counts as it last could be read, or not at all, until it is put right.`,
  ];
};
