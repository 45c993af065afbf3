// Keeps Teams' limits before a request is made: 50 a second for the app, evenly spaced, and the
// four of one conversation. A conversation that must wait holds up nobody else.
import type { MachineClock } from './machine-clock.ts';

export type Window = { readonly most: number; readonly within: number };

/** Microsoft's limits for one bot in one conversation, in milliseconds. */
export const conversationWindows: readonly Window[] = [
  { most: 7, within: 1_000 },
  { most: 8, within: 2_000 },
  { most: 60, within: 30_000 },
  { most: 1_800, within: 3_600_000 },
];

const appWindow: Window = { most: 50, within: 1_000 };

/**
 * Requests leave a little further apart than the limit asks, since they do not arrive as evenly as
 * they left: 2 % of the hour, against a 429 and a second lost.
 */
const drift = 20;

const spacing = (appWindow.within + drift) / appWindow.most;

/**
 * Milliseconds that may be made up for where the app was kept from sending, as by a roll-up of thousands
 * of lines: what waited then leaves so many milliseconds apart, and never more than the limit in any one
 * second.
 */
const catchUp = 1_000;
const closest = 10;

export interface Pacer {
  /** Resolves when the request may be made. `first`: a person is waiting for this one. */
  turn(conversation: string | null, first?: boolean): Promise<void>;
}

type Waiting = { readonly conversation: string | null; readonly go: () => void };

export const createPacer = (clock: MachineClock): Pacer => {
  const soon: Waiting[] = [];
  const later: Waiting[] = [];
  const app = createLog([appWindow], drift);
  const conversations = createConversationLogs(clock);
  /** When the last request was to leave, and when it left. */
  let slot = Number.NEGATIVE_INFINITY;
  let left = Number.NEGATIVE_INFINITY;
  let running = false;

  const freeAt = ({ conversation }: Waiting): number =>
    conversation === null ? 0 : conversations.freeAt(conversation);

  const take = (now: number): { waiting: Waiting | null; freeAt: number } => {
    let earliest = Number.POSITIVE_INFINITY;
    for (const queue of [soon, later])
      for (const [index, waiting] of queue.entries()) {
        const at = freeAt(waiting);
        if (at <= now) return { waiting: queue.splice(index, 1)[0] ?? null, freeAt: at };
        earliest = Math.min(earliest, at);
      }
    return { waiting: null, freeAt: earliest };
  };

  const release = (waiting: Waiting, now: number): void => {
    slot = Math.max(slot + spacing, now - catchUp);
    left = now;
    app.add(now);
    if (waiting.conversation !== null) conversations.add(waiting.conversation, now);
    waiting.go();
  };

  const run = async (): Promise<void> => {
    running = true;
    // Nobody has waited for a while: there is nothing to make up for.
    if (clock.now() - left > catchUp) slot = Math.max(slot, clock.now() - spacing);
    while (soon.length + later.length > 0) {
      const now = clock.now();
      const open = Math.max(slot + spacing, left + closest, app.freeAt());
      if (open > now) {
        await clock.wait(Math.max(1, Math.ceil(open - now)));
        continue;
      }
      const next = take(now);
      if (next.waiting !== null) release(next.waiting, now);
      else await clock.wait(Math.min(50, Math.max(1, Math.ceil(next.freeAt - now))));
    }
    running = false;
  };

  return {
    turn: (conversation, first = false) =>
      new Promise((resolve) => {
        (first ? soon : later).push({ conversation, go: resolve });
        if (!running) void run();
      }),
  };
};

/** When requests were made, as far back as the longest window looks. */
const createLog = (windows: readonly Window[], margin: number) => {
  const times: number[] = [];
  const longest = Math.max(...windows.map((each) => each.most));
  return {
    last: () => times.at(-1) ?? Number.NEGATIVE_INFINITY,
    add(now: number) {
      times.push(now);
      if (times.length > longest) times.shift();
    },
    /** The first moment at which one more would break no window. */
    freeAt: () =>
      Math.max(
        ...windows.map(({ most, within }) => {
          const before = times.at(-most);
          return times.length < most || before === undefined ? 0 : before + within + margin;
        }),
      ),
  };
};

const createConversationLogs = (clock: MachineClock) => {
  const logs = new Map<string, ReturnType<typeof createLog>>();
  const quietFor = 3_700_000;
  let added = 0;
  const forgetQuiet = (): void => {
    for (const [conversation, log] of logs)
      if (log.last() < clock.now() - quietFor) logs.delete(conversation);
  };
  return {
    freeAt: (conversation: string) => logs.get(conversation)?.freeAt() ?? 0,
    add(conversation: string, now: number) {
      const log = logs.get(conversation) ?? createLog(conversationWindows, drift);
      log.add(now);
      logs.set(conversation, log);
      added += 1;
      if (added % 10_000 === 0) forgetQuiet();
    },
  };
};
