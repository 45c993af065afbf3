// Tells people in Teams' activity feed what waits for them in the tab alone, where the council permits it:
// each thing once to each person, gathered, and never at night. What waits is decided in rules/feed.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Paper } from '../registers/papers.ts';
import type { Registers } from '../registers/registers.ts';
import { hasLeft, isAway } from '../rules/away.ts';
import { zone } from '../rules/calendar.ts';
import { frozenRows } from '../rules/dataset/parts.ts';
import {
  type Gathered,
  gatherWaits,
  groupOf,
  signaturesInTabAlone,
  targetsInTabAlone,
  type Waits,
} from '../rules/feed.ts';
import { fingerprintOfLines } from '../rules/fingerprint.ts';
import { leftToClear } from '../rules/paper-reworded.ts';
import { type Clearance, clearedIn, isIssued } from '../rules/paper-stages.ts';
import { mayGo } from '../rules/quiet-hours.ts';
import { may } from '../rules/rights.ts';
import { clearing } from '../rules/rights-of.ts';
import { closedDates } from '../rules/working-days.ts';
import { accept } from './accept.ts';
import type { Activity, ActivityFeed, FeedEnd } from './feed-port.ts';
import { papersOf } from './paper-orders.ts';
import type { Entry, Ports } from './ports.ts';

export type TellFeed = {
  tell(): Promise<void>;
  /** What keeps anybody from being told, in a sentence for /health; null where nothing does. */
  trouble(): string | null;
};

const notPermitted =
  'Nobody is told in the activity feed what waits in the tab: the app has not been granted TeamsActivity.Send.User. The tab shows it to whoever opens it.';

/** Minutes between two looks. What had no answer, or was refused, is tried again within the hour. */
const lookEvery = 5;

/**
 * A line is sent first and put down as told after: an app that stops in between sends it once more, under
 * the same chain, and Teams puts it in the place of the first. Where that may have happened the log says so.
 */
export const openTellFeed = (ports: Ports, feed: ActivityFeed): TellFeed => {
  let looked = '';
  let trouble: string | null = null;
  const done = new Set<string>();
  const tried = new Map<string, string>();
  return {
    trouble: () => trouble,
    tell: async () => {
      const now = ports.clock.now();
      const turn = lookOf(now);
      if (turn === looked) return;
      looked = turn;
      const hour = hourOf(now);
      const open: Gathered[] = [];
      for (const gathered of waitingNow(ports.replica.registers(), now)) {
        if (tried.get(groupOf(gathered.first)) === hour) continue;
        const untold = await untoldOf(ports, gathered.all, done);
        if (untold.length > 0) open.push({ ...gathered, all: untold });
      }
      if (open.length === 0) return;
      for (const { first } of open) tried.set(groupOf(first), hour);
      const ends = await send(ports, feed, open);
      trouble = ends === null ? notPermitted : null;
      const told = open.filter((_, at) => ends?.[at] === 'told');
      await accept(
        ports,
        told.flatMap(({ all }) => all).map((each) => claim(ports, each)),
      );
      for (const { first, all } of told) {
        tried.delete(groupOf(first));
        for (const each of all) done.add(claimOf(each));
      }
    },
  };
};

const lookOf = (now: Temporal.ZonedDateTime): string =>
  floored(now, { smallestUnit: 'minute', roundingIncrement: lookEvery });
const hourOf = (now: Temporal.ZonedDateTime): string => floored(now, { smallestUnit: 'hour' });

type Step = { readonly smallestUnit: 'minute' | 'hour'; readonly roundingIncrement?: number };
const floored = (now: Temporal.ZonedDateTime, step: Step): string =>
  now
    .toPlainDateTime()
    .round({ ...step, roundingMode: 'floor' })
    .toString();

/** For whoever is there and may be written to now. */
const waitingNow = (registers: Registers, now: Temporal.ZonedDateTime): readonly Gathered[] => {
  const today = now.toPlainDate();
  const closed = closedDates(registers);
  const waits = [
    ...papersToClear(registers, today),
    ...targetsInTabAlone(registers, today),
    ...signaturesInTabAlone(registers, today),
  ];
  return gatherWaits(registers, waits).filter(
    ({ person, first: { cycle } }) =>
      person.objectId !== '' && !hasLeft(person, today) && mayGo({ person, cycle, closed }, now),
  );
};

/** Days after the close on which a paper's clearance is still told of: the next quarter's come then. */
const longest = 92;

/** From the day its figures are frozen until it is issued; whoever is away is left to who covers for them. */
const papersToClear = (registers: Registers, today: Temporal.PlainDate): readonly Waits[] =>
  [...registers.cycles.values()]
    .filter((cycle) => isRecent(cycle, today) && !('fault' in frozenRows(registers, cycle.key)))
    .flatMap((cycle) =>
      papersOf(registers, cycle).flatMap((order) => {
        const row = registers.papers.get(order.key) ?? null;
        if (isIssued(row)) return [];
        return leftToClear(registers, { order, row }).flatMap((clearance) =>
          [...registers.people.values()]
            .filter((person) => may({ registers, person, today }, clearing[clearance]))
            .filter((person) => !isAway(person, today))
            .map(({ key: person }) => ({
              of: 'paper' as const,
              clearance,
              person,
              key: `paper|${order.key}|${clearance}${againOf(row, clearance)}`,
              cycle,
            })),
        );
      }),
    );

/** Told of once more for each clearance whose words were changed since; the first is told as it always was. */
const againOf = (row: Paper | null, clearance: Clearance): string => {
  const given = clearedIn(row, clearance);
  return given === null ? '' : `|again after ${given.at.toString()}`;
};

const isRecent = ({ state, closedAt }: Cycle, today: Temporal.PlainDate): boolean =>
  state === 'Closed' &&
  closedAt !== null &&
  closedAt.toZonedDateTimeISO(zone).toPlainDate().until(today).days <= longest;

const claimOf = ({ key, person }: Waits): string => `feed|${person}|${key}`;

const claim = ({ clock }: Ports, waits: Waits): Entry => ({
  key: claimOf(waits),
  by: null,
  at: clock.now().toInstant(),
  changes: [],
  message: null,
});

const untoldOf = async (
  { outbox }: Ports,
  all: readonly Waits[],
  done: Set<string>,
): Promise<readonly Waits[]> => {
  const untold: Waits[] = [];
  for (const each of all) {
    const key = claimOf(each);
    if (done.has(key)) continue;
    if ((await outbox.find(key)) === null) untold.push(each);
    else done.add(key);
  }
  return untold;
};

const send = async (
  ports: Ports,
  feed: ActivityFeed,
  open: readonly Gathered[],
): Promise<readonly FeedEnd[] | null> => {
  await noteBegun(ports, open);
  try {
    return await feed.tell(open.map(activityOf));
  } catch (error) {
    ports.log.fault('telling in the activity feed', error);
    return open.map(() => 'no answer');
  }
};

/** A line begun before and not put down as told since may be in the feed already. */
const noteBegun = async (ports: Ports, open: readonly Gathered[]): Promise<void> => {
  const at = ports.clock.now().toInstant();
  const begun = open.map(({ all }) => {
    const key = `feed|begun|${fingerprintOfLines(all.map(claimOf))}`;
    return { key, by: null, at, changes: [], message: null };
  });
  const acceptances = await accept(ports, begun);
  acceptances.forEach(({ outcome }, at) => {
    const person = open[at]?.person.key ?? '';
    if (outcome === 'already')
      ports.log.info('a line in the activity feed is possibly repeated', { person });
  });
};

const activityOf = ({ first, person, all }: Gathered): Activity => ({
  objectId: person.objectId,
  preview: first.cycle.title,
  // 48 bits: JSON keeps a number of 53.
  chain: Number.parseInt(fingerprintOfLines([groupOf(first)]).slice(0, 12), 16) + 1,
  ...toldAs(first, all.length),
});

const toldAs = (first: Waits, count: number): Pick<Activity, 'type' | 'fills' | 'screen'> => {
  switch (first.of) {
    case 'paper': {
      const papers = count === 1 ? '1 paper' : `${count} papers`;
      const whom = first.clearance === 'portfolio' ? 'the portfolio holder' : first.clearance;
      return { type: 'papersToClear', fills: { papers, whom }, screen: 'reports' };
    }
    case 'target': {
      const targets = count === 1 ? '1 target' : `${count} targets`;
      return { type: 'targetsToWeigh', fills: { targets }, screen: 'targets' };
    }
    case 'signature':
      return {
        type: 'changedSinceSigned',
        fills: { signed: first.directorate ?? 'Finance' },
        screen: 'sign-off',
      };
  }
};
