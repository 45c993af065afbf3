// The one door to Graph: every call signed, named, within the governor's units and its time limit, and
// logged where it fails. Reads are asked again a few times; a write never is, here.
import { randomUUID } from 'node:crypto';
import type { Log } from '../../use-cases/ports.ts';
import type { Token } from './credentials.ts';
import type { Governor, Purpose } from './governor.ts';
import {
  calledOff,
  callName,
  causeName,
  elsewhere,
  faultOf,
  GraphFault,
  ledElsewhere,
  noAnswer,
  notOurs,
} from './graph-fault.ts';
import { logAgain, logFault, type Tried } from './graph-log.ts';
import { graphVersion, oddity, openWire, parsed, type RawAnswer, type Wire } from './graph-wire.ts';
import { isLoopback, isSameServer } from './loopback.ts';
import type { MachineClock } from './machine-clock.ts';
import { type OneProbe, openOneProbe } from './one-probe.ts';
import { openServerClock, type ServerClock } from './server-clock.ts';

export { type GraphAnswer, userAgent } from './graph-wire.ts';

export type GraphSettings = {
  /** https://graph.microsoft.com, or a loopback address. */
  readonly graphUrl: string;
  readonly token: Token;
  /** Milliseconds a call may take. */
  readonly timeLimit: number;
  /** Calls off whatever is under way or waits, and lets nothing more go. */
  readonly signal?: AbortSignal;
  /** Asked before each write leaves, its wait for units over: where it says no, the write is called off. */
  readonly mayWrite?: () => boolean;
  readonly log?: Log;
  /** Hears how each write ended, alone or in a batch; null where it was taken. */
  readonly watch?: (call: Call, fault: GraphFault | null) => void;
  /** Stands around every request made, as whoever traces them does. */
  readonly around?: (wire: Wire) => Wire;
};

export type Call = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below /v1.0. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Resource units it costs. */
  readonly units: number;
  /** What it is for, where its method does not say: a batch is a POST either way. */
  readonly purpose?: Purpose;
};

/** What a call that went well brought, and the id it was sent under. */
export type Exchange<Body> = { readonly body: Body; readonly ours: string };

export type GraphClient = {
  /** Asks, again a few times where Graph is busy or away. Throws a GraphFault. */
  read<Body>(path: string, units: number): Promise<Body>;
  /** Once, and only once. Throws a GraphFault. */
  write<Body>(call: Call): Promise<Body>;
  /** As `write`, with the id it went under, and not logged where it fails: the caller does, or asks again. */
  exchange<Body>(call: Call): Promise<Exchange<Body>>;
  /** A link Graph gave, as a path of ours. A link to another host is refused: it would get our token. */
  pathOf(link: string): string;
  /** How many requests were sent; a batch is one. */
  requests(): number;
  /** Milliseconds to add to this machine's clock to have Graph's. */
  skew(): number;
  readonly governor: Governor;
  /** Its waits end at once where the app stops. */
  readonly clock: MachineClock;
  readonly log: Log | undefined;
  readonly watch: (call: Call, fault: GraphFault | null) => void;
};

const mostReads = 4;

export const openGraph = (
  settings: GraphSettings,
  governor: Governor,
  machine: MachineClock,
): GraphClient => {
  const base = settings.graphUrl.replace(/\/+$/, '').replace(/\/v1\.0$/, '');
  checkBase(base);
  const { timeLimit, signal, log, watch = () => {}, around = (wire) => wire } = settings;
  const clock = untilStopped(machine, signal);
  const wire = around(openWire(base, timeLimit, signal));
  const door: Door = {
    settings,
    governor,
    wire,
    probe: openOneProbe(),
    theirs: openServerClock(),
    sent: 0,
  };
  const exchange = async <Body>(call: Call) => (await once(door, call)) as Exchange<Body>;
  return {
    read: async <Body>(path: string, units: number) => {
      const call: Call = { method: 'GET', path, units };
      return (await again(() => once(door, call), { clock, log })).body as Body;
    },
    write: async <Body>(call: Call) => {
      const began = clock.now();
      try {
        return (await exchange<Body>(call)).body;
      } catch (fault) {
        if (fault instanceof GraphFault) logFault(log, fault, tried(clock.now() - began));
        throw fault;
      }
    },
    exchange,
    pathOf: (link) => pathOf(base, link),
    requests: () => door.sent,
    skew: door.theirs.skew,
    governor,
    clock,
    log,
    watch,
  };
};

const purposeOf = ({ purpose, method }: Call): Purpose =>
  purpose ?? (method === 'GET' ? 'read' : 'write');

const tried = (took: number): Tried => ({ took, attempt: 1 });

type Door = {
  readonly settings: GraphSettings;
  readonly governor: Governor;
  readonly wire: Wire;
  readonly probe: OneProbe;
  readonly theirs: ServerClock;
  sent: number;
};

/** Once: but a call whose token was refused did nothing, and goes again with another. */
const once = async (door: Door, call: Call): Promise<Exchange<unknown>> => {
  const { settings, governor, probe } = door;
  const purpose = purposeOf(call);
  await probe.settled();
  await governor.take(call.units, purpose);
  return probe.through(async () => {
    const token = await orCalledOff(settings.token(), settings.signal);
    try {
      return await send(door, call, token);
    } catch (fault) {
      if (!(fault instanceof GraphFault) || fault.status !== 401) throw fault;
      const another = await orCalledOff(settings.token(token), settings.signal);
      if (another === token) throw fault;
      logAgain(settings.log, fault, tried(0));
      await governor.take(call.units, purpose);
      return send(door, call, another);
    }
  });
};

const send = async (door: Door, call: Call, token: string): Promise<Exchange<unknown>> => {
  const { settings, governor } = door;
  if (purposeOf(call) === 'write' && settings.mayWrite?.() === false) throw notOurs(call);
  const ours = randomUUID();
  const headers = { ...call.headers, Authorization: `Bearer ${token}`, 'client-request-id': ours };
  door.sent += 1;
  const sentAt = Date.now();
  const raw = await door.wire({ ...call, headers }).catch((cause: unknown): RawAnswer => {
    if (causeName(cause) === elsewhere) throw ledElsewhere(call, ours);
    throw settings.signal?.aborted ? calledOff(call) : noAnswer(call, cause, ours);
  });
  governor.heard(raw.status, raw.headers);
  door.theirs.heard(raw.headers.get('date'), sentAt, Date.now());
  const answer = { ...raw, body: parsed(raw.text) };
  const fault = answer.status >= 300 ? faultOf(call, answer, ours) : oddity(call, answer, ours);
  if (fault) throw fault;
  return { body: answer.body, ours };
};

const untilStopped = (clock: MachineClock, signal?: AbortSignal): MachineClock => ({
  now: () => clock.now(),
  wait: (milliseconds) => clock.wait(milliseconds, signal).catch(() => undefined),
});

/** A wait that nobody can cut short is left behind where the app stops. */
const orCalledOff = <Result>(work: Promise<Result>, signal?: AbortSignal): Promise<Result> => {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const leave = () => reject(calledOff());
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
};

type Asking = Pick<GraphClient, 'clock' | 'log'>;

/** Asks again after a throttled or unanswered read, a few times. Retry-After is kept by the governor. */
const again = async <Result>(
  ask: () => Promise<Result>,
  { clock, log }: Asking,
): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    const began = clock.now();
    try {
      return await ask();
    } catch (fault) {
      if (!(fault instanceof GraphFault)) throw fault;
      const how: Tried = { took: clock.now() - began, attempt };
      if (!isPassing(fault) || attempt === mostReads) {
        logFault(log, fault, how);
        throw fault;
      }
      logAgain(log, fault, how);
      if (fault.retryAfter === null) await clock.wait(pause(attempt));
    }
  }
};

/** Busy or away: worth asking again, unless the app is stopping. */
export const isPassing = (fault: GraphFault | null): boolean =>
  (fault?.kind === 'throttled' || fault?.kind === 'unreachable') && !fault.calledOff;

/** Milliseconds before asking again where Graph did not say: doubling, with jitter. */
export const pause = (attempt: number): number => 250 * 2 ** attempt * (0.5 + Math.random() / 2);

const pathOf = (base: string, link: string): string => {
  const to = URL.parse(link);
  if (to && isSameServer(to, new URL(base)) && to.pathname.startsWith(`/${graphVersion}/`)) {
    const path = to.pathname.slice(graphVersion.length + 1) + to.search;
    // Microsoft's client would take the host from there, and what comes of the path is not what Graph meant.
    if (!/https?:\/\//i.test(path)) return path;
  }
  throw new GraphFault(`Graph gave a link to ${whither(base, to)}, which is not Graph.`, {
    kind: 'forbidden',
    status: 0,
    code: elsewhere,
    call: callName({ method: 'GET', path: to?.pathname ?? '' }),
  });
};

const whither = (base: string, to: URL | null): string => {
  if (to === null) return 'nowhere';
  return isSameServer(to, new URL(base)) ? 'a path of another kind' : to.host;
};

/** A token goes over https, or stays on this machine. */
export const checkBase = (base: string): void => {
  const url = new URL(base);
  if (url.protocol !== 'https:' && !isLoopback(url)) {
    throw new Error(`Graph's address must be https, or on this machine: ${base} is neither.`);
  }
};
