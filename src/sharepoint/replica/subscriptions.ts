// One subscription a kept list, so that Graph says when a list has changed: made, prolonged and made
// anew as they run out or go. Nothing depends on them: a list nobody tells of is asked on the timer.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { RegisterName } from '../../registers/registers.ts';
import type { Log } from '../../use-cases/ports.ts';
import { GraphFault } from '../graph/graph-fault.ts';
import type { ListSource } from '../rows/list-items.ts';

/** Graph lets a list's subscription last 42,300 minutes, a little over 29 days. */
const life = 29 * 24 * 3_600_000;
/** Those that vanished without a word are looked for this often. */
const lookEvery = 3_600_000;
/** Milliseconds until Graph is asked again for what it refused, or did not answer. */
const patience = { refused: 3_600_000, away: 60_000 };
/** So many handshakes at once at most. */
const atOnce = 4;

export type Subscribing = ListSource & {
  readonly kept: readonly RegisterName[];
  /** Where Graph is to say that a list changed. */
  readonly address: string;
  /** The clientState by which what it says is known to come from it. */
  readonly secret: string;
  /** Several instances have the address: Graph's word may reach one that does not know the secret. */
  readonly isShared?: boolean;
  readonly log: Log;
  /** Milliseconds since 1970; moved by tests. */
  readonly now?: () => number;
};

/** What somebody said at our address. */
export type Notice = { readonly clientState: string; readonly resource: string };

export type Subscriptions = {
  /** Asks Graph for what is lacking or about to run out; asks nothing where all is well. */
  keep(stopped: () => boolean): Promise<void>;
  /** The register whose list changed; null where it was not Graph who said so, or the list is not ours. */
  told(notice: Notice): RegisterName | null;
  /** Whether Graph has agreed to say when this list changes, and its promise still runs. */
  tells(name: RegisterName): boolean;
  /** What is wrong, in a sentence; null where nothing is. */
  trouble(): string | null;
};

type Own = { readonly id: string; readonly resource: string; readonly endsAt: number };
type Told = {
  readonly id: string;
  readonly resource?: string;
  readonly notificationUrl?: string;
  readonly expirationDateTime: string;
};
type Page = { readonly value: readonly Told[]; readonly '@odata.nextLink'?: string };

type State = Subscribing & {
  readonly clock: () => number;
  readonly own: Map<RegisterName, Own>;
  /** An earlier run's: ended once ours are made, so that there is always one that tells. */
  strays: readonly Told[];
  lookedAt: number | null;
  notBefore: number;
  trouble: string | null;
};

export const openSubscriptions = (subscribing: Subscribing): Subscriptions => {
  const state: State = {
    ...subscribing,
    clock: subscribing.now ?? (() => Date.now()),
    own: new Map(),
    strays: [],
    lookedAt: null,
    notBefore: 0,
    trouble: null,
  };
  return {
    keep: (stopped) => keep(state, stopped),
    told: ({ clientState, resource }) => {
      if (!isSame(clientState, subscribing.secret)) return null;
      const list = lastOf(resource);
      return (
        state.kept.find(
          (name) => state.places.has(name) && lastOf(state.places.list(name)) === list,
        ) ?? null
      );
    },
    tells: (name) => (state.own.get(name)?.endsAt ?? 0) > state.clock(),
    trouble: () => state.trouble,
  };
};

const lastOf = (path: string): string => path.split('/').at(-1)?.toLowerCase() ?? '';

/** In the same time whatever is wrong with it. */
const isSame = (one: string, other: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
};

const keep = async (state: State, stopped: () => boolean): Promise<void> => {
  const now = state.clock();
  if (now < state.notBefore) return;
  try {
    if (state.lookedAt === null || now - state.lookedAt >= lookEvery) await look(state);
    const lacking = state.kept.filter((name) => state.places.has(name) && isLacking(state, name));
    while (lacking.length > 0 && !stopped()) {
      await allTold(lacking.splice(0, atOnce).map((name) => keepOne(state, name)));
    }
    if (stopped()) return;
    await endStrays(state, () => true);
    state.trouble = null;
  } catch (fault) {
    if (!(fault instanceof GraphFault)) throw fault;
    putOff(state, fault);
  }
};

/** Waits for every answer before it fails: one still under way would be asked for a second time. */
const allTold = async (asked: readonly Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(asked)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
};

const resourceOf = ({ places }: State, name: RegisterName): string => places.list(name).slice(1);

const isLacking = (state: State, name: RegisterName): boolean => {
  const own = state.own.get(name);
  return own?.resource !== resourceOf(state, name) || own.endsAt - state.clock() < life / 3;
};

/**
 * What Graph has of ours. Those this process did not make are strays: whether they carry our secret
 * cannot be read. Another address is another app's affair.
 */
const look = async (state: State): Promise<void> => {
  const there = await allOf(state);
  const alive = new Set(there.map(({ id }) => id));
  for (const [name, { id }] of state.own) if (!alive.has(id)) state.own.delete(name);
  const own = new Set([...state.own.values()].map(({ id }) => id));
  state.strays = there.filter(
    ({ id, notificationUrl }) => notificationUrl === state.address && !own.has(id),
  );
  state.lookedAt = state.clock();
};

const endStrays = async (state: State, which: (stray: Told) => boolean): Promise<void> => {
  for (const stray of state.strays.filter(which)) {
    await end(state, stray.id);
    state.strays = state.strays.filter((each) => each !== stray);
  }
};

const allOf = async ({ graph }: State): Promise<readonly Told[]> => {
  const all: Told[] = [];
  for (let path: string | null = '/subscriptions'; path !== null; ) {
    const page: Page = await graph.read<Page>(path, 1);
    all.push(...page.value);
    const next: string | undefined = page['@odata.nextLink'];
    path = next === undefined ? null : graph.pathOf(next);
  }
  return all;
};

const end = async ({ graph }: State, id: string): Promise<void> => {
  const path = `/subscriptions/${encodeURIComponent(id)}`;
  await graph.write({ method: 'DELETE', path, units: 1 }).catch((fault: unknown) => {
    if (!(fault instanceof GraphFault) || fault.kind !== 'notFound') throw fault;
  });
};

/** Prolongs it where there is time; else, or where that is refused, makes it. */
const keepOne = async (state: State, name: RegisterName): Promise<void> => {
  const { graph, own, clock } = state;
  const resource = resourceOf(state, name);
  const before = own.get(name);
  const expirationDateTime = new Date(clock() + life).toISOString();
  if (before?.resource === resource && before.endsAt > clock()) {
    const path = `/subscriptions/${encodeURIComponent(before.id)}`;
    const body = { expirationDateTime };
    const told = await graph
      .write<Told>({ method: 'PATCH', path, body, units: 1 })
      .catch((fault: unknown) => {
        if (fault instanceof GraphFault && isRefusal(fault)) return null;
        throw fault;
      });
    if (told) return void own.set(name, { ...before, endsAt: Date.parse(told.expirationDateTime) });
  }
  own.delete(name);
  const made = await make(state, { resource, expirationDateTime });
  own.set(name, { id: made.id, resource, endsAt: Date.parse(made.expirationDateTime) });
};

type Making = { readonly resource: string; readonly expirationDateTime: string };

/** Whether Graph lets a list have two of one app is not settled: refused, the earlier one is ended first. */
const make = async (state: State, making: Making): Promise<Told> => {
  const { graph, address: notificationUrl, secret: clientState } = state;
  const body = { changeType: 'updated', notificationUrl, clientState, ...making };
  const post = () => graph.write<Told>({ method: 'POST', path: '/subscriptions', body, units: 2 });
  const isInTheWay = (stray: Told) => stray.resource === making.resource;
  try {
    return await post();
  } catch (fault) {
    const may = fault instanceof GraphFault && isRefusal(fault) && state.strays.some(isInTheWay);
    if (!may) throw fault;
    await endStrays(state, isInTheWay);
    return post();
  }
};

/** Not there any more, or not to be prolonged: a new one may be had. */
const isRefusal = ({ kind }: GraphFault): boolean => kind === 'notFound' || kind === 'conflict';

/** Said once in the log for each kind of trouble; Graph being away or busy is said elsewhere. */
const putOff = (state: State, fault: GraphFault): void => {
  const passing = fault.kind === 'unreachable' || fault.kind === 'throttled';
  state.notBefore = state.clock() + (passing ? patience.away : patience.refused);
  if (passing) return;
  const because =
    fault.kind === 'forbidden'
      ? 'the app has no right to'
      : 'Graph could not reach NOTIFICATION_URL, or refused it';
  const words = `Changes made in the lists are heard of on a timer only, up to a minute late: Graph was asked to tell of them at once, and ${because}.`;
  if (state.trouble !== words) state.log.fault('subscribing', fault);
  state.trouble = words;
};
