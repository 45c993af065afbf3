// Installs the app in Teams for people a message could not reach, where the council permits it, and has
// what did not arrive sent again, once. Where it cannot be, their manager and the performance team are
// told. What was done stands in the ledger, as the reason of the message.
import type { Notification } from '../registers/notifications.ts';
import type { Person } from '../registers/people.ts';
import {
  type InstallEnd,
  installEndIn,
  installWords,
  reachedByNow,
  toBeReached,
} from '../rules/unreachable.ts';
import { accept } from './accept.ts';
import type { Installer } from './accounts-port.ts';
import { change } from './change.ts';
import { againEntry, claimOf, messageOf } from './deliver-again.ts';
import type { Entry, Ports } from './ports.ts';
import { ledgerChange } from './record-delivery.ts';
import { tellOfUnreached, triedEntries, triedFor, withInstall } from './unreached.ts';

export type ReachPeople = {
  /** Answers how many messages wait to be sent again. */
  reach(): Promise<number>;
  /** What keeps the app from being installed, in a sentence for /health; null where nothing does. */
  trouble(): string | null;
};

const notPermitted =
  'The app is not installed in Teams for people who have not got it: it has not been granted TeamsAppInstallation.ReadWriteSelfForUser.All. Their managers and the performance team are told who they are.';
const allRefused =
  'Teams would not have the app installed for anybody it was to be installed for. Check that TEAMS_APP_ID is its id in the Teams catalogue, and that a policy lets people have it.';

/** What could not be tried, for want of leave or of an answer, is tried again within the hour. */
export const openReachPeople = (ports: Ports, installer: Installer): ReachPeople => {
  let hourTried = '';
  let trouble: string | null = null;
  return {
    trouble: () => trouble,
    reach: async () => {
      const now = ports.clock.now();
      const hour = now.toPlainDateTime().round({ smallestUnit: 'hour', roundingMode: 'floor' });
      const again = hourTried !== hour.toString();
      hourTried = hour.toString();
      const queued = await sendAgain(ports, reachedByNow(ports.replica.registers(), now), null);
      const untried = await untriedOf(ports, toBeReached(ports.replica.registers(), now, again));
      if (untried.length === 0) return queued;
      const ends = await install(
        ports,
        installer,
        untried.map(({ person }) => person.objectId),
      );
      trouble = troubleOf(ends);
      let more = 0;
      for (const { each, end } of reachedFirst(untried, ends))
        more += await follow(ports, each, end);
      return queued + more;
    },
  };
};

type Untried = { readonly person: Person; readonly rows: readonly Notification[] };

/** Who is still to be told of comes last: whoever hears of them is not told of the others meanwhile. */
const reachedFirst = (untried: readonly Untried[], ends: readonly InstallEnd[]) => {
  const isReached = (end: InstallEnd) => end === 'installed' || end === 'already';
  return untried
    .map((each, at) => ({ each, end: ends[at] ?? ('no answer' as const) }))
    .toSorted((one, other) => Number(isReached(other.end)) - Number(isReached(one.end)));
};

const untriedOf = async (
  ports: Ports,
  rows: readonly Notification[],
): Promise<readonly Untried[]> => {
  const untried: Untried[] = [];
  for (const [key, some] of Map.groupBy(rows, (row) => row.person)) {
    const person = ports.replica.registers().people.get(key);
    const left = await notTried(ports, some);
    if (person !== undefined && left.length > 0) untried.push({ person, rows: left });
  }
  return untried;
};

/** Those it was tried for meanwhile are told of, and put down as such. */
const notTried = async (
  ports: Ports,
  rows: readonly Notification[],
): Promise<readonly Notification[]> => {
  const left: Notification[] = [];
  for (const row of rows) {
    const tried = await triedFor(ports, row);
    if (tried === null) left.push(row);
    else await putDown(ports, row, tried);
  }
  return left;
};

const install = async (
  ports: Ports,
  installer: Installer,
  objectIds: readonly string[],
): Promise<readonly InstallEnd[]> => {
  try {
    return (await installer.install(objectIds)) ?? objectIds.map(() => 'not granted' as const);
  } catch (error) {
    ports.log.fault('installing the app', error);
    return objectIds.map(() => 'no answer' as const);
  }
};

const troubleOf = (ends: readonly InstallEnd[]): string | null => {
  if (ends.includes('not granted')) return notPermitted;
  return ends.every((end) => end === 'refused') ? allRefused : null;
};

/** Answers how many are queued again. */
const follow = async (
  ports: Ports,
  { person, rows: unreached }: Untried,
  end: InstallEnd,
): Promise<number> => {
  const rows = stillUnreached(ports, unreached);
  if (end === 'installed' && person.conversation === null) {
    await waitForTeams(ports, rows);
    return 0;
  }
  if (end === 'installed' || end === 'already') return sendAgain(ports, rows, end);
  for (const row of rows) await putDown(ports, row, end);
  return 0;
};

/** Not what the performance team had sent again while Teams was asked. */
const stillUnreached = (ports: Ports, rows: readonly Notification[]): readonly Notification[] =>
  rows.filter(
    ({ key }) => ports.replica.registers().notifications.get(key)?.state === 'Unreachable',
  );

/** Teams has the app, and may not let it write yet: it tells the bot when it does. */
const waitForTeams = async (ports: Ports, rows: readonly Notification[]): Promise<void> => {
  const at = ports.clock.now().toInstant();
  const reason = installWords.installed;
  const changes = rows.map(({ key }) => ledgerChange(ports, key, { state: 'Unreachable', reason }));
  const tried = triedEntries(rows, at);
  await accept(
    ports,
    tried.map((entry, n) => (n === 0 ? { ...entry, changes } : entry)),
  );
};

/** Each once. `end` null: as the rows say already. */
const sendAgain = async (
  ports: Ports,
  rows: readonly Notification[],
  end: 'installed' | 'already' | null,
): Promise<number> => {
  if (rows.length === 0) return 0;
  const at = ports.clock.now().toInstant();
  const why = installWords[end ?? 'installed'];
  const entries: Entry[] = [];
  for (const row of rows)
    entries.push(
      againEntry(row, {
        key: await claimOf(ports, row),
        by: null,
        at,
        reason: why,
        journal: { source: 'product', why },
      }),
    );
  const tried = end === null ? [] : triedEntries(rows, at);
  const acceptances = await accept(ports, [...entries, ...tried]);
  return acceptances.slice(0, entries.length).filter(({ outcome }) => outcome === 'accepted')
    .length;
};

/** They are told of first: an app that stops in between does it again, and finds them told. */
const putDown = async (ports: Ports, row: Notification, end: InstallEnd): Promise<void> => {
  const before = installEndIn(row.reason);
  if (before === end) return;
  const reason = withInstall(row.reason, installWords[end]);
  if (before === null) await tellOfUnreached(ports, messageOf(row));
  const put =
    before === null
      ? ledgerChange(ports, row.key, { state: 'Unreachable', reason })
      : change('notifications', row.key, { reason });
  const at = ports.clock.now().toInstant();
  const key = `${row.key}|${end}|${row.settledAt?.toString() ?? ''}`;
  const tried = end === 'refused' ? triedEntries([row], at) : [];
  await accept(ports, [{ key, by: null, at, changes: [put], message: null }, ...tried]);
};
